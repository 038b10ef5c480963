"""One window at a time on a data folder, by a lock that the system takes back from the dead.

What counts is the system's lock on the open file, not that the file is there: after a crash or a
power cut nothing is left to clear away, and no number of a process can be mistaken for another's.
The command line takes no lock: SQLite keeps it and the window apart.
"""

import os
import sys
from pathlib import Path
from typing import Final

_FILE: Final = "window.lock"


class WindowLock:
    """The right to show the window of one data folder; held until the process ends."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / _FILE
        self._handle: int | None = None

    def take(self) -> bool:
        """Whether this window may go on; False while another one holds the lock.

        Where the folder or its file system has no place for a lock nobody is kept out: what cannot
        be written there is said when it is saved.
        """
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError):
            os.close(handle)
            return False
        except OSError:
            os.close(handle)
            return True
        self._handle = handle
        return True

    def release(self) -> None:
        """Let another window go on, as the end of the process does."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as fault:
            if fault.errno:
                raise
            raise BlockingIOError from fault  # Wine's runtime says that it failed, and not why

else:

    def _lock(handle: int) -> None:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
