"""Periods: the prescribed days, what is closed, and what a report stands beside."""

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement_viewer.ledger.periods import (
    CUT_OFF,
    PeriodKind,
    Span,
    period_label,
    prescribed,
)

YEARS = st.integers(1901, 2199)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("kind", "number", "first", "last"),
    [
        (PeriodKind.MONTH, 1, "2024-12-15", "2025-01-14"),
        (PeriodKind.MONTH, 3, "2025-02-15", "2025-03-14"),
        (PeriodKind.QUARTER, 1, "2024-12-15", "2025-03-14"),
        (PeriodKind.QUARTER, 4, "2025-09-15", "2025-12-14"),
        (PeriodKind.FIRST_HALF, 1, "2024-12-15", "2025-06-14"),
        (PeriodKind.SECOND_HALF, 1, "2025-06-15", "2025-12-14"),
        (PeriodKind.YEAR, 1, "2024-12-15", "2025-12-14"),
    ],
)
def test_the_days_of_decree_09_2019(kind: PeriodKind, number: int, first: str, last: str) -> None:
    assert prescribed(kind, 2025, number) == Span(day(first), day(last))


@given(YEARS)
def test_parts_of_a_year_follow_each_other_and_fill_it(year: int) -> None:
    whole = prescribed(PeriodKind.YEAR, year)
    months = [prescribed(PeriodKind.MONTH, year, n) for n in range(1, 13)]
    quarters = [prescribed(PeriodKind.QUARTER, year, n) for n in range(1, 5)]
    halves = [prescribed(kind, year) for kind in (PeriodKind.FIRST_HALF, PeriodKind.SECOND_HALF)]
    for parts in (months, quarters, halves):
        assert (parts[0].first, parts[-1].last) == whole
        for earlier, later in itertools.pairwise(parts):
            assert later.first - earlier.last == datetime.timedelta(days=1)
            assert earlier.last.day == CUT_OFF
    assert prescribed(PeriodKind.YEAR, year + 1).first == whole.last + datetime.timedelta(days=1)


def test_every_kind_has_a_name() -> None:
    names = {period_label(kind, 2025, 2) for kind in PeriodKind}
    assert len(names) == len(PeriodKind)
    assert all("2025" in name for name in names)
