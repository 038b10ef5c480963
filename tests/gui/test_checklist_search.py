"""Looking for something: as one types, through UniKey, by filters, and back to the whole list."""

import pytest
from gui.checklist_room import (
    OFFSCREEN,
    UNIKEY,
    add_task,
    entry,
    ids,
    put,
    shown_panel,
    unikey,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.status import Status, Timeliness
from agreement_viewer.ui.checklist.menu import ChoiceButton
from agreement_viewer.ui.checklist.panel import ChecklistPanel
from agreement_viewer.ui.session import Session

pytestmark = OFFSCREEN


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ChecklistPanel:
    return shown_panel(qtbot, session)


def start_search(qtbot: QtBot, panel: ChecklistPanel) -> None:
    panel.search.start()
    qtbot.waitUntil(panel.search.hasFocus)


def texts(panel: ChecklistPanel) -> list[str]:
    """What the labels and buttons that can be seen say."""
    found = [*panel.findChildren(QLabel), *panel.findChildren(QAbstractButton)]
    return [widget.text() for widget in found if widget.isVisible()]


def test_a_task_found_shows_its_item(panel: ChecklistPanel, session: Session) -> None:
    task = add_task(session, "area-2", "Tổ chức hội thảo khoa học")
    add_task(session, "area-2", "Ký biên bản")
    panel.search.insert("hoi thao khoa")
    assert ids(panel.model) == ["area-2", task]
    assert panel.current_id() == task
    assert panel.view.isExpanded(panel.model.index_of(panel.model.tree.find("area-2")))
    assert "Showing 1/11" in texts(panel)


def test_an_item_found_shows_its_tasks(panel: ChecklistPanel, session: Session) -> None:
    task = add_task(session, "area-3", "Ký biên bản")
    panel.search.insert("DO LUONG")
    assert ids(panel.model) == ["area-3", task]
    assert panel.current_id() == "area-3"


@pytest.mark.parametrize("name", ["result", "difficulty", "proposal", "note", "lead", "partners"])
def test_it_looks_through_what_officers_wrote(
    panel: ChecklistPanel, session: Session, name: str
) -> None:
    put(session, "directive-2", name, "Phòng Đo đạc")
    panel.search.insert("phong do dac")
    assert ids(panel.model) == ["directive-2"]


def test_with_marks_the_exact_match_is_current_and_the_others_stay(
    panel: ChecklistPanel, session: Session
) -> None:
    other = add_task(session, "area-1", "Họp tổ hồi tháo")
    exact = add_task(session, "area-2", "Tổ chức hội thảo")
    panel.search.insert("hội thảo")
    assert ids(panel.model) == ["area-1", other, "area-2", exact]
    assert panel.current_id() == exact
    panel.search.setText("hoi thao")
    assert panel.current_id() == exact
    panel.select("area-1")
    panel.search.setText("hồi tháo")
    assert panel.current_id() == other


@pytest.mark.parametrize("word", UNIKEY)
def test_typing_through_unikey_is_not_disturbed(
    qtbot: QtBot, panel: ChecklistPanel, session: Session, word: str
) -> None:
    task = add_task(session, "area-4", f"Việc về {word} nói chung")
    start_search(qtbot, panel)
    unikey(panel.search, UNIKEY[word])
    assert panel.search.text() == word
    assert task in ids(panel.model)


def test_escape_goes_back_to_the_whole_list(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    everything = ids(panel.model)
    start_search(qtbot, panel)
    panel.search.insert("do luong")
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert ids(panel.model) == everything
    assert panel.search.text() == ""
    assert panel.current_id() == "area-3"
    assert QApplication.focusWidget() is not panel.search


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_down_and_enter_go_on_to_the_list(qtbot: QtBot, panel: ChecklistPanel, key: Qt.Key) -> None:
    start_search(qtbot, panel)
    panel.search.insert("do luong")
    qtbot.keyClick(panel.search, key)
    assert panel.search.text() == "do luong"
    assert not panel.search.hasFocus()
    assert panel.current_id() == "area-3"


def test_what_was_open_is_open_again_afterwards(panel: ChecklistPanel, session: Session) -> None:
    for item in ("area-1", "area-2"):
        add_task(session, item, "Tổ chức hội thảo")
    index = panel.model.index_of(panel.model.tree.find("area-1"))
    panel.view.expand(index)
    panel.select("area-5")
    panel.search.insert("hoi thao")
    panel.search.clear()
    opened = [
        id
        for id in ("area-1", "area-2", "area-3")
        if panel.view.isExpanded(panel.model.index_of(panel.model.tree.find(id)))
    ]
    assert opened[0] == "area-1"
    assert "area-3" not in opened


def test_after_a_search_for_nothing_the_line_before_is_current(
    qtbot: QtBot, panel: ChecklistPanel
) -> None:
    panel.select("directive-2")
    panel.search.start()
    qtbot.keyClicks(panel.search, "do luong xyz")
    assert panel.current_id() == ""
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.current_id() == "directive-2"


def test_nothing_found_says_so_and_offers_the_way_back(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    panel.search.insert("không có gì như thế")
    assert ids(panel.model) == []
    assert {"Nothing found", "Showing 0/9"} <= set(texts(panel))
    assert panel.current_id() == ""
    button = next(b for b in panel.view.findChildren(QAbstractButton) if b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(ids(panel.model)) == 9
    assert panel.search.text() == ""
    assert "Nothing found" not in texts(panel)


def buttons(panel: ChecklistPanel) -> list[ChoiceButton]:
    return panel.findChildren(ChoiceButton)


def choose(panel: ChecklistPanel, label: str, *lines: str) -> None:
    """Tick lines in the menu of a filter, one after the other."""
    button = next(button for button in buttons(panel) if button.text().startswith(label))
    button.menu().aboutToShow.emit()
    for line in lines:
        action = next(action for action in button.menu().actions() if action.text() == line)
        action.trigger()


def test_filters_by_status_unit_and_timeliness(panel: ChecklistPanel, session: Session) -> None:
    put(session, "area-1", "status", "paused")
    put(session, "area-2", "lead", "Đơn vị B")
    put(session, "area-3", "deadline", "01/10/2025")
    task = add_task(session, "area-4", "Ký biên bản", partners="Đơn vị B", status="paused")
    choose(panel, "Status", "Paused", "Done")
    assert ids(panel.model) == ["area-1", "area-4", task]
    assert [b.text() for b in buttons(panel)] == ["Status (2)", "Unit", "Deadline"]
    choose(panel, "Unit", "Đơn vị B")
    assert ids(panel.model) == ["area-4", task]
    choose(panel, "Status (2)", "Paused", "Done")
    assert ids(panel.model) == ["area-2", "area-4", task]
    choose(panel, "Unit", "All units")
    choose(panel, "Deadline", "Not completed, overdue")
    assert ids(panel.model) == ["area-3"]
    assert buttons(panel)[2].accessibleName() == "Deadline: Not completed, overdue"
    clear = next(b for b in panel.findChildren(QToolButton) if b.text() == "Clear filters")
    clear.click()
    assert len(ids(panel.model)) == 10
    assert not clear.isVisible()


def test_units_are_those_in_use_in_the_order_of_the_alphabet(
    panel: ChecklistPanel, session: Session
) -> None:
    for item, unit in (("area-1", "Đơn vị B"), ("area-2", "Ban A"), ("area-3", "Dân vận")):
        put(session, item, "lead", unit)
    choose(panel, "Unit")
    menu = buttons(panel)[1].menu()
    assert [action.text() for action in menu.actions()] == [
        "All units",
        "Ban A",
        "Dân vận",
        "Đơn vị B",
    ]


def test_several_lines_can_be_ticked_while_the_menu_stays(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    buttons(panel)[0].setFocus()
    menu = buttons(panel)[0].menu()
    menu.popup(panel.mapToGlobal(panel.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    for action in menu.actions()[:2]:
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        assert menu.isVisible()
    menu.setActiveAction(menu.actions()[2])
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert buttons(panel)[0].text() == "Status (3)"
    menu.close()


def test_only_what_is_urgent(panel: ChecklistPanel, session: Session) -> None:
    put(session, "area-1", "deadline", "01/10/2025")
    put(session, "area-2", "deadline", "30/11/2025")
    panel.search.insert("area")
    panel.show_only({Timeliness.OVERDUE, Timeliness.DUE_SOON})
    assert ids(panel.model) == ["area-1", "area-2"]
    assert panel.current_id() == "area-1"
    assert panel.search.text() == ""


def test_what_is_left_out_is_shown_when_it_is_wanted(
    panel: ChecklistPanel, session: Session
) -> None:
    panel.search.insert("do luong")
    panel.select("directive-2")
    assert panel.current_id() == "directive-2"
    assert len(ids(panel.model)) == 9


def test_a_row_that_no_longer_fits_goes(panel: ChecklistPanel, session: Session) -> None:
    put(session, "area-1", "status", "paused")
    put(session, "area-2", "status", "paused")
    choose(panel, "Status", "Paused")
    panel.actions_.statuses[Status.DONE].trigger()
    assert ids(panel.model) == ["area-2"]
    assert panel.current_id() == "area-2"
    assert "Showing 1/9" in texts(panel)
    session.undo()
    assert ids(panel.model) == ["area-1", "area-2"]
    session.perform(actions.set_status(entry(session, "area-3"), Status.PAUSED, session.today()))
    assert ids(panel.model) == ["area-1", "area-2", "area-3"]
