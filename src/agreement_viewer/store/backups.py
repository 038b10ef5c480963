"""Backups: copies of the ledger, each verified before it counts, and of the files of evidence.

A folder of backups holds one SQLite file a backup, named by its moment, and the evidence once for
all of them, named by hash. A second folder on another disk is kept alike.
"""

import contextlib
import datetime
import hashlib
import os
import platform
import sqlite3
from pathlib import Path
from typing import Final, NamedTuple, Self

import msgspec

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.store.copying import (
    EVIDENCE,
    Tell,
    copy_evidence,
    copy_ledger,
    copy_private,
    quiet,
)
from agreement_viewer.store.kept import kept
from agreement_viewer.store.soundness import UNREADABLE, check, reading

FOLDER: Final = "backups"
_SECOND: Final = "agreement-viewer-backups"
_NAME: Final = "%Y-%m-%dT%H%M%S"
_SUFFIX: Final = ".sqlite3"
_META: Final = "backup"


class Held(msgspec.Struct, frozen=True):
    """What a backup says of itself."""

    changes: int
    last: str
    """When the latest change was recorded, as in `Change.at`."""
    documents: int
    """Files of evidence that are kept with it."""


class Backup(NamedTuple):
    """A backup that was found in order when it was made."""

    path: Path
    at: datetime.datetime
    """By the clock on the wall, without a time zone."""
    held: Held


class BackupFolder:
    """A folder of backups."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def of(cls, data_dir: Path) -> Self:
        """The one inside the data folder."""
        return cls(data_dir / FOLDER)

    @classmethod
    def second(cls, place: Path, data_dir: Path) -> Self:
        """The one at a second place; each data folder has its own there."""
        mark = hashlib.sha256(str(data_dir.resolve()).encode("utf-8", "surrogateescape"))
        return cls(place / _SECOND / f"{platform.node() or 'pc'}-{mark.hexdigest()[:8]}")

    def all(self) -> list[Backup]:
        """The backups here, the newest first. What is no backup is passed over."""
        found = (read_backup(path) for path in self.path.glob(f"*{_SUFFIX}"))
        return sorted(filter(None, found), key=lambda backup: backup.at, reverse=True)

    def add(
        self, data_dir: Path, database: Path, now: datetime.datetime, tell: Tell = quiet
    ) -> Backup:
        """Back up the ledger `database` and the evidence in `data_dir`.

        Raises Unsound where the ledger is damaged, else UserError; then no backup was added.
        """
        beside = self.path / f".{os.urandom(8).hex()}.tmp"
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            contents = copy_ledger(database, beside, lambda percent: tell(percent * 8 // 10))
            documents = copy_evidence(data_dir / EVIDENCE, self.path / EVIDENCE)
            held = Held(contents.changes, contents.last, documents)
            note(beside, held)
            return self._take(beside, now, held)
        except (OSError, *UNREADABLE) as fault:
            raise unwritable(self.path) from fault
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def copy_of(self, other: Backup) -> Backup:
        """Keep a copy of another folder's backup here too, verified again. Raises UserError."""
        beside = self.path / f".{os.urandom(8).hex()}.tmp"
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            copy_private(other.path, beside)
            check(beside)
            documents = copy_evidence(other.path.parent / EVIDENCE, self.path / EVIDENCE)
            held = Held(other.held.changes, other.held.last, documents)
            return self._take(beside, other.at, held)
        except (OSError, *UNREADABLE) as fault:
            raise unwritable(self.path) from fault
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def _take(self, beside: Path, now: datetime.datetime, held: Held) -> Backup:
        """Give a finished file the name by which it counts."""
        at = now.replace(microsecond=0, tzinfo=None)
        while (path := self.path / f"{at.strftime(_NAME)}{_SUFFIX}").exists():
            at += datetime.timedelta(seconds=1)
        beside.rename(path)
        return Backup(path, at, held)

    def prune(self) -> None:
        """Take away what need not be kept any more."""
        backups = self.all()
        stay = kept(backup.at for backup in backups)
        for backup in backups:
            if backup.at not in stay:
                with contextlib.suppress(OSError):  # it is in use: next time
                    backup.path.unlink()


def back_up(
    data_dir: Path,
    database: Path,
    second: str,
    now: datetime.datetime,
    tell: Tell = quiet,
) -> tuple[Backup, str]:
    """Back up, here and at the place `second` if one is named, and take old backups away.

    Returns the backup, and why it could not be kept at the second place too. Raises UserError.
    """
    folder = BackupFolder.of(data_dir)
    backup = folder.add(data_dir, database, now, tell)
    folder.prune()
    return backup, _keep_at_second(backup, second, data_dir) if second else ""


def _keep_at_second(backup: Backup, second: str, data_dir: Path) -> str:
    if not Path(second).is_dir():
        return translate(
            "Backups",
            "The second place {folder} is not there: connect the disk and back up again.",
            folder=second,
        )
    folder = BackupFolder.second(Path(second), data_dir)
    try:
        folder.copy_of(backup)
    except UserError as fault:
        return str(fault)
    folder.prune()
    return ""


def is_due(data_dir: Path, today: datetime.date) -> bool:
    """Whether no backup of today is there yet."""
    return not any((data_dir / FOLDER).glob(f"{today:%Y-%m-%d}T*{_SUFFIX}"))


def read_backup(path: Path) -> Backup | None:
    """The backup in a file; None where it is none."""
    try:
        at = datetime.datetime.strptime(path.stem, _NAME)
        with reading(path) as connection:
            query = "SELECT value FROM meta WHERE name = ?"
            (held,) = connection.execute(query, (_META,)).fetchone()
        return Backup(path, at, msgspec.json.decode(held, type=Held))
    except (OSError, sqlite3.Error, ValueError, TypeError, msgspec.MsgspecError):
        return None


def note(path: Path, held: Held) -> None:
    """Write into a copy of a ledger what it holds, so that a list of backups need not count."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)",
            (_META, msgspec.json.encode(held).decode()),
        )


def unwritable(place: Path) -> UserError:
    """No backup could be written there."""
    return UserError(
        translate(
            "Backups",
            "No backup could be written to {place}: check the room on the disk and its rights.",
            place=place,
        )
    )
