"""(b) A tick, from the key to the disk, beside the same rows inserted by bare SQLite."""

import sqlite3
import time
from pathlib import Path
from typing import Any, Final

from benchmarks.measuring import Line, alternate, milliseconds
from benchmarks.window import Office
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from agreement_viewer.store.database import PRAGMAS

BOUND: Final = 1.5
INSERT: Final = (
    "INSERT INTO change (id, agreement, writer, seq, item, body) VALUES (?, ?, ?, ?, ?, ?)"
)


def measure(folder: Path, quick: bool) -> list[Line]:
    """Space on the list of the real window until the session says that it is saved."""
    with Office(folder) as office:
        bare = Bare(office.data.database.path, folder / "bare.sqlite3")
        saved: list[float] = []
        office.session.saved.connect(lambda _at: saved.append(time.perf_counter()))

        def ours() -> float:
            office.app.processEvents()
            start = time.perf_counter()
            QTest.keyClick(office.window.checklist.view, Qt.Key.Key_Space)
            return saved.pop() - start

        key, insert = alternate(ours, bare.insert, 20 if quick else 400)
    what = f"a tick, key to disk, beside its {len(bare.last)} rows by bare sqlite3"
    return [Line(what, milliseconds(key), milliseconds(insert), key / insert, BOUND)]


class Bare:
    """A copy of the ledger's file with the same table and indexes and nothing else to do."""

    def __init__(self, source: Path, path: Path) -> None:
        self._source = sqlite3.connect(source, isolation_level=None)
        self._source.execute("VACUUM INTO ?", (str(path),))
        self._bare = sqlite3.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            self._bare.execute(pragma)
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in self._bare.execute(triggers).fetchall():
            self._bare.execute(f"DROP TRIGGER {name}")
        self.last: list[Any] = []

    def insert(self) -> float:
        """The rows that the tick before wrote; how long they took to be on the disk."""
        (done,) = self._bare.execute("SELECT ifnull(max(row), 0) FROM change").fetchone()
        new = "SELECT id, agreement, writer, seq, item, body FROM change WHERE row > ? ORDER BY row"
        self.last = self._source.execute(new, (done,)).fetchall()
        start = time.perf_counter()
        self._bare.execute("BEGIN IMMEDIATE")
        for row in self.last:
            self._bare.execute(INSERT, row)
        self._bare.execute("COMMIT")
        return time.perf_counter() - start
