"""The fields that officers fill in, and how a typed text becomes a field's value."""

import datetime
from collections.abc import Callable
from typing import Any, Final

import msgspec

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.deadline import Condition, Deadline, parse_due
from agreement_viewer.ledger.status import Status
from agreement_viewer.ledger.text import clean

STATUS: Final = "status"
COMPLETED_ON: Final = "completed_on"
DEADLINE: Final = "deadline"
LEAD: Final = "lead"
PARTNERS: Final = "partners"
TITLE: Final = "title"
WITHDRAWN: Final = "withdrawn"
REDACTION: Final = "redaction"
"""Where it stands that something recorded on the item was redacted: no field that is filled in."""

FIELDS: Final = (
    STATUS,
    COMPLETED_ON,
    DEADLINE,
    LEAD,
    PARTNERS,
    "result",
    "difficulty",
    "proposal",
    "note",
)
"""The fields of an item or task, in the order of the details panel."""

SUBJECT: Final = "subject"
EVIDENCE_FIELDS: Final = ("number", "issued_on", "issuer", SUBJECT, "file")
"""The fields of a document of evidence."""

TASK: Final = "task"
EVIDENCE: Final = "evidence"
"""The things that `create` makes under an item or task; they stand in the change's `field`."""


PROFILE: Final = "report_profile"
TEXTS: Final = "report_texts"
PERIODS: Final = "report_periods"
PRINTS: Final = "report_prints"
"""Reserved items, on which the office records what is of no item (records.py, periods.py)."""


MOST_CHARACTERS: Final = 20_000
"""Some six pages: more of one field is read by nobody, and a window stands still over it."""


def is_reserved(item: str) -> bool:
    """Whether `item` is a reserved one: its name holds "_", which no agreement's item can."""
    return "_" in item


class EvidenceFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file that was copied in: its SHA-256, its name when chosen, its size in bytes."""

    sha256: str
    name: str
    size: int


VALUE_TYPES: Final[dict[str, Any]] = {
    STATUS: Status,
    COMPLETED_ON: datetime.date,
    DEADLINE: Deadline,
    PARTNERS: tuple[str, ...],
    WITHDRAWN: bool,
    "issued_on": datetime.date,
    "file": EvidenceFile,
}
"""The type of each field's value; text where it is not named."""


def to_value(value: object) -> Any:
    """`value` as a change stores it: only JSON's own types, dates in ISO form."""
    return msgspec.to_builtins(value)


def parse_day(text: str) -> datetime.date:
    """A day as typed, 31/12/2025 or 2025-12-31. Raises UserError."""
    due = parse_due(text)
    if due is None or not isinstance(day := getattr(due, "date", None), datetime.date):
        raise UserError(
            translate("Fields", "“{text}” is not a day: write it like 31/12/2025.", text=text)
        )
    return day


def parse_status(text: str) -> Status:
    """A status by its name. Raises UserError that lists the names."""
    try:
        return Status(text)
    except ValueError:
        known = ", ".join(Status)
        raise UserError(
            translate(
                "Fields",
                "“{text}” is not a status: use {known}.",
                text=text,
                known=known,
            )
        ) from None


def parse_deadline(text: str) -> Deadline:
    """A deadline as typed; words that are none of the known forms are kept as a condition.

    Raises UserError for mere numbers that are no date, such as 32/12/2025.
    """
    due = parse_due(text)
    if due is None and not any(map(str.isalpha, text)):
        raise UserError(
            translate(
                "Fields", "“{text}” is not a deadline: write it like 31/12/2025.", text=clean(text)
            )
        )
    return Deadline(due or Condition(clean(text)))


def parse_units(text: str) -> tuple[str, ...]:
    """Units as typed, separated by semicolons or lines."""
    parts = (clean(part) for part in text.replace("\n", ";").split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


def parse_text(text: str) -> str:
    """Words as typed or pasted. Raises UserError where they are more than a field can hold."""
    kept = clean(text)
    if len(kept) > MOST_CHARACTERS:
        raise UserError(too_long(len(kept)))
    return kept


def too_long(count: int) -> str:
    """Why a text of so many characters is not taken."""
    return translate(
        "Fields",
        "This text has {count} characters, and a field holds {most}: shorten it, or attach it as a"
        " document.",
        count=count,
        most=MOST_CHARACTERS,
    )


_PARSERS: Final[dict[str, Callable[[str], object]]] = {
    STATUS: parse_status,
    COMPLETED_ON: parse_day,
    DEADLINE: parse_deadline,
    PARTNERS: parse_units,
}


def parse_value(name: str, text: str) -> object:
    """The value of field `name` that `text` states; None empties the field. Raises UserError."""
    if name not in (*FIELDS, TITLE):
        known = ", ".join((*FIELDS, TITLE))
        raise UserError(
            translate(
                "Fields",
                "There is no field “{name}”: use {known}.",
                name=name,
                known=known,
            )
        )
    if not clean(text) and name != STATUS:
        return None
    return _PARSERS.get(name, parse_text)(text)
