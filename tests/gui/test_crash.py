"""A fault of the program: what is typed is kept, the program ends, and it is told."""

import threading
from collections.abc import Callable, Iterator

import pytest
from gui.details_room import telex
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agreement_viewer.agreement import Agreement
from agreement_viewer.log import close_log
from agreement_viewer.store.drafts import Draft
from agreement_viewer.store.files import DataFolder, default_log_dir
from agreement_viewer.store.verify import verify
from agreement_viewer.ui.crash import EXIT_CODE, Crash
from agreement_viewer.ui.crash_dialog import CrashDialog
from agreement_viewer.ui.fields.text import TextField
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Theme

TYPED = "Đã họp, còn chờ"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: Session) -> Iterator[MainWindow]:
    shown = MainWindow(session, Theme(qapp))
    shown.complete()
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    close_log()


def ended_by(app: QApplication, window: MainWindow, *faults: Callable[[], object]) -> Crash:
    """Run the program until these have brought it down."""
    with Crash(window) as crash:
        for fault in faults:
            QTimer.singleShot(0, window, fault)
        assert app.exec() == EXIT_CODE
    return crash


def fail() -> None:
    raise KeyError(TYPED)


def test_what_is_being_typed_is_kept_and_offered_at_the_next_start(
    qapp: QApplication,
    window: MainWindow,
    session: Session,
    folder: DataFolder,
    agreement: Agreement,
    capsys: pytest.CaptureFixture[str],
) -> None:
    window.checklist.select("area-2")
    field = window.details.form.findChildren(TextField)[0]
    field.editor.setFocus()
    telex(field.editor, TYPED)
    changes = len(session.ledger.history())

    crash = ended_by(qapp, window, fail)

    assert "KeyError" in crash.text
    assert "fail" in crash.text
    assert TYPED not in crash.text
    assert "Traceback" in capsys.readouterr().err  # where there is a terminal it says all
    assert len(session.ledger.history()) == changes
    assert folder.drafts(agreement).all() == [Draft("area-2", field.name, TYPED)]
    assert verify(folder.database) == []
    log = (default_log_dir() / "agreement-viewer.log").read_text("utf-8")
    assert "crash" in log
    assert TYPED not in log


def test_the_first_fault_is_told_and_those_that_follow_are_in_the_log(
    qapp: QApplication, window: MainWindow
) -> None:
    crash = ended_by(qapp, window, fail, lambda: 1 // 0)
    assert "KeyError" in crash.text
    assert "ZeroDivisionError" not in crash.text


def test_a_fault_while_keeping_what_is_typed_does_not_hide_the_first(
    qapp: QApplication, window: MainWindow, session: Session
) -> None:
    session.folder.close()
    window.details.form.findChildren(TextField)[0].editor.setPlainText(TYPED)
    assert "KeyError" in ended_by(qapp, window, fail).text
    session.folder.database.reopen()


def test_a_fault_in_another_thread_ends_it_too(qapp: QApplication, window: MainWindow) -> None:
    thread = threading.Thread(target=fail)
    crash = ended_by(qapp, window, thread.start)
    thread.join()
    assert "KeyError" in crash.text


def test_the_text_is_shown_and_copied(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = CrashDialog("KeyError\n  <b>module:1 fail</b>")
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.text.toPlainText() == "KeyError\n  <b>module:1 fail</b>"
    dialog.copy.click()
    assert QApplication.clipboard().text() == dialog.text.toPlainText()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        dialog.again.click()
