"""What a pasted cell says, read as a field's value. What is not understood is for the note."""

import datetime
import re
from typing import Final, NamedTuple

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.deadline import Condition, Deadline
from agreement_viewer.ledger.fields import (
    COMPLETED_ON,
    LEAD,
    STATUS,
    TITLE,
    parse_day,
    parse_value,
)
from agreement_viewer.ledger.status import Status, status_label
from agreement_viewer.ledger.text import clean, search_key


class Reading(NamedTuple):
    """A cell as a field's value (None: it gives none), and what the officer should know of it."""

    value: object = None
    remark: str = ""
    to_note: bool = False
    """Its text does not fit the field and goes into the note."""


_STATUS_WORDS: Final = {
    "chua thuc hien": Status.NOT_STARTED,
    "chua trien khai": Status.NOT_STARTED,
    "chua bat dau": Status.NOT_STARTED,
    "not started": Status.NOT_STARTED,
    "dang thuc hien": Status.IN_PROGRESS,
    "dang trien khai": Status.IN_PROGRESS,
    "dang trien khai thuc hien": Status.IN_PROGRESS,
    "dang xu ly": Status.IN_PROGRESS,
    "dang lam": Status.IN_PROGRESS,
    "in progress": Status.IN_PROGRESS,
    "hoan thanh": Status.DONE,
    "da hoan thanh": Status.DONE,
    "hoan thanh dung han": Status.DONE,
    "hoan thanh qua han": Status.DONE,
    "da thuc hien": Status.DONE,
    "da xong": Status.DONE,
    "xong": Status.DONE,
    "done": Status.DONE,
    "completed": Status.DONE,
    "tam dung": Status.PAUSED,
    "paused": Status.PAUSED,
    "khong tiep tuc thuc hien": Status.DROPPED,
    "khong tiep tuc": Status.DROPPED,
    "khong thuc hien": Status.DROPPED,
    "dropped": Status.DROPPED,
}
"""What officers write for a status, as search keys. “Chưa hoàn thành” is not among them: it may
have been begun or not."""


def status_of(text: str) -> Status | None:
    """The status that `text` states, marks and case aside; None where it states none for sure."""
    key = " ".join(re.findall(r"\w+", search_key(text)))
    labels = {search_key(status_label(status)): status for status in Status}
    return labels.get(key) or _STATUS_WORDS.get(key)


def read_cell(use: str, text: str, today: datetime.date) -> Reading:
    """`text` as the field `use`; "" is a column that is not used."""
    if not use or not clean(text):
        return Reading()
    try:
        return _read(use, text, today)
    except UserError as reason:
        return Reading(remark=str(reason), to_note=True)


def _read(use: str, text: str, today: datetime.date) -> Reading:
    if use == STATUS:
        return _status(text)
    if use == COMPLETED_ON:
        return _completion(parse_day(text), today)
    if use == TITLE and not any(map(str.isalpha, text)):
        return Reading()  # annexes number their columns below the headings: that names no task
    if use in (TITLE, LEAD):
        return Reading(" ".join(clean(text).split()))
    value = parse_value(use, text)
    if not value:
        return Reading(remark=translate("Pasting", "This names no unit."), to_note=True)
    if isinstance(value, Deadline) and isinstance(value.due, Condition):
        return Reading(value, translate("Pasting", "Kept as a condition: no day falls due."))
    return Reading(value)


def _status(text: str) -> Reading:
    status = status_of(text)
    if status is None:
        return Reading(remark=translate("Pasting", "This is no known status."), to_note=True)
    return Reading(status)


def _completion(day: datetime.date, today: datetime.date) -> Reading:
    if day > today:
        remark = translate("Actions", "The completion date cannot be in the future.")
        return Reading(remark=remark, to_note=True)
    return Reading(day)


def settle(readings: dict[str, Reading]) -> dict[str, Reading]:
    """Status and completion date of one task by the rule that only what is done has the date.

    A date alone states that it is done; what is done without one was done today.
    """
    status, day = readings.get(STATUS, Reading()), readings.get(COMPLETED_ON, Reading())
    if day.value is not None and (status.to_note or status.value not in (None, Status.DONE)):
        remark = translate("Pasting", "Only what is done has a completion date.")
        return readings | {COMPLETED_ON: Reading(remark=remark, to_note=True)}
    if day.value is not None and status.value is None:
        remark = translate("Pasting", "With a completion date it is recorded as done.")
        return readings | {COMPLETED_ON: day._replace(remark=remark)}
    if status.value is Status.DONE and day.value is None:
        remark = translate("Pasting", "Without a completion date, today is recorded.")
        return readings | {STATUS: status._replace(remark=remark)}
    return readings
