"""The one place that knows all the parts: it puts the window together and runs it."""

import datetime
import gc
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import language
from agreement_viewer.office import Opened, bundled_agreement, read_agreement_file
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.qt_translation import install_qt_translation
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import STYLE, Theme

REFRESH_MS = 2000
IDLE_MS = 2000


def run_window(folder: DataFolder, agreement: Path | None) -> int:
    """Show the window until it is closed; the exit code. Raises UserError before it is shown."""
    app = QApplication([*sys.argv[:1], "-style", STYLE])  # `setStyle` would load 600 names
    app.setApplicationName("agreement-viewer")
    app.setDesktopFileName("agreement-viewer")
    install_qt_translation(app, language())
    settings = folder.settings.values
    theme = Theme(app)
    theme.apply(settings.appearance, settings.text_percent)
    session = Session(folder, lambda: datetime.datetime.now().astimezone())
    opened, notice = _first_agreement(agreement, settings.agreement_file)
    session.open(*opened)
    window = MainWindow(session, theme)
    if notice:
        session.refused.emit(notice)
    timer = QTimer(window)
    timer.timeout.connect(session.refresh)
    timer.start(REFRESH_MS)
    idle = QTimer(window, singleShot=True, interval=IDLE_MS)
    idle.timeout.connect(session.checkpoint)
    session.saved.connect(lambda _at: idle.start())
    window.completed.connect(lambda: _settle(app))
    window.show()
    return app.exec()


def _settle(app: QApplication) -> None:
    """What can wait until the window is complete."""
    from agreement_viewer.ui.icons import app_icon

    app.setWindowIcon(app_icon())
    gc.freeze()
    gc.enable()


def _first_agreement(named: Path | None, last: str) -> tuple[Opened, str]:
    """The programme to open, and why it is not the one of last time where that cannot be read."""
    if named:
        return read_agreement_file(named), ""
    if last:
        try:
            return read_agreement_file(Path(last)), ""
        except UserError as fault:
            return read_agreement_file(bundled_agreement()), str(fault)
    return read_agreement_file(bundled_agreement()), ""
