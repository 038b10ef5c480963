"""Writing a whole file so that a fault leaves the old one as it was."""

import contextlib
import os
from pathlib import Path


def write_whole(path: Path, data: bytes, *, private: bool = True) -> None:
    """Write `data` beside `path`, on the disk, then put it in its place. Raises OSError.

    A private file can be read by the user alone, like all that the program keeps. The error's
    `filename2` is set where it was the old file that could not be replaced.
    """
    beside = path.with_name(f".{os.urandom(8).hex()}.tmp")
    mode = 0o600 if private else 0o666
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
