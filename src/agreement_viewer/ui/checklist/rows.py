"""The rows of the checklist: sections, their items, the tasks beneath, and a line that adds one.

A row remembers what its entry said when it was last asked: filtering and painting ask the ledger
once a change, not once a row and key. `forget` makes it ask anew.
"""

import datetime
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from typing import Final

from agreement_viewer.ledger.checklist import Entry, Progress
from agreement_viewer.ledger.status import Status, Timeliness
from agreement_viewer.ledger.text import search_key

_CLOSED: Final = frozenset({Status.DONE, Status.DROPPED})
_SOUGHT: Final = ("result", "difficulty", "proposal", "note")
_BETWEEN: Final = " ¦ "
_REMEMBERED: Final = (
    "status",
    "timeliness",
    "units",
    "wording",
    "search_key",
    "differences",
    "tally",
    "open_tasks",
)


class Kind(StrEnum):
    """What a row stands for."""

    SECTION = "section"
    ITEM = "item"
    TASK = "task"
    ADD = "add"


class Row:
    """A row. `key` names it for as long as it lives; `id` also after a reset.

    `shown` are the rows beneath that are not filtered out, `place` is its own among its siblings
    there. Both mean nothing while the row itself is not shown.
    """

    kind: Kind
    depth: int

    def __init__(self, id: str, parent: "Row | None") -> None:
        self.id = id
        self.parent = parent
        self.shown: list[Row] = []
        self.place = 0
        self.key = 0

    def forget(self) -> None:
        """Ask the ledger anew for everything that was remembered."""
        for name in _REMEMBERED:
            self.__dict__.pop(name, None)


class AddRow(Row):
    """The last row beneath an item, on which a new task is typed."""

    kind = Kind.ADD
    depth = 2

    def __init__(self, item: "ItemRow") -> None:
        super().__init__(f"add-{item.id}", item)


class EntryRow(Row):
    """An item or a task, as it stands on `today`."""

    def __init__(self, entry: Entry, parent: Row, today: datetime.date) -> None:
        super().__init__(entry.id, parent)
        self.entry = entry
        self.today = today

    @cached_property
    def status(self) -> Status:
        """The officer's own status."""
        return self.entry.status

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.status not in _CLOSED

    @cached_property
    def timeliness(self) -> Timeliness:
        """How it stands today."""
        return self.entry.timeliness(self.today)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The lead and the co-ordinating units."""
        return self.entry.units

    @cached_property
    def wording(self) -> str:
        """All text that a search looks through."""
        entry = self.entry
        notes = (entry.cell(name).text() for name in _SOUGHT)
        texts = dict.fromkeys((entry.title, entry.text, *self.units, *notes))
        return _BETWEEN.join(filter(None, texts))

    @cached_property
    def search_key(self) -> str:
        """`wording` without marks and case."""
        return search_key(self.wording)

    @cached_property
    def differences(self) -> int:
        """How many fields hold different values that nobody has settled."""
        return len(self.entry.differences())


class TaskRow(EntryRow):
    """A task."""

    kind = Kind.TASK
    depth = 2

    def __init__(self, entry: Entry, item: "ItemRow") -> None:
        super().__init__(entry, item, item.today)
        self.item = item


class ItemRow(EntryRow):
    """An item, its tasks, and the row that adds one."""

    kind = Kind.ITEM
    depth = 1

    def __init__(self, entry: Entry, parent: "SectionRow", today: datetime.date) -> None:
        super().__init__(entry, parent, today)
        self.add = AddRow(self)
        self.tasks: list[TaskRow] = []

    @cached_property
    def tally(self) -> Progress:
        """How many of the tasks beneath are done."""
        return tally(self.tasks)

    @cached_property
    def open_tasks(self) -> int:
        """How many of the tasks beneath are neither done nor dropped."""
        return sum(task.is_open for task in self.tasks)


class SectionRow(Row):
    """A group of items."""

    kind = Kind.SECTION
    depth = 0

    def __init__(self, title: str, place: int) -> None:
        super().__init__(f"section-{place}", None)
        self.title = title
        self.items: list[ItemRow] = []

    @cached_property
    def tally(self) -> Progress:
        """How many of the items are done."""
        return tally(self.items)


def tally(rows: Iterable[EntryRow]) -> Progress:
    """Count what is done, from what the rows remember."""
    statuses = [row.status for row in rows]
    dropped = statuses.count(Status.DROPPED)
    return Progress(statuses.count(Status.DONE), len(statuses) - dropped, dropped)


def total(parts: Iterable[Progress]) -> Progress:
    """The sum of counts."""
    done = left = dropped = 0
    for part in parts:
        done, left, dropped = done + part.done, left + part.total, dropped + part.dropped
    return Progress(done, left, dropped)
