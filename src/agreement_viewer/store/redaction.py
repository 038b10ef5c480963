"""Redacting in the file: what a redaction names is blanked, and no trace of it is left behind.

First the redactions are recorded, then the changes that they name are blanked in one transaction,
which a trigger allows for such changes alone; then the file is written anew, its log emptied, files
of evidence and kept copies dealt with. A mark in the file tells until all of it is done, so that
the next opening goes on where this one was cut off.
"""

import contextlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import CLOSE, REDACT, Change, encode, is_id
from agreement_viewer.ledger.counting import within
from agreement_viewer.ledger.periods import Closing, read_closing
from agreement_viewer.ledger.redaction import left_of, redacted_by, vouches
from agreement_viewer.store import copies
from agreement_viewer.store.backups import BackupFolder
from agreement_viewer.store.database import Database
from agreement_viewer.store.evidence import FOLDER, EvidenceFolder
from agreement_viewer.store.notes import REDACTED_FILES, REDACTING, note, noted
from agreement_viewer.store.rows import read_change
from agreement_viewer.store.settings import FILE_NAME as SETTINGS
from agreement_viewer.store.settings import SettingsFile

_ALL: Final = "SELECT id, body FROM change WHERE agreement = ? ORDER BY row"
_REDACTIONS: Final = f"""SELECT id, body FROM change WHERE instr(body, '"kind":"{REDACT}"')"""
_LEFT: Final = """SELECT id, body FROM change WHERE instr(body, '"redacted":true')"""
_UPDATE: Final = "UPDATE change SET body = ? WHERE id = ?"


def announce(database: Database) -> None:
    """Mark that a redaction is on its way. Raises StoreError."""
    with database.transaction() as connection:
        _mark(connection)


def settle_again(path: Path) -> None:
    """After a restore into the ledger `path`: what came back of redacted files goes again.

    Where something cannot be reached now, the next opening goes on.
    """
    database = Database(path)
    try:
        with database.transaction() as connection:
            if noted(connection, REDACTED_FILES) is None and noted(connection, REDACTING) is None:
                return
            _mark(connection)
        with contextlib.suppress(UserError):
            settle(database)
    finally:
        database.close()


def settle(database: Database) -> None:
    """Do all that the redactions in the file ask for, as far as it is not done. Raises UserError.

    Takes as long as writing the file and its backups anew: not for the GUI thread.
    """
    with database.transaction() as connection:
        blank(connection)
        files = [name for name in _files(connection) if not _is_attached(connection, name)]
        rows = connection.execute(_LEFT).fetchall()
    database.rewrite()
    folder = database.path.parent
    second = SettingsFile(folder / SETTINGS).values.backup_folder
    elsewhere = BackupFolder.second(Path(second), folder).path if second else None
    for place in filter(None, (folder, BackupFolder.of(folder).path, elsewhere)):
        EvidenceFolder(place / FOLDER).remove(files)
        _redact_copies(place, database.path, rows)
    if second and not Path(second).is_dir():
        raise UserError(
            translate(
                "Redaction",
                "The secret was removed, but not from the backups in {folder}: connect that disk"
                " and start the program again.",
                folder=second,
            )
        )
    with database.transaction() as connection:
        connection.execute("DELETE FROM meta WHERE name = ?", (REDACTING,))


def blank(connection: sqlite3.Connection) -> None:
    """Blank, in the open transaction, what redactions name and still holds its words.

    To be called wherever changes were taken in; where it sets the mark, `settle` is to follow.
    """
    connection.execute("PRAGMA secure_delete = ON")
    by_agreement: defaultdict[str, list[Change]] = defaultdict(list)
    for change in _speaking(connection):
        by_agreement[change.agreement].append(change)
    for agreement, spoken in by_agreement.items():
        closings = _issued_with(spoken, _changes(connection, agreement))
        for change in spoken:
            connection.execute(_UPDATE, (encode(left_of(change)).decode(), change.id))
        _drop_drafts(connection, spoken)
        files = {sha256 for change in spoken for sha256 in _files_in(change.body)}
        files |= {closing.frozen.pdf.sha256 for closing in closings if closing.frozen.pdf}
        note(connection, REDACTED_FILES, sorted(files.union(_files(connection))))
        _mark(connection)
    if by_agreement:
        copies.rebuild(connection)


