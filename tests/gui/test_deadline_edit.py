"""The deadline: one line, what it understood, conditions only by consent, extensions kept."""

import datetime
import html

import pytest
from gui.details_room import Room, telex
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.deadline import (
    Condition,
    Day,
    Deadline,
    Due,
    Extension,
    Month,
    Ongoing,
    Quarter,
    Year,
    Yearly,
)
from agreement_viewer.ledger.fields import DEADLINE
from agreement_viewer.ui.fields.due import typed_form, understood
from agreement_viewer.ui.session import Session


@pytest.fixture
def room(qtbot: QtBot, session: Session) -> Room:
    room = Room(qtbot, session)
    room.panel.show_item("area-2")
    return room


def type_deadline(room: Room, text: str) -> None:
    line = room.form.deadline.editor.line
    room.focus(line)
    line.selectAll()
    telex(line, text or "<")


def enter(room: Room) -> None:
    QTest.keyClick(room.form.deadline.editor.line, Qt.Key.Key_Return)


def deadline_of(room: Room) -> Deadline | None:
    return room.entry("area-2").deadline


@pytest.mark.parametrize(
    ("text", "meaning", "due"),
    [
        ("quý IV/2025", "Quarter IV/2025 — due 31/12/2025", Quarter(2025, 4)),
        ("q3/2026", "Quarter III/2026 — due 30/09/2026", Quarter(2026, 3)),
        ("2/2024", "Month 02/2024 — due 29/02/2024", Month(2024, 2)),
        ("2025", "Year 2025 — due 31/12/2025", Year(2025)),
        ("hằng năm", "Yearly — due by 31/12 of each year", Yearly()),
        ("yearly", "Yearly — due by 31/12 of each year", Yearly()),
        ("thuong xuyen", "Ongoing — never overdue", Ongoing()),
    ],
)
def test_it_tells_what_it_understood_before_it_is_recorded(
    room: Room, text: str, meaning: str, due: Due
) -> None:
    type_deadline(room, text)
    assert room.form.deadline.editor.meaning.accessibleName() == meaning
    assert room.changes() == 0
    enter(room)
    assert deadline_of(room) == Deadline(due)
    room.leave()
    assert understood(room.form.deadline.editor.line.text()) == due


def test_other_text_is_no_deadline_until_the_officer_says_so(room: Room) -> None:
    text = "sau khi Luật có hiệu lực"
    type_deadline(room, text)
    enter(room)
    room.leave()
    assert room.changes() == 0
    room.panel.show_item("area-3")
    room.panel.show_item("area-2")
    assert room.form.deadline.editor.line.text() == text
    assert [draft.text for draft in room.session.drafts.all()] == [text]
    room.click("Keep as a condition")
    assert deadline_of(room) == Deadline(Condition(text))
    assert room.session.drafts.all() == []
    room.panel.show_item("area-3")
    room.panel.show_item("area-2")
    assert room.form.deadline.editor.line.text() == text
    assert not room.form.deadline.editor.keep.isVisible()
    line = room.form.timeliness
    assert [label.accessibleName() for label in line.findChildren(QLabel)] == ["On a condition"]


def test_a_condition_of_one_item_is_none_of_another(room: Room) -> None:
    type_deadline(room, "khi có kinh phí")
    room.click("Keep as a condition")
    room.panel.show_item("area-3")
    type_deadline(room, "khi có kinh phí")
    room.leave()
    assert room.entry("area-3").deadline is None


def test_emptying_it_takes_the_deadline_away(room: Room) -> None:
    type_deadline(room, "2025")
    enter(room)
    type_deadline(room, "")
    room.leave()
    assert deadline_of(room) is None


def extend(room: Room, due: str, reason: str, document: str) -> None:
    room.click("Extend")
    form = room.form.deadline.extension
    assert form
    for line, text in ((form.due.line, due), (form.reason, reason), (form.document, document)):
        room.focus(line)
        telex(line, text)
    room.click("Record extension")


