"""The workbook: typed values in their places, set to be read and printed, nothing left out."""

import csv
import datetime
import io
import itertools
import re
import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from unit.report.desk import Desk
from unit.report.readers import office, run, squeezed
from unit.report.workbook import (
    busy_desk,
    cells_of,
    compared_report,
    head_of,
    lines_of,
    names_of,
    opened,
)

from agreement_viewer.ledger.fields import parse_deadline
from agreement_viewer.ledger.records import Margins, Profile
from agreement_viewer.ledger.text import clean
from agreement_viewer.report.annex import annexes
from agreement_viewer.report.excel import excel_bytes
from agreement_viewer.report.excel_words import CONTINUED, SHEETS, TRACKING
from agreement_viewer.report.figures import code_of, figures_digest
from agreement_viewer.report.marking import written
from agreement_viewer.report.printable import BOX, strings, xml_text
from agreement_viewer.report.words import COUNTS

AREA = "Nội dung phối hợp"
SHEET = SHEETS["tracking"]
CSV_WITH_TEXTS_QUOTED = "44,34,76,1,,0,true,true,false,false,false,-1"
"""Comma, quotation mark, UTF-8, from the first row, in any language, every sheet."""
HOSTILE = (
    "=1+1",
    "+84 292 000 000",
    "-x",
    "@SUM(A1)",
    '=HYPERLINK("http://example.invalid")',
    "http://example.invalid",
    "007",
    "<r><t>chữ</t></r>",
    "</t></si>&amp;<b>",
    "_x0041_",
    "'trích dẫn",
    '"a;b",c',
)


