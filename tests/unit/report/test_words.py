"""The words of the paper: official Vietnamese, whatever language the screen speaks."""

import datetime

import pytest
from unit.report.desk import AGREEMENT, HANOI, Desk

from agreement_viewer.i18n import use_language
from agreement_viewer.ledger.deadline import Day, Deadline, Month, Year
from agreement_viewer.ledger.fields import EVIDENCE_FIELDS, FIELDS, TITLE, WITHDRAWN, parse_deadline
from agreement_viewer.ledger.status import Status
from agreement_viewer.report import words
from agreement_viewer.report.counting import MOST_NAMED, count_texts
from agreement_viewer.report.marking import MARK
from agreement_viewer.report.printable import strings
from agreement_viewer.report.sheet import sheet_of
from agreement_viewer.report.tree import Version


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (datetime.date(2020, 1, 5), "ngày 05 tháng 01 năm 2020"),
        (datetime.date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (datetime.date(2022, 2, 10), "ngày 10 tháng 02 năm 2022"),
        (datetime.date(2022, 3, 3), "ngày 03 tháng 3 năm 2022"),
        (datetime.date(2024, 12, 14), "ngày 14 tháng 12 năm 2024"),
    ],
)
def test_days_have_zeros_below_ten_and_in_january_and_february(
    day: datetime.date, text: str
) -> None:
    assert words.long(day) == text


def test_numbers_as_official_papers_write_them() -> None:
    assert [words.number(n) for n in (0, 7, 10, 3000)] == ["00", "07", "10", "3.000"]
    assert [words.roman(n) for n in (1, 4, 9, 14, 20)] == ["I", "IV", "IX", "XIV", "XX"]
    assert words.moment(datetime.datetime(2024, 11, 5, 9, 5, tzinfo=HANOI)) == (
        "9 giờ 05 ngày 05/11/2024"
    )


@pytest.mark.parametrize(
    "text",
    [
        *("31/12/2025", "tháng 08/2026", "quý IV/2025", "năm 2025", "hằng năm", "thường xuyên"),
        "sau khi Luật có hiệu lực",
    ],
)
def test_a_deadline_reads_as_it_is_typed(text: str) -> None:
    assert words.due(parse_deadline(text).due) == text


def test_every_extension_with_its_old_date_reason_and_document() -> None:
    deadline = Deadline(Day(datetime.date(2024, 3, 5)))
    deadline = deadline.extended(Month(2024, 9), "chờ kinh phí", "Công văn 12/SKHCN")
    deadline = deadline.extended(Year(2025), "", "")
    assert words.extensions(deadline) == [
        "từ 05/03/2024 đến tháng 09/2024; lý do: chờ kinh phí; văn bản: Công văn 12/SKHCN",
        "từ tháng 09/2024 đến năm 2025",
    ]
    assert words.put_off(deadline) == "gia hạn 02 lần; mốc cũ: 05/03/2024; tháng 09/2024"
    assert words.put_off(Deadline(Year(2025))) == ""


@pytest.mark.parametrize(
    ("status", "deadline", "progress"),
    [
        ("done", "15/12/2024", "Hoàn thành đúng hạn"),
        ("done", "13/12/2024", "Hoàn thành quá hạn"),
        ("done", "thường xuyên", "Hoàn thành"),
        ("done", "khi có kinh phí", "Hoàn thành"),
        ("in_progress", "khi có kinh phí", "Đang thực hiện (theo điều kiện)"),
        ("in_progress", "2025", "Đang thực hiện (trong hạn)"),
        ("in_progress", "20/12/2024", "Đang thực hiện (sắp đến hạn)"),
        ("paused", "1/12/2024", "Tạm dừng (quá hạn)"),
        ("not_started", "thường xuyên", "Chưa thực hiện"),
        ("dropped", "2020", "Không tiếp tục thực hiện"),
    ],
)
def test_status_and_timeliness_in_one(
    desk: Desk, status: str, deadline: str, progress: str
) -> None:
    desk.set("area-1", status=status, deadline=parse_deadline(deadline))
    assert words.progress(desk.line("area-1")) == progress


def test_done_after_the_day_is_not_completed_on_it(desk: Desk) -> None:
    desk.set("area-1", status="done", deadline=parse_deadline("12/12/2024"))
    line = desk.line("area-1", datetime.date(2024, 12, 13))
    assert words.progress(line) == "Chưa hoàn thành (quá hạn)"


def test_every_field_that_may_differ_has_a_label_and_values_are_quoted() -> None:
    assert {*FIELDS, *EVIDENCE_FIELDS, TITLE, WITHDRAWN} <= set(words.LABELS)
    at = datetime.datetime(2024, 11, 21, 0, 5, tzinfo=HANOI)
    said = [
        words.value(value)
        for value in (None, "", Status.DONE, at.date(), ("B", "C"), True, Deadline(Year(2025)), "x")
    ]
    assert said == [
        *("để trống", "để trống", "Hoàn thành", "21/11/2024"),
        *("B; C", "đã bỏ", "năm 2025", "x"),
    ]
    assert words.version(Version("x", "Cán bộ A", "Đơn vị B", at)) == (
        "“x” (Cán bộ A, Đơn vị B, 0 giờ 05 ngày 21/11/2024)"
    )


def test_the_summary_counts_items_and_tasks_apart_and_names_the_dropped(desk: Desk) -> None:
    desk.set("area-1", status="done")
    desk.set("area-2", status="dropped")
    items, tasks = count_texts(desk.report())
    assert items == (
        "Nội dung: tổng số 08; hoàn thành 01 (đúng hạn 01, quá hạn 00); chưa hoàn thành 07 "
        "(trong hạn 07, quá hạn 00). Ngoài ra, không tiếp tục thực hiện 01 nội dung: "
        f"“{AGREEMENT.items[1].title}”."
    )
    assert tasks == "Nhiệm vụ: chưa có nhiệm vụ."


def test_of_very_many_dropped_tasks_the_first_are_named(desk: Desk) -> None:
    for number in range(MOST_NAMED + 2):
        desk.add_task("area-1", f"Việc {number:02}", status="dropped")
    _, tasks = count_texts(desk.report())
    assert "“Việc 09” và 02 nhiệm vụ khác." in tasks
    assert "tổng số 00" in tasks


def test_what_differs_is_marked_where_it_stands_and_told_in_full(desk: Desk) -> None:
    desk.differ("area-1", "result", "Đạt", "Chưa đạt")
    texts = list(strings(sheet_of(desk.report())))
    assert f"Chưa đạt {MARK}" in texts
    told = next(text for text in texts if "Chưa thống nhất – Sản phẩm, kết quả" in text)
    assert "“Đạt” (Cán bộ A, Sở KH&CN, 0 giờ 05 ngày 21/11/2024)" in told
    assert "“Chưa đạt” (Cán bộ B, Công an TP, 0 giờ 05 ngày 21/11/2024)" in told
    assert any("Còn 01 thông tin chưa thống nhất" in text for text in texts)


def test_the_screens_language_changes_nothing(desk: Desk) -> None:
    desk.add_task("area-1", "Việc", status="done", deadline=parse_deadline("quý I/2024"))
    desk.differ("area-2", "status", "done", "paused")
    english = sheet_of(desk.report())
    use_language("vi")
    assert sheet_of(desk.report()) == english
