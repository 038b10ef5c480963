"""The rows of one checklist, put together and kept up with it."""

import datetime
import itertools
from collections.abc import Iterator, Sequence

from agreement_viewer.ledger.checklist import Checklist, Entry, Progress
from agreement_viewer.ui.checklist.rows import (
    EntryRow,
    ItemRow,
    Row,
    SectionRow,
    TaskRow,
    total,
)


class Tree:
    """All rows over `checklist` as they stand on `today`, shown or not."""

    def __init__(self, checklist: Checklist, today: datetime.date) -> None:
        self.checklist = checklist
        self.today = today
        self.shown: list[Row] = []
        self._keys = itertools.count(1)
        self._by_key: dict[int, Row] = {}
        self._by_id: dict[str, EntryRow] = {}
        self._gone: list[Row] = []
        self.sections = [
            self._section(section.title, place, section.entries)
            for place, section in enumerate(checklist.sections())
        ]

    def _section(self, title: str, place: int, entries: Sequence[Entry]) -> SectionRow:
        section = SectionRow(title, place)
        self._keep(section)
        for entry in entries:
            item = ItemRow(entry, section, self.today)
            section.items.append(item)
            self._keep(item)
            self._keep(item.add)
            self.relist(item)
        return section

    def _keep(self, row: Row) -> None:
        row.key = next(self._keys)
        self._by_key[row.key] = row
        if isinstance(row, EntryRow):
            self._by_id[row.id] = row

    def row(self, key: int) -> Row | None:
        """The row with this key."""
        return self._by_key.get(key)

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

    def relist(self, item: ItemRow) -> list[TaskRow]:
        """Take in which tasks `item` has now; the rows whose number changed, new ones included."""
        before = {task.id: task for task in item.tasks}
        item.tasks = []
        changed = []
        for entry in self.checklist.tasks(item.id):
            task = before.pop(entry.id, None)
            if task is None or task.entry.number != entry.number:
                task = task or self._new_task(entry, item)
                changed.append(task)
            task.entry = entry
            item.tasks.append(task)
        for gone in before.values():
            del self._by_id[gone.id]
            self._gone.append(gone)
        item.forget()
        return changed

    def sweep(self) -> None:
        """Forget the keys of rows that are gone, once no view shows them any more."""
        for row in self._gone:
            del self._by_key[row.key]
        self._gone.clear()

    def _new_task(self, entry: Entry, item: ItemRow) -> TaskRow:
        task = TaskRow(entry, item)
        self._keep(task)
        return task

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

    def rest_on(self, checklist: Checklist) -> list[TaskRow]:
        """Take `checklist`, of the same shape, in place of the one so far; see `relist`."""
        self.checklist = checklist
        changed = []
        for item, entry in zip(self.items, checklist.items(), strict=True):
            item.entry = entry
            changed += self.relist(item)
        return changed

    def turn_to(self, today: datetime.date) -> None:
        """Another day has begun."""
        self.today = today
        for row in self.entries:
            row.today = today
            row.forget()