def test_an_extension_keeps_the_old_one_its_reason_and_document(room: Room) -> None:
    assert not room.form.deadline.extend.isEnabled()
    type_deadline(room, "quý III/2025")
    enter(room)
    extend(room, "quý I/2026", "Chờ kinh phí", "Công văn 12/UBND")
    assert deadline_of(room) == Deadline(
        Quarter(2026, 1), (Extension(Quarter(2025, 3), "Chờ kinh phí", "Công văn 12/UBND"),)
    )
    assert room.form.deadline.extension
    assert room.form.deadline.extension.isHidden()
    assert room.form.deadline.extend.hasFocus()
    earlier = room.form.deadline.earlier
    assert earlier.isVisible()
    assert earlier.accessibleName() == (
        "Extended from quarter III/2025 (Chờ kinh phí; Công văn 12/UBND)"
    )


def test_escape_gives_an_extension_up(room: Room) -> None:
    type_deadline(room, "2025")
    enter(room)
    room.click("Extend")
    form = room.form.deadline.extension
    assert form
    room.focus(form.reason)
    QTest.keyClick(form.reason, Qt.Key.Key_Escape)
    assert form.isHidden()
    assert room.form.deadline.extend.hasFocus()
    assert deadline_of(room) == Deadline(Year(2025))


def test_correcting_a_deadline_keeps_its_extensions(room: Room) -> None:
    type_deadline(room, "2025")
    enter(room)
    extend(room, "2026", "Chờ kinh phí", "")
    type_deadline(room, "6/2026")
    enter(room)
    assert deadline_of(room) == Deadline(
        Month(2026, 6), (Extension(Year(2025), "Chờ kinh phí", ""),)
    )


@pytest.mark.parametrize(
    ("due", "reason", "fault"),
    [
        ("", "x", "State the new deadline in a known form."),
        ("sau này", "x", "State the new deadline in a known form."),
        ("2026", "", "State the reason for the extension."),
        ("2024", "x", "The new deadline is not later than the old one."),
    ],
)
def test_a_faulty_extension_is_not_recorded(room: Room, due: str, reason: str, fault: str) -> None:
    type_deadline(room, "2025")
    enter(room)
    extend(room, due, reason, "")
    assert room.form.deadline.extension
    assert room.form.deadline.extension.message.accessibleName() == fault
    assert deadline_of(room) == Deadline(Year(2025))


def test_a_half_typed_extension_comes_back_with_its_item(room: Room) -> None:
    type_deadline(room, "2025")
    enter(room)
    room.click("Extend")
    form = room.form.deadline.extension
    assert form
    room.focus(form.reason)
    telex(form.reason, "Chờ ý kiến")
    room.panel.show_item("area-3")
    assert form.isHidden()
    room.panel.show_item("area-2")
    assert form.isVisible()
    assert form.reason.text() == "Chờ ý kiến"
    room.click("Cancel", form)
    room.panel.show_item("area-3")
    room.panel.show_item("area-2")
    assert form.isHidden()
    assert room.session.drafts.all() == []


years = st.integers(1900, 2199)
dues = st.one_of(
    st.builds(Day, st.dates(min_value=datetime.date(1900, 1, 1))),
    st.builds(Month, years, st.integers(1, 12)),
    st.builds(Quarter, years, st.integers(1, 4)),
    st.builds(Year, years),
    st.sampled_from([Yearly(), Ongoing()]),
)


@given(dues)
def test_what_the_line_shows_is_understood_again(due: Due) -> None:
    assert understood(typed_form(due)) == due


LONG_CONDITION = "sau khi Luật Khoa học, công nghệ & đổi mới sáng tạo có hiệu lực thi hành"


def test_a_condition_says_that_it_is_one(room: Room) -> None:
    deadline = Deadline(Condition(LONG_CONDITION))
    room.session.perform(actions.set_field(room.entry("area-2"), DEADLINE, deadline))
    texts = [label.text() for label in room.panel.findChildren(QLabel) if label.isVisible()]
    assert "On a condition" in texts
    assert "No deadline" not in texts


def test_a_long_condition_shows_its_beginning_and_all_of_it_as_a_tooltip(room: Room) -> None:
    line = room.form.deadline.editor.line
    room.focus(line)
    telex(line, LONG_CONDITION)
    room.click("Keep as a condition")
    assert line.cursorPosition() == len(LONG_CONDITION)
    room.leave()
    assert line.cursorPosition() == 0
    assert line.toolTip() == f"<p>{html.escape(LONG_CONDITION)}</p>"
    room.panel.show_item("area-3")
    assert line.toolTip() == ""
    room.panel.show_item("area-2")
    assert line.cursorPosition() == 0
