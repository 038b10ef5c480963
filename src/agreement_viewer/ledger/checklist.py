"""The checklist: the heads laid over the agreement, as officers see it."""

import datetime
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from agreement_viewer.agreement import Agreement, Item
from agreement_viewer.ledger.change import CLOSE, CREATE, PRINT, REDACT, SET, Change, is_id
from agreement_viewer.ledger.deadline import Deadline
from agreement_viewer.ledger.fields import (
    COMPLETED_ON,
    DEADLINE,
    EVIDENCE,
    EVIDENCE_FIELDS,
    FIELDS,
    LEAD,
    PARTNERS,
    REDACTION,
    STATUS,
    TASK,
    TITLE,
    WITHDRAWN,
    EvidenceFile,
    is_reserved,
)
from agreement_viewer.ledger.fold import Heads, is_difference
from agreement_viewer.ledger.status import Status, Timeliness, timeliness

T = TypeVar("T")
MISSING = "missing"
"""The kind of an item that has changes but stands no more in the agreement's file."""
OMITTED = "[…]"
"""What stands for a name that was redacted: as in a quotation, in every language alike."""
_SET_FIELDS = {*FIELDS, *EVIDENCE_FIELDS, TITLE, WITHDRAWN}
_STATUSES = {status.value: status for status in Status}


class Cell(Struct, frozen=True):
    """One field of one item: its heads, and the value that stands meanwhile."""

    heads: tuple[Change, ...]

    @property
    def pick(self) -> Change | None:
        """The head that is shown: the last by (clock, id)."""
        return self.heads[-1] if self.heads else None

    @property
    def value(self) -> Any:
        """The pick's value as stored; None where the field is empty."""
        return self.heads[-1].value if self.heads else None

    @property
    def ids(self) -> tuple[str, ...]:
        """What a change of this field replaces."""
        return tuple(head.id for head in self.heads)

    @property
    def is_difference(self) -> bool:
        """Whether two officers left different values that nobody has settled."""
        return len(self.heads) > 1 and is_difference(self.heads)

    def read(self, kind: type[T]) -> T | None:
        """The value as `kind`; None where it is empty or from a newer version of the program."""
        try:
            return None if self.value is None else msgspec.convert(self.value, kind)
        except msgspec.ValidationError:
            return None

    def text(self) -> str:
        """The value of a text field."""
        return self.value if isinstance(self.value, str) else ""


class Thing:
    """Whatever changes are made on: an item of the agreement, a task, a document of evidence."""

    def __init__(self, id: str, kind: str, parent: str | None, number: int, heads: Heads) -> None:
        self.id = id
        self.kind = kind
        self.parent = parent
        self.number = number
        self._heads = heads

    def cell(self, name: str) -> Cell:
        """The field `name`."""
        return Cell(self._heads.of(self.id, name))

    def is_redacted(self, name: str) -> bool:
        """Whether what the field said was redacted, and nothing was put in its place."""
        pick = self.cell(name).pick
        return pick is not None and pick.redacted

    @property
    def withdrawn(self) -> bool:
        """Whether an officer withdrew it."""
        return self.cell(WITHDRAWN).value is True

    def unseen(self) -> list[Change]:
        """Where it is withdrawn: changes that the officer who withdrew it had not seen."""
        marks = [head for head in self.cell(WITHDRAWN).heads if head.value is True]
        saw = {name for mark in marks for name in mark.saw}
        heads = self._heads.of_item(self.id) if marks else ()
        ours = (WITHDRAWN, REDACTION)
        return [head for head in heads if head.id not in saw and head.field not in ours]

    @property
    def shown(self) -> bool:
        """Withdrawn things are shown only while somebody must look at them."""
        return not self.withdrawn or bool(self.unseen())

    def seen(self) -> list[str]:
        """The ids of all its heads: what one who withdraws it now has seen."""
        return sorted(head.id for head in self._heads.of_item(self.id))

    def picks(self) -> list[Change]:
        """The head that is shown of each field that has any."""
        contested = self._heads.contested(self.id)
        heads = [head for head in self._heads.of_item(self.id) if head.field not in contested]
        return heads + [self._heads.of(self.id, field)[-1] for field in contested]

    def not_understood(self) -> list[Change]:
        """Heads that need a newer version of the program."""
        return [head for head in self._heads.of_item(self.id) if not _understood(head)]


class Evidence(Thing):
    """A document that shows what was done."""

    @property
    def file(self) -> EvidenceFile | None:
        """The file that was copied in, if one was."""
        return self.cell("file").read(EvidenceFile)

    def differences(self) -> list[str]:
        """As `Entry.differences`."""
        found = [name for name in EVIDENCE_FIELDS if self.cell(name).is_difference]
        return [*found, WITHDRAWN] if self.cell(WITHDRAWN).is_difference or self.unseen() else found

    @property
    def issued_on(self) -> datetime.date | None:
        """The document's day."""
        return self.cell("issued_on").read(datetime.date)


