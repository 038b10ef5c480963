"""Values that two offices left: both shown with who and when, settled by choosing or typing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.details_room import Colleague, Room
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import LEAD, STATUS
from agreement_viewer.ledger.status import Status
from agreement_viewer.ui.fields.base import Field
from agreement_viewer.ui.session import Session


@pytest.fixture
def room(qtbot: QtBot, session: Session) -> Room:
    room = Room(qtbot, session)
    room.panel.show_item("area-2")
    return room


@pytest.fixture
def colleague(session: Session, tmp_path: Path, agreement_bytes: bytes) -> Iterator[Colleague]:
    opened = Colleague(session, tmp_path / "other-keys", agreement_bytes)
    yield opened
    opened.close()


def differ(room: Room, colleague: Colleague, name: str, *values: str) -> None:
    mine, theirs = values
    room.session.perform([Edit.set("area-2", name, mine)])
    colleague.write([Edit.set("area-2", name, theirs)])
    room.session.refresh()


def told(field: Field) -> list[str]:
    labels = field.difference.findChildren(QLabel)
    return [label.accessibleName() for label in labels if label.isVisible()]


def test_both_values_are_shown_with_who_and_when(room: Room, colleague: Colleague) -> None:
    differ(room, colleague, LEAD, "Đơn vị A", "Đơn vị B")
    assert told(room.form.lead) == [
        "Both offices changed this:",
        "Đơn vị A — Cán bộ A, Sở KH&CN, 14:05 20/11/2025",
        "Đơn vị B — Cán bộ B, Công an TP, 14:05 20/11/2025 (shown meanwhile)",
    ]


def test_using_a_value_settles_it(room: Room, colleague: Colleague) -> None:
    differ(room, colleague, LEAD, "Đơn vị A", "Đơn vị B")
    room.click("Use this value", room.form.lead)
    assert room.entry("area-2").lead == "Đơn vị A"
    assert not room.entry("area-2").differences()
    assert room.form.lead.difference.isHidden()
    assert room.form.lead.editor.currentText() == "Đơn vị A"


def test_typing_a_value_settles_it(room: Room, colleague: Colleague) -> None:
    differ(room, colleague, "note", "Một", "Hai")
    editor = room.form.texts[-1].editor
    room.write(editor, " ba")
    room.leave()
    assert room.entry("area-2").cell("note").value == "Hai ba"
    assert not room.entry("area-2").differences()


def test_leaving_the_field_untouched_settles_nothing(room: Room, colleague: Colleague) -> None:
    differ(room, colleague, "note", "Một", "Hai")
    room.focus(room.form.texts[-1].editor)
    room.leave()
    room.panel.show_item("area-3")
    assert room.entry("area-2").differences() == ["note"]


def test_a_third_value_while_choosing_is_not_settled(room: Room, colleague: Colleague) -> None:
    differ(room, colleague, "note", "Một", "Hai")
    editor = room.form.texts[-1].editor
    room.write(editor, " ba")
    colleague.write([Edit.set("area-2", "note", "Bốn")])
    room.session.refresh()
    room.leave()
    heads = room.entry("area-2").cell("note").heads
    assert {head.value for head in heads} == {"Hai ba", "Bốn"}


def test_what_is_typed_goes_into_the_history_before_another_value_is_used(
    room: Room, colleague: Colleague
) -> None:
    differ(room, colleague, "note", "Một", "Hai")
    room.write(room.form.texts[-1].editor, " ba")
    room.click("Use this value", room.form.texts[-1])
    assert room.entry("area-2").cell("note").value == "Một"
    assert "Hai ba" in [change.value for change in room.session.history("area-2")]
    assert not room.entry("area-2").differences()


def test_choosing_a_status_settles_it(room: Room, colleague: Colleague) -> None:
    differ(room, colleague, STATUS, "paused", "in_progress")
    assert len(told(room.form.status)) == 3
    room.form.status.editor.activated.emit(list(Status).index(Status.PAUSED))
    assert room.entry("area-2").status is Status.PAUSED
    assert not room.entry("area-2").differences()


def test_a_withdrawn_task_that_others_went_on_with_can_be_brought_back(
    room: Room, colleague: Colleague
) -> None:
    room.session.perform(actions.add_task("area-2", "Khảo sát"))
    colleague.look()
    task = room.task("area-2")
    room.session.perform(actions.withdraw(task))
    colleague.write(actions.set_field(colleague.entry(task.id), "note", "Đã xong một nửa"))
    room.session.refresh()
    room.panel.show_item(task.id)
    room.click("Bring back")
    assert not room.task("area-2").withdrawn
    assert not room.task("area-2").differences()
    assert room.panel.warnings.isHidden()
