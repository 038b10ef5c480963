"""An item's status, stated by an officer, and its timeliness, which follows from dates alone."""

import datetime
import enum
from typing import Final

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.deadline import Condition, Deadline, Ongoing, due_day

DUE_SOON: Final = datetime.timedelta(days=15)


class Status(enum.StrEnum):
    """Never inferred from a deadline or from tasks. The order is that of Ctrl+1 to Ctrl+5."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    PAUSED = "paused"
    DROPPED = "dropped"


class Timeliness(enum.StrEnum):
    """The completion date, or else today, against the day on which the deadline falls."""

    ON_TIME = "on_time"
    LATE = "late"
    IN_TIME = "in_time"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    ONGOING = "ongoing"
    CONDITION = "condition"
    NO_DEADLINE = "no_deadline"
    DROPPED = "dropped"


def timeliness(
    status: Status,
    completed_on: datetime.date | None,
    deadline: Deadline | None,
    today: datetime.date,
) -> Timeliness:
    """How an item stands on `today`; a completion after `today` does not count yet."""
    if status is Status.DROPPED:
        return Timeliness.DROPPED
    done = status is Status.DONE and (completed_on is None or completed_on <= today)
    compared = completed_on if done and completed_on else today
    due = due_day(deadline.due, compared) if deadline else None
    if due is None:
        return _without_day(deadline)
    if done:
        return Timeliness.ON_TIME if compared <= due else Timeliness.LATE
    if compared > due:
        return Timeliness.OVERDUE
    return Timeliness.DUE_SOON if due - compared <= DUE_SOON else Timeliness.IN_TIME


def _without_day(deadline: Deadline | None) -> Timeliness:
    match deadline and deadline.due:
        case Ongoing():
            return Timeliness.ONGOING
        case Condition():
            return Timeliness.CONDITION
        case _:
            return Timeliness.NO_DEADLINE


def status_label(status: Status) -> str:
    """The status in words."""
    match status:
        case Status.NOT_STARTED:
            return translate("Status", "Not started")
        case Status.IN_PROGRESS:
            return translate("Status", "In progress")
        case Status.DONE:
            return translate("Status", "Done")
        case Status.PAUSED:
            return translate("Status", "Paused")
        case Status.DROPPED:
            return translate("Status", "Dropped")


def timeliness_label(value: Timeliness) -> str:
    """The timeliness in words; empty where the status says it all."""
    match value:
        case Timeliness.ON_TIME:
            return translate("Timeliness", "Completed on time")
        case Timeliness.LATE:
            return translate("Timeliness", "Completed late")
        case Timeliness.IN_TIME:
            return translate("Timeliness", "Not completed, in time")
        case Timeliness.DUE_SOON:
            return translate("Timeliness", "Due soon")
        case Timeliness.OVERDUE:
            return translate("Timeliness", "Not completed, overdue")
        case Timeliness.ONGOING:
            return translate("Timeliness", "Ongoing")
        case Timeliness.CONDITION:
            return translate("Timeliness", "On a condition")
        case Timeliness.NO_DEADLINE:
            return translate("Timeliness", "No deadline")
        case Timeliness.DROPPED:
            return ""
