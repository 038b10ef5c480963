"""The overview's figures: every line counts once in each picture, and no line ever falls."""

import datetime
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.report.desk import AGREEMENT, TODAY, Desk

from agreement_viewer.agreement import Years
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import parse_deadline
from agreement_viewer.ledger.status import Status
from agreement_viewer.report.overview import Overview, Tally, overview_now, overview_of, scale
from agreement_viewer.report.tree import Standing

ITEMS = [item.id for item in AGREEMENT.items]
YEARS = AGREEMENT.years
DAYS = st.dates(datetime.date(2019, 6, 1), datetime.date(2027, 6, 1))
DUES = (
    *("31/12/2020", "quý II/2022", "08/2023", "2024", "30/6/2026"),
    *("hằng năm", "thường xuyên", "khi có kinh phí", ""),
)
STATES = st.tuples(st.sampled_from(Status), st.none() | DAYS, st.sampled_from(DUES))


def put(desk: Desk, id: str, status: str, completed_on: datetime.date | None, due: str) -> None:
    """Record a state as it may come from elsewhere: done without a day, or on one to come."""
    edits = [Edit.set(id, "status", status)]
    if completed_on:
        edits.append(Edit.set(id, "completed_on", completed_on.isoformat()))
    if due:
        deadline = msgspec.to_builtins(parse_deadline(due))
        edits.append(Edit.set(id, "deadline", deadline))
    desk.do(edits)


def overview(desk: Desk, today: datetime.date = TODAY) -> Overview:
    return overview_of(desk.report(today), YEARS)


@given(
    st.lists(STATES, max_size=len(ITEMS)),
    st.lists(st.tuples(st.sampled_from(ITEMS), STATES), max_size=6),
    DAYS,
)
def test_every_line_counts_once_and_no_number_falls(
    items: list[tuple[Status, datetime.date | None, str]],
    tasks: list[tuple[str, tuple[Status, datetime.date | None, str]]],
    today: datetime.date,
) -> None:
    desk = Desk()
    for id, state in zip(ITEMS, items, strict=False):
        put(desk, id, *state)
    for item, state in tasks:
        put(desk, desk.do(actions.add_task(item, "Việc")), *state)
    shown = overview(desk, today)
    for tally, lines in ((shown.items, len(ITEMS)), (shown.tasks, len(tasks))):
        counts = tally.standings
        assert sum(tally.statuses.values()) == tally.lines == lines
        assert tally.statuses[Status.DONE] == counts.done
        assert tally.statuses[Status.DROPPED] == counts.dropped
        for series in (tally.done, tally.due):
            assert all(before <= after for before, after in pairwise(series))
            assert series[-1] <= counts.total
        assert tally.done[-1] == counts.done
        assert len(tally.due) == len(shown.days)
        later = [day for day in shown.days[len(tally.done) :] if day <= today]
        assert later == []
    assert overview_now(desk.checklist, today) == shown


def items_of(desk: Desk, today: datetime.date = TODAY) -> Tally:
    return overview(desk, today).items


def test_a_completion_counts_from_the_end_of_its_quarter_on() -> None:
    desk = Desk()
    put(desk, "area-1", "done", datetime.date(2022, 3, 31), "quý I/2022")
    put(desk, "area-2", "done", datetime.date(2022, 4, 1), "quý I/2022")
    shown = overview(desk)
    first, second = shown.days.index(datetime.date(2022, 3, 31)), 6
    assert shown.items.done[first - 1 : second + 1] == (0, 1, 2)
    assert shown.items.due[first - 1 : first + 1] == (0, 2)
    assert shown.done_steps(shown.items) == [
        (datetime.date(2022, 3, 31), 1),
        (datetime.date(2022, 6, 30), 2),
    ]


def test_quarters_that_have_not_begun_are_not_known_and_the_present_one_ends_today() -> None:
    desk = Desk()
    put(desk, "area-1", "done", datetime.date(2024, 12, 1), "")
    shown = overview(desk)
    assert len(shown.items.done) == 1 + 4 * 4
    assert shown.done_steps(shown.items) == [(TODAY, 1)]
    assert shown.today_at == pytest.approx(15 + 75 / 92)


def test_what_was_completed_before_the_period_stands_at_its_first_day() -> None:
    desk = Desk()
    put(desk, "area-1", "done", datetime.date(2019, 8, 1), "2020")
    shown = items_of(desk)
    assert (shown.done[0], shown.due[0]) == (1, 1)


def test_what_was_completed_after_the_period_stands_at_today_beyond_its_end() -> None:
    desk = Desk()
    put(desk, "area-1", "done", datetime.date(2026, 2, 1), "30/1/2026")
    today = datetime.date(2026, 3, 1)
    shown = overview(desk, today)
    assert shown.days[-2:] == (datetime.date(2025, 12, 31), today)
    assert shown.items.done[-2:] == shown.items.due[-2:] == (0, 1)
    assert shown.today_at == len(shown.days) - 1


def test_a_completion_without_a_date_counts_from_today_on_and_is_named() -> None:
    desk = Desk()
    put(desk, "area-1", "done", None, "")
    shown = items_of(desk)
    assert shown.done[-2:] == (0, 1)
    assert shown.undated == 1


def test_a_completion_to_come_is_in_progress_today() -> None:
    desk = Desk()
    put(desk, "area-1", "done", datetime.date(2025, 1, 1), "2024")
    shown = items_of(desk)
    assert shown.statuses[Status.IN_PROGRESS] == 1
    assert shown.done[-1] == 0


def test_dropped_lines_are_in_no_total_and_on_no_line() -> None:
    desk = Desk()
    put(desk, "area-1", "dropped", None, "quý I/2022")
    shown = items_of(desk)
    assert (shown.standings.total, shown.standings.dropped) == (len(ITEMS) - 1, 1)
    assert shown.due[-1] == 0
    assert getattr(shown.standings, Standing.DROPPED) == shown.statuses[Status.DROPPED]


def test_yearly_and_ongoing_deadlines_fall_on_no_one_day() -> None:
    desk = Desk()
    put(desk, "area-1", "in_progress", None, "hằng năm")
    put(desk, "area-2", "in_progress", None, "thường xuyên")
    assert not any(items_of(desk).due)


def test_a_programme_of_one_year_goes_by_months() -> None:
    shown = overview_of(Desk().report(), Years(2025, 2025))
    assert len(shown.days) == 13
    assert [label for label, _, _ in shown.spans][:3] == ["1/2025", "2", "3"]
    assert shown.today_at is None
    assert shown.items.done == (0,)


def test_years_stand_below_their_quarters() -> None:
    shown = overview(Desk())
    for label, start, end in shown.spans:
        assert shown.days[end] == datetime.date(int(label), 12, 31)
        assert end - start == 4


@pytest.mark.parametrize(
    ("today", "after"),
    [
        (datetime.date(2025, 12, 31), ""),
        (datetime.date(2026, 1, 1), "2026"),
        (datetime.date(2028, 6, 1), "…2028"),
    ],
)
def test_what_lies_beyond_the_period_says_until_when(today: datetime.date, after: str) -> None:
    shown = overview(Desk(), today)
    assert shown.after == after
    assert len(shown.days) == shown.spans[-1][2] + (2 if after else 1)


@given(st.integers(0, 5_000_000))
def test_a_scale_reaches_the_top_in_few_steps(top: int) -> None:
    ticks = scale(top)
    assert ticks[0] == 0
    assert ticks[-1] >= top
    assert 2 <= len(ticks) <= 6
    assert top == 0 or ticks[-2] < top
