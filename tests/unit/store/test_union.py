"""Union: whatever the order and the parts in which changes arrive, every copy shows the same."""

import contextlib
import hashlib
import random
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office import AGREEMENT_FILE, NOW, OFFICER_A, OFFICER_B
from unit.ledger.histories import AGREEMENT, ITEMS, Writer, histories

from agreement_viewer.agreement import Agreement, read_agreement
from agreement_viewer.errors import UserError
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.asof import as_of
from agreement_viewer.ledger.change import MAX_INTEGER, Change, encode, seal
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.ledger.counting import count
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fold import Heads, is_difference
from agreement_viewer.store import copies
from agreement_viewer.store.database import Database
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.union import Arrival, Incoming, Sealed, union
from agreement_viewer.store.verify import verify

OTHER = "khac-2026-2030"


def sealed(changes: Iterable[Change]) -> list[Sealed]:
    return [(change.id, encode(change)) for change in changes]


@contextlib.contextmanager
def database() -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as place:
        opened = Database(Path(place, "ledger.sqlite3"))
        try:
            yield opened
        finally:
            opened.close()


def take(target: Database, changes: Iterable[Change], writer: str | None = None) -> Arrival:
    return union(target.path, Incoming(sealed(changes)), writer)


def shown(target: Database) -> set[tuple[str, ...]]:
    """The heads, and what waits: all that an opened ledger stands on."""
    ledgers = copies.complete(target.connection).values()
    heads = {(head.item, head.field, head.id) for heads, _ in ledgers for head in heads}
    waiting = target.connection.execute("SELECT 'waits', '', id FROM waiting").fetchall()
    return {*heads, *waiting}


def folded(changes: Iterable[Change]) -> set[tuple[str, ...]]:
    counted = count(changes)
    heads = {(head.item, head.field, head.id) for head in Heads(counted.order)}
    return heads | {("waits", "", id) for id in counted.waiting}


@settings(deadline=None, max_examples=60)
@given(histories(), st.randoms(use_true_random=False), st.integers(1, 6))
def test_any_order_and_any_parts_give_the_same_heads(
    changes: list[Change], chance: random.Random, parts: int
) -> None:
    chance.shuffle(changes)
    with database() as target:
        new = 0
        for part in range(parts):
            overlap = chance.sample(changes, min(3, len(changes)))
            new += take(target, [*changes[part::parts], *overlap]).new
            arrived = {id for (id,) in target.connection.execute("SELECT id FROM change")}
            assert shown(target) == folded(c for c in changes if c.id in arrived)
        assert new == len(changes)
        assert take(target, changes) == (0, ((0, (), (), (), ())), {}, False)
        assert shown(target) == folded(changes)
        assert verify(target) == []


@settings(deadline=None, max_examples=40)
@given(histories(), st.data())
def test_what_misses_something_waits_and_is_counted_when_it_comes(
    changes: list[Change], data: st.DataObject
) -> None:
    numbers = st.lists(st.integers(0, len(changes) - 1), min_size=1, max_size=4, unique=True)
    lost = [changes[number] for number in data.draw(numbers)]
    with database() as target:
        rest = [change for change in changes if change not in lost]
        arrival = take(target, rest)
        expected = count(rest).waiting
        assert arrival.outcome.waiting == len(expected)
        assert shown(target) == folded(rest)
        for late in lost:
            take(target, [late])
        assert shown(target) == folded(changes)
        assert verify(target) == []


@settings(deadline=None, max_examples=40)
@given(histories(), st.data(), st.integers(0, 28))
def test_a_past_day_is_the_same_from_what_moved_since_as_from_everything(
    changes: list[Change], data: st.DataObject, day: int
) -> None:
    agreement = read_agreement(AGREEMENT_FILE.read_bytes(), AGREEMENT_FILE.name)
    lost = data.draw(st.lists(st.sampled_from(changes), max_size=3))
    moment = f"2025-01-{day:02}T23:59:59.999Z"
    with database() as target:
        take(target, [change for change in changes if change not in lost])
        ledger = Ledger(target, agreement, b"", "0" * 64)
        expected = as_of(ledger.changes(), moment)
        assert {head.id for head in ledger.as_of(moment)} == {head.id for head in expected}


