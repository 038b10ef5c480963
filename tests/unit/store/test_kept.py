"""Which backups stay: the rule by its promises, over any history of backups."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from agreement_viewer.store.kept import kept

DAY = datetime.timedelta(days=1)
START = datetime.datetime(2020, 1, 1, 8, 0)
MOMENTS = st.lists(
    st.integers(0, 3 * 365 * 24 * 60).map(lambda minute: START + datetime.timedelta(minutes=minute))
)


def newest_of(moments: list[datetime.datetime], form: str, first: datetime.datetime) -> set[object]:
    """The newest of each span (day, week, month) that `form` writes alike, from `first` on."""
    by_span = {moment.strftime(form): moment for moment in sorted(moments)}
    return {moment for moment in by_span.values() if moment >= first}


@given(MOMENTS)
def test_nothing_that_is_promised_goes(moments: list[datetime.datetime]) -> None:
    stay = kept(moments)
    assert stay <= set(moments)
    if not moments:
        return
    latest = max(moments)
    midnight = latest.replace(hour=0, minute=0)
    assert latest in stay
    assert {moment for moment in moments if moment >= midnight} <= stay
    assert newest_of(moments, "%Y-%m-%d", midnight - 13 * DAY) <= stay
    assert newest_of(moments, "%G-%V", midnight - 7 * 7 * DAY) <= stay
    assert newest_of(moments, "%Y-%m", midnight - 23 * 30 * DAY) <= stay


@given(MOMENTS)
def test_the_rest_goes(moments: list[datetime.datetime]) -> None:
    stay = kept(moments)
    today = {moment for moment in moments if moment.date() == max(moments).date()}
    assert len(stay) <= len(today) + 14 + 8 + 24
    assert kept(stay) == stay


@given(MOMENTS, st.integers(1, 90))
def test_a_year_of_daily_pruning_keeps_what_one_pruning_would(
    moments: list[datetime.datetime], later: int
) -> None:
    """Whoever was pruned yesterday would not be wanted today."""
    ordered = sorted(set(moments))
    pruned: set[datetime.datetime] = set()
    for moment in ordered:
        pruned = kept({*pruned, moment})
    assert kept(ordered) == pruned
    if ordered:
        new = ordered[-1] + later * DAY
        assert kept({*pruned, new}) == kept({*ordered, new})


def test_a_clock_years_ahead_for_an_hour_takes_nothing() -> None:
    days = [START + number * DAY for number in range(10)]
    assert kept([*days, START.replace(year=2040)]) == {*days, START.replace(year=2040)}


def test_the_only_one_stays() -> None:
    assert kept([START]) == {START}
    assert kept([]) == set()