class TestValues:
    def test_a_line_has_every_field_in_its_column(self) -> None:
        sheet = opened(busy_desk().report())[SHEET]
        assert names_of(sheet) == list(TRACKING.values())
        lines = lines_of(sheet)
        assert lines[f"{AREA} 2"] == {
            "number": "2",
            "group": AREA,
            "title": "Phối hợp trong các hoạt động nghiên cứu KH&CN",
            "lead": "Đơn vị B",
            "partners": "C; D",
            "deadline": "tháng 06/2025",
            "due_on": datetime.datetime(2025, 6, 30),
            "extended": 1,
            "extensions": "từ quý II/2024 đến tháng 06/2025; "
            "lý do: chờ kinh phí; văn bản: CV 210/SKHCN",
            "result": "Nội dung của result\nhai dòng.",
            "status": "Đang thực hiện (trong hạn)",
            "completed_on": None,
            "standing": "Chưa hoàn thành, trong hạn",
            "difficulty": "Nội dung của difficulty\nhai dòng.",
            "proposal": "Nội dung của proposal\nhai dòng.",
            "note": "Nội dung của note\nhai dòng.",
            "evidence": None,
            "remarks": None,
        }
        assert lines[f"{AREA} 1"]["completed_on"] == datetime.datetime(2024, 1, 5)
        assert lines[f"{AREA} 1"]["evidence"] == (
            "12/KH-UBND ngày 03 tháng 01 năm 2024 của Đơn vị B: Phối hợp"
        )
        assert lines[f"{AREA} 2.1"]["title"] == "Việc 0"
        assert "“Chưa đạt” (Cán bộ B" in str(lines["Nội dung chỉ đạo 1"]["remarks"])

    def test_days_are_days(self) -> None:
        sheet = opened(busy_desk().report())[SHEET]
        columns = [list(TRACKING).index(name) for name in ("due_on", "completed_on")]
        days = [
            row[column]
            for row in sheet.iter_rows(min_row=head_of(sheet) + 1)
            for column in columns
            if row[column].value is not None
        ]
        assert len(days) == 5
        assert {(day.is_date, day.number_format) for day in days} == {(True, "dd/mm/yyyy")}

    def test_a_day_before_the_calendar_of_excel_is_a_text(self) -> None:
        desk = Desk()
        desk.set("area-1", deadline=parse_deadline("28/2/1900"))
        desk.set("area-2", deadline=parse_deadline("1/3/1900"))
        lines = lines_of(opened(desk.report())[SHEET])
        assert lines[f"{AREA} 1"]["due_on"] == "28/02/1900"
        assert lines[f"{AREA} 2"]["due_on"] == datetime.datetime(1900, 3, 1)

    def test_what_is_completed_after_the_period_is_not_completed(self) -> None:
        desk = Desk()
        desk.set("area-1", status="done")
        day = datetime.date(2024, 6, 14)
        line = lines_of(opened(desk.report(day))[SHEET])[f"{AREA} 1"]
        assert (line["status"], line["completed_on"]) == ("Chưa hoàn thành", None)

    def test_how_it_stands_is_worded_as_on_paper(self) -> None:
        desk = Desk()
        dues = ("thường xuyên", "khi có kinh phí", "hằng năm", "2023", "2025")
        for due, status in itertools.product(dues, ("done", "in_progress", "dropped")):
            desk.add_task("area-1", f"{due} {status}", status=status, deadline=parse_deadline(due))
        report = desk.report()
        paper = {texts.number: texts.status for texts in written(report)}
        lines = lines_of(opened(report)[SHEET])
        tasks = {str(line["number"]): line for name, line in lines.items() if "." in name}
        assert len(tasks) == 15
        assert {number: line["status"] for number, line in tasks.items()} == {
            number: status for number, status in paper.items() if "." in number
        }
        annex = list(strings([*annexes(report)]))
        assert all(status in {text.split("\n")[0] for text in annex} for status in paper.values())

    def test_the_period_before_stands_beside(self) -> None:
        book = opened(compared_report())
        moved = cells_of(book[SHEETS["compared"]])
        assert moved[0][2:] == (
            *("Chưa thực hiện", None, None, None),
            *("Hoàn thành đúng hạn", datetime.datetime(2024, 1, 5)),
            *("quý I/2024", datetime.datetime(2024, 3, 31)),
        )
        assert moved[2][:3] == ("2.1", "Việc 0", "chưa có")
        late = cells_of(book[SHEETS["late"]])
        assert [row[2:] for row in late] == [
            (datetime.datetime(2024, 1, 5), "Hoàn thành"),
            (
                datetime.datetime(2024, 1, 3),
                "12/KH-UBND ngày 03 tháng 01 năm 2024 của Đơn vị B: Phối hợp",
            ),
        ]

    def test_an_untouched_programme_needs_no_other_sheets(self) -> None:
        names = opened(Desk().report()).sheetnames
        assert names == [SHEETS["counts"], SHEETS["tracking"], SHEETS["whole"]]

    def test_a_programme_without_items_is_a_workbook_too(self) -> None:
        report = msgspec.structs.replace(Desk().report(), groups=())
        book = opened(report)
        assert names_of(book[SHEET]) == list(TRACKING.values())
        assert not any(any(row) for row in cells_of(book[SHEET]))


