"""What a report leaves unclear: the check before printing, by the "6 rõ" of official papers.

It looks at the report tree, so that what is checked is what is printed. It names gaps and forbids
nothing: a report with gaps can be printed all the same.
"""

import enum
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from msgspec import Struct

from agreement_viewer.agreement.model import Party
from agreement_viewer.ledger.fields import (
    COMPLETED_ON,
    DEADLINE,
    EVIDENCE,
    LEAD,
    PARTNERS,
    STATUS,
    WITHDRAWN,
)
from agreement_viewer.ledger.records import Profile
from agreement_viewer.ledger.text import search_key
from agreement_viewer.report.printable import Unprintable
from agreement_viewer.report.tree import Line, Report, Standing


class Clarity(enum.Enum):
    """What must be clear: the "6 rõ" and, apart from them, the print itself."""

    PEOPLE = enum.auto()
    WORK = enum.auto()
    TIME = enum.auto()
    RESPONSIBILITY = enum.auto()
    AUTHORITY = enum.auto()
    RESULT = enum.auto()
    PRINT = enum.auto()


class Gap(enum.Enum):
    """What is unclear."""

    NO_SIGNATURE = enum.auto()
    """Of the place and the signer the parts `detail` of the profile are empty, apart by spaces."""
    NO_LEAD = enum.auto()
    NO_WORK = enum.auto()
    """Neither a task nor a result."""
    NO_DEADLINE = enum.auto()
    UNEXPLAINED = enum.auto()
    """Overdue, and no difficulty is named."""
    NO_PARTNERS = enum.auto()
    ONE_PARTY = enum.auto()
    """Lead unit and co-ordinating units all belong to the party `detail`."""
    UNAPPROVED = enum.auto()
    """Put off `count` times without an approving document."""
    NO_PRODUCT = enum.auto()
    """Done with neither a result nor evidence."""
    OPEN_TASKS = enum.auto()
    """Done while `count` tasks are not."""
    DIFFERENCE = enum.auto()
    """Officers differ about the field `detail`; about `count` documents where it is evidence."""
    NEWER = enum.auto()
    """Only a newer version of the program can read all of it."""
    UNPRINTABLE = enum.auto()
    """The characters `detail` are printed as boxes."""


_CLARITIES: Final = {
    Gap.NO_SIGNATURE: Clarity.AUTHORITY,
    Gap.NO_LEAD: Clarity.PEOPLE,
    Gap.NO_WORK: Clarity.WORK,
    Gap.NO_DEADLINE: Clarity.TIME,
    Gap.UNEXPLAINED: Clarity.TIME,
    Gap.NO_PARTNERS: Clarity.RESPONSIBILITY,
    Gap.ONE_PARTY: Clarity.RESPONSIBILITY,
    Gap.UNAPPROVED: Clarity.AUTHORITY,
    Gap.NO_PRODUCT: Clarity.RESULT,
    Gap.OPEN_TASKS: Clarity.RESULT,
    Gap.NEWER: Clarity.PRINT,
    Gap.UNPRINTABLE: Clarity.PRINT,
}
_CLARITIES_OF_FIELDS: Final = {
    LEAD: Clarity.PEOPLE,
    PARTNERS: Clarity.RESPONSIBILITY,
    DEADLINE: Clarity.TIME,
    COMPLETED_ON: Clarity.TIME,
    STATUS: Clarity.RESULT,
    "result": Clarity.RESULT,
    EVIDENCE: Clarity.RESULT,
}
"""For differences; fields that are not named say what the work is."""


_FIELDS: Final = {
    Gap.NO_LEAD: LEAD,
    Gap.NO_WORK: "result",
    Gap.NO_DEADLINE: DEADLINE,
    Gap.UNEXPLAINED: "difficulty",
    Gap.NO_PARTNERS: PARTNERS,
    Gap.ONE_PARTY: PARTNERS,
    Gap.UNAPPROVED: DEADLINE,
    Gap.NO_PRODUCT: "result",
}
"""Where each gap is filled."""


_SIGNING: Final = ("place", "office", "signer")


class Finding(Struct, frozen=True):
    """A gap of the item or task `item`, which the report numbers `number`.

    All three are "" for what stands at the report's head.
    """

    gap: Gap
    detail: str = ""
    count: int = 0
    item: str = ""
    number: str = ""
    title: str = ""

    @property
    def clarity(self) -> Clarity:
        """What the gap leaves unclear."""
        if self.gap is Gap.DIFFERENCE:
            return _CLARITIES_OF_FIELDS.get(self.detail, Clarity.WORK)
        return _CLARITIES[self.gap]

    @property
    def field(self) -> str:
        """The field in which it is settled; "" where no single one is."""
        return self.detail if self.gap is Gap.DIFFERENCE else _FIELDS.get(self.gap, "")