@settings(deadline=None, max_examples=40)
@given(histories(), st.data())
def test_the_differences_that_it_opens_and_what_is_shown_otherwise_are_named(
    changes: list[Change], data: st.DataObject
) -> None:
    ordered = count(changes).order
    first = data.draw(st.integers(0, len(ordered)))
    before, after = Heads(ordered[:first]), Heads(ordered)
    with database() as target:
        take(target, ordered[:first])
        arrival = take(target, ordered)
    assert set(arrival.outcome.differences) == {
        (AGREEMENT, item, field)
        for item in ITEMS
        for field in ("status", "note", "withdrawn")
        if is_difference(after.of(item, field)) and not is_difference(before.of(item, field))
    }
    assert {(c.item, c.field): c.id for c in arrival.outcome.shown} == {
        (item, field): heads[-1].id
        for item in ITEMS
        for field in ("status", "note", "withdrawn")
        if (heads := after.of(item, field))
        and heads[-1].value != next((c.value for c in before.of(item, field)[-1:]), None)
    }
    assert {(c.item, c.field): c.id for c in arrival.outcome.settled} == {
        (item, field): heads[-1].id
        for item in ITEMS
        for field in ("status", "note", "withdrawn")
        if is_difference(before.of(item, field))
        and not is_difference(heads := after.of(item, field))
    }
    assert sum(arrival.by.values()) == arrival.new == len(ordered) - first


def test_a_chain_that_arrives_backwards_and_alone_counts_in_the_end() -> None:
    writer = Writer("1" * 64)
    shown_before: list[str] = []
    for number in range(60):
        (change,) = writer.write([Edit.set("area-1", "note", str(number), shown_before)])
        shown_before = [change.id]
    changes = list(writer.known.values())
    with database() as target:
        for change in reversed(changes):
            arrival = take(target, [change])
        assert arrival.outcome.waiting == 0
        assert shown(target) == {("area-1", "note", changes[-1].id)}


def broken(changes: list[Change], change: Callable[[Sealed], Sealed]) -> list[Sealed]:
    *rest, last = sealed(changes)
    return [*rest, change(last)]


@pytest.mark.parametrize(
    "damage",
    [
        lambda last: (last[0], last[1].replace(b"ghi", b"GHI")),
        lambda last: (last[0], last[1] + b" "),
        lambda last: (last[0], last[1][:-1]),
        lambda last: (last[0], b"\xff\x00"),
        lambda last: (last[0], b""),
        lambda last: ("0" * 64, last[1]),
        lambda last: ("<b>" * 999, last[1]),
    ],
)
def test_bytes_that_are_not_those_recorded_are_refused_whole(
    damage: Callable[[Sealed], Sealed],
) -> None:
    writer = Writer("1" * 64)
    writer.write([Edit.set("area-1", "note", "một")])
    writer.write([Edit.set("area-1", "note", "ghi chú")])
    with database() as target:
        before = shown(target)
        with pytest.raises(UserError, match="nothing was taken in"):
            union(target.path, Incoming(broken(list(writer.known.values()), damage)), None)
        assert shown(target) == before
        assert target.connection.execute("SELECT count(*) FROM change").fetchone() == (0,)
        take(target, writer.known.values())
        assert verify(target) == []


@pytest.mark.parametrize("parts", [1, 2])
def test_a_change_in_another_ones_chain_is_refused(parts: int) -> None:
    writer, thief = Writer("1" * 64), Writer("2" * 64)
    first = writer.write([Edit.set("area-1", "note", "một")])
    thief.tip = writer.tip
    stolen = thief.write([Edit.set("area-1", "note", "hai")])
    with database() as target:
        if parts == 2:
            take(target, first)
        with pytest.raises(UserError):
            take(target, first + stolen)


def test_a_clock_at_the_end_of_time_is_refused() -> None:
    writer = Writer("1" * 64)
    (change,) = writer.write([Edit.set("area-1", "note", "một")])
    late = seal(msgspec.structs.replace(change, clock=MAX_INTEGER, id=""))
    with database() as target, pytest.raises(UserError):
        take(target, [late])


