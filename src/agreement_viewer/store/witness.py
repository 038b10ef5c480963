"""The witness: the last change of each chain, kept outside the database.

A chain alone shows neither a cut-off tail nor a removed writer. After each commit the tip goes
here, without waiting for the disk; a witness ahead of the ledger tells of a loss.
"""

import contextlib
import os
from pathlib import Path

import msgspec

from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.edit import Tip


class Witness:
    """The file beside the database. It may be missing or torn: then it witnesses nothing."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_suffix(".witness.json")

    def tips(self) -> dict[str, Tip]:
        """The last change witnessed, by agreement."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, Tip])
        except (OSError, msgspec.MsgspecError):
            return {}

    def write(self, change: Change) -> None:
        """Witness `change`. A witness that cannot be written is no reason to fail a save."""
        tips = self.tips() | {change.agreement: Tip(change.writer, change.seq, change.id)}
        beside = self._path.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            beside.write_bytes(msgspec.json.encode(tips))
            beside.replace(self._path)