class TestTexts:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_a_text_is_nothing_but_a_text(self, text: str) -> None:
        desk = Desk()
        task = desk.add_task("area-1", text, note=text, lead=text)
        sheet = opened(desk.report())[SHEET]
        found = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]
        assert desk.entry(task).title == text
        assert [cell.data_type for cell in found] == ["s"] * 3
        assert all(cell.hyperlink is None for cell in found)
        assert {cell.quotePrefix for cell in found} == {text[0] in "=+-@"}

    def test_what_xml_cannot_hold_is_a_box(self) -> None:
        desk = Desk()
        desk.set("area-1", note="a\x01b\ufffec\x0bd\te")
        assert lines_of(opened(desk.report())[SHEET])[f"{AREA} 1"]["note"] == f"a{BOX}b{BOX}c\nd e"

    def test_another_program_reads_the_same_texts(self, tmp_path: Path) -> None:
        desk = busy_desk()
        for text in HOSTILE:
            desk.add_task("area-3", text, note=text)
        file = tmp_path / "report.xlsx"
        file.write_bytes(excel_bytes(desk.report()))
        office(tmp_path, file, f"csv:Text - txt - csv (StarCalc):{CSV_WITH_TEXTS_QUOTED}")
        table = (tmp_path / f"report-{SHEET}.csv").read_text("utf-8")
        rows = list(csv.reader(io.StringIO(table)))
        by_title = {row[2]: row for row in rows if len(row) > 2}
        for text in HOSTILE:
            assert by_title[text][list(TRACKING).index("note")] == text
        assert '"=1+1"' in table
        first = next(line for line in table.splitlines() if line.startswith('"1",'))
        assert len(re.findall(r",\d\d/\d\d/2024(?=,)", first)) == 2

    @pytest.mark.parametrize(
        "text",
        ["từ " * 1_666, "từ " * 13_333, "a" * 40_000, "dòng\n" * 300, "😀" * 17_000],
        ids=["5,000", "40,000", "unbroken", "300 lines", "pairs"],
    )
    def test_a_text_without_room_stands_whole_on_a_sheet_of_its_own(self, text: str) -> None:
        desk = Desk()
        desk.set("area-1", note=text)
        book = opened(desk.report())
        line = desk.line("area-1")
        note = str(lines_of(book[SHEET])[f"{AREA} 1"]["note"])
        assert note == line.note or line.note.startswith(note.removesuffix(CONTINUED))
        assert len(note.encode("utf-16-le")) // 2 <= 32_767
        assert note.count("\n") <= 253
        pieces = [row for row in cells_of(book[SHEETS["whole"]]) if row[2] == "Ghi chú"]
        assert "".join(str(row[3]) for row in pieces) == line.note
        assert {row[:2] for row in pieces} == {("1", line.title)}

    @given(st.lists(st.text(), min_size=7, max_size=7))
    @settings(max_examples=25, deadline=None)
    def test_no_text_of_any_line_is_lost(self, texts: list[str]) -> None:
        desk = Desk()
        fields = ("result", "difficulty", "proposal", "note", "lead")
        for name, text in zip(fields, texts, strict=False):
            desk.set("area-1", **{name: clean(text)})
        if clean(texts[5]):
            desk.add_task("area-2", texts[5], note=clean(texts[6]))
        report = desk.report()
        book = opened(report)
        found = {
            cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
        }
        for line in written(report):
            texts_of = (line.title, line.line.text, line.lead, line.partners)
            accounts = map(line.account, ("result", "difficulty", "proposal", "note"))
            for text in filter(None, map(xml_text, (*texts_of, *accounts))):
                assert text in found


