"""(b) A tick, from the key to the disk, beside the same rows inserted by bare SQLite."""

import datetime
import os
import sqlite3
import time
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from agreement_viewer.i18n import use_language
from agreement_viewer.office import bundled_agreement, read_agreement_file
from agreement_viewer.store.database import PRAGMAS
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Theme
from measuring import Line, alternate, milliseconds

BOUND: Final = 1.5
INSERT: Final = (
    "INSERT INTO change (id, agreement, writer, seq, item, body) VALUES (?, ?, ?, ?, ?, ?)"
)


def measure(folder: Path, quick: bool) -> list[Line]:
    """Space on the list of the real window until the session says that it is saved."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    use_language("vi")
    data = DataFolder(folder / "data", folder / "keys")
    session = Session(data, lambda: datetime.datetime.now().astimezone())
    session.open(*read_agreement_file(bundled_agreement()))
    window = MainWindow(session, Theme(app))
    window.show()
    QTest.qWaitForWindowExposed(window)
    bare = Bare(data.database.path, folder / "bare.sqlite3")
    saved: list[float] = []
    session.saved.connect(lambda _at: saved.append(time.perf_counter()))

    def ours() -> float:
        app.processEvents()
        start = time.perf_counter()
        QTest.keyClick(window.checklist.view, Qt.Key.Key_Space)
        return saved.pop() - start

    key, insert = alternate(ours, bare.insert, 20 if quick else 400)
    window.close()
    data.close()
    rows = f"{len(bare.last)} rows" if len(bare.last) > 1 else "its row"
    what = f"a tick, key to disk, beside {rows} by bare sqlite3"
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
