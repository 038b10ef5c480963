"""Which backups are kept: daily ones for two weeks, weekly ones for two months, monthly ones.

Days without backups do not count: after a holiday, or by a clock that ran years ahead for an hour,
nothing goes that would have stayed. The newest always stays.
"""

import datetime
from collections.abc import Callable, Iterable
from typing import Final

DAYS: Final = 14
WEEKS: Final = 8
MONTHS: Final = 24


def kept(moments: Iterable[datetime.datetime]) -> set[datetime.datetime]:
    """Of the moments of backups those whose backup stays.

    All of the newest day; the newest one of each of the last days, weeks and months.
    """
    newest_first = sorted(set(moments), reverse=True)
    if not newest_first:
        return set()
    latest_day = newest_first[0].date()
    chosen = {moment for moment in newest_first if moment.date() == latest_day}
    chosen |= _newest(newest_first, DAYS, lambda moment: moment.date())
    chosen |= _newest(newest_first, WEEKS, lambda moment: moment.isocalendar()[:2])
    return chosen | _newest(newest_first, MONTHS, lambda moment: (moment.year, moment.month))


def _newest(
    newest_first: Iterable[datetime.datetime],
    count: int,
    span: Callable[[datetime.datetime], object],
) -> set[datetime.datetime]:
    """The newest moment of each of the last `count` spans of time that have one."""
    found: dict[object, datetime.datetime] = {}
    for moment in newest_first:
        if len(found) == count and span(moment) not in found:
            break
        found.setdefault(span(moment), moment)
    return set(found.values())
