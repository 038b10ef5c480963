"""(b) A tick, from the key to the disk, beside the same rows inserted by bare SQLite."""

import itertools
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
TASKS: Final = 100
INSERT: Final = (
    "INSERT INTO change (id, agreement, writer, seq, item, body) VALUES (?, ?, ?, ?, ?, ?)"
)


def measure(folder: Path, quick: bool) -> list[Line]:
    """Space on the list of the real window until the session says that it is saved."""
    with Office(folder, TASKS) as office:
        bare = Bare(office.data.database.path, folder / "bare.sqlite3")
        panel = office.window.checklist
        rows = itertools.cycle([row.id for row in panel.model.tree.entries])

        def turn() -> None:
            """Another task is chosen and painted: what comes now finds the processor's caches full
            of that, as it does when an officer ticks."""
            panel.select(next(rows))
            office.app.processEvents()

        def ours() -> float:
            turn()
            start = time.perf_counter()
            QTest.keyClick(panel.view, Qt.Key.Key_Space)
            return office.saved_at.pop() - start

        def theirs() -> float:
            bare.fetch()
            turn()
            return bare.insert()

        key, insert = alternate(ours, theirs, 20 if quick else 400)
    what = f"a tick, key to disk, beside its {len(bare.last)} rows by bare sqlite3"
    return [Line(what, milliseconds(key), milliseconds(insert), key / insert, BOUND)]


class Bare:
    """A copy of the ledger's file, of which only the table of changes is written to."""

    def __init__(self, source: Path, path: Path) -> None:
        self._source = sqlite3.connect(source, isolation_level=None)
        self._source.execute("VACUUM INTO ?", (str(path),))
        self._bare = sqlite3.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            self._bare.execute(pragma)
        self.last: list[Any] = []

    def fetch(self) -> None:
        """Read the rows that the tick before wrote."""
        (done,) = self._bare.execute("SELECT ifnull(max(row), 0) FROM change").fetchone()
        new = "SELECT id, agreement, writer, seq, item, body FROM change WHERE row > ? ORDER BY row"
        self.last = self._source.execute(new, (done,)).fetchall()

    def insert(self) -> float:
        """How long those rows took to be on the disk."""
        start = time.perf_counter()
        self._bare.execute("BEGIN IMMEDIATE")
        for row in self.last:
            self._bare.execute(INSERT, row)
        self._bare.execute("COMMIT")
        return time.perf_counter() - start
