"""Differences: those that are open, and how those that were settled ended."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import AGREEMENT_FILE
from unit.ledger.histories import Writer, histories

from agreement_viewer.agreement import read_agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.checklist import Checklist, Thing
from agreement_viewer.ledger.differences import open_differences, settled_differences
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import COMPLETED_ON, STATUS, TASK, TITLE, WITHDRAWN
from agreement_viewer.ledger.undo import UndoStack

AGREEMENT = read_agreement(AGREEMENT_FILE.read_bytes(), AGREEMENT_FILE.name)


def two_who_differ() -> tuple[Writer, Writer, Change, Change]:
    """Two officers who both wrote the note of the first item, and know it by now."""
    a, b = Writer("a" * 64), Writer("b" * 64)
    (one,) = a.write([Edit.set("area-1", "note", "một")])
    (two,) = b.write([Edit.set("area-1", "note", "hai")])
    a.learn(b)
    b.learn(a)
    return a, b, one, two


def still_open(writer: Writer) -> list[tuple[str, str, list[object]]]:
    found = open_differences(Checklist(AGREEMENT, writer.heads()))
    return [(each.thing.id, each.field, [c.value for c in each.values]) for each in found]


def ended(changes: list[Change]) -> list[tuple[str, list[object], object]]:
    found = settled_differences(changes)
    return [(each.field, [c.value for c in each.values], each.by.value) for each in found]


def test_both_values_are_open_until_somebody_settles_them() -> None:
    a, _b, one, two = two_who_differ()
    values = [change.value for change in sorted((one, two), key=lambda c: c.order)]
    assert still_open(a) == [("area-1", "note", values)]
    assert ended([*a.known.values()]) == []
    a.write([Edit.set("area-1", "note", "một và hai", (one.id, two.id))])
    assert still_open(a) == []
    assert ended([*a.known.values()]) == [("note", values, "một và hai")]


@pytest.mark.parametrize("chosen", ["done", "paused"])
def test_with_a_status_goes_the_day_of_completion_recorded_with_it(chosen: str) -> None:
    a, b = Writer("a" * 64), Writer("b" * 64)
    day = "2025-11-20"
    for writer, status, completed in ((a, "done", day), (b, "paused", None)):
        edits = [Edit.set("area-1", STATUS, status), Edit.set("area-1", COMPLETED_ON, completed)]
        writer.write(edits)
    a.learn(b)
    entry = Checklist(AGREEMENT, a.heads()).items()[0]
    (status,) = (head for head in entry.cell(STATUS).heads if head.value == chosen)
    a.write(actions.settle(entry, status))
    assert still_open(a) == []
    entry = Checklist(AGREEMENT, a.heads()).items()[0]
    assert entry.cell(STATUS).value == chosen
    assert entry.cell(COMPLETED_ON).value == (day if chosen == "done" else None)


def test_an_undone_settling_is_open_again_and_a_redone_one_is_settled() -> None:
    a, _b, one, two = two_who_differ()
    before = still_open(a)
    undo = UndoStack()
    settling = a.write([Edit.set("area-1", "note", "một", (one.id, two.id))])
    undo.record(settling, (one, two))
    for _ in range(3):
        a.write(undo.undo_edits(a.heads(), a.known.get))
        undo.undone()
        assert [(item, name, sorted(map(str, v))) for item, name, v in still_open(a)] == [
            (item, name, sorted(map(str, v))) for item, name, v in before
        ]
        assert ended([*a.known.values()]) == []
        a.write(undo.redo_edits(a.heads(), a.known.get))
        undo.redone()
        assert still_open(a) == []
        ((name, values, standing),) = ended([*a.known.values()])
        assert (name, sorted(map(str, values)), standing) == ("note", ["hai", "một"], "một")


def test_equal_values_are_no_difference() -> None:
    a, b = Writer("a" * 64), Writer("b" * 64)
    (one,) = a.write([Edit.set("area-1", "note", "một")])
    (two,) = b.write([Edit.set("area-1", "note", "một")])
    a.learn(b)
    assert still_open(a) == []
    a.write([Edit.set("area-1", "note", "hai", (one.id, two.id))])
    assert ended([*a.known.values()]) == []


def test_a_task_that_one_withdrew_and_another_went_on_with_is_open() -> None:
    a, checklist, _withdrawn, _note = withdrawn_and_gone_on_with()
    (task,) = checklist.tasks("area-1")
    ((item, field, values),) = still_open(a)
    assert (item, field, sorted(map(str, values))) == (task.id, WITHDRAWN, ["True", "đang làm"])


def withdrawn_and_gone_on_with() -> tuple[Writer, Checklist, Change, Change]:
    """A task that one officer withdrew and another went on with, as the first one sees it."""
    a, b = Writer("a" * 64), Writer("b" * 64)
    task = Edit.create("area-1", TASK)
    created, title = a.write([task, Edit.set(task, TITLE, "Nhiệm vụ A")])
    b.learn(a)
    (withdrawn,) = a.write([Edit.set(created.id, WITHDRAWN, True, saw=[title.id])])
    (note,) = b.write([Edit.set(created.id, "note", "đang làm")])
    a.learn(b)
    return a, Checklist(AGREEMENT, a.heads()), withdrawn, note


@pytest.mark.parametrize("settle", [actions.bring_back, actions.withdraw])
def test_a_contested_withdrawal_is_settled_either_way_and_undone(
    settle: Callable[[Thing], list[Edit]],
) -> None:
    a, checklist, withdrawn, note = withdrawn_and_gone_on_with()
    (task,) = checklist.tasks("area-1")
    undo = UndoStack()
    settling = a.write(settle(task))
    undo.record(settling, (withdrawn,))
    (settled,) = settled_differences(a.known.values())
    assert (settled.field, settled.by) == (WITHDRAWN, settling[0])
    assert {change.id for change in settled.values} == {withdrawn.id, note.id}
    a.write(undo.undo_edits(a.heads(), a.known.get))
    assert settled_differences(a.known.values()) == []
    assert [field for _, field, _ in still_open(a)] == [WITHDRAWN]


def test_what_was_withdrawn_and_brought_back_by_those_who_knew_all_was_no_difference() -> None:
    a = Writer("a" * 64)
    task = Edit.create("area-1", TASK)
    created, _title = a.write([task, Edit.set(task, TITLE, "Nhiệm vụ A")])
    (one,) = a.write([Edit.set(created.id, "note", "một")])
    a.write([Edit.set(created.id, "note", "hai", (one.id,))])
    (shown,) = Checklist(AGREEMENT, a.heads()).tasks("area-1")
    a.write(actions.withdraw(shown))
    (hidden,) = Checklist(AGREEMENT, a.heads()).all_tasks("area-1")
    a.write(actions.bring_back(hidden))
    assert settled_differences(a.known.values()) == []


@given(histories(), st.randoms(use_true_random=False))
def test_how_they_ended_does_not_depend_on_how_changes_arrived(
    changes: list[Change], chance: random.Random
) -> None:
    shuffled = chance.sample(changes, len(changes))
    one, other = settled_differences(changes), settled_differences(shuffled)
    assert [(e.item, e.field, [c.id for c in e.values], e.by.id) for e in one] == [
        (e.item, e.field, [c.id for c in e.values], e.by.id) for e in other
    ]
    for each in one:
        assert {c.id for c in each.values} <= {c.id for c in changes}
        assert len(each.values) > 1
