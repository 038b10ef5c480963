"""Whatever a report is written to, it states the counts of the tree, and no others."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from unit.report.desk import Desk
from unit.report.readers import run
from unit.report.workbook import busy_desk, cells_of, compared_report, opened

from agreement_viewer.report import words
from agreement_viewer.report.excel_words import SHEETS, TRACKING
from agreement_viewer.report.sheet import sheet_of
from agreement_viewer.report.tree import Counts, Report
from agreement_viewer.report.typst import Typeset
from agreement_viewer.report.word import word_bytes

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
    found = {}
    for name, now, then in (
        ("Nội dung", report.items, report.before and report.before.items),
        ("Nhiệm vụ", report.tasks, report.before and report.before.tasks),
    ):
        found[name] = rows_of(Counts.of(now))
        if report.before and then:
            found[f"{name}, {report.before.period.name}"] = rows_of(then)
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


def test_the_word_document(report: Report) -> None:
    document = docx.Document(io.BytesIO(word_bytes(report)))
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
    ]
    (counts,) = (rows for rows in tables if rows[0] == list(words.COUNTS))
    assert {name: list(map(int, figures)) for name, *figures in counts[1:]} == expected(report)
    assert prose(" ".join(part.text for part in document.paragraphs)) == in_prose(report)


def test_the_pdf(report: Report, tmp_path: Path) -> None:
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(Typeset(report).pdf())
    assert prose(run("pdftotext", "-raw", pdf, "-")) == in_prose(report)
    annex = run("pdftotext", "-layout", pdf, "-").split("Phụ lục I\n")[1].split("Phụ lục II\n")[0]
    rows = [[int(number) for number in row] for row in FIGURES.findall(annex)]
    assert rows[: len(expected(report))] == list(expected(report).values())


FIGURES = re.compile(r"^.*?\s" + r"\s+".join([r"(\d\d)"] * 6) + r"\s*$", re.MULTILINE)
"""A row of the table of counts."""
SENTENCE = re.compile(
    r"tổng số (\d+); hoàn thành \d+ \(đúng hạn (\d+), quá hạn (\d+)\); "
    r"chưa hoàn thành \d+ \(trong hạn (\d+), quá hạn (\d+)\)"
)


def prose(text: str) -> list[list[int]]:
    """The figures of every sentence that counts."""
    found = SENTENCE.findall(" ".join(text.split()))
    return [[int(number) for number in numbers] for numbers in found]


def in_prose(report: Report) -> list[list[int]]:
    """What the sentences must state: items, then tasks if there are any, each beside before."""
    stated = expected(report)
    names = ("Nội dung", "Nhiệm vụ") if list(report.tasks) else ("Nội dung",)
    return [figures[:5] for name, figures in stated.items() if name.startswith(names)]