def _speaking(connection: sqlite3.Connection) -> Iterator[Change]:
    """The changes that redactions rightly name and that were not blanked yet."""
    seen: set[str] = set()
    for row in connection.execute(_REDACTIONS).fetchall():
        redaction = read_change(*row)
        query = "SELECT id, body FROM change WHERE id = ?"
        for found in connection.execute(query, (redacted_by(redaction),)):
            change = read_change(*found)
            if change.redacted or change.id in seen or not vouches(redaction, left_of(change)):
                continue
            if (change.agreement, change.item) == (redaction.agreement, redaction.item):
                seen.add(change.id)
                yield change


def _changes(connection: sqlite3.Connection, agreement: str) -> list[Change]:
    return [read_change(*row) for row in connection.execute(_ALL, (agreement,))]


def _issued_with(spoken: Iterable[Change], changes: list[Change]) -> list[Closing]:
    """The closed periods whose report may show what `spoken` say, or compares with one that may."""
    ids = {change.id for change in spoken}
    found = (read_closing(change) for change in changes if change.kind == CLOSE)
    closings = [closing for closing in found if closing is not None]
    shown: set[str] = set()
    for closing in closings:
        cut = within(closing.cut, changes)
        replaced = {name for change in cut for name in change.replaces if change.kind != REDACT}
        if any(change.id in ids - replaced for change in cut):
            shown.add(closing.id)
    return [c for c in closings if c.id in shown or c.frozen.basis.before in shown]


def _drop_drafts(connection: sqlite3.Connection, spoken: Iterable[Change]) -> None:
    """The drafts of their fields, and whatever draft holds one of their texts."""
    for change in spoken:
        connection.execute(
            "DELETE FROM draft WHERE agreement = ? AND item = ? AND field = ?",
            (change.agreement, change.item, change.field),
        )
        connection.executemany(
            "DELETE FROM draft WHERE instr(text, ?)", [(text,) for text in _texts_in(change.body)]
        )


def _texts_in(value: object) -> Iterator[str]:
    match value:
        case str() if value and not is_id(value):
            yield value
        case dict():
            yield from (text for inner in value.values() for text in _texts_in(inner))
        case list():
            yield from (text for inner in value for text in _texts_in(inner))


def _files_in(value: object) -> Iterator[str]:
    match value:
        case {"sha256": str(sha256)} if is_id(sha256):
            yield sha256
        case dict():
            yield from (sha256 for inner in value.values() for sha256 in _files_in(inner))


def _is_attached(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether a document still has the file: another one, or it was added anew since."""
    query = """SELECT 1 FROM change WHERE instr(body, '"kind":"set"') AND instr(body, ?) LIMIT 1"""
    return connection.execute(query, (sha256,)).fetchone() is not None


def _files(connection: sqlite3.Connection) -> list[str]:
    """The files that were ever to go: a restore may bring them back."""
    return list(noted(connection, REDACTED_FILES) or ())


def _mark(connection: sqlite3.Connection) -> None:
    note(connection, REDACTING, [])


def _redact_copies(folder: Path, ledger: Path, rows: list[tuple[str, str]]) -> None:
    """Backups and files that were set aside, wherever in the folder; unfinished ones go."""
    for path in folder.rglob(".*.tmp"):
        with contextlib.suppress(OSError):
            path.unlink()
    failed = [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*.sqlite3*"))
        if path != ledger and not path.name.endswith(("-wal", "-shm"))
        if path.is_file() and not _redact_copy(path, rows)
    ]
    if failed:
        raise UserError(
            translate(
                "Redaction",
                "The secret was removed, but not from {files} in {folder}: delete that by hand.",
                files=", ".join(failed),
                folder=folder,
            )
        )


def _redact_copy(path: Path, rows: list[tuple[str, str]]) -> bool:
    """Blank the same changes in another file; whether that was possible.

    It has none of the redactions, so its trigger is taken away for one transaction.
    """
    try:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("BEGIN IMMEDIATE")
            query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
            triggers = connection.execute(query).fetchall()
            for name, _sql in triggers:
                connection.execute(f"DROP TRIGGER {name}")
            connection.executemany(_UPDATE, [(body, id) for id, body in rows])
            for table in ("draft", "head", "folded"):
                connection.execute(f"DELETE FROM {table}")
            for _name, sql in triggers:
                connection.execute(sql)
            connection.execute("COMMIT")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error:
        return False
    return True
