"""How far a programme is, in figures: what the pictures show, on screen and on paper alike."""

import datetime
import enum
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, Protocol

from msgspec import Struct

from agreement_viewer.agreement import Years
from agreement_viewer.ledger.checklist import Checklist, Entry
from agreement_viewer.ledger.deadline import Deadline, Month, Yearly, due_day
from agreement_viewer.ledger.status import Status
from agreement_viewer.report.building import standing
from agreement_viewer.report.tree import Counts, Report, Standing

DONE: Final = (Standing.ON_TIME, Standing.LATE)


class Pattern(enum.StrEnum):
    """What tells the parts of a picture apart where there is no colour."""

    SOLID = "solid"
    HATCH = "hatch"
    CROSS = "cross"
    RULES = "rules"
    BLANK = "blank"


STATUS_PATTERNS: Final = {
    Status.DONE: Pattern.SOLID,
    Status.IN_PROGRESS: Pattern.HATCH,
    Status.PAUSED: Pattern.RULES,
    Status.NOT_STARTED: Pattern.BLANK,
    Status.DROPPED: Pattern.CROSS,
}
STANDING_PATTERNS: Final = {
    Standing.ON_TIME: Pattern.SOLID,
    Standing.LATE: Pattern.HATCH,
    Standing.IN_TIME: Pattern.BLANK,
    Standing.OVERDUE: Pattern.CROSS,
}
"""The parts of each picture, in their order."""


class Tally(Struct, frozen=True):
    """The items, or the tasks, counted in three ways. Each line counts once in each.

    - `statuses`: as officers stated them, but that what is completed after the report's day counts
      as in progress on it;
    - `standings`: what trackers count in; dropped lines stand apart and are in no total;
    - `done` and `due`: how many, dropped ones left out, were completed and fell due by each of the
      overview's days. `done` ends at the report's day and at the number of all that were completed
      by then: what was completed before the period counts from the first day on, and what has no
      completion date, so many as `undated`, from the report's day on. `due` goes by the deadlines
      in force that fall on one day; yearly ones do not.
    """

    statuses: Mapping[Status, int]
    standings: Counts
    done: tuple[int, ...]
    due: tuple[int, ...]
    undated: int

    @property
    def lines(self) -> int:
        """How many were counted, dropped ones among them."""
        return self.standings.total + self.standings.dropped


class Overview(Struct, frozen=True):
    """The figures of a programme that covers `years`, on the day `today`.

    `days` are the first day of the period and the last one of each of its quarters, or months
    where it has only one year. Where the period is over, `today` follows as the last.
    """

    years: Years
    today: datetime.date
    days: tuple[datetime.date, ...]
    items: Tally
    tasks: Tally

    @property
    def today_at(self) -> float | None:
        """Where today stands among the days, 2.5 being half way from the third to the fourth.

        None before the first day.
        """
        if self.today < self.days[0]:
            return None
        after = max(1, bisect_left(self.days, self.today))
        start, end = self.days[after - 1], self.days[after]
        return after - 1 + (self.today - start) / (end - start)

    @property
    def spans(self) -> list[tuple[str, int, int]]:
        """What to write below the days, each from one day's place to another's.

        The years, or the months of the only one, which stands at the first: "1/2026", "2", "3".
        """
        first, last = self.years.first, self.years.last
        if first == last:
            return [(f"{m}/{first}" if m == 1 else str(m), m - 1, m) for m in range(1, 13)]
        return [(str(first + n), n * 4, n * 4 + 4) for n in range(last - first + 1)]

    @property
    def after(self) -> str:
        """What to write below the last stretch where that leads from the period's end to today.

        Today's year; "…2028" where years lie between. "" where the period is not over.
        """
        first = self.years.last + 1
        if self.today.year < first:
            return ""
        return f"{'…' if self.today.year > first else ''}{self.today.year}"

    def done_steps(self, tally: Tally) -> list[tuple[datetime.date, int]]:
        """By when the number of those completed had risen, and to how many."""
        return _rises((min(day, self.today) for day in self.days), tally.done)

    def due_steps(self, tally: Tally) -> list[tuple[datetime.date, int]]:
        """By when the number of those due rises, and to how many."""
        return _rises(self.days, tally.due)


