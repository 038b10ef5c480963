"""Differences: fields in which officers who did not know of each other left different values.

Those that are open are read from the heads. Those that were settled are read from the changes: a
change that replaces several values that differ has settled them, in whatever order all arrived.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from agreement_viewer.ledger.actions import Find
from agreement_viewer.ledger.change import SET, Change
from agreement_viewer.ledger.checklist import Checklist, Entry, Thing
from agreement_viewer.ledger.fields import REDACTION, WITHDRAWN
from agreement_viewer.ledger.fold import is_difference


class Difference(NamedTuple):
    """A field with two values or more that nobody has settled."""

    entry: Entry
    """The item or task that it is shown with."""
    thing: Thing
    """What the field is of: the entry, or a document of evidence beneath it."""
    field: str
    values: tuple[Change, ...]
    """By (clock, id): the last one stands meanwhile. Of a withdrawal, what it had not seen too."""


class Settled(NamedTuple):
    """A difference that somebody settled."""

    item: str
    field: str
    values: tuple[Change, ...]
    """What stood beside each other, as it was first recorded, by (clock, id)."""
    by: Change
    """What has stood since: one of the values, or another one."""


def open_differences(checklist: Checklist) -> Iterator[Difference]:
    """All that are open, in the order of the list."""
    for entry in checklist.entries():
        for field in entry.differences():
            yield Difference(entry, entry, field, values_beside(entry, field))
        for document in checklist.evidence(entry.id):
            for field in document.differences():
                yield Difference(entry, document, field, values_beside(document, field))


def values_beside(thing: Thing, field: str) -> tuple[Change, ...]:
    """What stands beside each other in a field, as `Difference.values`."""
    heads = thing.cell(field).heads
    if field != WITHDRAWN:
        return heads
    return _ordered((*heads, *thing.unseen()))


def settled_differences(counted: Iterable[Change]) -> list[Settled]:
    """All that were settled and whose settling was not undone, by (clock, id) of the settling.

    Whether an officer who brought a thing back knew who had gone on with it, the clocks tell.
    """
    changes = {change.id: change for change in counted}
    followers: defaultdict[str, list[Change]] = defaultdict(list)
    withdrawn: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes.values():
        for name in change.replaces:
            followers[name].append(change)
        if change.field == WITHDRAWN:
            withdrawn[change.item] = []
    for change in changes.values():
        if change.item in withdrawn and change.field not in (WITHDRAWN, REDACTION):
            withdrawn[change.item].append(change)
    settled = []
    for change in changes.values():
        replaced = _replaced(change, changes) if change.kind == SET else ()
        if not replaced or _is_undone(replaced, followers[change.id], changes):
            continue
        more = _unseen(change, replaced, withdrawn[change.item]) if _may_withdraw(replaced) else ()
        if is_difference(values := _ordered((*replaced, *more))):
            settled.append(Settled(change.item, change.field, values, change))
    return sorted(settled, key=lambda each: each.by.order)


def _may_withdraw(replaced: Iterable[Change]) -> bool:
    return any(mark.field == WITHDRAWN and mark.value is True for mark in replaced)


def _unseen(change: Change, marks: Iterable[Change], others: Iterable[Change]) -> list[Change]:
    """What whoever withdrew a thing had not seen of it, and who settled it with `change` had."""
    by_id = {other.id: other for other in others if other.clock < change.clock}
    seen = _behind((name for mark in marks for name in mark.saw), by_id)
    known = _behind(change.saw, by_id) if change.value is True else by_id.keys()
    unseen = [by_id[name] for name in known - seen]
    replaced = {name for each in unseen for name in each.replaces}
    return [each for each in unseen if each.id not in replaced]


def _behind(ids: Iterable[str], changes: Mapping[str, Change]) -> set[str]:
    """Those of `ids` that are among `changes`, and all that they replaced."""
    found: set[str] = set()
    waiting = [id for id in ids if id in changes]
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += [name for name in changes[id].replaces if name in changes]
    return found


def _is_undone(
    replaced: Iterable[Change], followers: Iterable[Change], changes: Mapping[str, Change]
) -> bool:
    """Whether what a change replaced was brought back: where it was several values, several."""
    before = {change.id for change in replaced}
    restored = {_first(each, changes).id for each in followers if each.restores}
    return len(restored & before) >= min(len(before), 2)


def _replaced(change: Change, changes: Mapping[str, Change]) -> tuple[Change, ...]:
    """The values of its own field that it replaced, each as it was first recorded."""
    known = (changes[name] for name in change.replaces if name in changes)
    return _ordered(_first(each, changes) for each in known if each.field == change.field)


def _ordered(changes: Iterable[Change]) -> tuple[Change, ...]:
    by_id = {change.id: change for change in changes}
    return tuple(sorted(by_id.values(), key=lambda change: change.order))


def _first(change: Change, changes: Mapping[str, Change]) -> Change:
    """Where a value was brought back by undoing: the change that it came from."""
    while change.restores in changes:
        change = changes[str(change.restores)]
    return change


def first_recorded(change: Change, find: Find) -> Change:
    """Where undoing a settlement brought back a value: the change that it came from.

    Whoever undoes a settlement states none of the values: they stay those of their officers.
    """
    while change.restores and any(_settles(find(name)) for name in change.replaces):
        older = find(change.restores)
        if older is None:
            break
        change = older
    return change


def _settles(change: Change | None) -> bool:
    return change is not None and len(change.replaces) > 1
