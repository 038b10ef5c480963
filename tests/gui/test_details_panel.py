"""What the details show of an item, and what is chosen there rather than typed."""

import datetime

import pytest
from gui.details_room import Room
from office import AGREEMENT_FILE, TODAY
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from agreement_viewer.agreement import read_agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import DEADLINE, parse_deadline
from agreement_viewer.ledger.status import Status
from agreement_viewer.ui.session import Session


@pytest.fixture
def room(qtbot: QtBot, session: Session) -> Room:
    room = Room(qtbot, session)
    room.panel.show_item("area-2")
    return room


def shown_texts(room: Room) -> list[str]:
    labels = room.panel.findChildren(QLabel)
    return [label.accessibleName() for label in labels if label.isVisible() and label.text()]


def choose_status(room: Room, status: Status) -> None:
    editor = room.form.status.editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Down)
    view = editor.view()
    view.setCurrentIndex(view.model().index(editor.findData(status), 0))
    QTest.keyClick(view, Qt.Key.Key_Return)


def test_nothing_is_shown_at_first(qtbot: QtBot, session: Session) -> None:
    room = Room(qtbot, session)
    assert shown_texts(room) == ["No line of the list is chosen."]
    room.panel.save()
    assert room.changes() == 0


def test_wording_who_gave_it_and_how_it_was_published(room: Room) -> None:
    room.panel.show_item("directive-4")
    entry, texts = room.entry("directive-4"), shown_texts(room)
    assert entry.item
    assert entry.title in texts
    assert entry.text in texts
    group = room.session.agreement.group_of(entry.id)
    assert group
    assert group.given_by
    assert f"Given by: {group.given_by.text}" in texts
    assert entry.item.text.published not in texts
    room.click("As published")
    assert entry.item.text.published in shown_texts(room)


def test_long_wording_folds_after_four_lines(room: Room, qtbot: QtBot) -> None:
    room.panel.show_item("directive-4")
    text = next(
        label
        for label in room.panel.findChildren(QLabel)
        if label.accessibleName() == room.entry("directive-4").text
    )
    qtbot.waitUntil(lambda: text.text().endswith("…"))
    folded = text.height()
    assert folded <= 5 * text.fontMetrics().lineSpacing()
    room.click("Show all")
    qtbot.waitUntil(lambda: text.height() > folded)
    assert text.text() == room.entry("directive-4").text
    room.click("Less")
    qtbot.waitUntil(lambda: text.height() == folded)


@pytest.mark.parametrize("item", ["area-2", "directive-4"])
def test_the_first_fields_need_no_scrolling(room: Room, qtbot: QtBot, item: str) -> None:
    room.session.perform(
        actions.set_field(room.entry(item), DEADLINE, parse_deadline("quý III/2025"))
    )
    room.panel.show_item(item)
    lead = room.form.lead
    qtbot.waitUntil(lambda: lead.mapTo(room.panel, QPoint(0, lead.height())).y() < 430)
    assert room.form.width() <= 380


def test_status_is_recorded_at_once_and_done_has_a_day(room: Room) -> None:
    assert room.form.completed_on.editor.isReadOnly()
    choose_status(room, Status.DONE)
    assert room.entry("area-2").status is Status.DONE
    assert room.form.completed_on.editor.text() == "20/11/2025"
    choose_status(room, Status.IN_PROGRESS)
    assert room.entry("area-2").completed_on is None
    assert room.form.completed_on.editor.isReadOnly()


def test_a_click_on_the_day_of_what_is_not_done_types_nowhere_else(room: Room) -> None:
    editor, note = room.form.completed_on.editor, room.form.texts[-1].editor
    room.focus(note)
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton)
    assert editor.hasFocus()
    QTest.keyClicks(editor, "1/10/2025")
    QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert QApplication.activePopupWidget() is None
    room.leave()
    assert (editor.text(), note.toPlainText(), room.changes()) == ("", "", 0)
    assert editor.placeholderText() == "once done"
    assert not any(action.isVisible() for action in editor.actions())
    choose_status(room, Status.DONE)
    assert not editor.isReadOnly()
    assert all(action.isVisible() for action in editor.actions())


def test_the_wheel_and_letters_change_no_status(room: Room) -> None:
    room.form.status.editor.setFocus()
    QTest.keyClicks(room.form.status.editor, "dp")
    assert room.changes() == 0


def test_completion_is_never_in_the_future_and_nothing_is_lost(room: Room) -> None:
    choose_status(room, Status.DONE)
    editor = room.form.completed_on.editor
    room.focus(editor)
    editor.selectAll()
    QTest.keyClicks(editor, "21/11/2025")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "The completion date cannot be in the future." in shown_texts(room)
    room.panel.show_item("area-3")
    room.panel.show_item("area-2")
    assert editor.text() == "21/11/2025"
    editor.selectAll()
    QTest.keyClicks(editor, "1/10/2025")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert room.entry("area-2").completed_on == datetime.date(2025, 10, 1)
    assert "The completion date cannot be in the future." not in shown_texts(room)


