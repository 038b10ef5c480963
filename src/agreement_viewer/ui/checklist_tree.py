"""The rows of one checklist, put together and kept in order; which of them a change is about."""

import datetime
import itertools
from collections.abc import Iterator, Sequence

from agreement_viewer.ledger.checklist import Checklist, Entry, Progress
from agreement_viewer.ui.checklist_rows import (
    EntryRow,
    ItemRow,
    Row,
    SectionRow,
    TaskRow,
    total,
)


class Tree:
    """The rows over `checklist` as they stand on `today`."""

    def __init__(self, checklist: Checklist, today: datetime.date) -> None:
        self.checklist = checklist
        self.today = today
        self._keys = itertools.count(1)
        self._by_key: dict[int, Row] = {}
        self._by_id: dict[str, EntryRow] = {}
        self.sections = [
            self._section(section.title, place, section.entries)
            for place, section in enumerate(checklist.sections())
        ]

    def _section(self, title: str, place: int, entries: Sequence[Entry]) -> SectionRow:
        section = SectionRow(title, place)
        self._keep(section)
        for entry in entries:
            item = ItemRow(entry, section, self.today)
            item.place = len(section.items)
            section.items.append(item)
            self._keep(item)
            self._keep(item.add)
            for number, task in enumerate(self.checklist.tasks(entry.id)):
                self.insert(item, number, task)
        return section

    def _keep(self, row: Row) -> None:
        row.key = next(self._keys)
        self._by_key[row.key] = row
        if isinstance(row, EntryRow):
            self._by_id[row.id] = row

    def row(self, key: int) -> Row:
        """The row with this key."""
        return self._by_key[key]

    def holds(self, row: Row) -> bool:
        """Whether `row` has not been taken away."""
        return self._by_key.get(row.key) is row

    def find(self, id: str) -> EntryRow | None:
        """The item or task with this id."""
        return self._by_id.get(id)

    @property
    def items(self) -> Iterator[ItemRow]:
        """All items, section by section."""
        return (item for section in self.sections for item in section.items)

    @property
    def entries(self) -> Iterator[EntryRow]:
        """Each item followed by its tasks."""
        for item in self.items:
            yield item
            yield from item.tasks

    def insert(self, item: ItemRow, place: int, entry: Entry) -> TaskRow:
        """A row for a task, at `place` beneath `item`."""
        task = TaskRow(entry, item)
        self._keep(task)
        item.tasks.insert(place, task)
        self._renumber(item, place)
        return task

    def remove(self, task: TaskRow) -> None:
        """Take a task's row away."""
        del task.item.tasks[task.place]
        del self._by_key[task.key], self._by_id[task.id]
        self._renumber(task.item, task.place)

    def _renumber(self, item: ItemRow, first: int) -> None:
        for place in range(first, len(item.tasks)):
            item.tasks[place].place = place
        item.add.place = len(item.tasks)

    def totals(self) -> tuple[Progress, Progress]:
        """How many items and how many tasks are done, counted apart."""
        items = total(section.tally for section in self.sections)
        return items, total(item.tally for item in self.items)

    def has_shape_of(self, checklist: Checklist) -> bool:
        """Whether `checklist` has the same sections and items; its tasks may differ."""
        ours = [(section.title, [item.id for item in section.items]) for section in self.sections]
        return ours == [
            (section.title, [entry.id for entry in section.entries])
            for section in checklist.sections()
        ]

    def rest_on(self, checklist: Checklist) -> None:
        """Take `checklist`, of the same shape, in place of the one so far."""
        self.checklist = checklist
        for item, entry in zip(self.items, checklist.items(), strict=True):
            item.entry = entry

    def turn_to(self, today: datetime.date) -> None:
        """Another day has begun."""
        self.today = today
        for row in self.entries:
            row.today = today
            row.forget()
