"""The history: newest first, old and new in words, every value one act from coming back."""

from pathlib import Path

import pytest
from gui.details_room import Colleague, Room
from office import TODAY
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.change import SET
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import LEAD, STATUS
from agreement_viewer.ledger.status import Status
from agreement_viewer.ui import theme
from agreement_viewer.ui.history.section import HistorySection
from agreement_viewer.ui.session import Session

WHO_WHEN = "14:05 20/11/2025 · Cán bộ A, Sở KH&CN"


@pytest.fixture
def room(qtbot: QtBot, session: Session) -> Room:
    room = Room(qtbot, session)
    room.panel.show_item("area-2")
    return room


@pytest.fixture
def history(room: Room) -> HistorySection:
    return room.panel.history


def rows(history: HistorySection) -> list[str]:
    model = history.model
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def unfold(room: Room) -> list[str]:
    room.panel.history.fold_button.click()
    return rows(room.panel.history)


def select(history: HistorySection, words: str) -> None:
    row = next(row for row, text in enumerate(rows(history)) if words in text)
    history.view.setCurrentIndex(history.model.index(row, 0))


def lead(room: Room, *units: str) -> None:
    for unit in units:
        room.session.perform(actions.set_field(room.entry("area-2"), LEAD, unit))


def test_it_is_read_only_when_unfolded(room: Room, history: HistorySection) -> None:
    lead(room, "Đơn vị A")
    assert rows(history) == []
    assert unfold(room) == [f"{WHO_WHEN}, Lead unit: Đơn vị A"]


def test_newest_first_with_the_value_before(room: Room) -> None:
    room.session.perform(actions.set_status(room.entry("area-2"), Status.IN_PROGRESS, TODAY))
    room.session.perform(actions.set_status(room.entry("area-2"), Status.DONE, TODAY))
    assert unfold(room) == [
        f"{WHO_WHEN}, Completion date: 20/11/2025",
        f"{WHO_WHEN}, Status: In progress → Done",
        f"{WHO_WHEN}, Status: In progress",
    ]


def test_it_follows_what_is_recorded(room: Room, history: HistorySection, qtbot: QtBot) -> None:
    unfold(room)
    lead(room, "Đơn vị A", "Đơn vị B")
    qtbot.waitUntil(lambda: len(rows(history)) == 2)
    assert rows(history)[0].endswith("Lead unit: Đơn vị A → Đơn vị B")


def test_a_value_is_restored(room: Room, history: HistorySection, qtbot: QtBot) -> None:
    lead(room, "Đơn vị A", "Đơn vị B")
    unfold(room)
    select(history, "Lead unit: Đơn vị A → Đơn vị B")
    assert not history.restore_link.isEnabled()
    select(history, "Lead unit: Đơn vị A")
    history.view.setCurrentIndex(history.model.index(1, 0))
    room.click("Restore this value")
    assert room.entry("area-2").lead == "Đơn vị A"
    assert room.form.lead.editor.currentText() == "Đơn vị A"
    qtbot.waitUntil(lambda: len(rows(history)) == 3)
    head = room.entry("area-2").cell(LEAD).pick
    assert head
    assert head.restores


