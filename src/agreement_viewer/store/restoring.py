"""Restoring: a union with what is there, after which the folder goes on under a new writer.

It is no undo: what is here and not in the backup stays.
"""

import contextlib
import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from agreement_viewer.store.archive import Opened, opened_backup
from agreement_viewer.store.backups import BackupFolder, unwritable
from agreement_viewer.store.copying import EVIDENCE, Tell, copy_evidence, evidence_files, quiet
from agreement_viewer.store.signed_heads import SignedHead
from agreement_viewer.store.soundness import UNREADABLE, Contents, check, reading, unsound
from agreement_viewer.store.traces import settle_again
from agreement_viewer.store.union import Arrival, Incoming, union


class Restored(NamedTuple):
    """What a restore brought, or would bring."""

    contents: Contents
    """What the backup holds."""
    arrival: Arrival
    documents: int
    """Files of evidence that were not here."""
    strangers: int
    """How many computers recorded in it of which nothing is here, where something is."""

    @property
    def is_nothing(self) -> bool:
        """Whether all that the backup holds is here."""
        return not self.arrival.new and not self.documents


def look(path: Path, data_dir: Path, database: Path, tell: Tell = quiet) -> Restored:
    """What restoring the backup `path` would bring; nothing is changed.

    Raises Unsound where the backup is damaged, else UserError.
    """
    with opened_backup(path, data_dir) as backup:
        contents = check(backup.ledger, lambda _count: tell(10))
        strangers = _strangers(backup.ledger, database)
        arrival = _take_in(backup, contents, database, tell, dry_run=True)
        return Restored(contents, arrival, len(_lacking(backup, data_dir)), strangers)


def restore(
    path: Path, data_dir: Path, database: Path, now: datetime.datetime, tell: Tell = quiet
) -> Restored:
    """Take in what the backup `path` holds, after a backup of what is here.

    Whoever calls gives the folder a new writer. Raises Unsound where one of both is damaged, else
    UserError; then nothing has changed.
    """
    with opened_backup(path, data_dir) as backup:
        contents = check(backup.ledger, lambda _count: tell(10))
        BackupFolder.of(data_dir).add(data_dir, database, now, lambda _percent: tell(30))
        strangers = _strangers(backup.ledger, database)
        arrival = _take_in(backup, contents, database, tell, dry_run=False)
        documents = len(_lacking(backup, data_dir))
        try:
            copy_evidence(backup.evidence, data_dir / EVIDENCE)
        except OSError as fault:
            raise unwritable(data_dir) from fault
        settle_again(database)
        return Restored(contents, arrival, documents, strangers)


def _take_in(
    backup: Opened, contents: Contents, database: Path, tell: Tell, *, dry_run: bool
) -> Arrival:
    total = max(contents.changes, 1)
    with incoming(backup.ledger) as coming:
        return union(
            database, coming, None, lambda read: tell(40 + read * 55 // total), dry_run=dry_run
        )


def _strangers(backup: Path, database: Path) -> int:
    here = _writers(database)
    return len(_writers(backup) - here) if here else 0


def _writers(path: Path) -> set[str]:
    with reading(path) as connection:
        return {writer for (writer,) in connection.execute("SELECT DISTINCT writer FROM change")}


def _lacking(backup: Opened, data_dir: Path) -> list[Path]:
    """The files of evidence that are in the backup and not here."""
    here = {path.name for path in evidence_files(data_dir / EVIDENCE)}
    return [path for path in evidence_files(backup.evidence) if path.name not in here]


@contextlib.contextmanager
def incoming(path: Path) -> Iterator[Incoming]:
    """All that another ledger's file gives, in the order in which it came there."""
    try:
        with reading(path) as connection:
            yield Incoming(
                _changes(path, connection),
                connection.execute(
                    "SELECT digest, agreement, opened_at, bytes FROM agreement_file"
                ).fetchall(),
                connection.execute("SELECT agreement, item, digest FROM wording").fetchall(),
                *_exchanged(connection),
            )
    except (*UNREADABLE, OSError) as fault:
        raise unsound(path, str(fault)) from fault


def _exchanged(connection: sqlite3.Connection) -> Iterator[list[Any]]:
    """Signed heads, partners, and what they had; a backup of an early version has none."""
    query = "SELECT 1 FROM sqlite_schema WHERE name = 'signed_head'"
    if connection.execute(query).fetchone():
        heads = connection.execute("SELECT agreement, writer, seq, id, signature FROM signed_head")
        yield [SignedHead(*row) for row in heads]
        yield connection.execute("SELECT writer, unit, name, accepted_at FROM partner").fetchall()
        yield connection.execute("SELECT agreement, writer, at, cut FROM partner_cut").fetchall()


def _changes(path: Path, connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    try:
        for id, body in connection.execute("SELECT id, body FROM change ORDER BY row"):
            yield id, body.encode()
    except UNREADABLE as fault:
        raise unsound(path, str(fault)) from fault
