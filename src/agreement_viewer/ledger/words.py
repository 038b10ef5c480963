"""Fields and their values in words: for labels, differences and the history."""

import datetime
from typing import Any

import msgspec

from agreement_viewer.agreement import Agreement
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import By, Change
from agreement_viewer.ledger.deadline import Deadline, describe
from agreement_viewer.ledger.edit import moment
from agreement_viewer.ledger.fields import (
    COMPLETED_ON,
    DEADLINE,
    LEAD,
    PARTNERS,
    STATUS,
    TITLE,
    VALUE_TYPES,
    WITHDRAWN,
    EvidenceFile,
)
from agreement_viewer.ledger.status import Status, status_label


def field_label(name: str) -> str:
    """What a field is called on screen; its bare name where this version does not know it."""
    labels = {
        STATUS: translate("Details", "Status"),
        COMPLETED_ON: translate("Details", "Completion date"),
        DEADLINE: translate("Details", "Deadline"),
        LEAD: translate("Details", "Lead unit"),
        PARTNERS: translate("Details", "Co-ordinating unit"),
        "result": translate("Details", "Results"),
        "difficulty": translate("Details", "Difficulties"),
        "proposal": translate("Details", "Proposals"),
        "note": translate("Details", "Note"),
        TITLE: translate("Details", "Task name"),
        "number": translate("Details", "Number"),
        "issued_on": translate("Details", "Date"),
        "issuer": translate("Details", "Issuer"),
        "subject": translate("Details", "Subject"),
        "file": translate("Details", "File"),
    }
    return labels.get(name, name)


def is_readable(name: str, value: Any) -> bool:
    """Whether this version understands a field's stored value."""
    try:
        msgspec.convert(value, VALUE_TYPES.get(name, str) | None)
    except msgspec.ValidationError:
        return False
    return True


def value_words(name: str, value: Any) -> str:
    """A stored value in words."""
    if name == WITHDRAWN and value is None:  # an undone withdrawal
        value = False
    if name == STATUS and value is None:
        return status_label(Status.NOT_STARTED)
    if value in (None, "", []):
        return translate("Details", "empty")
    if not is_readable(name, value):
        return translate("Details", "needs a newer version of the program")
    match msgspec.convert(value, VALUE_TYPES.get(name, str)):
        case Status() as status:
            return status_label(status)
        case datetime.date() as day:
            return day_words(day)
        case Deadline() as deadline:
            return "; ".join((describe(deadline.due), *extension_words(deadline)))
        case tuple() as units:
            return "; ".join(units)
        case EvidenceFile(name=file_name):
            return file_name
        case bool() as withdrawn:
            if withdrawn:
                return translate("Details", "withdrawn")
            return translate("Details", "brought back")
        case text:
            return str(text)


def change_words(change: Change) -> str:
    """The value that a change gave its field, in words, as far as it has not been redacted."""
    if change.redacted:
        return translate("Details", "removed as a secret")
    return value_words(change.field, change.value)


def day_words(day: datetime.date) -> str:
    """A day as it is typed, 31/12/2025, also before the year 1000."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def extension_words(deadline: Deadline) -> list[str]:
    """What the deadline was before each extension, why and by which document, newest first."""
    words = []
    for extension in reversed(deadline.extensions):
        more = "; ".join(filter(None, (extension.reason, extension.document)))
        before = describe(extension.before)
        text = translate("Details", "extended from {before}", before=before)
        words.append(f"{text} ({more})" if more else text)
    return words


def who_words(agreement: Agreement, change: Change) -> str:
    """The officer and the agency that a change was recorded by."""
    return by_words(agreement, change.by)


def by_words(agreement: Agreement, by: By) -> str:
    """An officer and the agency, by its short name where it is one of the programme's."""
    party = agreement.party(by.unit)
    unit = party.short if party else by.unit
    name = by.name or translate("Details", "name not given")
    return ", ".join(filter(None, (name, unit)))


def when_words(change: Change) -> str:
    """The moment of a change by this computer's time zone, e.g. 14:05 20/11/2025."""
    at = moment(change.at).astimezone()
    return f"{at.hour:02}:{at.minute:02} {day_words(at.date())}"


def head_words(agreement: Agreement, head: Change) -> str:
    """A value with who recorded it, and when."""
    return translate(
        "Details",
        "{value} — {who}, {when}",
        value=change_words(head),
        who=who_words(agreement, head),
        when=when_words(head),
    )
