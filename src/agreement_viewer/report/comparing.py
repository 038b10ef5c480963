"""Two reports side by side: what moved between them, and what came in late."""

import datetime
from collections.abc import Iterator

import msgspec

from agreement_viewer.ledger.periods import Period
from agreement_viewer.report.tree import Addition, Before, Counts, Line, Move, Report, State


def beside(now: Report, then: Report, period: Period) -> Report:
    """`now` with the closed `period`, whose report is `then`, to compare with."""
    before = Before(
        period=period,
        items=Counts.of(then.items),
        tasks=Counts.of(then.tasks),
        moves=tuple(moves(then, now)),
        additions=tuple(additions(then, now, period)),
    )
    return msgspec.structs.replace(now, before=before)


def moves(then: Report, now: Report) -> Iterator[Move]:
    """What stands otherwise in `now`, in its order; what it no longer has comes last."""
    known = {line.id: (number, line) for number, line in then.numbered()}
    for number, line in now.numbered():
        _, older = known.pop(line.id, ("", None))
        before, after = State.of(older) if older else None, State.of(line)
        if before != after:
            yield Move(line.id, number, line.title, before, after)
    for number, line in known.values():
        yield Move(line.id, number, line.title, State.of(line), None)


def additions(then: Report, now: Report, period: Period) -> Iterator[Addition]:
    """Completions and documents dated inside `period` that its report `then` did not have."""
    known = {line.id: line for line in then.lines}
    for number, line in now.numbered():
        yield from _late(number, line, known.get(line.id), period)


def _late(number: str, line: Line, older: Line | None, period: Period) -> Iterator[Addition]:
    day = line.completed_on
    if day and _inside(day, period) and (older is None or older.completed_on != day):
        yield Addition(line.id, number, line.title, day)
    had = {document.id for document in older.evidence} if older else set()
    for document in line.evidence:
        day = document.issued_on
        if day and _inside(day, period) and document.id not in had:
            yield Addition(line.id, number, line.title, day, document)


def _inside(day: datetime.date, period: Period) -> bool:
    return period.first <= day <= period.last
