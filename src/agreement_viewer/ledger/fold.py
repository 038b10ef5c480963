"""The fold: which changes are the heads of each field.

A head is a counted change that no counted change on the same field replaces. Changes come in an
order in which each follows all that it names (`counting.py`); any such order gives the same heads.
"""

from collections.abc import Iterable, Iterator, KeysView
from typing import Final

from agreement_viewer.ledger.change import Change, canonical

FOLD_VERSION: Final = 1
"""Raised whenever the same changes would fold differently; copies of heads are then rebuilt."""


class Heads:
    """The heads of every (item, field) of one agreement."""

    def __init__(self, changes: Iterable[Change] = ()) -> None:
        self._items: dict[str, dict[str, dict[str, Change]]] = {}
        for change in changes:
            self.apply(change)

    def apply(self, change: Change) -> list[Change]:
        """Count `change`; returns the heads that it replaced."""
        heads = self._items.setdefault(change.item, {}).setdefault(change.field, {})
        replaced = [heads.pop(named) for named in change.replaces if named in heads]
        heads[change.id] = change
        return replaced

    def of(self, item: str, field: str) -> tuple[Change, ...]:
        """The heads of one field, oldest first by (clock, id); the last one is the pick."""
        fields = self._items.get(item)
        heads = fields and fields.get(field)
        if not heads:
            return ()
        if len(heads) == 1:
            return tuple(heads.values())
        return tuple(sorted(heads.values(), key=lambda change: change.order))

    def of_item(self, item: str) -> Iterator[Change]:
        """All heads on `item`, the creations of things beneath it among them."""
        for heads in self._items.get(item, {}).values():
            yield from heads.values()

    def contested(self, item: str) -> set[str]:
        """The fields of `item` that have several heads: few, so that most need not be looked at."""
        return {field for field, heads in self._items.get(item, {}).items() if len(heads) > 1}

    def differing(self, other: "Heads") -> frozenset[str]:
        """The items and things whose heads differ in `other`, or have lost their words there."""
        mine = {(head.id, head.redacted): head.item for head in self}
        theirs = {(head.id, head.redacted): head.item for head in other}
        items = mine | theirs
        return frozenset(items[key] for key in mine.keys() ^ theirs.keys())

    def items(self) -> KeysView[str]:
        """Every item or thing that a change was made on."""
        return self._items.keys()

    def __iter__(self) -> Iterator[Change]:
        for fields in self._items.values():
            for heads in fields.values():
                yield from heads.values()


def is_difference(heads: Iterable[Change]) -> bool:
    """Whether officers who did not know of each other left different values."""
    return len({canonical([head.kind, head.value]) for head in heads}) > 1
