"""Counting: a change counts once its predecessor and every change that it names have counted.

Until then it waits: stored, not folded, shown as missing. What counts never depends on the order
in which changes arrived.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from agreement_viewer.ledger.change import Change, ChangeError, is_id
from agreement_viewer.ledger.edit import Tip

_NAMING: Final = ("restores", "saw")
"""What of a body may name changes."""


class Counted(NamedTuple):
    """What came of an arrival: `order` to fold in, and who still waits for which ids."""

    order: list[Change]
    waiting: dict[str, frozenset[str]]


def named(change: Change) -> set[str]:
    """The ids of all changes that `change` needs before it can count."""
    ids = set(change.replaces)
    if change.prev:
        ids.add(change.prev)
    if is_id(change.item):
        ids.add(change.item)
    if not change.body.keys().isdisjoint(_NAMING):
        ids.update(change.saw, filter(None, (change.restores,)))
    return ids


def count(
    arrived: Iterable[Change], counted: Callable[[set[str]], AbstractSet[str]] = lambda _ids: set()
) -> Counted:
    """Order `arrived` (new changes and those that waited) so that each follows what it names.

    `counted` tells which of the ids that `arrived` stands on have counted before. Raises
    ChangeError where a change stands on one of another chain.
    """
    pending = {change.id: change for change in arrived}
    missing = {id_: named(change) for id_, change in pending.items()}
    before = counted(set[str]().union(*missing.values()).difference(pending))
    dependants: defaultdict[str, list[str]] = defaultdict(list)
    for id_, names in missing.items():
        names.difference_update(before)
        for name in names:
            dependants[name].append(id_)
    ready = [change for change in pending.values() if not missing[change.id]]
    order: list[Change] = []
    while ready:
        change = ready.pop()
        order.append(change)
        if change.prev in pending:
            check_chain(change, pending[change.prev])
        for dependant in dependants.pop(change.id, ()):
            missing[dependant].discard(change.id)
            if not missing[dependant]:
                ready.append(pending[dependant])
    return Counted(order, {id_: frozenset(names) for id_, names in missing.items() if names})


def check_chain(change: Change, prev: Change) -> None:
    """Raises ChangeError unless `change` continues the chain that `prev` is the end of."""
    expected = (prev.writer, prev.agreement, prev.seq + 1)
    if (change.writer, change.agreement, change.seq) != expected:
        raise ChangeError("the predecessor belongs to another chain")


class Cut(frozenset[Tip]):
    """The tips of all chains (several of one writer after a fork) and everything behind them."""

    def with_change(self, change: Change) -> "Cut":
        """The cut after `change` has counted."""
        kept = (tip for tip in self if tip.id != change.prev)
        return Cut((*kept, Tip(change.writer, change.seq, change.id)))


def cut_of(counted: Iterable[Change]) -> Cut:
    """The cut of a set of counted changes."""
    changes = list(counted)
    inner = {change.prev for change in changes}
    return Cut(Tip(c.writer, c.seq, c.id) for c in changes if c.id not in inner)


def within(cut: Cut, counted: Iterable[Change]) -> list[Change]:
    """The changes of `counted` at or behind the cut, in the order in which they came."""
    changes = {change.id: change for change in counted}
    chosen: set[str] = set()
    for tip in cut:
        step: str | None = tip.id
        while step is not None and step not in chosen and step in changes:
            chosen.add(step)
            step = changes[step].prev
    return [change for change in changes.values() if change.id in chosen]


def forks(counted: Iterable[Change]) -> list[list[Change]]:
    """Changes of one writer that claim the same place in the same chain."""
    places: defaultdict[tuple[str, str, int], list[Change]] = defaultdict(list)
    for change in counted:
        places[change.agreement, change.writer, change.seq].append(change)
    return [branch for branch in places.values() if len(branch) > 1]