def check_report(
    report: Report, parties: Sequence[Party], unprintable: Iterable[Unprintable]
) -> list[Finding]:
    """The gaps of `report` in its order, its head first.

    `parties` are those of the programme; `unprintable` is what the typesetter could not print.
    """
    boxes = {place.item: place.characters for place in unprintable}
    findings = [*_signature(report.profile)]
    if "" in boxes:
        findings.append(Finding(Gap.UNPRINTABLE, boxes[""]))
    for item in report.items:
        number = str(item.number)
        findings += _line(item, number, boxes)
        findings += _item(item, number, parties)
        for task in item.tasks:
            findings += _line(task, f"{number}.{task.number}", boxes)
    return findings


def _signature(profile: Profile) -> Iterator[Finding]:
    if empty := [name for name in _SIGNING if not getattr(profile, name)]:
        yield Finding(Gap.NO_SIGNATURE, " ".join(empty))


def _finder(line: Line, number: str) -> Callable[..., Finding]:
    return partial(Finding, item=line.id, number=number, title=line.title)


def _differing(line: Line) -> set[str]:
    return {difference.field for difference in line.differences}


def _is_asked(line: Line) -> bool:
    """Whether what is empty should be filled in.

    Not where the line is dropped, where it may be withdrawn, or where what looks empty may only be
    written by a newer version.
    """
    dropped = line.standing is Standing.DROPPED
    return not (dropped or line.newer or WITHDRAWN in _differing(line))


def _is_done(line: Line) -> bool:
    return line.standing in (Standing.ON_TIME, Standing.LATE)


def _line(line: Line, number: str, boxes: dict[str, str]) -> Iterator[Finding]:
    """What is asked of items and tasks alike."""
    found, differing = _finder(line, number), _differing(line)
    if _is_asked(line):
        if not line.lead and LEAD not in differing:
            yield found(Gap.NO_LEAD)
        if line.deadline is None and DEADLINE not in differing:
            yield found(Gap.NO_DEADLINE)
        explained = line.difficulty or "difficulty" in differing
        if line.standing is Standing.OVERDUE and not explained:
            yield found(Gap.UNEXPLAINED)
        extensions = line.deadline.extensions if line.deadline else ()
        if unapproved := sum(not extension.document for extension in extensions):
            yield found(Gap.UNAPPROVED, count=unapproved)
        if _is_done(line) and not line.evidence and not line.result and "result" not in differing:
            yield found(Gap.NO_PRODUCT)
    for difference in line.differences:
        yield found(Gap.DIFFERENCE, difference.field)
    if documents := sum(bool(document.differences) for document in line.evidence):
        yield found(Gap.DIFFERENCE, EVIDENCE, documents)
    if line.newer:
        yield found(Gap.NEWER)
    if line.id in boxes:
        yield found(Gap.UNPRINTABLE, boxes[line.id])


def _item(item: Line, number: str, parties: Sequence[Party]) -> Iterator[Finding]:
    """What is asked of that on which the parties agreed: each of them acts."""
    if not _is_asked(item):
        return
    found, differing = _finder(item, number), _differing(item)
    if not item.tasks and not item.result and "result" not in differing and not _is_done(item):
        yield found(Gap.NO_WORK)
    open_tasks = sum(task.standing in (Standing.IN_TIME, Standing.OVERDUE) for task in item.tasks)
    if _is_done(item) and open_tasks:
        yield found(Gap.OPEN_TASKS, count=open_tasks)
    if len(parties) < 2 or differing & {LEAD, PARTNERS}:
        return
    if not item.partners:
        yield found(Gap.NO_PARTNERS)
    elif item.lead and (only := _only_party([item.lead, *item.partners], parties)):
        yield found(Gap.ONE_PARTY, only)


def _only_party(units: Sequence[str], parties: Sequence[Party]) -> str:
    """The short name of the one party that all `units` name; "" where one may be another's."""
    named = {_party_of(unit, parties) for unit in units}
    return named.pop() if len(named) == 1 else ""


def _party_of(unit: str, parties: Sequence[Party]) -> str:
    """The party that `unit` is or names as its own; "" where that is not known."""
    key = search_key(unit)
    names = {
        party.short
        for party in parties
        if any(search_key(name) in key for name in (party.short, party.name))
    }
    return names.pop() if len(names) == 1 else ""