class TestPaper:
    def test_every_table_is_set_to_be_read_and_printed(self) -> None:
        report = msgspec.structs.replace(
            compared_report(), profile=Profile(margins=Margins(25, 24, 35, 20))
        )
        book = opened(report)
        assert book.sheetnames == list(SHEETS.values())
        for name in book.sheetnames[1:]:
            sheet = book[name]
            head = head_of(sheet)
            kept = "D" if name == SHEET else "C"
            last = get_column_letter(sheet.max_column)
            assert sheet.freeze_panes == f"{kept}{head + 1}"
            assert sheet.auto_filter.ref == f"A{head}:{last}{sheet.max_row}"
            assert sheet.print_title_rows == f"${head}:${head}"
            assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
            assert sheet.oddHeader.center.text == "&P"
            assert code_of(figures_digest(report)) in sheet.oddFooter.center.text
            sides = sheet.page_margins
            inches = (sides.top, sides.bottom, sides.left, sides.right)
            assert [round(inch * 25.4) for inch in inches] == [25, 24, 35, 20]

    def test_cells_wrap_within_lines_in_the_prescribed_face(self) -> None:
        sheet = opened(busy_desk().report())[SHEET]
        for row in sheet.iter_rows(min_row=head_of(sheet) + 1):
            for cell in row:
                assert cell.alignment.wrap_text
                assert cell.alignment.vertical == "top"
                assert cell.border.left.style == cell.border.bottom.style == "thin"
                assert cell.font.name == "Times New Roman"
                assert cell.font.scheme is None

    def test_widths_follow_the_texts(self) -> None:
        desk = Desk()
        desk.set("area-1", note="Một ghi chú rất dài. " * 10)
        narrow, wide = (
            opened(report)[SHEET].column_dimensions["P"].width
            for report in (Desk().report(), desk.report())
        )
        assert list(TRACKING).index("note") == ord("P") - ord("A")
        assert wide > narrow + 3

    def test_pages_are_one_page_wide_and_show_every_text(self, tmp_path: Path) -> None:
        report = compared_report()
        file = tmp_path / "report.xlsx"
        file.write_bytes(excel_bytes(report))
        office(tmp_path, file, "pdf")
        pdf = file.with_suffix(".pdf")
        sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", run("pdfinfo", "-l", -1, pdf))
        assert [float(width) < float(height) for width, height in sizes[:2]] == [True, False]
        assert len(sizes) <= 8
        text = squeezed(run("pdftotext", "-raw", pdf, "-"))
        assert squeezed(f"Mã đối chiếu số liệu: {code_of(figures_digest(report))}") in text
        assert text.count(squeezed("Nội dung của proposal hai dòng.")) == 1
        assert "30/06/2025" in text

    def test_the_chart_draws_the_cells_of_the_counts(self) -> None:
        report = compared_report()
        sheet = opened(report)[SHEETS["counts"]]
        (chart,) = sheet._charts
        rows = {cell.value: cell.row for cell in sheet["A"]}
        top, end = rows[COUNTS[0]], rows["Nhiệm vụ, 6 tháng đầu năm 2024"]
        name = f"'{SHEETS['counts']}'"
        assert [(s.tx.strRef.f, s.val.numRef.f, s.cat.strRef.f) for s in chart.series] == [
            (
                f"{name}!${letter}${top}",
                f"{name}!${letter}${top + 1}:${letter}${end}",
                f"{name}!$A${top + 1}:$A${end}",
            )
            for letter in "CDEFG"
        ]
        assert (chart.barDir, chart.grouping) == ("bar", "stacked")
        with zipfile.ZipFile(io.BytesIO(excel_bytes(report))) as book:
            drawing = book.read("xl/drawings/drawing1.xml").decode()
        assert "Nội dung: tổng số 08; hoàn thành 01 (đúng hạn 01, quá hạn 00)" in drawing

    def test_the_first_sheet_says_who_reports_what_and_until_when(self) -> None:
        report = compared_report()
        values = [c.value for row in opened(report)[SHEETS["counts"]].iter_rows() for c in row]
        assert "SỞ KHOA HỌC VÀ CÔNG NGHỆ THÀNH PHỐ CẦN THƠ" in values
        assert f"Kết quả thực hiện {report.programme}, 6 tháng cuối năm 2024" in values
        assert "(từ ngày 15 tháng 6 năm 2024 đến ngày 14 tháng 12 năm 2024)" in values
        assert f"Mã đối chiếu số liệu: {code_of(figures_digest(report))}" in values


def test_the_same_report_is_the_same_bytes() -> None:
    report = compared_report()
    assert excel_bytes(report) == excel_bytes(report)
    assert opened(report).properties.created == datetime.datetime(2024, 12, 14, 9, 30)


def test_a_line_for_each_of_many_tasks() -> None:
    desk = Desk()
    for number in range(300):
        desk.add_task("area-2", f"Việc {number}", note="Ghi chú.")
    assert len(cells_of(opened(desk.report())[SHEET])) == 309
