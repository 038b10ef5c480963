"""Reporting periods: the prescribed ones of Nghị định 09/2019/NĐ-CP, and closing one's figures.

A closing is a change whose body freezes what the period's report shows. Its id is its identity,
its name a label. A print is recorded likewise, so that its code can be checked for ever.
"""

import datetime
import enum
from collections.abc import Iterable
from typing import Final, NamedTuple

import msgspec
from msgspec import Struct

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import CLOSE, PRINT, Change, Id, Instant, is_id
from agreement_viewer.ledger.checklist import Cell
from agreement_viewer.ledger.counting import Cut
from agreement_viewer.ledger.edit import Edit, Tip
from agreement_viewer.ledger.fields import PERIODS, PRINTS, WITHDRAWN, EvidenceFile
from agreement_viewer.ledger.fold import Heads

CUT_OFF: Final = 14
"""The day of the month on which a prescribed period ends."""
_PERIOD: Final = "period"
_REPORT: Final = "report"
RECORD: Final = "reconciliation"
"""The field of the reconciliation records that went out."""


class PeriodKind(enum.StrEnum):
    """The kinds of period; the last two have free dates."""

    MONTH = "month"
    QUARTER = "quarter"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    YEAR = "year"
    PRELIMINARY = "preliminary"
    FINAL = "final"


class Span(NamedTuple):
    """First and last day, both included."""

    first: datetime.date
    last: datetime.date


class Period(Struct, frozen=True, forbid_unknown_fields=True):
    """What a report covers: a name to print, its kind, its first and last day."""

    name: str
    kind: PeriodKind
    first: datetime.date
    last: datetime.date


class Basis(Struct, frozen=True, omit_defaults=True):
    """All that a report is made from, so that it can be made again and its figures proved."""

    cut: tuple[Tip, ...]
    agreement: str
    """The digest of the agreement's file, whose bytes the store keeps."""
    fold: int
    unit: str
    today: datetime.date
    recorded_to: Instant
    as_of: Instant | None = None
    """Where the report looks back: the moment up to which changes of the cut are chosen."""
    before: Id | None = None
    """The closing that it compares with."""
    figures: str = ""
    """The digest of the figures that it shows (report/figures.py)."""


class Frozen(Struct, frozen=True, omit_defaults=True):
    """The body of a closing. Profile and texts are those that the cut holds."""

    period: Period
    basis: Basis
    pdf: EvidenceFile | None = None
    """The report as it was issued."""


class Printed(Struct, frozen=True, omit_defaults=True):
    """The body of a print: a report with a code went out, of a closing or of the day."""

    basis: Basis
    form: str
    closing: Id | None = None


class Closing(NamedTuple):
    """A closed period: the change that closed it, and what that froze."""

    change: Change
    frozen: Frozen

    @property
    def id(self) -> str:
        """Its identity."""
        return self.change.id

    @property
    def period(self) -> Period:
        """What was closed."""
        return self.frozen.period

    @property
    def cut(self) -> Cut:
        """The changes that it saw, by their tips."""
        return Cut(self.frozen.basis.cut)


def prescribed(kind: PeriodKind, year: int, number: int = 1) -> Span:
    """The prescribed days of a month (`number` 1–12), quarter (1–4), half-year or year.

    Free kinds get the whole prescribed year, to start from.
    """
    first_month, months = {
        PeriodKind.MONTH: (number, 1),
        PeriodKind.QUARTER: (number * 3 - 2, 3),
        PeriodKind.FIRST_HALF: (1, 6),
        PeriodKind.SECOND_HALF: (7, 6),
    }.get(kind, (1, 12))
    before = (year, first_month - 1) if first_month > 1 else (year - 1, 12)
    return Span(
        datetime.date(*before, CUT_OFF + 1),
        datetime.date(year, first_month + months - 1, CUT_OFF),
    )


def period_label(kind: PeriodKind, year: int, number: int = 1) -> str:
    """The period's usual name in the language of the screen: "6 tháng đầu năm 2025"."""
    match kind:
        case PeriodKind.MONTH:
            return translate("Period", "month {number}/{year}", number=f"{number:02}", year=year)
        case PeriodKind.QUARTER:
            roman = ("I", "II", "III", "IV")[number - 1]
            return translate("Period", "quarter {number}/{year}", number=roman, year=year)
        case PeriodKind.FIRST_HALF:
            return translate("Period", "first half-year of {year}", year=year)
        case PeriodKind.SECOND_HALF:
            return translate("Period", "second half-year of {year}", year=year)
        case PeriodKind.YEAR:
            return translate("Period", "year {year}", year=year)
        case PeriodKind.PRELIMINARY:
            return translate("Period", "preliminary review {year}", year=year)
        case PeriodKind.FINAL:
            return translate("Period", "final review {year}", year=year)


def close(frozen: Frozen) -> Edit:
    """The edit that closes a period."""
    return Edit(CLOSE, PERIODS, _PERIOD, msgspec.to_builtins(frozen))


def record_print(heads: Heads, printed: Printed, field: str = _REPORT) -> Edit:
    """The edit that records a print. Only the last one stays a head: older ones are history."""
    older = Cell(heads.of(PRINTS, field)).ids
    return Edit(PRINT, PRINTS, field, msgspec.to_builtins(printed), older)


def read_print(change: Change) -> Printed | None:
    """The print that `change` states; None where only a newer version can read it."""
    try:
        printed = msgspec.convert(change.body, Printed)
    except msgspec.ValidationError:
        return None
    return printed if is_id(printed.basis.figures) else None


def closings(heads: Heads) -> list[Closing]:
    """The closed periods that were not withdrawn, by their last day, then as they were closed."""
    found = (read_closing(head) for head in heads.of(PERIODS, _PERIOD) if head.kind == CLOSE)
    kept = [closing for closing in found if closing and not _is_withdrawn(heads, closing.id)]
    return sorted(kept, key=lambda closing: (closing.period.last, closing.change.order))


def read_closing(change: Change) -> Closing | None:
    """The closing that `change` states; None where only a newer version can read it."""
    try:
        frozen = msgspec.convert(change.body, Frozen)
    except msgspec.ValidationError:
        return None
    return Closing(change, frozen) if is_id(frozen.basis.figures) else None


def withdraw_closing(heads: Heads, closing: Closing) -> list[Edit]:
    """Take a closing out of the list of periods; the history keeps it, and its code still tells."""
    marks = Cell(heads.of(closing.id, WITHDRAWN)).ids
    return [Edit.set(closing.id, WITHDRAWN, True, marks)]


def last_before(
    closed: Iterable[Closing], period: Period | None, day: datetime.date
) -> Closing | None:
    """The closing to compare with: of the same kind as `period` where one ended before `day`."""
    earlier = [closing for closing in closed if closing.period.last < day]
    same = [closing for closing in earlier if period and closing.period.kind == period.kind]
    return max(same or earlier, key=lambda c: (c.period.last, c.change.order), default=None)


def _is_withdrawn(heads: Heads, id: str) -> bool:
    return Cell(heads.of(id, WITHDRAWN)).value is True