class _Line(Protocol):
    """What is counted of an item or a task."""

    @property
    def status(self) -> Status: ...
    @property
    def standing(self) -> Standing: ...
    @property
    def completed_on(self) -> datetime.date | None: ...
    @property
    def deadline(self) -> Deadline | None: ...


class _Counted(NamedTuple):
    """A line of the checklist, as far as it is counted."""

    status: Status
    standing: Standing
    completed_on: datetime.date | None
    deadline: Deadline | None


def overview_of(report: Report, years: Years) -> Overview:
    """The figures of `report`, whose programme covers `years`."""
    return _overview(report.items, report.tasks, years, report.today)


def overview_now(checklist: Checklist, today: datetime.date) -> Overview:
    """The figures that a report on `checklist` would have, in a fraction of the time."""

    def read(entry: Entry) -> _Counted:
        found = standing(entry, entry.timeliness(today), today)
        return _Counted(entry.status, found, entry.completed_on, entry.deadline)

    items = checklist.items()
    tasks = (task for item in items for task in checklist.tasks(item.id))
    return _overview(map(read, items), map(read, tasks), checklist.agreement.years, today)


def _overview(
    items: Iterable[_Line], tasks: Iterable[_Line], years: Years, today: datetime.date
) -> Overview:
    days = _days(years, today)
    return Overview(years, today, days, _tally(items, today, days), _tally(tasks, today, days))


def _days(years: Years, today: datetime.date) -> tuple[datetime.date, ...]:
    step = 1 if years.first == years.last else 3
    ends = [
        due_day(Month(year, month), today)
        for year in range(years.first, years.last + 1)
        for month in range(step, 13, step)
    ]
    days = [datetime.date(years.first, 1, 1), *filter(None, ends)]
    return (*days, today) if today > days[-1] else tuple(days)


def _tally(lines: Iterable[_Line], today: datetime.date, days: tuple[datetime.date, ...]) -> Tally:
    lines = list(lines)
    completed = [line.completed_on for line in lines if line.standing in DONE]
    standings = Counter(line.standing for line in lines)
    known = 1 + bisect_left(days, today)
    return Tally(
        statuses=_statuses(lines),
        standings=Counts(**{each.value: standings[each] for each in Standing}),
        done=_by_each(days[:known], (day or today for day in completed)),
        due=_by_each(days, filter(None, map(_due_day, lines))),
        undated=completed.count(None),
    )


def _statuses(lines: Iterable[_Line]) -> dict[Status, int]:
    found = Counter(
        Status.IN_PROGRESS
        if line.status is Status.DONE and line.standing not in DONE
        else line.status
        for line in lines
    )
    return {status: found[status] for status in STATUS_PATTERNS}


def _due_day(line: _Line) -> datetime.date | None:
    deadline = line.deadline
    if deadline is None or line.standing is Standing.DROPPED or isinstance(deadline.due, Yearly):
        return None
    return due_day(deadline.due, datetime.date.min)


def _by_each(days: Iterable[datetime.date], moments: Iterable[datetime.date]) -> tuple[int, ...]:
    ordered = sorted(moments)
    return tuple(bisect_right(ordered, day) for day in days)


def _rises(
    days: Iterable[datetime.date], counts: tuple[int, ...]
) -> list[tuple[datetime.date, int]]:
    steps = zip(days, (0, *counts), counts, strict=False)  # what is not known yet has no count
    return [(day, now) for day, before, now in steps if now > before]


def scale(top: int) -> range:
    """Round whole numbers from 0 to `top` or just beyond, five steps at most."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if 5 * step >= top:
                return range(0, max(-(-top // step), 1) * step + 1, step)
        size *= 10
