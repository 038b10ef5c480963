"""The workbook of a report, read back by a library that had no part in writing it."""

import datetime
import io
from collections.abc import Sequence

import msgspec
import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from unit.report.desk import Desk

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.deadline import Deadline, Month, Quarter
from agreement_viewer.ledger.fields import parse_deadline
from agreement_viewer.ledger.periods import Period, PeriodKind
from agreement_viewer.report.comparing import beside
from agreement_viewer.report.excel import excel_bytes
from agreement_viewer.report.excel_words import TRACKING
from agreement_viewer.report.tree import Report

FIRST_HALF = Period(
    "6 tháng đầu năm 2024",
    PeriodKind.FIRST_HALF,
    datetime.date(2023, 12, 15),
    datetime.date(2024, 6, 14),
)
SECOND_HALF = Period(
    "6 tháng cuối năm 2024",
    PeriodKind.SECOND_HALF,
    datetime.date(2024, 6, 15),
    datetime.date(2024, 12, 14),
)


def opened(report: Report) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(excel_bytes(report)))


def head_of(sheet: Worksheet) -> int:
    """The row of the columns' names."""
    return int(sheet.auto_filter.ref[1 : sheet.auto_filter.ref.index(":")])


def names_of(sheet: Worksheet) -> list[str]:
    return [cell.value for cell in sheet[head_of(sheet)]]


def lines_of(sheet: Worksheet) -> dict[str, dict[str, object]]:
    """Each line of the full table by its number and group: its values by the fields' names."""
    found = {}
    for row in sheet.iter_rows(min_row=head_of(sheet) + 1, values_only=True):
        values = dict(zip(TRACKING, row, strict=True))
        found[f"{values['group']} {values['number']}"] = values
    return found


def cells_of(sheet: Worksheet) -> Sequence[Sequence[object]]:
    """The values below the head, row by row."""
    return list(sheet.iter_rows(min_row=head_of(sheet) + 1, values_only=True))


def busy_desk() -> Desk:
    """Something of everything that a workbook can hold."""
    desk = Desk()
    put_off = Deadline(Quarter(2024, 2)).extended(Month(2025, 6), "chờ kinh phí", "CV 210/SKHCN")
    first_quarter = parse_deadline("quý I/2024")
    desk.set("area-1", status="done", deadline=first_quarter)
    desk.set("area-1", completed_on=datetime.date(2024, 1, 5))
    desk.set("area-2", status="in_progress", deadline=put_off, lead="Đơn vị B", partners=("C", "D"))
    for name in ("result", "difficulty", "proposal", "note"):
        desk.set("area-2", **{name: f"Nội dung của {name}\nhai dòng."})
    desk.set("area-3", status="dropped")
    desk.set("area-4", status="paused", deadline=parse_deadline("30/9/2024"))
    document = {
        "number": "12/KH-UBND",
        "issued_on": datetime.date(2024, 1, 3),
        "issuer": "Đơn vị B",
        "subject": "Phối hợp",
    }
    desk.do(actions.add_evidence("area-1", document))
    for number, status in enumerate(("done", "in_progress", "dropped")):
        desk.add_task("area-2", f"Việc {number}", status=status, lead="Đơn vị C", note="Ghi chú.")
    desk.differ("directive-1", "result", "Đạt", "Chưa đạt")
    return desk


def compared_report() -> Report:
    """The second half-year beside the first, in which nothing had been recorded."""
    now = msgspec.structs.replace(busy_desk().report(), period=SECOND_HALF)
    return beside(now, Desk().report(FIRST_HALF.last), FIRST_HALF)
