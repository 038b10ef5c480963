"""What an officer looks for in the checklist: words, statuses, a unit, timeliness.

A match in a task shows its item; words found in an item show all its tasks. Kept free of Qt, so
that a whole list is judged in one pass.
"""

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct, field

from agreement_viewer.ledger.status import Status, Timeliness
from agreement_viewer.ledger.text import contains_exactly, has_marks, search_key
from agreement_viewer.ui.checklist.rows import EntryRow, ItemRow, TaskRow


class Criteria(Struct, frozen=True, dict=True):
    """All must hold. Of several of one kind any may; an empty one asks for nothing."""

    text: str = ""
    statuses: frozenset[Status] = frozenset()
    unit: str = ""
    timeliness: frozenset[Timeliness] = frozenset()
    received: frozenset[str] = frozenset()
    """The items and tasks that show something else since another office's changes came."""

    @cached_property
    def key(self) -> str:
        """The words without marks and case."""
        return search_key(self.text)

    @cached_property
    def has_filters(self) -> bool:
        """Whether anything but words is asked for."""
        return bool(self.statuses or self.unit or self.timeliness or self.received)

    @property
    def is_active(self) -> bool:
        """Whether anything may be left out."""
        return bool(self.key) or self.has_filters

    def passes(self, row: EntryRow) -> bool:
        """Whether the filters let `row` through, words aside."""
        return (
            (not self.statuses or row.status in self.statuses)
            and (not self.unit or self.unit in row.units)
            and (not self.timeliness or row.timeliness in self.timeliness)
            and (not self.received or row.id in self.received)
        )

    def finds(self, row: EntryRow) -> bool:
        """Whether the words stand in `row`."""
        return not self.key or self.key in row.search_key

    def hits(self, row: EntryRow) -> bool:
        """Whether `row` itself is what is looked for."""
        return self.finds(row) and self.passes(row)

    def tasks(self, item: ItemRow) -> list[TaskRow]:
        """The tasks beneath `item` that are looked for, by their own words or those of `item`."""
        tasks = item.tasks
        if self.key and not self.finds(item):
            key = self.key
            tasks = [task for task in tasks if key in task.search_key]
        return [task for task in tasks if self.passes(task)] if self.has_filters else tasks


class Survey(Struct):
    """What a look through the list found."""

    hits: int = 0
    total: int = 0
    first: str = ""
    """The first hit's id, or "" where nothing was found."""
    exact: str = ""
    """The first that holds the words with their marks, where they were typed with marks."""
    to_open: set[str] = field(default_factory=set)
    """The items beneath which a task is a hit in its own right."""


def survey(criteria: Criteria, items: Iterable[ItemRow]) -> Survey:
    """Look through `items` and their tasks once."""
    found = Survey()
    marked = has_marks(criteria.text)
    for item in items:
        tasks = criteria.tasks(item)
        hits: list[EntryRow] = [item, *tasks] if criteria.hits(item) else [*tasks]
        found.total += 1 + len(item.tasks)
        found.hits += len(hits)
        if hits and not found.first:
            found.first = hits[0].id
        if marked and not found.exact:
            found.exact = _first_exact(hits, criteria.text)
        if tasks and (criteria.has_filters or any(map(criteria.finds, tasks))):
            found.to_open.add(item.id)
    return found


def _first_exact(rows: Iterable[EntryRow], query: str) -> str:
    return next((row.id for row in rows if contains_exactly(row.wording, query)), "")
