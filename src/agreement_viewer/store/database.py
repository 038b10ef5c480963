"""The connection to the one SQLite file: how it is opened, and its transactions."""

import contextlib
import datetime
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.store.schema import is_outdated, migrate

FILE_NAME: Final = "ledger.sqlite3"
PRAGMAS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA journal_size_limit = 16777216",
    "PRAGMA cache_size = -32768",
    "PRAGMA trusted_schema = OFF",
)
BUSY_SECONDS: Final = 5.0


class StoreError(UserError):
    """The data cannot be read or written just now; nothing that was saved is lost."""


class Database:
    """One open file. Reopened after a failed commit, so the connection is asked for each time."""

    def __init__(self, path: Path) -> None:
        """Open or create `path`. Raises StoreError or NewerFile."""
        self.path = path
        self.connection = self._open()

    def _open(self) -> sqlite3.Connection:
        with _as_store_error(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._create_private()
            connection = sqlite3.connect(
                self.path,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
            )
            try:
                for pragma in PRAGMAS:
                    connection.execute(pragma)
                if is_outdated(connection):
                    self._back_up()
                migrate(connection)
            except BaseException:
                connection.close()
                raise
            return connection

    def _create_private(self) -> None:
        """Make a new file readable by its user alone.

        A file that exists is never opened but by SQLite: on POSIX, closing any descriptor of it
        drops the locks of every connection of this process, and another process, believing itself
        alone, would then take the log away from under them.
        """
        with contextlib.suppress(FileExistsError):
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))

    def _back_up(self) -> None:
        """Keep the file as the older version of the program left it. Raises UserError."""
        from agreement_viewer.store.backups import BackupFolder

        data_dir = self.path.parent
        BackupFolder.of(data_dir).add(data_dir, self.path, datetime.datetime.now())

    @contextlib.contextmanager
    def aside(self) -> Iterator["Database"]:
        """The same file through a connection of its own, for work in another thread."""
        opened = Database(self.path)
        try:
            yield opened
        finally:
            opened.close()

    def reopen(self) -> None:
        """Start afresh after a fault."""
        with contextlib.suppress(sqlite3.Error):
            self.connection.close()
        self.connection = self._open()

    def close(self) -> None:
        """Close the file; the log of the WAL goes into it where nobody else reads."""
        self.connection.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One write transaction: all of it or nothing. Raises StoreError."""
        with _as_store_error(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    with contextlib.suppress(sqlite3.Error):
                        self.connection.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One state of the file for several queries. Raises StoreError."""
        with _as_store_error(self.path):
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("COMMIT")

    def checkpoint(self) -> None:
        """Take into the file what of its log no reader needs any more. Raises StoreError."""
        with _as_store_error(self.path):
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def data_version(self) -> int:
        """Differs from last time where another process has written."""
        with _as_store_error(self.path):
            return int(self.connection.execute("PRAGMA data_version").fetchone()[0])


@contextlib.contextmanager
def _as_store_error(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.OperationalError, sqlite3.DatabaseError, OSError) as fault:
        if isinstance(fault, sqlite3.ProgrammingError | sqlite3.IntegrityError):
            raise
        raise StoreError(_sentence(fault, path)) from fault


def _sentence(fault: Exception, path: Path) -> str:
    code = getattr(fault, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return translate("Store", "Another program is using the data: close it and try again.")
    if primary == sqlite3.SQLITE_FULL:
        return translate("Store", "The disk is full: free some space and try again.")
    if primary in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return translate(
            "Store",
            "The data file {file} is damaged: restore it from a backup.",
            file=path,
        )
    return translate(
        "Store",
        "The data in {folder} cannot be read or written: check the disk and the folder's rights.",
        folder=path.parent,
    )
