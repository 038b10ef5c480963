"""Typing names of tasks in the list, with all that can happen meanwhile."""

import pytest
from gui.checklist_room import (
    OFFSCREEN,
    UNIKEY,
    add_task,
    entry,
    field,
    ids,
    is_typing,
    other_process,
    put,
    shown_panel,
    unikey,
)
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.status import Status
from agreement_viewer.ui.checklist.panel import ChecklistPanel
from agreement_viewer.ui.session import Session

CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
pytestmark = OFFSCREEN


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ChecklistPanel:
    return shown_panel(qtbot, session)


def titles(session: Session, item: str = "area-1") -> list[str]:
    return [task.title for task in session.checklist.tasks(item)]


def test_ctrl_n_adds_one_task_after_the_other(panel: ChecklistPanel, session: Session) -> None:
    QTest.keyClick(panel.view, KEY.Key_N, CTRL)
    for title in ("Một", "Hai"):
        field(panel).insert(title)
        QTest.keyClick(field(panel), KEY.Key_Return)
        assert field(panel).text() == ""
        assert field(panel).hasFocus()
    assert titles(session) == ["Một", "Hai"]
    assert panel.current_id() == "area-1"
    QTest.keyClick(field(panel), KEY.Key_Return)
    assert not is_typing(panel)
    assert panel.view.hasFocus()
    assert panel.current_id() == session.checklist.tasks("area-1")[-1].id


def test_on_a_task_ctrl_n_adds_its_neighbour(panel: ChecklistPanel, session: Session) -> None:
    panel.select(add_task(session, "area-2", "Một"))
    QTest.keyClick(panel.view, KEY.Key_N, CTRL)
    field(panel).insert("Hai")
    QTest.keyClick(field(panel), KEY.Key_Return)
    assert titles(session, "area-2") == ["Một", "Hai"]


def test_enter_on_the_last_row_adds_too(panel: ChecklistPanel, session: Session) -> None:
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Return):
        QTest.keyClick(panel.view, key)
    assert field(panel).accessibleName() == "Name of the new task"


def test_escape_adds_nothing(panel: ChecklistPanel, session: Session) -> None:
    QTest.keyClick(panel.view, KEY.Key_N, CTRL)
    field(panel).insert("Một")
    QTest.keyClick(field(panel), KEY.Key_Escape)
    assert titles(session) == []
    assert not is_typing(panel)
    assert (panel.current_id(), panel.view.hasFocus()) == ("area-1", True)


def test_what_is_left_behind_is_saved(panel: ChecklistPanel, session: Session) -> None:
    QTest.keyClick(panel.view, KEY.Key_N, CTRL)
    field(panel).insert("Một")
    panel.search.setFocus()
    assert titles(session) == ["Một"]
    assert not is_typing(panel)
    assert panel.search.hasFocus()


def test_leaving_an_empty_field_adds_nothing(panel: ChecklistPanel, session: Session) -> None:
    QTest.keyClick(panel.view, KEY.Key_N, CTRL)
    field(panel).insert("   ")
    panel.search.setFocus()
    assert titles(session) == []
    assert not is_typing(panel)


def test_finishing_saves_before_another_programme_is_opened(
    panel: ChecklistPanel, session: Session
) -> None:
    QTest.keyClick(panel.view, KEY.Key_N, CTRL)
    field(panel).insert("Một")
    panel.finish_editing()
    assert titles(session) == ["Một"]


