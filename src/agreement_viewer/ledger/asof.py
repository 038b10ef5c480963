"""The ledger as it stood at a moment, by the clocks of the machines that wrote it."""

import datetime
from collections.abc import Iterable

from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.fold import Heads


def end_of(day: datetime.date, zone: datetime.tzinfo | None) -> datetime.datetime:
    """The last moment of `day` in `zone`."""
    return datetime.datetime.combine(day, datetime.time.max, zone)


def as_of(counted: Iterable[Change], moment: str) -> Heads:
    """The heads among the changes recorded up to `moment` (UTC, written as in `Change.at`).

    `counted` holds the whole history of each item that it holds anything of. A change is replaced
    if a chosen one stands on it, even through changes of a later date: a clock that ran ahead for
    a day must not bring an older value back.
    """
    changes = list(counted)
    heads = Heads()
    chosen = [change for change in changes if change.at <= moment]
    reached = _replaced_by(chosen, {change.id: change for change in changes})
    for change in chosen:
        if change.id not in reached:
            heads.apply(change)
    return heads


def _replaced_by(chosen: Iterable[Change], by_id: dict[str, Change]) -> set[str]:
    """All that the chosen changes stand on, each on its own field, directly or through others."""
    reached: set[str] = set()
    to_visit = list(chosen)
    while to_visit:
        change = to_visit.pop()
        for name in change.replaces:
            older = by_id.get(name)
            if older is None or name in reached:
                continue
            if (older.item, older.field) == (change.item, change.field):
                reached.add(name)
                to_visit.append(older)
    return reached
