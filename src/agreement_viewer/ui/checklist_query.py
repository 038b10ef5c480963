"""What an officer looks for in the checklist: words, statuses, a unit, timeliness.

A match in a task shows its item; words found in an item show all its tasks. Kept free of Qt, so
that a whole list is judged in one pass.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from agreement_viewer.ledger.status import Status, Timeliness
from agreement_viewer.ledger.text import contains_exactly, has_marks, search_key
from agreement_viewer.ui.checklist_rows import EntryRow, ItemRow, TaskRow


@dataclass(frozen=True)
class Criteria:
    """All must hold. Of statuses and of timeliness any may; an empty one asks for nothing."""

    text: str = ""
    statuses: frozenset[Status] = frozenset()
    unit: str = ""
    timeliness: frozenset[Timeliness] = frozenset()

    @cached_property
    def key(self) -> str:
        """The words without marks and case."""
        return search_key(self.text)

    @property
    def is_active(self) -> bool:
        """Whether anything is left out."""
        return bool(self.key or self.filters)

    @cached_property
    def filters(self) -> bool:
        """Whether anything but words is asked for."""
        return bool(self.statuses or self.unit or self.timeliness)

    def without_text(self) -> "Criteria":
        """The filters alone."""
        return replace(self, text="")

    def passes(self, row: EntryRow) -> bool:
        """Whether the filters let `row` through, words aside."""
        return (
            (not self.statuses or row.status in self.statuses)
            and (not self.unit or self.unit in row.units)
            and (not self.timeliness or row.timeliness in self.timeliness)
        )

    def finds(self, row: EntryRow) -> bool:
        """Whether the words stand in `row`."""
        return not self.key or self.key in row.search_key

    def hits_item(self, item: ItemRow) -> bool:
        """Whether `item` itself is what is looked for."""
        return self.finds(item) and self.passes(item)

    def hits_task(self, task: TaskRow) -> bool:
        """Whether `task` is looked for, by its own words or those of its item."""
        return self.passes(task) and (self.finds(task) or self.finds(task.item))

    def shows_item(self, item: ItemRow) -> bool:
        """Whether `item` is looked for, or a task beneath it."""
        return self.hits_item(item) or any(map(self.hits_task, item.tasks))


@dataclass
class Survey:
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

    def take(row: EntryRow) -> None:
        found.hits += 1
        found.first = found.first or row.id
        if marked and not found.exact and contains_exactly(row.wording, criteria.text):
            found.exact = row.id

    for item in items:
        found.total += 1 + len(item.tasks)
        if criteria.hits_item(item):
            take(item)
        for task in item.tasks:
            if criteria.hits_task(task):
                take(task)
                if criteria.filters or criteria.finds(task):
                    found.to_open.add(item.id)
    return found