@pytest.mark.parametrize(
    "reason", [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason]
)
def test_a_look_at_another_window_keeps_the_field(
    panel: ChecklistPanel, session: Session, reason: Qt.FocusReason
) -> None:
    QTest.keyClick(panel.view, KEY.Key_N, CTRL)
    typed = field(panel)
    typed.insert("Mộ")
    QApplication.sendEvent(typed, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert (titles(session), field(panel)) == ([], typed)


@pytest.mark.parametrize("word", UNIKEY)
def test_renaming_through_unikey_is_not_disturbed(
    panel: ChecklistPanel, session: Session, word: str
) -> None:
    task = add_task(session, "area-1", "Tên cũ")
    panel.select(task)
    QTest.keyClick(panel.view, KEY.Key_F2)
    typed = field(panel)
    assert typed.selectedText() == "Tên cũ"
    unikey(typed, UNIKEY[word])
    assert titles(session) == ["Tên cũ"]
    QTest.keyClick(typed, KEY.Key_Return)
    assert titles(session) == [word]
    assert (panel.current_id(), panel.view.hasFocus()) == (task, True)


def test_an_unchanged_name_appends_nothing(panel: ChecklistPanel, session: Session) -> None:
    task = add_task(session, "area-1", "Tên cũ")
    before = len(session.history(task))
    panel.select(task)
    QTest.keyClick(panel.view, KEY.Key_F2)
    QTest.keyClick(field(panel), KEY.Key_Return)
    assert len(session.history(task)) == before


def test_a_task_needs_a_name(qtbot: QtBot, panel: ChecklistPanel, session: Session) -> None:
    panel.select(add_task(session, "area-1", "Tên cũ"))
    QTest.keyClick(panel.view, KEY.Key_F2)
    field(panel).clear()
    with qtbot.waitSignal(session.refused):
        QTest.keyClick(field(panel), KEY.Key_Return)
    assert field(panel).hasFocus()
    QTest.keyClick(field(panel), KEY.Key_Escape)
    assert titles(session) == ["Tên cũ"]


def test_keys_of_the_list_are_letters_in_the_field(panel: ChecklistPanel, session: Session) -> None:
    task = add_task(session, "area-1", "Tên cũ")
    panel.select(task)
    QTest.keyClick(panel.view, KEY.Key_F2)
    for key in (KEY.Key_End, KEY.Key_Space, KEY.Key_Delete, KEY.Key_F2, KEY.Key_Up, KEY.Key_Down):
        QTest.keyClick(field(panel), key)
    assert field(panel).text() == "Tên cũ "
    assert entry(session, task).status is Status.NOT_STARTED
    assert panel.current_id() == task


def test_what_another_process_writes_leaves_the_field_alone(
    panel: ChecklistPanel, session: Session
) -> None:
    task = add_task(session, "area-1", "Tên cũ")
    panel.select(task)
    QTest.keyClick(panel.view, KEY.Key_F2)
    field(panel).setText("Tên của bên này")
    with other_process(session) as other:
        other.perform(actions.rename(entry(other, task), "Tên của bên kia"))
        add_task(other, "area-1", "Việc khác")
    session.refresh()
    assert field(panel).text() == "Tên của bên này"
    assert field(panel).hasFocus()
    QTest.keyClick(field(panel), KEY.Key_Return)
    assert entry(session, task).differences() == ["title"]


def test_a_name_typed_while_the_task_is_withdrawn_is_not_lost(
    panel: ChecklistPanel, session: Session
) -> None:
    task = add_task(session, "area-1", "Tên cũ")
    panel.select(task)
    QTest.keyClick(panel.view, KEY.Key_F2)
    field(panel).setText("Tên mới")
    with other_process(session) as other:
        other.perform(actions.withdraw(entry(other, task)))
    session.refresh()
    assert task not in ids(panel.model)
    QTest.keyClick(field(panel), KEY.Key_Return)
    assert entry(session, task).title == "Tên mới"
    assert entry(session, task).unseen()
    assert task in ids(panel.model)


def test_a_new_task_stays_in_sight_under_a_filter(panel: ChecklistPanel, session: Session) -> None:
    put(session, "area-1", "status", "paused")
    panel.search.insert("phap luat")
    assert ids(panel.model) == ["area-1"]
    QTest.keyClick(panel.view, KEY.Key_N, CTRL)
    panel.search.setText("khong lien quan den viec moi")
    panel.search.setText("phap luat")
    panel.actions_.add_task.trigger()
    field(panel).insert("Việc mới")
    QTest.keyClick(field(panel), KEY.Key_Return)
    assert len(ids(panel.model)) == 2
    panel.search.setText("phap luat ve")
    assert len(ids(panel.model)) == 2


def test_the_field_stays_on_its_row(qtbot: QtBot, panel: ChecklistPanel, session: Session) -> None:
    panel.select("area-1")
    QTest.keyClick(panel.view, KEY.Key_N, CTRL)
    before = field(panel).geometry()
    field(panel).insert("Một")
    QTest.keyClick(field(panel), KEY.Key_Return)
    qtbot.waitUntil(lambda: field(panel).y() > before.y())
    row = panel.model.tree.find("area-1").add
    assert panel.view.visualRect(panel.model.index_of(row)).contains(field(panel).geometry())


def test_a_click_elsewhere_lands_where_it_was_aimed(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    QTest.keyClick(panel.view, KEY.Key_N, CTRL)
    field(panel).insert("Một")
    port = panel.view.viewport()
    row = panel.model.tree.find("area-2")
    mark = QPoint(30, panel.view.visualRect(panel.model.index_of(row)).center().y())
    left = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.MouseFocusReason)
    QApplication.sendEvent(field(panel), left)
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=mark)
    qtbot.waitUntil(lambda: titles(session) == ["Một"])
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=mark)
    assert entry(session, "area-2").status is Status.DONE
    assert entry(session, session.checklist.tasks("area-1")[0].id).status is Status.NOT_STARTED
