"""Whatever a report is written to, it states the counts of the tree, and no others."""

from collections.abc import Iterator
from typing import Any

import pytest
from unit.report.desk import Desk
from unit.report.workbook import busy_desk, cells_of, compared_report, opened

from agreement_viewer.report import words
from agreement_viewer.report.excel_words import SHEETS, TRACKING
from agreement_viewer.report.sheet import sheet_of
from agreement_viewer.report.tree import Counts, Report

REPORTS = {
    "untouched": lambda: Desk().report(),
    "busy": lambda: busy_desk().report(),
    "beside the period before": compared_report,
}


@pytest.fixture(params=REPORTS.values(), ids=REPORTS)
def report(request: pytest.FixtureRequest) -> Report:
    made: Report = request.param()
    return made


def rows_of(counts: Counts) -> list[int]:
    return [
        *(counts.total, counts.on_time, counts.late),
        *(counts.in_time, counts.overdue, counts.dropped),
    ]


def expected(report: Report) -> dict[str, list[int]]:
    """What must be stated of items and tasks, now and in the period before."""
    found = {
        "Nội dung": rows_of(Counts.of(report.items)),
        "Nhiệm vụ": rows_of(Counts.of(report.tasks)),
    }
    if before := report.before:
        found[f"Nội dung, {before.period.name}"] = rows_of(before.items)
        found[f"Nhiệm vụ, {before.period.name}"] = rows_of(before.tasks)
    return found


def counts_table(report: Report) -> Iterator[list[str]]:
    texts: Any = sheet_of(report)
    (table,) = (table for table in texts["annexes"] if table["kind"] == "counts")
    for band in table["bands"]:
        yield from band["rows"]


def test_the_paper(report: Report) -> None:
    stated = {
        name: [int(figure.replace(".", "")) for figure in figures]
        for name, *figures in counts_table(report)
    }
    assert stated == expected(report)


def test_the_workbook(report: Report) -> None:
    sheet = opened(report)[SHEETS["counts"]]
    stated = {row[0]: list(row[1:]) for row in sheet.iter_rows(values_only=True)}
    assert stated[words.COUNTS[0]] == list(words.COUNTS[1:])
    for name, figures in expected(report).items():
        assert stated[name] == figures
        assert all(type(figure) is int for figure in figures)


def test_the_lines_of_the_workbook_count_up_to_them(report: Report) -> None:
    number, standing = (list(TRACKING).index(name) for name in ("number", "standing"))
    lines = cells_of(opened(report)[SHEETS["tracking"]])
    for name, is_task in (("Nội dung", False), ("Nhiệm vụ", True)):
        stated = [row[standing] for row in lines if ("." in str(row[number])) is is_task]
        found = [stated.count(words.STANDINGS[one]) for one in words.STANDINGS]
        assert found == expected(report)[name][1:]
