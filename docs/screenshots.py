"""Takes the README's pictures: `uv run python docs/screenshots.py [FOLDER] [--size WxH]`.

The window is the real one, on a made-up state of the bundled programme.
"""

import argparse
import datetime
import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from agreement_viewer.i18n import use_language
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.fields import parse_value
from agreement_viewer.ledger.status import Status
from agreement_viewer.office import bundled_agreement, read_agreement_file
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.qt_translation import install_qt_translation
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Theme

NOW = datetime.datetime(2025, 11, 20, 14, 5).astimezone()
FILLED = (
    ("area-1", "deadline", "30/9/2025"),
    ("area-1", "lead", "Sở KH&CN"),
    ("area-1", "completed_on", "15/9/2025"),
    ("area-1", "status", "done"),
    ("area-2", "deadline", "quý IV/2025"),
    ("area-2", "lead", "Sở KH&CN"),
    ("area-2", "partners", "Công an TP; Đơn vị B"),
    ("area-2", "status", "in_progress"),
    ("area-2", "result", "Đã hoàn thành khảo sát nhu cầu nghiên cứu của các đơn vị."),
    ("area-3", "deadline", "10/2025"),
    ("area-3", "lead", "Công an TP"),
    ("area-3", "status", "in_progress"),
    ("area-4", "deadline", "thường xuyên"),
    ("area-4", "status", "in_progress"),
    ("directive-1", "deadline", "2025"),
    ("directive-3", "deadline", "30/11/2025"),
    ("directive-3", "lead", "Đơn vị B"),
)
TASKS = ("Khảo sát nhu cầu nghiên cứu của các đơn vị", "Tổ chức hội thảo đề xuất nhiệm vụ KH&CN")


def main() -> None:
    """Write window-light.png and window-dark.png."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent)
    parser.add_argument("--size", default="1360x780")
    parser.add_argument("--percent", type=int, default=100)
    options = parser.parse_args()
    app = QApplication([])
    use_language("vi")
    install_qt_translation(app, "vi")
    app.setFont(QFont("Noto Sans", 9))
    with tempfile.TemporaryDirectory() as place:
        session = _session(Path(place))
        for appearance in ("light", "dark"):
            theme = Theme(app)
            theme.apply(appearance, options.percent)
            window = MainWindow(session, theme)
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.show()
            window.complete()
            window.setGeometry(0, 0, *map(int, options.size.split("x")))
            window.checklist.select("area-2")
            for _ in range(20):
                app.processEvents()
            window.grab().save(str(options.folder / f"window-{appearance}.png"))
            window.close()
        session.folder.close()


def _session(place: Path) -> Session:
    session = Session(DataFolder(place / "data", place / "keys"), lambda: NOW)
    session.open(*read_agreement_file(bundled_agreement()))
    session.identify("Cán bộ A", "skhcn")
    session.settings.reminded_on = NOW.date()
    for item, name, text in FILLED:
        entry = session.checklist.entry(item)
        assert entry is not None
        value = parse_value(name, text)
        session.perform(actions.set_value(entry, name, value, NOW.date()))
    for title in TASKS:
        session.perform(actions.add_task("area-2", title))
    first = session.checklist.tasks("area-2")[0]
    session.perform(actions.set_status(first, Status.DONE, NOW.date()))
    return session


if __name__ == "__main__":
    main()
