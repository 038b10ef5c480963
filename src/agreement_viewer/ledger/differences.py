"""Differences: fields in which officers who did not know of each other left different values.

Those that are open are read from the heads. Those that were settled are read from the changes: a
change that replaces several values that differ has settled them, in whatever order all arrived. A
withdrawal that others wrote past is settled by whoever has seen both.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from agreement_viewer.ledger.change import SET, Change
from agreement_viewer.ledger.checklist import Checklist, Entry, Thing
from agreement_viewer.ledger.fields import EVIDENCE_FIELDS, REDACTION, WITHDRAWN
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
            yield Difference(entry, entry, field, _values(entry, field))
        for document in checklist.evidence(entry.id):
            for field in (*EVIDENCE_FIELDS, WITHDRAWN):
                is_unseen = field == WITHDRAWN and bool(document.unseen())
                if is_unseen or document.cell(field).is_difference:
                    yield Difference(entry, document, field, _values(document, field))


def _values(thing: Thing, field: str) -> tuple[Change, ...]:
    heads = thing.cell(field).heads
    if field != WITHDRAWN:
        return heads
    return _ordered((*heads, *thing.unseen()))


def settled_differences(counted: Iterable[Change]) -> list[Settled]:
    """All that were settled and whose settling was not undone, by (clock, id) of the settling."""
    changes = {change.id: change for change in counted}
    followers: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes.values():
        for name in change.replaces:
            followers[name].append(change)
    on_item: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes.values():
        on_item[change.item].append(change)
    settled = [
        Settled(change.item, change.field, values, change)
        for change in changes.values()
        if change.kind == SET and change.replaces
        if (values := _settled_by(change, changes, on_item[change.item]))
        if not _is_undone(change, followers[change.id], changes)
    ]
    return sorted(settled, key=lambda each: each.by.order)


def _settled_by(
    change: Change, changes: Mapping[str, Change], on_item: Iterable[Change]
) -> tuple[Change, ...]:
    """The different values that `change` replaced; none where it settled nothing."""
    replaced = _replaced(change, changes)
    if change.field != WITHDRAWN:
        return replaced if is_difference(replaced) else ()
    marks = [mark for mark in replaced if mark.value is True]
    went_on = last_of_each(_overlooked(change, marks, changes, on_item)) if marks else ()
    differ = bool(went_on) or 0 < len(marks) < len(replaced)
    return (*replaced, *went_on) if differ else ()


def _overlooked(
    settling: Change,
    marks: Iterable[Change],
    changes: Mapping[str, Change],
    on_item: Iterable[Change],
) -> Iterator[Change]:
    """What those who withdrew had not seen, as it stood when somebody looked at it again."""
    seen: set[str] = set()
    to_visit = [name for mark in marks for name in mark.saw]
    while to_visit:
        name = to_visit.pop()
        if name not in seen:
            seen.add(name)
            to_visit += changes[name].replaces if name in changes else ()
    for change in on_item:
        is_own = change.field in (WITHDRAWN, REDACTION)
        if change.id not in seen and not is_own and change.order < settling.order:
            yield change


def last_of_each(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The last of `changes` by each officer."""
    return tuple({change.by: change for change in _ordered(changes)}.values())


def _is_undone(change: Change, followers: Iterable[Change], changes: Mapping[str, Change]) -> bool:
    """Whether all that it replaced was brought back in its place."""
    replaced = {_first(changes[name], changes).id for name in change.replaces if name in changes}
    restored = {_first(each, changes).id for each in followers if each.restores}
    return replaced <= restored


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
