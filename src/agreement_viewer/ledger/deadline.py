"""Deadlines as Vietnamese programmes state them, the day each falls due, and its extensions."""

import datetime
import re
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.text import clean, search_key

YearNumber = Annotated[int, Meta(ge=1900, le=2199)]


class _Due(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    pass


class Day(_Due, frozen=True, tag="day"):
    """One day."""

    date: datetime.date


class Month(_Due, frozen=True, tag="month"):
    """A month; falls due on its last day."""

    year: YearNumber
    month: Annotated[int, Meta(ge=1, le=12)]


class Quarter(_Due, frozen=True, tag="quarter"):
    """A quarter; falls due on its last day."""

    year: YearNumber
    quarter: Annotated[int, Meta(ge=1, le=4)]


class Year(_Due, frozen=True, tag="year"):
    """A year; falls due on its last day."""

    year: YearNumber


class Condition(_Due, frozen=True, tag="condition"):
    """An event that no calendar knows, in the officer's words."""

    text: Annotated[str, Meta(min_length=1)]


class Yearly(_Due, frozen=True, tag="yearly"):
    """Every year, by the last day of the year that is looked at."""


class Ongoing(_Due, frozen=True, tag="ongoing"):
    """All the time: never overdue."""


Due = Day | Month | Quarter | Year | Condition | Yearly | Ongoing


class Extension(Struct, frozen=True, forbid_unknown_fields=True):
    """What a deadline was before it was put off, why, and by which document."""

    before: Due
    reason: str
    document: str


class Deadline(Struct, frozen=True, forbid_unknown_fields=True):
    """The deadline in force and, oldest first, the extensions that led to it."""

    due: Due
    extensions: tuple[Extension, ...] = ()

    def extended(self, due: Due, reason: str, document: str) -> "Deadline":
        """This deadline put off to `due`."""
        extension = Extension(self.due, clean(reason), clean(document))
        return Deadline(due, (*self.extensions, extension))


def due_day(due: Due, at: datetime.date) -> datetime.date | None:
    """The day that `due` falls on, seen from the day `at`; None where no calendar tells."""
    match due:
        case Day(date):
            return date
        case Month(year, month):
            return _last_day(year, month)
        case Quarter(year, quarter):
            return _last_day(year, quarter * 3)
        case Year(year):
            return _last_day(year, 12)
        case Yearly():
            return _last_day(at.year, 12)
        case _:
            return None


def _last_day(year: int, month: int) -> datetime.date:
    next_month = datetime.date(year + month // 12, month % 12 + 1, 1)
    return next_month - datetime.timedelta(days=1)


_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DAY: Final = r"(?P<day>\d{1,2})"
_MONTH: Final = r"(?P<month>\d{1,2})"
_YEAR: Final = r"(?P<year>\d{4})"
_OF: Final = r"\s*(?:[/.,-]|nam)?\s*(?:nam\s*)?"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?:ngay\s*)?{_DAY}\s*(?:[/.-]|thang)\s*{_MONTH}\s*(?:[/.-]|nam)\s*{_YEAR}",
        rf"{_YEAR}-{_MONTH}-{_DAY}",
        rf"(?:thang\s*)?{_MONTH}{_OF}{_YEAR}",
        rf"(?:quy|q)\s*\.?\s*(?P<quarter>iv|i{{1,3}}|[1-4]){_OF}{_YEAR}",
        rf"(?:nam\s*)?{_YEAR}",
    )
)
_BY: Final = re.compile(r"(?:(?:cham nhat|den|het|trong)\s+)+")
"""Words before a day or a time that leave its last day what it is."""
_PARTS_OF_YEAR: Final = (
    (re.compile(rf"(?:6|sau) thang dau nam\s*{_YEAR}"), 6),
    (re.compile(rf"(?:(?:6|sau) thang )?cuoi nam\s*{_YEAR}"), 12),
)
_WORDS: Final[dict[str, Due]] = {
    "hang nam": Yearly(),
    "moi nam": Yearly(),
    "thuong xuyen": Ongoing(),
}


def parse_due(text: str) -> Due | None:
    """What `text` states, marks and case aside; None where it is not one of the known forms."""
    key = search_key(text)
    if key in _WORDS:
        return _WORDS[key]
    parts = _parts(key)
    return _from_parts(parts) if parts else None


def is_no_date(text: str) -> bool:
    """Whether `text` has a known form and names a day, month or year that does not exist."""
    return parse_due(text) is None and _parts(search_key(text)) is not None


def _parts(key: str) -> dict[str, str] | None:
    if lead := _BY.match(key):
        key = key[lead.end() :]
    for form, month in _PARTS_OF_YEAR:
        if found := form.fullmatch(key):
            return {"month": str(month), **found.groupdict()}
    for form in _FORMS:
        if found := form.fullmatch(key):
            return found.groupdict()
    return None


def _from_parts(parts: dict[str, str]) -> Due | None:
    try:
        numbers = {name: _ROMAN.get(part) or int(part) for name, part in parts.items()}
        if "day" in numbers:
            return Day(datetime.date(numbers["year"], numbers["month"], numbers["day"]))
        kind = next(name for name in ("month", "quarter", "year") if name in numbers)
        return msgspec.convert({"kind": kind, **numbers}, Month | Quarter | Year)
    except ValueError:  # no such day, month or year; msgspec's errors are ValueErrors too
        return None


def describe(due: Due) -> str:
    """`due` as a report writes it, e.g. "quý IV/2025"."""
    match due:
        case Day(date):
            return date.strftime("%d/%m/%Y")
        case Month(year, month):
            return translate("Deadline", "month {month}/{year}", month=f"{month:02}", year=year)
        case Quarter(year, quarter):
            roman = ("I", "II", "III", "IV")[quarter - 1]
            return translate("Deadline", "quarter {quarter}/{year}", quarter=roman, year=year)
        case Year(year):
            return translate("Deadline", "year {year}", year=year)
        case Condition(text):
            return text
        case Yearly():
            return translate("Deadline", "yearly")
        case Ongoing():
            return translate("Deadline", "ongoing")
