"""Deadlines: every form officers write, the day it falls due, and how things stand by it."""

import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement_viewer.i18n import use_language
from agreement_viewer.ledger.deadline import (
    Condition,
    Day,
    Deadline,
    Due,
    Month,
    Ongoing,
    Quarter,
    Year,
    Yearly,
    describe,
    due_day,
    is_no_date,
    parse_due,
)
from agreement_viewer.ledger.status import Status, Timeliness, timeliness

DATE = datetime.date
years = st.integers(1900, 2199)
dues: st.SearchStrategy[Due] = st.one_of(
    st.dates(DATE(1900, 1, 1), DATE(2199, 12, 31)).map(Day),
    st.builds(Month, years, st.integers(1, 12)),
    st.builds(Quarter, years, st.integers(1, 4)),
    st.builds(Year, years),
    st.just(Yearly()),
    st.just(Ongoing()),
)


@pytest.mark.parametrize(
    ("text", "due", "day"),
    [
        ("quý IV/2025", Quarter(2025, 4), DATE(2025, 12, 31)),
        ("Quý IV năm 2025", Quarter(2025, 4), DATE(2025, 12, 31)),
        ("QUY 3/2025", Quarter(2025, 3), DATE(2025, 9, 30)),
        ("q4/2025", Quarter(2025, 4), DATE(2025, 12, 31)),
        ("q1 2024", Quarter(2024, 1), DATE(2024, 3, 31)),
        ("12/2025", Month(2025, 12), DATE(2025, 12, 31)),
        ("02/2024", Month(2024, 2), DATE(2024, 2, 29)),
        ("tháng 8 năm 2026", Month(2026, 8), DATE(2026, 8, 31)),
        ("31/12/2025", Day(DATE(2025, 12, 31)), DATE(2025, 12, 31)),
        ("5.3.2025", Day(DATE(2025, 3, 5)), DATE(2025, 3, 5)),
        ("ngày 05 tháng 01 năm 2025", Day(DATE(2025, 1, 5)), DATE(2025, 1, 5)),
        ("2025-12-31", Day(DATE(2025, 12, 31)), DATE(2025, 12, 31)),
        ("2025", Year(2025), DATE(2025, 12, 31)),
        ("năm 2025", Year(2025), DATE(2025, 12, 31)),
        ("chậm nhất ngày 15/12/2026", Day(DATE(2026, 12, 15)), DATE(2026, 12, 15)),
        ("đến hết quý III/2026", Quarter(2026, 3), DATE(2026, 9, 30)),
        ("Trong năm 2026", Year(2026), DATE(2026, 12, 31)),
        ("6 tháng đầu năm 2026", Month(2026, 6), DATE(2026, 6, 30)),
        ("sáu tháng cuối năm 2026", Month(2026, 12), DATE(2026, 12, 31)),
        ("cuối năm 2026", Month(2026, 12), DATE(2026, 12, 31)),
        ("hằng năm", Yearly(), DATE(2030, 12, 31)),
        ("Hàng năm", Yearly(), DATE(2030, 12, 31)),
        ("thường xuyên", Ongoing(), None),
        ("  THƯỜNG   XUYÊN ", Ongoing(), None),
        ("thu\u031bo\u031b\u0300ng xuye\u0302n", Ongoing(), None),
    ],
)
def test_what_officers_write_is_understood(text: str, due: Due, day: DATE | None) -> None:
    assert parse_due(text) == due
    assert due_day(due, DATE(2030, 5, 5)) == day


@pytest.mark.parametrize(
    "text",
    ["", "trước 15/12/2026", "cuối năm", "đến hết", "31/02/2025", "13/2025", "q5/2025",
     "quý V/2025", "sau khi Luật có hiệu lực", "20255",
     "12/25", "1/1/1", "quý", "0/2025", "00/00/2025", "31/12", "2500"],
)  # fmt: skip
def test_what_is_no_known_form_is_left_to_the_officer(text: str) -> None:
    assert parse_due(text) is None


