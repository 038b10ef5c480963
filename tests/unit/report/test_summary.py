"""The leader's page: one page whatever there is to say, and what was left out is counted."""

import datetime
import itertools
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader
from unit.report.desk import TODAY, Desk
from unit.report.readers import run, squeezed

from agreement_viewer.ledger.fields import parse_deadline
from agreement_viewer.ledger.periods import Period, PeriodKind
from agreement_viewer.ledger.records import Margins, Profile
from agreement_viewer.report.comparing import beside
from agreement_viewer.report.sheet import Form
from agreement_viewer.report.summary import summary
from agreement_viewer.report.tree import Report
from agreement_viewer.report.typst import Typeset
from agreement_viewer.report.word import word_bytes

LONG = "Xây dựng, triển khai và đánh giá hệ thống giám sát tập trung phục vụ quản lý "


def text_of(report: Report) -> list[str]:
    return ["".join(str(run["text"]) for run in block["runs"]) for block in summary(report)]  # type: ignore[index,call-overload,union-attr]


def full_desk(each: int, long: str = LONG) -> Desk:
    desk = Desk()
    days = itertools.count(1)
    for number in range(each):
        lead, name = f"Đơn vị {long}".strip(), f"Việc {number}: {long * 3}".strip(": ")
        said = long * 5 or "Đã làm"
        desk.add_task("area-1", name, proposal=said, deadline=parse_deadline("2026"))
        desk.add_task("area-2", name, deadline=parse_deadline(f"{number + 1}/11/2024"), lead=lead)
        desk.add_task("area-3", name, deadline=parse_deadline(f"{number + 1}/1/2025"), lead=lead)
        day = datetime.date(2024, 10, 1) + datetime.timedelta(days=next(days))
        desk.add_task("area-4", name, status="done", completed_on=day, result=said)
    return desk


def most(report: Report, margins: Margins) -> Report:
    period = Period("6 tháng đầu năm 2024", PeriodKind.FIRST_HALF, TODAY, TODAY)
    issuing = "Sở Khoa học và Công nghệ thành phố Cần Thơ"
    profile = Profile(governing=LONG, issuing=issuing, margins=margins)
    return beside(msgspec.structs.replace(report, period=period, profile=profile), report, period)


@pytest.mark.parametrize("margins", [Margins(), Margins(top=25, bottom=25, left=35, right=20)])
@pytest.mark.parametrize(("each", "long"), [(0, LONG), (1, LONG), (3, LONG), (12, LONG), (12, "")])
def test_it_is_one_page_in_pdf_and_in_word(
    tmp_path: Path, each: int, long: str, margins: Margins
) -> None:
    report = most(full_desk(each, long).report(), margins)
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(Typeset(report, Form.SUMMARY).pdf())
    assert len(PdfReader(pdf).pages) == 1
    (tmp_path / "word.docx").write_bytes(word_bytes(report, Form.SUMMARY))
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    run(
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        tmp_path / "word.docx",
    )
    assert len(PdfReader(tmp_path / "word.pdf").pages) == 1
    text = squeezed(run("pdftotext", pdf, "-"))
    for said in ("Ý kiến chỉ đạo", "Người lập", "Mã đối chiếu số liệu", *text_of(report)):
        assert squeezed(said) in text


def test_what_has_no_room_is_counted() -> None:
    lines = text_of(full_desk(12).report())
    more = [line for line in lines if line.startswith("và ")]
    assert len(more) == 4
    shown = sum(line.count("Việc ") for line in lines)
    assert shown + sum(int(line.split()[1]) for line in more) == 48
    assert shown >= 4


@pytest.mark.parametrize("long", ["", LONG])
def test_all_seven_that_are_overdue_stand_there_where_nothing_else_needs_the_room(
    long: str,
) -> None:
    desk = Desk()
    for number in range(7):
        due = parse_deadline(f"{number + 1}/11/2024")
        desk.add_task("area-2", f"Việc {number}: {long * 3}", deadline=due, lead="Sở KH&CN")
    lines = text_of(desk.report())
    assert sum("chưa nêu lý do" in line for line in lines) == 7


def test_titles_are_cut_shorter_only_where_more_find_room_by_it() -> None:
    few, many = (text_of(full_desk(each).report()) for each in (1, 12))
    assert max(map(len, few[2:])) > max(map(len, many[2:]))


def test_what_needs_a_decision_stands_first_and_the_longest_overdue_first() -> None:
    lines = text_of(full_desk(3).report())
    titles = [
        "Đề xuất, kiến nghị cần cho ý kiến",
        "Quá hạn",
        "Đến hạn trong 90 ngày",
        "Kết quả nổi bật",
    ]
    places = [lines.index(title) for title in titles]
    assert places == sorted(places)
    assert "hạn 30/11/2024" not in lines[places[1] + 1]
    assert "chưa nêu lý do" in lines[places[1] + 1]


def test_an_empty_part_says_so() -> None:
    assert text_of(Desk().report()).count("Không có.") == 4