def test_timeliness_follows_in_words(room: Room) -> None:
    room.session.perform(
        actions.set_field(room.entry("area-2"), DEADLINE, parse_deadline("31/10/2025"))
    )
    assert "Not completed, overdue" in shown_texts(room)
    choose_status(room, Status.DONE)
    assert "Completed late" in shown_texts(room)


def test_open_tasks_are_told_shown_and_the_tick_taken_back(room: Room, qtbot: QtBot) -> None:
    room.session.perform(actions.add_task("area-2", "Khảo sát"))
    choose_status(room, Status.DONE)
    assert "Tasks still open: 1" in shown_texts(room)
    room.panel.show_item(room.task("area-2").id)
    assert "Tasks still open: 1" not in shown_texts(room)
    room.panel.show_item("area-2")
    with qtbot.waitSignal(room.panel.show_tasks_requested) as asked:
        room.click("Show")
    assert asked.args == ["area-2"]
    room.click("Mark the item not done")
    assert room.entry("area-2").status is Status.NOT_STARTED
    assert room.entry("area-2").completed_on is None
    assert "Tasks still open: 1" not in shown_texts(room)


def test_after_the_last_task_the_item_can_be_marked(room: Room) -> None:
    room.session.perform(actions.add_task("area-2", "Khảo sát"))
    room.panel.show_item(room.task("area-2").id)
    choose_status(room, Status.DONE)
    assert room.entry("area-2").status is Status.NOT_STARTED
    assert "All tasks of item 2 are done." in shown_texts(room)
    room.click("Mark the item done")
    assert room.entry("area-2").status is Status.DONE
    assert "All tasks of item 2 are done." not in shown_texts(room)


def test_a_missing_item_is_shown_with_a_warning(room: Room) -> None:
    room.session.perform([Edit.set("area-9", "note", "Cũ")])
    room.panel.show_item("area-9")
    assert room.form.texts[-1].editor.toPlainText() == "Cũ"
    assert any("has this item no more" in text for text in shown_texts(room))


def test_changed_wording_warns(room: Room) -> None:
    data = AGREEMENT_FILE.read_bytes().replace(b"nghi\xc3\xaan c\xe1\xbb\xa9u KH&CN", b"KH&CN")
    room.session.open(read_agreement(data, "khac.toml"), data)
    room.panel.show_item("area-2")
    assert any("differs from that of the first opening" in text for text in shown_texts(room))


def test_what_a_newer_version_wrote_is_not_written_over(room: Room) -> None:
    newer = {"due": {"kind": "moon", "phase": "full"}}
    room.session.perform([Edit.set("area-2", DEADLINE, newer)])
    assert not room.form.deadline.isEnabled()
    assert "needs a newer version of the program" in shown_texts(room)
    room.panel.save()
    assert room.entry("area-2").cell(DEADLINE).value == newer


def test_another_programme_empties_the_panel(room: Room) -> None:
    data = AGREEMENT_FILE.read_bytes()
    room.session.open(room.session.agreement, data)
    assert shown_texts(room) == ["No line of the list is chosen."]


def test_every_control_is_named(room: Room) -> None:
    room.session.perform(actions.add_task("area-2", "Khảo sát"))
    room.panel.show_item(room.task("area-2").id)
    room.click("Add document…")
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    for kind in kinds:
        for widget in room.panel.findChildren(kind):
            if widget.isVisible():
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                assert widget.accessibleName() or text, widget


def test_tab_goes_from_top_to_bottom_also_through_what_came_later(room: Room) -> None:
    room.session.perform(actions.set_status(room.entry("area-2"), Status.DONE, TODAY))
    note = room.entry("area-2").cell("note").ids
    room.session.perform([Edit.set("area-2", "note", text, note) for text in ("Một", "Hai")])
    deadline = parse_deadline("31/12/2025")
    room.session.perform(actions.set_field(room.entry("area-2"), DEADLINE, deadline))
    room.click("Extend")
    room.click("Add document…")
    for _ in range(5):
        QApplication.processEvents()
    room.form.status.editor.setFocus()
    names = []
    while not names or QApplication.focusWidget() is not room.form.status.editor:
        focused = QApplication.focusWidget()
        assert focused, names
        text = focused.text() if isinstance(focused, QAbstractButton) else ""
        names.append(text or focused.accessibleName())
        room.leave()
    assert names == [
        *("Status", "Completion date", "Deadline", "Extend"),
        *("New deadline", "Reason for extension", "Approving document"),
        *("Record extension", "Cancel", "Lead unit"),
        *("Co-ordinating unit", "+", "Results", "Difficulties", "Proposals", "Note"),
        *("Use this value", "Use this value"),
        *("Number", "Date", "Issuer", "Subject", "Choose file…", "Add", "Cancel", "History"),
    ]


def test_today_is_the_sessions_own(room: Room) -> None:
    assert room.session.today() == TODAY
    assert room.form.completed_on.editor.latest == TODAY