def test_a_value_is_restored_by_keyboard(room: Room, history: HistorySection) -> None:
    lead(room, "Đơn vị A", "Đơn vị B")
    unfold(room)
    room.focus(history.view)
    QTest.keyClick(history.view, Qt.Key.Key_Down)
    QTest.keyClick(history.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert room.entry("area-2").lead == "Đơn vị A"


def test_documents_are_part_of_it(room: Room, tmp_path: Path, agreement_bytes: bytes) -> None:
    room.session.perform(actions.add_evidence("area-2", {"number": "7/BC", "issuer": "Đơn vị B"}))
    colleague = Colleague(room.session, tmp_path / "other-keys", agreement_bytes)
    (document,) = colleague.checklist.evidence("area-2")
    colleague.write(actions.set_field(document, "subject", "Báo cáo"))
    colleague.close()
    room.session.refresh()
    assert unfold(room) == [
        "14:05 20/11/2025 · Cán bộ B, Công an TP, 7/BC · Subject: Báo cáo",
        f"{WHO_WHEN}, Document added: 7/BC",
    ]


def test_withdrawn_tasks_and_documents_are_brought_back(
    room: Room, history: HistorySection, qtbot: QtBot
) -> None:
    room.session.perform(actions.add_task("area-2", "Khảo sát"))
    room.session.perform(actions.add_evidence("area-2", {"number": "7/BC"}))
    lead(room, "Đơn vị A")
    room.session.perform(actions.withdraw(room.task("area-2")))
    room.session.perform(actions.withdraw(room.session.checklist.evidence("area-2")[0]))
    assert f"{WHO_WHEN}, Khảo sát: withdrawn" in unfold(room)
    assert history.withdrawn_only.text() == "Withdrawn ones only (2)"
    history.withdrawn_only.click()
    assert rows(history) == [f"{WHO_WHEN}, 7/BC: withdrawn", f"{WHO_WHEN}, Khảo sát: withdrawn"]
    room.click("Bring back", history)
    assert len(room.session.checklist.evidence("area-2")) == 1
    qtbot.waitUntil(lambda: len(rows(history)) == 1)
    room.click("Bring back", history)
    assert room.task("area-2").title == "Khảo sát"


def test_a_withdrawn_tasks_own_history_says_so(room: Room) -> None:
    room.session.perform(actions.add_task("area-2", "Khảo sát"))
    task = room.task("area-2")
    room.session.perform(actions.withdraw(task))
    room.session.undo()
    room.session.perform(actions.withdraw(task))
    room.session.perform(actions.bring_back(task))
    room.panel.show_item(task.id)
    words = [row.removeprefix(f"{WHO_WHEN}, ") for row in unfold(room)]
    assert words[:4] == [
        "Task brought back",
        "Task withdrawn",
        "Task brought back",
        "Task withdrawn",
    ]


def test_what_is_not_understood_says_so(room: Room) -> None:
    room.session.perform([Edit.set("area-2", "budget", 12)])
    room.session.perform([Edit.set("area-2", STATUS, "postponed")])
    room.session.perform([Edit("sign", "area-2", "note", {})])
    assert unfold(room) == [
        f"{WHO_WHEN}, Note: needs a newer version of the program",
        f"{WHO_WHEN}, Status: needs a newer version of the program",
        f"{WHO_WHEN}, budget: needs a newer version of the program",
    ]


def test_a_long_value_is_cut_in_its_row_and_whole_beneath(
    room: Room, history: HistorySection
) -> None:
    text = "Đã hoàn thành khảo sát. " * 40
    room.session.perform(actions.set_field(room.entry("area-2"), "result", text.strip()))
    (row,) = unfold(room)
    assert row.endswith("…")
    assert history.whole.accessibleName() == f"Results: {text.strip()}"


def test_long_values_are_shown_around_what_differs(room: Room, history: HistorySection) -> None:
    text = "Đã hoàn thành khảo sát nhu cầu của các đơn vị. " * 20
    for end in ("còn hai đơn vị", "còn một đơn vị chưa gửi"):
        room.session.perform(actions.set_field(room.entry("area-2"), "result", text + end))
    row = unfold(room)[0].removeprefix(f"{WHO_WHEN}, ")
    old, new = row.removeprefix("Results: ").split(" → ")
    assert old == "…thành khảo sát nhu cầu của các đơn vị. còn hai đơn vị"
    assert new == "…thành khảo sát nhu cầu của các đơn vị. còn một đơn vị chưa gửi"


def test_rows_are_as_high_as_their_texts(
    room: Room, history: HistorySection, qapp: QApplication
) -> None:
    theme.apply_theme(qapp, "light", 100, qapp.font().pointSizeF())
    for number in range(9):
        text = f"{number}. Đã hoàn thành khảo sát nhu cầu của các đơn vị. " * 20
        room.session.perform(actions.set_field(room.entry("area-2"), "result", text))
    unfold(room)
    assert history.view.verticalScrollBar().maximum() > 0
    index = history.model.index(0, 0)
    width = history.view.visualRect(index).width()
    assert width == history.view.viewport().width() == history.view.row_width


def test_a_long_history_is_shown_some_rows_at_a_time(
    room: Room, history: HistorySection, qtmodeltester: ModelTester
) -> None:
    for number in range(300):
        room.session.perform(actions.set_field(room.entry("area-2"), "note", str(number)))
    assert len(unfold(room)) == 50
    model = history.model
    assert model.canFetchMore(QModelIndex())
    history.view.scrollToBottom()
    history.view.verticalScrollBar().setValue(history.view.verticalScrollBar().maximum())
    assert model.rowCount() == 100
    qtmodeltester.check(model, force_py=False)


def test_a_restored_value_replaces_only_what_was_shown(
    room: Room, history: HistorySection, tmp_path: Path, agreement_bytes: bytes
) -> None:
    lead(room, "Đơn vị A", "Đơn vị B")
    colleague = Colleague(room.session, tmp_path / "other-keys", agreement_bytes)
    unfold(room)
    history.view.setCurrentIndex(history.model.index(1, 0))
    colleague.write(actions.set_field(colleague.entry("area-2"), LEAD, "Đơn vị C"))
    colleague.close()
    room.session.ledger.refresh()
    room.click("Restore this value")
    heads = room.session.ledger.heads.of("area-2", LEAD)
    assert {head.value for head in heads} == {"Đơn vị A", "Đơn vị C"}
    assert {head.kind for head in heads} == {SET}


def test_restoring_by_the_link_keeps_the_keyboard_in_the_history(
    room: Room, history: HistorySection, qtbot: QtBot
) -> None:
    lead(room, "Đơn vị A", "Đơn vị B")
    unfold(room)
    history.view.setCurrentIndex(history.model.index(1, 0))
    room.focus(history.restore_link)
    QTest.keyClick(history.restore_link, Qt.Key.Key_Space)
    assert room.entry("area-2").lead == "Đơn vị A"
    qtbot.waitUntil(lambda: len(rows(history)) == 3)
    assert history.view.hasFocus()
    assert history.view.currentIndex().row() == 2