def test_what_only_a_newer_version_knows_is_kept_and_passed_on(
    folder: DataFolder, ledger: Ledger
) -> None:
    newer = Writer("3" * 64)
    changes = newer.write(
        [
            Edit("approve", "area-1", "approval", {"level": 3}),
            Edit.set("area-1", "risk", {"of": ["kind", "unheard"]}),
        ]
    )
    arrival = take(folder.database, changes, ledger.writer)
    assert (arrival.new, arrival.outcome.waiting) == (2, 0)
    ledger.refresh()
    assert {change.kind for change in ledger.history()} == {"approve", "set"}
    with database() as next_one:
        rows = folder.database.connection.execute("SELECT id, body FROM change ORDER BY row")
        union(next_one.path, Incoming((id, body.encode()) for id, body in rows), None)
        assert {
            tuple(row) for row in next_one.connection.execute("SELECT id, body FROM change")
        } == {(change.id, encode(change).decode()) for change in changes}


def test_an_open_ledger_shows_what_came_and_goes_on_after_it(
    folder: DataFolder, ledger: Ledger, agreement: Agreement, agreement_bytes: bytes
) -> None:
    ledger.append([Edit.set("area-1", "note", "của bên này")], OFFICER_A, NOW)
    partner = Writer("4" * 64)
    note, *_ = changes = partner.write(
        [Edit.set("area-1", "note", "của bên kia"), Edit.set("area-2", "note", "hai")]
    )
    arrival = take(folder.database, changes, ledger.writer)
    assert arrival.outcome.differences == ((agreement.id, "area-1", "note"),)
    assert {by.name: number for by, number in arrival.by.items()} == {note.by.name: 2}
    assert ledger.refresh() == {"area-1", "area-2"}
    entry = Checklist(agreement, ledger.heads).entry("area-1")
    assert entry
    assert entry.differences() == ["note"]
    ledger.append(actions.set_field(entry, "note", "thống nhất"), OFFICER_B, NOW)
    assert max(change.clock for change in ledger.history()) == 3
    assert verify(folder.database) == []
    again = folder.ledger(agreement, agreement_bytes)
    assert {head.id for head in again.heads} == {head.id for head in ledger.heads}


def test_programmes_side_by_side_are_counted_apart(
    folder: DataFolder, ledger: Ledger, agreement: Agreement, agreement_bytes: bytes
) -> None:
    data = agreement_bytes.replace(agreement.id.encode(), OTHER.encode(), 1)
    other = folder.ledger(read_agreement(data, "khac.toml"), data)
    for number in range(3):
        ledger.append([Edit.set("area-1", "note", f"một {number}")], OFFICER_A, NOW)
        other.append([Edit.set("area-1", "note", f"hai {number}")], OFFICER_A, NOW)
    rows = folder.database.connection.execute("SELECT id, body FROM change ORDER BY id").fetchall()
    with database() as target:
        for id, body in rows:
            union(target.path, Incoming([(id, body.encode())]), None)
        assert verify(target) == []
        assert shown(target) == shown(folder.database)


def test_our_own_writer_in_foreign_hands_is_noticed(folder: DataFolder, ledger: Ledger) -> None:
    twin = Writer(ledger.writer)
    changes = twin.write([Edit.set("area-1", "note", "từ bản sao chép")])
    assert take(folder.database, changes, ledger.writer).shares_writer
    assert not take(folder.database, changes, ledger.writer).shares_writer


def test_programmes_files_come_along_unless_they_are_others(folder: DataFolder) -> None:
    data = b"id = ..."
    digest = hashlib.sha256(data).hexdigest()
    rows = [(digest, "a", "2025-01-01T00:00:00.000Z", data), ("0" * 64, "a", "", b"other")]
    union(folder.database.path, Incoming((), rows, [("a", "area-1", "1" * 64)]), None)
    kept = folder.database.connection.execute("SELECT digest, bytes FROM agreement_file")
    assert dict(kept.fetchall()) == {digest: data}


def test_it_can_be_stopped_and_leaves_nothing(folder: DataFolder) -> None:
    writer = Writer("5" * 64)
    changes = [c for n in range(3) for c in writer.write([Edit.set("area-1", f"f{n}", n)])]

    class Stopped(Exception):
        pass

    def stop(read: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        union(folder.database.path, Incoming(sealed(changes)), None, stop)
    assert folder.database.connection.execute("SELECT count(*) FROM change").fetchone() == (0,)
