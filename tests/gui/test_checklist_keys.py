"""The checklist by keyboard and mouse: everything can be reached, nothing is lost by one key."""

from collections.abc import Iterator

import pytest
from gui.checklist_room import (
    OFFSCREEN,
    add_task,
    entry,
    is_typing,
    other_process,
    put,
    shown_panel,
)
from office import TODAY
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.status import Status
from agreement_viewer.ui.checklist.panel import ChecklistPanel
from agreement_viewer.ui.session import Session

CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
pytestmark = OFFSCREEN


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ChecklistPanel:
    return shown_panel(qtbot, session)


def press(panel: ChecklistPanel, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(panel.view, key)


def test_the_first_item_is_selected_at_the_start(panel: ChecklistPanel) -> None:
    assert panel.current_id() == "area-1"
    assert panel.view.selectionModel().isSelected(panel.view.currentIndex())


def test_space_ticks_and_brings_back_the_status_before(
    panel: ChecklistPanel, session: Session
) -> None:
    put(session, "area-1", "status", "paused")
    press(panel, KEY.Key_Space)
    assert entry(session, "area-1").status is Status.DONE
    assert entry(session, "area-1").completed_on == TODAY
    press(panel, KEY.Key_Space)
    assert entry(session, "area-1").status is Status.PAUSED
    assert entry(session, "area-1").completed_on is None


def test_a_key_held_down_ticks_once(panel: ChecklistPanel, session: Session) -> None:
    press(panel, KEY.Key_Space)
    before = len(session.history("area-1"))
    for _ in range(5):
        repeated = QKeyEvent(
            QEvent.Type.KeyPress, KEY.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True
        )
        QApplication.sendEvent(panel.view, repeated)
    assert len(session.history("area-1")) == before


@pytest.mark.parametrize(("number", "status"), [*enumerate(Status, start=1)])
def test_ctrl_and_a_digit_set_a_status(
    panel: ChecklistPanel, session: Session, number: int, status: Status
) -> None:
    put(session, "area-1", "status", "in_progress")
    QTest.keyClick(panel.view, Qt.Key(KEY.Key_0 + number), CTRL)
    assert entry(session, "area-1").status is status


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_2])
def test_no_key_settles_a_difference(
    qtbot: QtBot, panel: ChecklistPanel, session: Session, key: Qt.Key
) -> None:
    with other_process(session) as other:
        put(other, "area-1", "status", "paused")
        session.perform([Edit.set("area-1", "status", "done")])
    session.refresh()
    with qtbot.waitSignal(session.refused, check_params_cb=lambda text: "choose a value" in text):
        QTest.keyClick(panel.view, key, CTRL if key is KEY.Key_2 else Qt.KeyboardModifier(0))
    assert entry(session, "area-1").cell("status").is_difference


def test_arrows_open_close_and_walk(panel: ChecklistPanel, session: Session) -> None:
    task = add_task(session, "area-1", "Tổ chức hội thảo")
    index = panel.view.currentIndex()
    press(panel, KEY.Key_Right)
    assert panel.view.isExpanded(index)
    press(panel, KEY.Key_Right)
    assert panel.current_id() == task
    press(panel, KEY.Key_Left)
    assert panel.current_id() == "area-1"
    press(panel, KEY.Key_Left)
    assert not panel.view.isExpanded(index)
    press(panel, KEY.Key_End)
    assert panel.current_id() == "directive-4"
    press(panel, KEY.Key_Home)
    assert panel.current_id() == ""


def test_delete_asks_and_only_then_withdraws(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    task = add_task(session, "area-1", "Tổ chức <b>hội thảo</b>")
    panel.select(task)
    for answer, withdrawn in (("Keep it", False), ("Withdraw task", True)):
        panel.activateWindow()  # as a desktop does when a dialog has gone
        qtbot.waitUntil(panel.view.hasFocus)
        press(panel, KEY.Key_Delete)
        box = panel.window().findChild(QMessageBox)
        assert box.textFormat() is Qt.TextFormat.PlainText
        assert box.informativeText() == "Tổ chức <b>hội thảo</b>"
        assert not entry(session, task).withdrawn
        button = next(button for button in box.buttons() if button.text() == answer)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: panel.window().findChild(QMessageBox) is None)
        assert (session.checklist.entry(task) is None) is withdrawn
    assert panel.current_id() != task
    session.undo()
    assert not entry(session, task).withdrawn


