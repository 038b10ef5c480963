"""The pictures of the paper as texts in their places, for `resources/report/pictures.typ`.

A picture is drawn from what stands here, numbers included, and each says in `alt` all that it
shows. As everywhere on paper nothing is left to be worded.
"""

import datetime
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from agreement_viewer.agreement import Years
from agreement_viewer.report import words
from agreement_viewer.report.overview import (
    STANDING_PATTERNS,
    STATUS_PATTERNS,
    Overview,
    Pattern,
    Tally,
    overview_of,
    scale,
)
from agreement_viewer.report.printable import Texts
from agreement_viewer.report.tree import Report, Standing

_n: Final = words.number
_LABELS: Final = {"done": "Đã hoàn thành", "due": "Đến hạn", "total": "Tổng số"}


class _Counted(NamedTuple):
    """The items or the tasks, as the paper calls them."""

    heading: str
    noun: str
    tally: Tally


def pictures_of(report: Report, years: Years) -> dict[str, Texts]:
    """The texts of all pictures of `report`, whose programme covers `years`.

    `status` and `timeliness` are bars; `courses` are one chart of completions for the items and,
    where there are any, one for the tasks. Numbers that are drawn stand as digits.
    """
    overview = overview_of(report, years)
    items = _Counted("Nội dung", "nội dung", overview.items)
    tasks = _Counted("Nhiệm vụ", "nhiệm vụ", overview.tasks)
    counted = [one for one in (items, tasks) if one.tally.lines]
    return {
        "status": _bars(
            "Tình trạng thực hiện",
            {words.value(status): pattern for status, pattern in STATUS_PATTERNS.items()},
            [(one, list(one.tally.statuses.values())) for one in counted],
        ),
        "timeliness": _bars(
            "Tiến độ so với thời hạn",
            {words.STANDINGS[standing]: pattern for standing, pattern in STANDING_PATTERNS.items()},
            [
                (one, [getattr(one.tally.standings, name) for name in STANDING_PATTERNS])
                for one in counted
            ],
            _dropped(counted),
        ),
        "courses": [_course(one, overview) for one in counted],
    }


def _bars(
    title: str,
    patterns: Mapping[str, Pattern],
    rows: list[tuple[_Counted, list[int]]],
    note: str = "",
) -> dict[str, Texts]:
    said = (
        f"{one.heading}: {_list(zip(patterns, counts, strict=True))}; tổng số {_n(sum(counts))}."
        for one, counts in rows
    )
    return {
        "title": title,
        "alt": " ".join(filter(None, (f"{title}.", *said, note))),
        "columns": [one.heading for one, _ in rows],
        "total": {"label": _LABELS["total"], "texts": [_n(sum(counts)) for _, counts in rows]},
        "parts": [
            {
                "label": label,
                "pattern": pattern.value,
                "counts": [str(counts[place]) for _, counts in rows],
                "texts": [_n(counts[place]) for _, counts in rows],
            }
            for place, (label, pattern) in enumerate(patterns.items())
        ],
        "note": note,
    }


def _list(parts: Iterable[tuple[str, int]]) -> str:
    return "; ".join(f"{label.lower()} {_n(count)}" for label, count in parts)


def _dropped(counted: list[_Counted]) -> str:
    found = [
        f"{_n(one.tally.standings.dropped)} {one.noun}"
        for one in counted
        if one.tally.standings.dropped
    ]
    label = words.STANDINGS[Standing.DROPPED]
    return f"{label}: {', '.join(found)} (không tính vào tổng số)." if found else ""


def _course(one: _Counted, overview: Overview) -> dict[str, Texts]:
    tally = one.tally
    total = tally.standings.total
    ticks = scale(max(total, *tally.due))
    today_at = overview.today_at
    return {
        "title": f"{one.heading} hoàn thành theo thời gian",
        "alt": _said(one, overview),
        "days": str(len(overview.days)),
        "spans": [
            {"label": label, "from": str(start), "to": str(end)}
            for label, start, end in overview.spans
        ],
        "after": overview.after,
        "ticks": [str(tick) for tick in ticks],
        "done": [str(count) for count in tally.done],
        "due": [str(count) for count in tally.due] if any(tally.due) else [],
        "total": str(total),
        "today_at": "" if today_at is None else f"{today_at:.3f}",
        "labels": {
            "count": _n(tally.done[-1]),
            "done": f"{_LABELS['done']}: {_n(tally.done[-1])}",
            "due": f"{_LABELS['due']} (cộng dồn)",
            "total": f"{_LABELS['total']}: {_n(total)}",
            "today": words.numeric(overview.today),
        },
        "note": _undated(one, overview),
    }


def _undated(one: _Counted, overview: Overview) -> str:
    count = one.tally.undated
    if not count:
        return ""
    day = words.long(overview.today)
    return f"{_n(count)} {one.noun} không ghi ngày hoàn thành, tính vào {day}."


def _said(one: _Counted, overview: Overview) -> str:
    tally = one.tally
    done = _rises(overview.done_steps(tally), tally.standings.total)
    due = _rises(overview.due_steps(tally), tally.standings.total)
    return " ".join(
        filter(
            None,
            (
                f"{one.heading} hoàn thành theo thời gian, tổng số {_n(tally.standings.total)}.",
                f"{_LABELS['done']}: {done or 'chưa có'}.",
                f"{_LABELS['due']} (cộng dồn): {due}." if due else "",
                _undated(one, overview),
            ),
        )
    )


def _rises(steps: list[tuple[datetime.date, int]], total: int) -> str:
    return "; ".join(f"{_n(count)}/{_n(total)} đến {words.numeric(day)}" for day, count in steps)
