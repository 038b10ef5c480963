"""Undo and redo append; they bring back exactly what was shown, or say who went on."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from office import AGREEMENT_FILE, TODAY
from unit.ledger.histories import Writer

from agreement_viewer.agreement import read_agreement
from agreement_viewer.errors import UserError
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Checklist, Entry
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import FIELDS
from agreement_viewer.ledger.fold import Heads, is_difference
from agreement_viewer.ledger.status import Status
from agreement_viewer.ledger.undo import UndoStack

AGREEMENT = read_agreement(AGREEMENT_FILE.read_bytes(), AGREEMENT_FILE.name)


class Office:
    """One officer at a list, with undo."""

    def __init__(self) -> None:
        self.writer = Writer("1" * 64)
        self.heads = Heads()
        self.checklist = Checklist(AGREEMENT, self.heads)
        self.stack = UndoStack()

    def append(self, edits: list[Edit]) -> None:
        changes = self.writer.write(edits)
        replaced = [older for change in changes for older in self.heads.apply(change)]
        self._last = changes, [older for older in replaced if older not in changes]

    def do(self, edits: list[Edit]) -> bool:
        if not edits:
            return False
        self.append(edits)
        self.stack.record(*self._last)
        return True

    def undo(self) -> None:
        self.append(self.stack.undo_edits(self.heads, self.writer.known.get))
        self.stack.undone()

    def redo(self) -> None:
        self.append(self.stack.redo_edits(self.heads, self.writer.known.get))
        self.stack.redone()

    def entry(self, id: str) -> Entry:
        found = self.checklist.entry(id)
        assert found is not None
        return found

    def merge(self, other: Writer) -> None:
        for change in other.known.values():
            if change.id not in self.writer.known:
                self.heads.apply(change)
        self.writer.learn(other)

    def picture(self) -> list[object]:
        """All that is shown, by what officers see rather than by which change says it."""
        return [
            (
                e.id,
                e.title,
                [sorted({str(h.value) for h in e.cell(f).heads} - {"None"}) for f in FIELDS],
            )
            for e in self.checklist.entries()
        ]


class UndoMachine(RuleBasedStateMachine):
    """Random work, undone and redone at random: each undo shows the picture before."""

    def __init__(self) -> None:
        super().__init__()
        self.office = Office()
        self.before: list[list[object]] = []
        self.after: list[list[object]] = []

    def _do(self, edits: Callable[[], list[Edit]]) -> None:
        picture = self.office.picture()
        if self.office.do(edits()):
            self.before.append(picture)
            self.after.clear()

    @rule(place=st.integers(0, 20), status=st.sampled_from(Status))
    def set_status(self, place: int, status: Status) -> None:
        entries = list(self.office.checklist.entries())
        entry = entries[place % len(entries)]
        self._do(lambda: actions.set_status(entry, status, TODAY))

    @rule(place=st.integers(0, 20), text=st.sampled_from(["", "một", "hai"]))
    def write_note(self, place: int, text: str) -> None:
        entries = list(self.office.checklist.entries())
        self._do(lambda: actions.set_field(entries[place % len(entries)], "note", text or None))

    @rule(item=st.sampled_from(["area-1", "directive-2"]))
    def add_task(self, item: str) -> None:
        self._do(lambda: actions.add_task(item, "Nhiệm vụ"))

    @rule(place=st.integers(0, 5))
    def withdraw(self, place: int) -> None:
        tasks = [entry for entry in self.office.checklist.entries() if entry.is_task]
        if tasks:
            self._do(lambda: actions.withdraw(tasks[place % len(tasks)]))

    @rule()
    def undo(self) -> None:
        if self.office.stack.can_undo:
            self.after.append(self.office.picture())
            self.office.undo()
            assert self.office.picture() == self.before.pop()

    @rule()
    def redo(self) -> None:
        if self.office.stack.can_redo:
            self.before.append(self.office.picture())
            self.office.redo()
            assert self.office.picture() == self.after.pop()

    @invariant()
    def nothing_is_lost(self) -> None:
        assert self.office.stack.can_undo == bool(self.before)
        assert self.office.stack.can_redo == bool(self.after)


UndoMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestUndo = UndoMachine.TestCase


def test_an_undone_settlement_shows_both_values_again() -> None:
    office, other = Office(), Writer("2" * 64)
    office.do(actions.set_field(office.entry("area-1"), "note", "ta"))
    other.write([Edit.set("area-1", "note", "bạn")])
    office.merge(other)
    before = office.entry("area-1").cell("note")
    assert before.is_difference
    office.do(actions.set_field(office.entry("area-1"), "note", "chung"))
    assert not office.entry("area-1").cell("note").is_difference
    office.undo()
    after = office.entry("area-1").cell("note")
    assert after.is_difference
    assert {h.value for h in after.heads} == {"ta", "bạn"}
    assert after.value == before.value
    office.redo()
    assert office.entry("area-1").cell("note").value == "chung"


def test_undo_says_who_went_on() -> None:
    office, other = Office(), Writer("2" * 64)
    office.do(actions.set_field(office.entry("area-1"), "note", "ta"))
    other.learn(office.writer)
    shown = other.heads().of("area-1", "note")
    other.write([Edit.set("area-1", "note", "sau", [head.id for head in shown])])
    office.merge(other)
    with pytest.raises(UserError, match="Cán bộ A"):
        office.undo()
    assert office.entry("area-1").cell("note").value == "sau"


def test_undo_leaves_what_came_in_beside_it() -> None:
    office, other = Office(), Writer("2" * 64)
    office.do(actions.set_field(office.entry("area-1"), "note", "ta"))
    office.do(actions.set_field(office.entry("area-1"), "note", "ta nữa"))
    other.write([Edit.set("area-1", "note", "bạn")])
    office.merge(other)
    office.undo()
    heads = office.heads.of("area-1", "note")
    assert is_difference(heads)
    assert {head.value for head in heads} == {"ta", "bạn"}


def test_a_task_that_somebody_else_filled_is_not_undone_away() -> None:
    office, other = Office(), Writer("2" * 64)
    office.do(actions.add_task("area-1", "Nhiệm vụ"))
    (task,) = office.checklist.tasks("area-1")
    other.learn(office.writer)
    other.write([Edit.set(task.id, "result", "Đã có sản phẩm")])
    office.merge(other)
    with pytest.raises(UserError):
        office.undo()
    assert office.checklist.tasks("area-1")


def test_an_added_task_can_be_undone_after_its_own_work_was() -> None:
    office = Office()
    office.do(actions.add_task("area-1", "Nhiệm vụ"))
    (task,) = office.checklist.tasks("area-1")
    office.do(actions.set_status(task, Status.DONE, TODAY))
    office.do(actions.rename(task, "Tên khác"))
    for _ in range(3):
        office.undo()
    assert office.checklist.tasks("area-1") == []
    for _ in range(3):
        office.redo()
    (again,) = office.checklist.tasks("area-1")
    assert (again.id, again.title, again.status) == (task.id, "Tên khác", Status.DONE)


def test_a_task_added_and_withdrawn_can_be_undone_and_done_again_as_often_as_one_likes() -> None:
    office = Office()
    office.do(actions.add_task("area-1", "Việc A"))
    (task,) = office.checklist.tasks("area-1")
    office.do(actions.withdraw(task))
    for _ in range(3):
        office.undo()
        office.undo()
        assert office.checklist.tasks("area-1") == []
        office.redo()
        assert [task.title for task in office.checklist.tasks("area-1")] == ["Việc A"]
        office.redo()
        assert office.checklist.tasks("area-1") == []
