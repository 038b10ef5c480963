"""The fold: the same heads whatever the order of arrival, and nothing counted too soon."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.ledger.histories import ITEMS, Writer, histories

from agreement_viewer.ledger.asof import as_of
from agreement_viewer.ledger.change import Change, ChangeError
from agreement_viewer.ledger.counting import count, cut_of, forks, named, within
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fold import Heads, is_difference


def order(changes: list[Change]) -> list[Change]:
    return count(changes).order


def ids(heads: Heads) -> set[str]:
    return {head.id for head in heads}


@given(histories(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_heads(
    changes: list[Change], chance: random.Random
) -> None:
    expected = {
        change.id
        for change in changes
        if not any(
            change.id in other.replaces and (other.item, other.field) == (change.item, change.field)
            for other in changes
        )
    }
    for _ in range(3):
        chance.shuffle(changes)
        assert ids(Heads(order(changes))) == expected


@given(histories(), st.randoms(use_true_random=False), st.integers(1, 6))
def test_arriving_in_parts_counts_the_same(
    changes: list[Change], chance: random.Random, parts: int
) -> None:
    chance.shuffle(changes)
    heads, counted, waiting = Heads(), set[str](), list[Change]()
    for part in range(parts):
        arrived = count([*waiting, *changes[part::parts]], counted.intersection)
        for change in arrived.order:
            assert named(change) <= counted
            counted.add(change.id)
            heads.apply(change)
        known = {change.id: change for change in [*waiting, *changes[part::parts]]}
        waiting = [known[id] for id in arrived.waiting]
    assert not waiting
    assert ids(heads) == ids(Heads(order(changes)))


@given(histories(), st.data())
def test_what_stands_on_a_missing_change_waits(changes: list[Change], data: st.DataObject) -> None:
    lost = data.draw(st.sampled_from(changes))
    rest = [change for change in changes if change is not lost]
    result = count(rest)
    held = {lost.id}
    for change in order(changes):
        if named(change) & held:
            held.add(change.id)
    assert set(result.waiting) == held - {lost.id}
    assert {change.id for change in result.order} == {c.id for c in rest} - held
    assert all(lost.id in missing or missing & held for missing in result.waiting.values())


@given(histories(), st.data())
def test_a_cut_holds_exactly_what_was_there(changes: list[Change], data: st.DataObject) -> None:
    ordered = order(changes)
    then = ordered[: data.draw(st.integers(0, len(ordered)))]
    assert {c.id for c in within(cut_of(then), ordered)} == {c.id for c in then}
    grown = cut_of([])
    for change in then:
        grown = grown.with_change(change)
    assert grown == cut_of(then)


@given(histories())
def test_as_of_the_end_is_the_fold(changes: list[Change]) -> None:
    ordered = order(changes)
    assert ids(as_of(ordered, "9999-12-31T00:00:00.000Z")) == ids(Heads(ordered))
    assert not ids(as_of(ordered, "0001-01-01T00:00:00.000Z"))


@given(histories(), st.integers(1, 28))
def test_as_of_takes_only_what_was_recorded_by_then(changes: list[Change], day: int) -> None:
    moment = f"2025-01-{day:02}T23:59:59.999Z"
    assert all(head.at <= moment for head in as_of(order(changes), moment))


def test_as_of_looks_through_a_clock_that_ran_ahead() -> None:
    writer = Writer("1" * 64)
    (first,) = writer.write([Edit.set("area-1", "note", "a")], "2025-01-01T00:00:00.000Z")
    (ahead,) = writer.write(
        [Edit.set("area-1", "note", "b", [first.id])], "2025-03-01T00:00:00.000Z"
    )
    (last,) = writer.write(
        [Edit.set("area-1", "note", "c", [ahead.id])], "2025-01-02T00:00:00.000Z"
    )
    assert ids(as_of([first, ahead, last], "2025-01-31T00:00:00.000Z")) == {last.id}
    assert ids(as_of([first, ahead, last], "2025-01-01T12:00:00.000Z")) == {first.id}


def test_two_who_did_not_know_of_each_other_leave_a_difference() -> None:
    one, two = Writer("1" * 64), Writer("2" * 64)
    (start,) = one.write([Edit.set("area-1", "note", "a")])
    two.learn(one)
    (left,) = one.write([Edit.set("area-1", "note", "b", [start.id])])
    (right,) = two.write([Edit.set("area-1", "note", "c", [start.id])])
    one.learn(two)
    heads = one.heads().of("area-1", "note")
    assert {head.id for head in heads} == {left.id, right.id}
    assert is_difference(heads)
    assert heads[-1] == max(left, right, key=lambda change: change.order)
    one.write([Edit.set("area-1", "note", "d", [left.id, right.id])])
    assert not is_difference(one.heads().of("area-1", "note"))


def test_equal_values_are_no_difference_but_true_is_not_one() -> None:
    one, two, three = (Writer(str(n) * 64) for n in (1, 2, 3))
    one.write([Edit.set("area-1", "note", 1)])
    two.write([Edit.set("area-1", "note", 1)])
    one.learn(two)
    assert len(one.heads().of("area-1", "note")) == 2
    assert not is_difference(one.heads().of("area-1", "note"))
    three.write([Edit.set("area-1", "note", True)])
    one.learn(three)
    assert is_difference(one.heads().of("area-1", "note"))


def test_a_change_replaces_only_on_its_own_field() -> None:
    writer = Writer("1" * 64)
    (note,) = writer.write([Edit.set("area-1", "note", "a")])
    writer.write([Edit.set("area-1", "result", "b", [note.id])])
    assert writer.heads().of("area-1", "note") == (note,)


def test_a_fork_keeps_both_branches() -> None:
    writer = Writer("1" * 64)
    writer.write([Edit.set("area-1", "note", "a")])
    tip, known = writer.tip, dict(writer.known)
    left = writer.write([Edit.set("area-1", "result", "left")])
    twin = Writer("1" * 64, known, tip)
    right = twin.write([Edit.set("area-2", "result", "right")])
    writer.learn(twin)
    changes = list(writer.known.values())
    assert {c.id for branch in forks(changes) for c in branch} == {left[0].id, right[0].id}
    assert len(cut_of(changes)) == 2
    assert len(order(changes)) == 3
    assert {head.item for head in writer.heads()} == set(ITEMS)


def test_a_chain_cannot_go_on_from_another_writers() -> None:
    one = Writer("1" * 64)
    one.write([Edit.set("area-1", "note", "a")])
    thief = Writer("2" * 64, dict(one.known), one.tip)
    thief.write([Edit.set("area-1", "note", "b")])
    with pytest.raises(ChangeError):
        order(list(thief.known.values()))
