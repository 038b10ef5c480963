"""The real window, ticked by chance as fast as it goes; tells each id once it showed it as saved.

Run as a program by faults_kill.py, which kills it at some moment.
"""

import datetime
import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from agreement_viewer.i18n import use_language
from agreement_viewer.office import bundled_agreement, read_agreement_file
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import STYLE, Theme


class Teller:
    """Looks what a saved action was, and tells it through the pipe, whole."""

    def __init__(self, session: Session) -> None:
        self._connection = session.folder.database.connection
        session.saved.connect(self._tell)

    def _tell(self, _at: datetime.datetime) -> None:
        query = "SELECT id FROM change ORDER BY row DESC LIMIT 1"
        (id,) = self._connection.execute(query).fetchone()
        os.write(sys.stdout.fileno(), f"{id}\n".encode())


def main(place: Path, seed: int) -> None:
    """Tick until the end."""
    chance = random.Random(seed)
    use_language("vi")
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    theme = Theme(app)
    theme.apply("light", 100)
    session = Session(
        DataFolder(place / "data", place / "keys"), lambda: datetime.datetime.now().astimezone()
    )
    session.open(*read_agreement_file(bundled_agreement()))
    window = MainWindow(session, theme)
    teller = Teller(session)  # after the window: its line says "saved" by then
    window.show()
    items = [item.id for item in session.agreement.items]

    def tick() -> None:
        if chance.random() < 0.05:
            session.checkpoint()
        window.checklist.select(chance.choice(items))
        QTest.keyClick(window.checklist.view, Qt.Key.Key_Space)

    timer = QTimer(window)
    timer.timeout.connect(tick)
    timer.start(0)
    app.exec()
    del teller


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
