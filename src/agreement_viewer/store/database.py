"""The connection to the one SQLite file: how it is opened, and its transactions."""

import contextlib
import datetime
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.store.schema import is_outdated, migrate

FILE_NAME: Final = "ledger.sqlite3"
PRAGMAS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA journal_size_limit = 16777216",
    "PRAGMA trusted_schema = OFF",
)
BUSY_SECONDS: Final = 5.0
_DAMAGED: Final = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


class StoreError(UserError):
    """The data cannot be read or written just now; nothing that was saved is lost."""


class DamagedFile(StoreError):
    """The data file is not what was written, or is gone: `store/recovery.py` is the way out."""

    def __init__(self, reason: str = "", unsaved: Sequence[Sequence[Edit]] = ()) -> None:
        """`unsaved` are the actions that a window could not record in it."""
        super().__init__(reason)
        self.unsaved = unsaved


class StoreBusy(StoreError):
    """Another program is writing; it will do to try again."""


class Database:
    """One open file. Reopened after a fault, so the connection is asked for each time.

    A file stays open where its folder is moved, its stick pulled or another file put in its place,
    and what is written then lands nowhere. So each transaction first looks whether the file is
    still the one at its path. One thread at a time is in a transaction; others wait for it.
    """

    def __init__(self, path: Path) -> None:
        """Open or create `path`. Raises StoreError or NewerFile."""
        self.path = path
        self._turn = threading.RLock()
        self._busy_seconds = BUSY_SECONDS
        self._reopened = 0
        self._is_sound = True
        with _as_store_error(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._create_private()
            self.connection = self._open()
            self._file = _identity(path)
            newest = self.connection.execute("SELECT id FROM change ORDER BY row DESC LIMIT 1")
            self.newest: str | None = next((id for (id,) in newest), None)
            """The id of the last change that is known to be in the file."""

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=self._busy_seconds, isolation_level=None, check_same_thread=False
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

    def wait_at_most(self, seconds: float) -> None:
        """How long to wait for another program that is writing, before StoreBusy."""
        self._busy_seconds = seconds
        self.connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

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
        """Start afresh after a fault. Raises StoreError; then what was open stays so."""
        with _as_store_error(self.path):
            file = _identity(self.path)  # only a start makes a new one
            connection = self._open()
        if not self._holds_newest(connection):
            connection.close()
            raise StoreError(
                translate(
                    "Store",
                    "Another data file lies in {folder} than when the program was opened:"
                    " close the program and start it again.",
                    folder=self.path.parent,
                )
            )
        with contextlib.suppress(sqlite3.Error):
            self.connection.close()
        self.connection, self._file = connection, file
        self._reopened += 1
        self._is_sound = True

    def _holds_newest(self, connection: sqlite3.Connection) -> bool:
        found = connection.execute("SELECT 1 FROM change WHERE id = ?", (self.newest,))
        return self.newest is None or found.fetchone() is not None

    def _reach(self) -> None:
        """Be at the file that lies at the path now. Raises StoreError."""
        with _as_store_error(self.path):
            is_there = self._file == _identity(self.path)
        if not is_there or not self._is_sound:
            self.reopen()

    def close(self) -> None:
        """Close the file; the log of the WAL goes into it where nobody else reads."""
        self.connection.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One write transaction: all of it or nothing. Raises StoreError."""
        with self._turn:
            self._reach()
            with self._within("BEGIN IMMEDIATE") as connection:
                yield connection

    def reading(self) -> contextlib.AbstractContextManager[sqlite3.Connection]:
        """One state of the file for several queries. Raises StoreError."""
        return self._within("BEGIN")

    @contextlib.contextmanager
    def _within(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._turn:
            try:
                self.connection.execute(begin)
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:  # noqa: BLE001 (raised again below)
                if self.connection.in_transaction:
                    with contextlib.suppress(sqlite3.Error):
                        self.connection.execute("ROLLBACK")
                try:
                    with _as_store_error(self.path):
                        raise
                except StoreError as fault:
                    self._is_sound = isinstance(fault, StoreBusy)
                    raise

    def checkpoint(self) -> None:
        """Take into the file what of its log no reader needs any more. Raises StoreError."""
        with _as_store_error(self.path):
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def rewrite(self) -> None:
        """Write the file anew without what was ever deleted, and empty its log. Raises StoreError.

        Needs the file for itself for a moment: the log cannot be emptied under a reader.
        """
        with _as_store_error(self.path):
            self.connection.execute("PRAGMA secure_delete = ON")
            self.connection.execute("VACUUM")
            busy, *_ = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StoreBusy(_in_use())

    def data_version(self) -> int:
        """Differs from last time where another process has written, or the file was reopened."""
        with _as_store_error(self.path):
            version = self.connection.execute("PRAGMA data_version").fetchone()[0]
        return int(version) + (self._reopened << 32)


@contextlib.contextmanager
def _as_store_error(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.DatabaseError, OSError, UnicodeDecodeError) as fault:
        if isinstance(fault, sqlite3.ProgrammingError | sqlite3.IntegrityError):
            raise
        raise _told(fault, path) from fault


def _identity(path: Path) -> tuple[int, int]:
    """Tells a file from another at the same path. Raises OSError."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _told(fault: Exception, path: Path) -> StoreError:
    code = getattr(fault, "sqlite_errorcode", None)
    if isinstance(fault, UnicodeDecodeError):  # in a table, or in SQLite's own message of it
        code = sqlite3.SQLITE_CORRUPT
    primary = code & 0xFF if code is not None else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(_in_use())
    if primary in _DAMAGED:
        return DamagedFile(damaged(path))
    if primary == sqlite3.SQLITE_FULL:
        return StoreError(translate("Store", "The disk is full: free some space and try again."))
    if not isinstance(fault, PermissionError) and _is_gone(path.parent):
        return StoreError(
            translate(
                "Store",
                "The data folder {folder} is not there: plug in its disk or put it back, then try"
                " again.",
                folder=path.parent,
            )
        )
    return StoreError(
        translate(
            "Store",
            "The data in {folder} cannot be read or written: check the disk and the folder's"
            " rights.",
            folder=path.parent,
        )
    )


def _is_gone(folder: Path) -> bool:
    try:
        folder.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def _in_use() -> str:
    return translate("Store", "Another program is using the data: close it and try again.")


def damaged(path: Path) -> str:
    """The data file is damaged, and what to do."""
    return translate(
        "Store",
        "The data file {file} is damaged or gone: start the program's window anew, or call"
        " `agreement-viewer restore`, to recover it.",
        file=path,
    )