class Entry(Thing):
    """One line of the checklist: an item of the agreement or a task beneath it."""

    def __init__(
        self,
        id: str,
        kind: str,
        parent: str | None,
        number: int,
        heads: Heads,
        item: Item | None,
    ) -> None:
        super().__init__(id, kind, parent, number, heads)
        self.item = item

    @property
    def is_task(self) -> bool:
        """Whether officers added it."""
        return self.kind == TASK

    @property
    def title(self) -> str:
        """Its short wording."""
        if self.item:
            return self.item.title
        return self.cell(TITLE).text() or (OMITTED if self.is_redacted(TITLE) else self.id)

    @property
    def text(self) -> str:
        """Its whole wording."""
        return self.item.text.text if self.item else self.title

    @property
    def status(self) -> Status:
        """As an officer stated it."""
        value = self.cell(STATUS).value
        known = _STATUSES.get(value) if isinstance(value, str) else None
        return known or Status.NOT_STARTED

    @property
    def completed_on(self) -> datetime.date | None:
        """The day of completion; it counts only while the status is done."""
        return self.cell(COMPLETED_ON).read(datetime.date)

    @property
    def deadline(self) -> Deadline | None:
        """The deadline in force."""
        return self.cell(DEADLINE).read(Deadline)

    @property
    def lead(self) -> str:
        """The lead unit."""
        return self.cell(LEAD).text()

    @property
    def partners(self) -> tuple[str, ...]:
        """The co-ordinating units."""
        return self.cell(PARTNERS).read(tuple[str, ...]) or ()

    @property
    def units(self) -> tuple[str, ...]:
        """All units that have a part in it."""
        return (*filter(None, (self.lead,)), *self.partners)

    def timeliness(self, today: datetime.date) -> Timeliness:
        """How it stands on `today`."""
        return timeliness(self.status, self.completed_on, self.deadline, today)

    def differences(self) -> list[str]:
        """The fields that hold different values of officers who did not know of each other."""
        contested = self._heads.contested(self.id)
        if not contested and not self.withdrawn:
            return []
        names = [*FIELDS, TITLE] if self.is_task else [*FIELDS]
        found = [name for name in names if name in contested and self.cell(name).is_difference]
        return [*found, WITHDRAWN] if self.cell(WITHDRAWN).is_difference or self.unseen() else found


class Section(Struct, frozen=True):
    """A group of the agreement with its items, or the items that its file no longer has."""

    title: str
    entries: tuple[Entry, ...]


class Progress(Struct, frozen=True):
    """How many are done; dropped ones are counted apart and leave the total."""

    done: int
    total: int
    dropped: int

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Progress":
        """Count `entries`."""
        statuses = [entry.status for entry in entries]
        dropped = statuses.count(Status.DROPPED)
        return cls(statuses.count(Status.DONE), len(statuses) - dropped, dropped)


class Checklist:
    """The fold of a ledger over an agreement. It reads the heads anew at each question."""

    def __init__(self, agreement: Agreement, heads: Heads) -> None:
        self.agreement = agreement
        self.heads = heads

    @cached_property
    def _items(self) -> dict[str, Entry]:
        return {
            item.id: Entry(item.id, group.kind, None, item.number, self.heads, item)
            for group in self.agreement.groups
            for item in group.items
        }

    def sections(self) -> list[Section]:
        """The groups in the order of the agreement; missing items last, if there are any."""
        sections = [
            Section(group.title, tuple(self._items[item.id] for item in group.items))
            for group in self.agreement.groups
        ]
        missing = self.missing()
        return [*sections, Section("", missing)] if missing else sections

    def missing(self) -> tuple[Entry, ...]:
        """Items that officers wrote on but that the agreement's file does not have (any more)."""
        ids = (
            id
            for id in self.heads.items()
            if id not in self._items and not is_id(id) and not is_reserved(id)
        )
        return tuple(
            Entry(id, MISSING, None, number, self.heads, None)
            for number, id in enumerate(sorted(ids), start=1)
        )

    def items(self) -> list[Entry]:
        """All items, missing ones last."""
        return [*self._items.values(), *self.missing()]

    def tasks(self, item: str) -> list[Entry]:
        """The tasks shown beneath `item`, by (clock, id) of their creation, numbered from 1."""
        shown = [task for task in self.all_tasks(item) if task.shown]
        for number, task in enumerate(shown, start=1):
            task.number = number
        return shown

    def all_tasks(self, item: str) -> list[Entry]:
        """The tasks beneath `item`, withdrawn ones among them, not numbered."""
        created = self._created(item, TASK)
        return [Entry(change.id, TASK, item, 0, self.heads, None) for change in created]

    def evidence(self, id: str) -> list[Evidence]:
        """The documents shown beneath the item or task `id`."""
        things = (
            Evidence(change.id, EVIDENCE, id, number, self.heads)
            for number, change in enumerate(self._created(id, EVIDENCE), start=1)
        )
        return [thing for thing in things if thing.shown]

    def _created(self, parent: str, thing: str) -> Iterator[Change]:
        return (head for head in self.heads.of(parent, thing) if head.kind == CREATE)

    def entries(self) -> Iterator[Entry]:
        """Each item followed by its tasks, in the order of the list."""
        for item in self.items():
            yield item
            yield from self.tasks(item.id)

    def entry(self, id: str) -> Entry | None:
        """The item or task with this id, as far as it is shown."""
        return next((entry for entry in self.entries() if entry.id == id), None)

    def shown_with(self) -> dict[str, Entry]:
        """The item or task that each id is shown with: its own, and those of its documents."""
        return {
            thing.id: entry
            for entry in self.entries()
            for thing in (entry, *self.evidence(entry.id))
        }

    def not_understood(self) -> list[Change]:
        """Every head that needs a newer version of the program."""
        return [head for head in self.heads if not _understood(head)]


def _understood(head: Change) -> bool:
    if head.kind == REDACT:
        return head.field == REDACTION
    if is_reserved(head.item):
        return head.kind in (SET, CLOSE, PRINT)
    if head.kind == CREATE:
        return head.field in (TASK, EVIDENCE)
    return head.kind == SET and head.field in _SET_FIELDS
