"""The real window on a real data folder, for measuring what happens in it."""

import datetime
import time
from pathlib import Path
from typing import Final, Self

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from agreement_viewer.i18n import use_language
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import TASK, TITLE
from agreement_viewer.office import bundled_agreement, read_agreement_file
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Theme

OFFICER: Final = By("Cán bộ A", "skhcn")
STATUSES: Final = ("not_started", "in_progress", "done", "paused", "dropped")


def now() -> datetime.datetime:
    """As the program tells it."""
    return datetime.datetime.now().astimezone()


class Office:
    """One window, shown; closed at the end."""

    def __init__(self, folder: Path, tasks: int = 0) -> None:
        use_language("vi")
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        self.app = app
        self.data = DataFolder(folder / "data", folder / "keys")
        self.session = Session(self.data, now)
        self.session.open(*read_agreement_file(bundled_agreement()))
        self._add(tasks)
        self.saved_at: list[float] = []
        # before the window hears of it, so that only what comes before the disk is measured
        self.session.saved.connect(lambda _at: self.saved_at.append(time.perf_counter()))
        self.window = MainWindow(self.session, Theme(app))

    def __enter__(self) -> Self:
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window)
        self.window.complete()
        self.app.processEvents()
        return self

    def __exit__(self, *_fault: object) -> None:
        self.window.close()
        self.window.deleteLater()
        self.app.processEvents()
        self.data.close()

    def _add(self, count: int) -> None:
        """Tasks of every status, beneath all items in turn."""
        items = [item.id for item in self.session.agreement.items]
        edits: list[Edit] = []
        for number in range(count):
            task = Edit.create(items[number % len(items)], TASK)
            title = f"Nhiệm vụ {number}: xây dựng kế hoạch phối hợp, tổ chức hội nghị sơ kết"
            status = STATUSES[number % len(STATUSES)]
            edits += [task, Edit.set(task, TITLE, title), Edit.set(task, "status", status)]
        if edits:
            self.session.ledger.append(edits, OFFICER, now())
