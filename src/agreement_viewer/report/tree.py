"""The report before it is paper: one neutral tree, from which every writer takes the same facts.

Codes and typed dates only. Words, sizes and layout are the writers' affair, and the counts follow
from the lines, so that no two places can disagree.
"""

import datetime
import enum
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from agreement_viewer.agreement.model import Years
from agreement_viewer.ledger.deadline import Deadline
from agreement_viewer.ledger.periods import Period
from agreement_viewer.ledger.records import OwnTexts, Profile
from agreement_viewer.ledger.status import Status, Timeliness

Value = Status | datetime.date | Deadline | tuple[str, ...] | str | bool | None
"""What a field may hold; None where it is empty."""


class Standing(enum.StrEnum):
    """The four figures that government trackers count in, and what is counted apart from them."""

    ON_TIME = "on_time"
    LATE = "late"
    IN_TIME = "in_time"
    OVERDUE = "overdue"
    DROPPED = "dropped"


class Version(Struct, frozen=True, omit_defaults=True):
    """One of the values that stand side by side, with who recorded it and when.

    `at` is None where a clock wrote what is no moment. `newer` says that only a newer version of
    the program can read the value.
    """

    value: Value
    by: str
    unit: str
    at: datetime.datetime | None
    newer: bool = False


class Difference(Struct, frozen=True):
    """A field for which officers who did not know of each other left different values."""

    field: str
    versions: tuple[Version, ...]


class Document(Struct, frozen=True, omit_defaults=True):
    """A document of evidence; `file` is the name of the file that was copied in, if one was."""

    number: str
    issued_on: datetime.date | None
    issuer: str
    subject: str
    file: str
    differences: tuple[Difference, ...] = ()
    id: str = ""


class Line(Struct, frozen=True, omit_defaults=True):
    """An item of the agreement, or a task beneath it; `text` is its whole wording.

    `newer` says that something recorded on it needs a newer version of the program.
    """

    id: str
    number: int
    title: str
    text: str
    status: Status
    completed_on: datetime.date | None
    timeliness: Timeliness
    standing: Standing
    deadline: Deadline | None
    lead: str
    partners: tuple[str, ...]
    result: str
    difficulty: str
    proposal: str
    note: str
    evidence: tuple[Document, ...] = ()
    differences: tuple[Difference, ...] = ()
    newer: bool = False
    tasks: "tuple[Line, ...]" = ()


class Group(Struct, frozen=True):
    """A group of the agreement; without a title, the items that its file no longer has."""

    title: str
    introduction: str
    items: tuple[Line, ...]


class Counts(Struct, frozen=True):
    """How many stand where. The total leaves out what is no longer pursued."""

    on_time: int
    late: int
    in_time: int
    overdue: int
    dropped: int

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Counts":
        """Count `lines`."""
        found = Counter(line.standing for line in lines)
        return cls(**{standing.value: found[standing] for standing in Standing})

    @property
    def done(self) -> int:
        """Completed, on time or late."""
        return self.on_time + self.late

    @property
    def open(self) -> int:
        """Not completed, in time or overdue."""
        return self.in_time + self.overdue

    @property
    def total(self) -> int:
        """All four figures together."""
        return self.done + self.open


class State(Struct, frozen=True):
    """How a line stood at a time."""

    status: Status
    standing: Standing
    timeliness: Timeliness
    completed_on: datetime.date | None
    deadline: Deadline | None

    @classmethod
    def of(cls, line: Line) -> "State":
        """How `line` stands."""
        return cls(line.status, line.standing, line.timeliness, line.completed_on, line.deadline)


class Move(Struct, frozen=True):
    """A line that stands otherwise than in the period before; None: it was not there."""

    id: str
    number: str
    title: str
    before: State | None
    after: State | None


class Addition(Struct, frozen=True, omit_defaults=True):
    """What is dated inside the period before, but was recorded after its figures were closed.

    `document` is None for a completion.
    """

    id: str
    number: str
    title: str
    day: datetime.date
    document: Document | None = None


class Before(Struct, frozen=True):
    """The closed period that a report stands beside: its counts, and what has moved since."""

    period: Period
    items: Counts
    tasks: Counts
    moves: tuple[Move, ...]
    additions: tuple[Addition, ...]


class Report(Struct, frozen=True):
    """The state of a programme on the day `today`, by what was recorded up to `recorded_to`.

    `agency` is who reports, empty where nobody said. `period` is None for a report of the day.
    """

    programme: str
    signed_on: datetime.date
    parties: tuple[str, ...]
    years: Years
    agency: str
    today: datetime.date
    recorded_to: datetime.datetime
    groups: tuple[Group, ...]
    period: Period | None = None
    before: Before | None = None
    profile: Profile = Profile()
    texts: OwnTexts = OwnTexts()

    @property
    def items(self) -> Iterator[Line]:
        """The items of all groups."""
        return (item for group in self.groups for item in group.items)

    @property
    def tasks(self) -> Iterator[Line]:
        """The tasks of all items."""
        return (task for item in self.items for task in item.tasks)

    @property
    def lines(self) -> Iterator[Line]:
        """Each item followed by its tasks."""
        for item in self.items:
            yield item
            yield from item.tasks

    def numbered(self) -> Iterator[tuple[str, Line]]:
        """Each line with its number on paper: "2" for an item, "2.1" for a task beneath it."""
        for item in self.items:
            yield str(item.number), item
            for task in item.tasks:
                yield f"{item.number}.{task.number}", task