def test_enter_on_the_question_keeps_the_task(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    task = add_task(session, "area-1", "Tổ chức hội thảo")
    panel.select(task)
    press(panel, KEY.Key_Delete)
    box = panel.window().findChild(QMessageBox)
    qtbot.keyClick(box.defaultButton(), KEY.Key_Return)
    assert not entry(session, task).withdrawn


def test_delete_does_nothing_to_what_was_signed(panel: ChecklistPanel) -> None:
    press(panel, KEY.Key_Delete, KEY.Key_F2)
    assert panel.window().findChild(QMessageBox) is None
    assert not is_typing(panel)


def test_a_click_on_the_mark_ticks_and_elsewhere_selects(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    item = panel.model.tree.find("area-2")
    box = panel.view.visualRect(panel.model.index_of(item))
    middle = box.center().y()
    click(qtbot, panel, QPoint(300, middle))
    assert panel.current_id() == "area-2"
    assert entry(session, "area-2").status is Status.NOT_STARTED
    click(qtbot, panel, QPoint(30, middle))
    assert entry(session, "area-2").status is Status.DONE
    click(qtbot, panel, QPoint(30, middle))
    assert entry(session, "area-2").status is Status.NOT_STARTED
    click(qtbot, panel, QPoint(12, middle))
    assert panel.view.isExpanded(panel.model.index_of(item))


def test_a_press_that_slips_off_the_mark_does_nothing(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    box = panel.view.visualRect(panel.model.index_of(panel.model.tree.find("area-2")))
    port = panel.view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(30, box.center().y()))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(200, box.center().y()))
    assert entry(session, "area-2").status is Status.NOT_STARTED


def test_words_typed_in_the_list_are_looked_for_and_tick_nothing(
    panel: ChecklistPanel, session: Session
) -> None:
    panel.search.setText("hội thảo")
    panel.focus_list()
    QTest.keyClicks(panel.view, "a")
    assert panel.search.hasFocus()
    QTest.keyClicks(panel.search, "n ninh")
    assert panel.search.text() == "an ninh"
    assert list(session.ledger.changes()) == []


def test_a_look_at_a_past_day_leaves_the_list_as_it_was(
    panel: ChecklistPanel, session: Session
) -> None:
    task = add_task(session, "area-2", "Tổ chức hội thảo")
    panel.select(task)
    session.look_back(TODAY, session.ledger.as_of("9999-12-31T00:00:00.000Z"))
    assert panel.current_id() == task
    session.return_to_present()
    assert panel.current_id() == task
    item = panel.model.tree.find("area-2")
    assert item
    assert panel.view.isExpanded(panel.model.index_of(item))


@pytest.fixture
def mark(panel: ChecklistPanel) -> Iterator[QPoint]:
    """Where area 2 is ticked; the mouse rests on it."""
    box = panel.view.visualRect(panel.model.index_of(panel.model.tree.find("area-2")))
    point, before = QPoint(30, box.center().y()), QCursor.pos()
    QCursor.setPos(panel.view.viewport().mapToGlobal(point))
    yield point
    QCursor.setPos(before)


def test_a_click_aimed_before_the_rows_moved_ticks_nothing(
    qtbot: QtBot, panel: ChecklistPanel, session: Session, mark: QPoint
) -> None:
    panel.move(panel.x(), panel.y() + 20)  # as by a strip above
    click(qtbot, panel, mark)
    assert entry(session, "area-2").status is Status.NOT_STARTED

    def is_ticked_at_last() -> bool:
        click(qtbot, panel, mark)
        return entry(session, "area-2").status is Status.DONE

    qtbot.waitUntil(is_ticked_at_last)


def click(qtbot: QtBot, panel: ChecklistPanel, point: QPoint) -> None:
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_commands_fit_the_current_row(panel: ChecklistPanel, session: Session) -> None:
    orders = panel.actions_
    task = add_task(session, "area-1", "Tổ chức hội thảo")
    enabled = {"item": (True, True, False), "task": (True, True, True), "section": (False,) * 3}
    for kind, go in (
        ("item", lambda: panel.select("area-2")),
        ("task", lambda: panel.select(task)),
        ("section", lambda: press(panel, KEY.Key_Home)),
    ):
        go()
        found = (orders.toggle_done, orders.add_task, orders.withdraw_task)
        assert tuple(command.isEnabled() for command in found) == enabled[kind]


def test_the_current_entry_is_announced(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    with qtbot.waitSignal(panel.current_changed) as told:
        press(panel, KEY.Key_Down)
    assert told.args == ["area-2"]
    with qtbot.waitSignal(panel.current_changed) as told:
        panel.select("directive-4")
    assert told.args == ["directive-4"]


def test_a_double_click_on_the_mark_ticks_once(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    box = panel.view.visualRect(panel.model.index_of(panel.model.tree.find("area-2")))
    point = QPoint(30, box.center().y())
    click(qtbot, panel, point)
    port = panel.view.viewport()
    qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=point)
    assert entry(session, "area-2").status is Status.DONE
    qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=QPoint(300, box.center().y()))
    assert panel.view.isExpanded(panel.view.currentIndex())
