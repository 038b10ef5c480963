"""The witness: the last change of each chain, kept outside the database.

A chain alone shows neither a cut-off tail nor a removed writer. After each commit the tip goes
here, without waiting for the disk; a witness ahead of the ledger tells of a loss. It is written
in place: to replace a file takes longer than the commit itself.
"""

import contextlib
import datetime
import os
from pathlib import Path

from agreement_viewer.ledger.change import Change, is_id
from agreement_viewer.ledger.edit import Tip

_FOLDER = "witness"


class Witness:
    """The file of one agreement. It may be missing or torn: then it witnesses nothing."""

    def __init__(self, data_dir: Path, agreement: str) -> None:
        self._path = data_dir / _FOLDER / f"{agreement}.txt"

    def tip(self) -> Tip | None:
        """The last change witnessed."""
        try:
            writer, seq, id = self._path.read_text("ascii").split()
            return Tip(writer, int(seq), id) if is_id(writer) and is_id(id) else None
        except (OSError, ValueError):
            return None

    def write(self, change: Change) -> None:
        """Witness `change`. A witness that cannot be written is no reason to fail a save."""
        line = f"{change.writer} {change.seq:020} {change.id}\n".encode()
        with contextlib.suppress(OSError):
            try:
                handle = os.open(self._path, os.O_WRONLY)
            except FileNotFoundError:
                self._path.parent.mkdir(mode=0o700, exist_ok=True)
                handle = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.write(handle, line)
            finally:
                os.close(handle)


def witnessed(data_dir: Path) -> dict[str, Tip]:
    """The last change witnessed of every agreement."""
    names = sorted(path.stem for path in (data_dir / _FOLDER).glob("*.txt"))
    tips = ((name, Witness(data_dir, name).tip()) for name in names)
    return {name: tip for name, tip in tips if tip is not None}


def witnessed_at(data_dir: Path, agreement: str) -> datetime.datetime:
    """When the last change of `agreement` was witnessed, by this computer's time zone."""
    path = data_dir / _FOLDER / f"{agreement}.txt"
    return datetime.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
