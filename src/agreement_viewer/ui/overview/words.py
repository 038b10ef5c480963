"""What the overview says: labels, and every figure in words."""

import datetime
from collections.abc import Sequence

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.status import Status, Timeliness, status_label, timeliness_label
from agreement_viewer.report.overview import Overview, Tally
from agreement_viewer.report.tree import Standing


def items() -> str:
    """The items, as a heading."""
    return translate("Overview", "Items")


def tasks() -> str:
    """The tasks, as a heading."""
    return translate("Overview", "Tasks")


def total() -> str:
    """All of them, as a heading."""
    return translate("Overview", "Total")


def standing_label(standing: Standing) -> str:
    """The standing in words."""
    if standing is Standing.DROPPED:
        return status_label(Status.DROPPED)
    return timeliness_label(Timeliness(standing.value))


def bar(name: str, labels: Sequence[str], counts: Sequence[int]) -> str:
    """All figures of a bar."""
    parts = "; ".join(f"{label}: {count}" for label, count in zip(labels, counts, strict=True))
    return translate(
        "Overview", "{name}: {parts}; total {total}.", name=name, parts=parts, total=sum(counts)
    )


def piece(name: str, label: str, count: int, all_: int) -> str:
    """The figures of one piece of a bar."""
    return translate(
        "Overview",
        "{name} – {label}: {count} of {total}",
        name=name,
        label=label,
        count=count,
        total=all_,
    )


def dropped(items_: int, tasks_: int) -> str:
    """What is no longer pursued, which no bar counts; empty where nothing is."""
    if not items_ and not tasks_:
        return ""
    return translate(
        "Overview",
        "Dropped, not in the total: items {items}, tasks {tasks}.",
        items=items_,
        tasks=tasks_,
    )


def undated(count: int) -> str:
    """How many have no completion date; empty where all have one."""
    if not count:
        return ""
    return translate("Overview", "Without a completion date, counted today: {count}.", count=count)


def nothing_done(*, past: bool) -> str:
    """What stands above the pictures of a programme in which nothing is completed."""
    if past:
        return translate("Overview", "Nothing had been completed by then.")
    return translate(
        "Overview", "Nothing completed yet. Press Space in the list on what has been done."
    )


def no_tasks(*, past: bool) -> str:
    """What stands in the place of the tasks' chart."""
    if past:
        return translate("Overview", "There were no tasks yet.")
    return translate("Overview", "No tasks yet. Press Ctrl+N in the list to add one.")


def done(count: int) -> str:
    """How many are completed."""
    return translate("Overview", "Completed: {count}", count=count)


def done_so_far(count: int) -> str:
    """How many are completed in a quarter or month that is not over."""
    return translate("Overview", "Completed so far: {count}", count=count)


def due() -> str:
    """The label of the line of those due."""
    return translate("Overview", "Due, added up")


def all_in_all(count: int) -> str:
    """How many there are."""
    return translate("Overview", "Total: {count}", count=count)


def today() -> str:
    """The label of the day's mark."""
    return translate("Overview", "today")


def at(overview: Overview, tally: Tally, place: int) -> str:
    """The figures of a chart at one of its days."""
    day = overview.days[place]
    parts = []
    if place < len(tally.done):
        count = tally.done[place]
        over = day <= overview.today
        parts.append(done(count) if over else done_so_far(count))
    if any(tally.due):
        parts.append(translate("Overview", "Due: {count}", count=tally.due[place]))
    parts.append(all_in_all(tally.standings.total))
    return translate("Overview", "By {day}: {figures}", day=_day(day), figures=", ".join(parts))


def course(overview: Overview, tally: Tally) -> str:
    """All figures of a chart: each day by which more were completed or due."""
    parts = [
        all_in_all(tally.standings.total),
        done(tally.done[-1]) + _steps(overview.done_steps(tally)),
    ]
    if any(tally.due):
        parts.append(f"{due()}: {tally.due[-1]}" + _steps(overview.due_steps(tally)))
    return ". ".join(parts) + "."


def _steps(steps: Sequence[tuple[datetime.date, int]]) -> str:
    said = [
        translate("Overview", "{count} by {day}", count=count, day=_day(day))
        for day, count in steps
    ]
    return f" ({', '.join(said)})" if said else ""


def _day(day: datetime.date) -> str:
    return day.strftime("%d/%m/%Y")
