"""The one place that knows all the parts: it puts the window together and runs it."""

import datetime
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import language, translate
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.log import note, open_log
from agreement_viewer.office import Opened, bundled_agreement, read_agreement_file
from agreement_viewer.store.database import DamagedFile
from agreement_viewer.store.files import DataFolder, default_log_dir
from agreement_viewer.store.window_lock import WindowLock
from agreement_viewer.ui.crash import EXIT_CODE, Crash
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.qt_translation import install_qt_translation
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import STYLE, Theme
from agreement_viewer.ui.upkeep import Upkeep

Unsaved = Sequence[Sequence[Edit]]

REFRESH_MS = 2000
IDLE_MS = 2000


def run_window(
    folder: DataFolder, agreement: Path | None, bundle: Path | None, unsaved: Unsaved
) -> int:
    """Show the window, and what `bundle` would bring, until it is closed; the exit code.

    Records `unsaved` actions of the last window.

    Raises UserError before it is shown, and DamagedFile where the officer wants to recover data
    that were found damaged meanwhile.
    """
    app = _application()
    lock = WindowLock(folder.path)
    if not lock.take() and _first_window_answers(lock, folder.path, agreement, bundle):
        return 0
    try:
        return _show(app, folder, agreement, bundle, unsaved)
    finally:
        lock.release()


def _show(
    app: QApplication,
    folder: DataFolder,
    agreement: Path | None,
    bundle: Path | None,
    unsaved: Unsaved,
) -> int:
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
    upkeep = Upkeep(session, window)
    window.completed.connect(lambda: _settle(app, window))
    if not folder.is_view:
        window.completed.connect(upkeep.begin)
        window.completed.connect(window.exchanging.begin)
    if unsaved:
        window.completed.connect(lambda: session.resume(unsaved))
    if bundle:
        window.completed.connect(lambda: window.receive(bundle))
    with Crash(window) as crash:
        window.show()
        code = app.exec()
    note("ended")
    if crash.text:
        _put_to_rest(window)
        return _tell_of_crash(crash.text)
    if upkeep.damage:
        _put_to_rest(window)
        raise DamagedFile(upkeep.damage, session.unsaved)
    return code


def _put_to_rest(window: MainWindow) -> None:
    """Close the data and stop what runs: another window of this process is shown next."""
    window.session.folder.close()
    for timer in (*window.findChildren(QTimer), *window.session.findChildren(QTimer)):
        timer.stop()
    window.hide()


def _tell_of_crash(text: str) -> int:
    """Only now, with the data closed and nothing running any more."""
    from agreement_viewer.ui.crash_dialog import CrashDialog, start_again

    if CrashDialog(text).exec():
        start_again()
    return EXIT_CODE


def offer_recovery(data_dir: Path, key_dir: Path, unsaved: int) -> bool:
    """Offer to recover data that cannot be opened; whether that was done.

    `unsaved` actions are recorded afterwards.
    """
    from agreement_viewer.ui.backups.recovery import RecoveryDialog

    app = _application()
    Theme(app).apply("system", 100)
    return bool(RecoveryDialog(data_dir, key_dir, unsaved).exec())


def offer_view() -> bool:
    """Whether the officer wants to look at data that a newer version of the program wrote."""
    from PySide6.QtWidgets import QMessageBox

    app = _application()
    Theme(app).apply("system", 100)
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        translate("Window", "Newer data"),
        translate(
            "Window",
            "A newer version of this program wrote the data. Install that version to go on; until"
            " then they can be looked at.",
        ),
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    look = box.addButton(translate("Window", "Only look"), QMessageBox.ButtonRole.AcceptRole)
    close = box.addButton(translate("Window", "Quit"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(look)
    box.setEscapeButton(close)
    box.exec()
    return box.clickedButton() is look


def _application() -> QApplication:
    if isinstance(there := QApplication.instance(), QApplication):
        return there
    app = QApplication([*sys.argv[:1], "-style", STYLE])  # `setStyle` would load 600 names
    app.setApplicationName("agreement-viewer")
    app.setDesktopFileName("agreement-viewer")
    install_qt_translation(app, language())
    return app


def tell(sentence: str) -> None:
    """Say why there is no window."""
    from PySide6.QtWidgets import QMessageBox

    app = _application()
    box = QMessageBox(
        QMessageBox.Icon.Warning, translate("Window", "The program cannot start"), sentence
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
    del app


def _first_window_answers(lock: WindowLock, data_dir: Path, *files: Path | None) -> bool:
    from agreement_viewer.ui.one_window import stand_back

    return stand_back(lock, data_dir, *filter(None, files))


def _settle(app: QApplication, window: MainWindow) -> None:
    """What can wait until the window is complete."""
    from agreement_viewer.ui.icons import app_icon
    from agreement_viewer.ui.one_window import Doorbell

    app.setWindowIcon(app_icon())
    open_log(default_log_dir())
    note("started")
    Doorbell(window.session.folder.path, window).rung.connect(window.come_forward)
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