def test_a_day_that_does_not_exist_is_told_from_a_form_that_is_not_known() -> None:
    assert all(map(is_no_date, ("31/02/2025", "13/2025", "đến ngày 31/4/2026", "0/2025")))
    assert not any(map(is_no_date, ("", "28/02/2025", "quý V/2025", "sau khi Luật có hiệu lực")))


@given(dues, st.sampled_from(["en", "vi"]))
def test_a_deadline_described_in_words_is_understood_again(due: Due, language: str) -> None:
    use_language(language)
    if language == "vi" or isinstance(due, Day | Month):
        words = describe(due)
        assert parse_due(words.replace("month ", "")) == due


@given(dues, st.text(max_size=30), st.text(max_size=30), dues)
def test_a_stored_deadline_reads_back_with_its_extensions(
    due: Due, reason: str, document: str, later: Due
) -> None:
    deadline = Deadline(due).extended(later, reason, document)
    assert msgspec.convert(msgspec.to_builtins(deadline), Deadline) == deadline
    assert deadline.due == later
    assert deadline.extensions[0].before == due


@given(st.text(max_size=40))
def test_any_text_is_either_understood_or_not(text: str) -> None:
    due = parse_due(text)
    assert due is None or describe(due)


def on(due: Due) -> Deadline:
    return Deadline(due)


TODAY = DATE(2025, 11, 20)


@pytest.mark.parametrize(
    ("status", "completed", "deadline", "expected"),
    [
        (Status.DONE, DATE(2025, 12, 31), on(Quarter(2025, 4)), Timeliness.IN_TIME),
        (Status.DONE, DATE(2025, 11, 1), on(Quarter(2025, 4)), Timeliness.ON_TIME),
        (Status.DONE, DATE(2025, 10, 1), on(Quarter(2025, 3)), Timeliness.LATE),
        (Status.DONE, None, on(Quarter(2025, 3)), Timeliness.LATE),
        (Status.DONE, None, None, Timeliness.NO_DEADLINE),
        (Status.NOT_STARTED, None, on(Day(DATE(2025, 11, 19))), Timeliness.OVERDUE),
        (Status.PAUSED, None, on(Day(TODAY)), Timeliness.DUE_SOON),
        (Status.IN_PROGRESS, None, on(Day(DATE(2025, 12, 5))), Timeliness.DUE_SOON),
        (Status.IN_PROGRESS, None, on(Day(DATE(2025, 12, 6))), Timeliness.IN_TIME),
        (Status.IN_PROGRESS, DATE(2025, 1, 1), on(Year(2024)), Timeliness.OVERDUE),
        (Status.NOT_STARTED, None, on(Ongoing()), Timeliness.ONGOING),
        (Status.NOT_STARTED, None, on(Yearly()), Timeliness.IN_TIME),
        (Status.NOT_STARTED, None, on(Condition("sau khi Luật")), Timeliness.CONDITION),
        (Status.DONE, TODAY, on(Condition("sau khi Luật")), Timeliness.CONDITION),
        (Status.DROPPED, None, on(Year(2020)), Timeliness.DROPPED),
    ],
)
def test_timeliness_compares_completion_or_today_with_the_due_day(
    status: Status, completed: DATE | None, deadline: Deadline | None, expected: Timeliness
) -> None:
    assert timeliness(status, completed, deadline, TODAY) is expected


@given(st.sampled_from(Status), st.none() | st.dates(), st.none() | dues.map(Deadline), st.dates())
def test_timeliness_answers_for_every_combination(
    status: Status, completed: DATE | None, deadline: Deadline | None, today: DATE
) -> None:
    result = timeliness(status, completed, deadline, today)
    assert (result is Timeliness.DROPPED) == (status is Status.DROPPED)
    if result is Timeliness.OVERDUE:
        assert deadline is not None
        day = due_day(deadline.due, today)
        assert day is not None
        assert day < today
