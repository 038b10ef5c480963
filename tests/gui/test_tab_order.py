"""Tab goes through every control of the window, from top to bottom, and comes round."""

import pytest
from gui.details_room import telex
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger import actions
from agreement_viewer.ui.checklist.menu import ChoiceButton
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: Session) -> MainWindow:
    shown = MainWindow(session, Theme(qapp))
    shown.complete()
    qtbot.addWidget(shown)
    shown.setWindowState(Qt.WindowState.WindowNoState)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.setGeometry(0, 0, 1360, 780)
    qtbot.waitUntil(lambda: shown.width() == 1360)
    shown.complete()
    QApplication.processEvents()
    shown.activateWindow()
    shown.checklist.focus_list()
    return shown


def round_trip(qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Every stop of the keyboard, from the focus on until it comes back there.

    Within the programme's text Tab goes from link to link: that is one stop.
    """
    stops = [focused()]
    for _ in range(200):
        qtbot.keyClick(stops[-1], key)
        QApplication.processEvents()
        if focused() is stops[0]:
            return stops
        if focused() is not stops[-1]:
            stops.append(focused())
    raise AssertionError(f"Tab never comes back: {[*map(name, stops)]}")


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus
    return focus


def name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}"


def in_details(window: MainWindow, stops: list[QWidget]) -> list[QWidget]:
    return [stop for stop in stops if window.details.isAncestorOf(stop)]


@pytest.mark.parametrize("item", ["area-2", "directive-4"])
def test_tab_comes_round_the_whole_window(qtbot: QtBot, window: MainWindow, item: str) -> None:
    for width in (1360, 1010):
        window.resize(width, 780)
        window.checklist.select(item)
        QApplication.processEvents()
        first = round_trip(qtbot)
        assert window.checklist.search in first
        assert window.checklist.view in first
        buttons = window.checklist.findChildren(ChoiceButton)
        assert all(button in first for button in buttons)
        assert window.details.history.fold_button in first
        assert len(first) == len(set(first))
        assert round_trip(qtbot) == first
        backwards = round_trip(qtbot, Qt.Key.Key_Backtab)
        assert backwards[1:] == first[:0:-1]


def test_tab_goes_through_what_is_made_later_where_it_stands(
    qtbot: QtBot, window: MainWindow
) -> None:
    stops = round_trip(qtbot)
    buttons = window.checklist.findChildren(ChoiceButton)
    assert stops[-3:] == buttons
    details = in_details(window, stops)
    first = stops.index(details[0])
    assert stops[first : first + len(details)] == details


def test_the_details_are_gone_through_from_top_to_bottom(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    window.checklist.select("directive-4")
    entry = session.checklist.entry("directive-4")
    assert entry
    for text in ("Một", "Hai"):
        session.perform(actions.set_field(entry, "note", text))
    window.details.history.fold_button.click()
    window.details.evidence.add.click()
    window.details.evidence.form.cancel.click()
    window.details.evidence.add.click()
    QApplication.processEvents()
    window.checklist.focus_list()
    stops = in_details(window, round_trip(qtbot))
    tops = [stop.mapTo(window.details, QPoint(0, 0)).y() // 12 for stop in stops]
    assert tops == sorted(tops)
    for stop in (
        *window.details.evidence.form.lines.widgets().values(),
        window.details.history.view,
    ):
        assert stop in stops


def test_from_the_strip_tab_goes_on_to_the_filters(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    window.strips.tell("Đã ghi", "Mở", lambda: None)
    QApplication.processEvents()
    closing = window.strips.notice.findChildren(QToolButton)[0]
    closing.setFocus()
    stops = round_trip(qtbot)
    assert stops[1:4] == window.checklist.findChildren(ChoiceButton)
    assert stops[4] is window.checklist.view


def test_f6_comes_back_to_where_one_was(qtbot: QtBot, window: MainWindow) -> None:
    note = window.details.form.texts[-1].editor
    note.setFocus()
    for _ in range(3):
        qtbot.keyClick(focused(), Qt.Key.Key_F6)
    assert focused() is note
    qtbot.keyClick(focused(), Qt.Key.Key_F6)
    qtbot.keyClick(focused(), Qt.Key.Key_F6)
    assert focused() is window.checklist.view


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_focused_button_as_space_does(
    qtbot: QtBot, window: MainWindow, session: Session, key: Qt.Key
) -> None:
    evidence, history = window.details.evidence, window.details.history
    for button in (evidence.add, history.fold_button):
        button.setFocus()
        qtbot.keyClick(button, key)
    assert history.is_unfolded
    form = evidence.form
    assert form
    assert form.isVisible()
    form.lines.number.setFocus()
    telex(form.lines.number, "7/BC")
    form.accept.setFocus()
    qtbot.keyClick(form.accept, key)
    assert len(session.checklist.evidence("area-1")) == 1


def test_enter_on_the_cross_closes_a_strip(qtbot: QtBot, window: MainWindow) -> None:
    window.strips.tell("Đã ghi")
    window.strips.notice.closing.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert not window.strips.notice.isVisible()


def test_enter_in_a_form_presses_nothing_that_the_focus_moves_on_to(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    evidence = window.details.evidence
    evidence.add.click()
    assert evidence.form
    telex(evidence.form.lines.number, "7/BC")
    qtbot.keyClick(evidence.form.lines.number, Qt.Key.Key_Return)
    assert len(session.checklist.evidence("area-1")) == 1
    assert isinstance(focused(), QAbstractButton)
    assert not window.details.history.is_unfolded
    assert not evidence.form.isVisible()
