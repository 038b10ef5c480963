"""What lies ahead and what is late, in the order of its due day."""

import datetime
from collections.abc import Iterator
from typing import Final, NamedTuple

from agreement_viewer.ledger.deadline import due_day
from agreement_viewer.report.tree import Line, Report, Standing

AHEAD: Final = datetime.timedelta(days=90)


class Due(NamedTuple):
    """A line that is not completed, its number on paper and the day on which it falls due."""

    day: datetime.date
    number: str
    line: Line


def overdue(report: Report) -> list[Due]:
    """Not completed though the day has passed; the longest overdue first."""
    return sorted(_open(report, Standing.OVERDUE), key=lambda due: due.day)


def due_ahead(report: Report) -> list[Due]:
    """Not completed and due within 90 days."""
    until = report.today + AHEAD
    return sorted(
        (due for due in _open(report, Standing.IN_TIME) if due.day <= until),
        key=lambda due: due.day,
    )


def _open(report: Report, standing: Standing) -> Iterator[Due]:
    for number, line in report.numbered():
        day = due_day(line.deadline.due, report.today) if line.deadline else None
        if day and line.standing is standing:
            yield Due(day, number, line)
