"""Differences: those that are open, and how those that were settled ended."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import AGREEMENT_FILE
from unit.ledger.histories import Writer, histories

from agreement_viewer.agreement import read_agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.checklist import Checklist, Entry
from agreement_viewer.ledger.differences import open_differences, settled_differences
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import TASK, TITLE, WITHDRAWN
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
    a, b = Writer("a" * 64), Writer("b" * 64)
    task = Edit.create("area-1", TASK)
    created, title = a.write([task, Edit.set(task, TITLE, "Nhiệm vụ A")])
    b.learn(a)
    a.write([Edit.set(created.id, WITHDRAWN, True, saw=[title.id])])
    b.write([Edit.set(created.id, "note", "đang làm")])
    a.learn(b)
    ((item, field, values),) = still_open(a)
    assert (item, field, sorted(map(str, values))) == (created.id, WITHDRAWN, ["True", "đang làm"])


@pytest.mark.parametrize("keep", [True, False])
def test_a_withdrawal_that_others_wrote_past_ends_with_who_has_seen_both(keep: bool) -> None:
    a, b = Writer("a" * 64), Writer("b" * 64)
    task = Edit.create("area-1", TASK)
    created, title = a.write([task, Edit.set(task, TITLE, "Nhiệm vụ A")])
    b.learn(a)
    (mark,) = a.write([Edit.set(created.id, WITHDRAWN, True, saw=[title.id])])
    (note,) = b.write([Edit.set(created.id, "note", "đang làm")])
    b.learn(a)
    assert ended([*b.known.values()]) == []
    undo, entry = UndoStack(), entry_of(b, created.id)
    settling = b.write(actions.bring_back(entry) if keep else actions.withdraw(entry))
    undo.record(settling, (mark,))
    (settled,) = settled_differences(b.known.values())
    assert (settled.values, settled.by) == ((mark, note), settling[0])
    assert still_open(b) == []
    b.write(undo.undo_edits(b.heads(), b.known.get))
    assert ended([*b.known.values()]) == []
    assert [field for _item, field, _values in still_open(b)] == [WITHDRAWN]


def entry_of(writer: Writer, id: str) -> Entry:
    found = Checklist(AGREEMENT, writer.heads()).entry(id)
    assert found
    return found


def test_taking_back_ones_own_withdrawal_settles_nothing() -> None:
    a = Writer("a" * 64)
    task = Edit.create("area-1", TASK)
    created, *_ = a.write([task, Edit.set(task, TITLE, "Nhiệm vụ A")])
    a.write([Edit.set(created.id, "note", "đang làm")])
    a.write(actions.withdraw(entry_of(a, created.id)))
    thing = Entry(created.id, TASK, "area-1", 1, a.heads(), None)
    a.write(actions.bring_back(thing))
    assert ended([*a.known.values()]) == []


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
