"""The traces of what was redacted: free pages, the log, files of evidence, backups, old copies.

What cannot be reached now is when the data are opened next: the mark in the file stands till then.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.store.backups import BackupFolder
from agreement_viewer.store.database import Database
from agreement_viewer.store.evidence import FOLDER, EvidenceFolder
from agreement_viewer.store.notes import REDACTED_FILES, REDACTING, noted
from agreement_viewer.store.redaction import UPDATE, blank, mark
from agreement_viewer.store.settings import FILE_NAME as SETTINGS
from agreement_viewer.store.settings import SettingsFile

_LEFT: Final = """SELECT id, body FROM change WHERE instr(body, '"redacted":true')"""
_IS_ATTACHED: Final = (
    """SELECT 1 FROM change WHERE instr(body, '"kind":"set"') AND instr(body, ?) LIMIT 1"""
)

Row = tuple[str, str]
"""The id of a redacted change, and the JSON of what is left of it."""


def settle(database: Database) -> None:
    """Do all that the redactions in the file ask for, as far as it is not done. Raises UserError.

    Takes as long as writing the file and its backups anew: not for the GUI thread.
    """
    with database.transaction() as connection:
        blank(connection)
        rows: list[Row] = connection.execute(_LEFT).fetchall()
        files = list(_unattached(connection))
    database.rewrite()
    folder = database.path.parent
    second = SettingsFile(folder / SETTINGS).values.backup_folder
    elsewhere = [BackupFolder.second(Path(second), folder).path] if second else []
    for place in (folder, BackupFolder.of(folder).path, *elsewhere):
        EvidenceFolder(place / FOLDER).remove(files)
    copies = (path for place in (folder, *elsewhere) for path in _copies(place, database.path))
    _refuse_unless_done([str(path) for path in copies if not _redact_copy(path, rows)], second)
    with database.transaction() as connection:
        connection.execute("DELETE FROM meta WHERE name = ?", (REDACTING,))


def settle_again(path: Path) -> None:
    """After a restore into the ledger `path`: what came back of redacted files goes again.

    Raises StoreError where the ledger cannot be opened.
    """
    database = Database(path)
    try:
        with database.transaction() as connection:
            if noted(connection, REDACTED_FILES) is None and noted(connection, REDACTING) is None:
                return
            mark(connection)
        with contextlib.suppress(UserError):
            settle(database)
    finally:
        database.close()


def _unattached(connection: sqlite3.Connection) -> Iterator[str]:
    """The files that were ever to go and that no document has: another one, or one added since."""
    for sha256 in noted(connection, REDACTED_FILES) or ():
        if connection.execute(_IS_ATTACHED, (sha256,)).fetchone() is None:
            yield sha256


def _copies(folder: Path, ledger: Path) -> Iterator[Path]:
    """Backups and files that were set aside, wherever in the folder; unfinished ones go."""
    for path in folder.rglob(".*.tmp"):
        with contextlib.suppress(OSError):
            path.unlink()
    for path in sorted(folder.rglob("*.sqlite3*")):
        if path != ledger and path.is_file() and not path.name.endswith(("-wal", "-shm")):
            yield path


def _redact_copy(path: Path, rows: list[Row]) -> bool:
    """Blank the same changes in another file; whether that was possible.

    It has none of the redactions, so its triggers are taken away for one transaction.
    """
    try:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("BEGIN IMMEDIATE")
            query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
            triggers = connection.execute(query).fetchall()
            for name, _sql in triggers:
                connection.execute(f'DROP TRIGGER "{name}"')
            connection.executemany(UPDATE, [(body, id) for id, body in rows])
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


def _refuse_unless_done(failed: list[str], second: str) -> None:
    if failed:
        raise UserError(
            translate(
                "Redaction",
                "The secret was removed, but not from {files}: delete that by hand.",
                files=", ".join(failed),
            )
        )
    if second and not Path(second).is_dir():
        raise UserError(
            translate(
                "Redaction",
                "The secret was removed, but not from the backups in {folder}: connect that disk"
                " and start the program again.",
                folder=second,
            )
        )
