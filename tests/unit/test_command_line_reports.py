"""Reports, periods and codes from the command line: real processes, one a command."""

import datetime
import json
import re
from pathlib import Path

import docx
import openpyxl
import pytest
from e2e.program import Program
from pypdf import PdfReader

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
HALF = ("period", "close", "6 tháng đầu năm 2024", "--from", "2023-12-15", "--to", "2024-06-14")
NAME = HALF[2]


def text_of(pdf: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(pdf).pages)


def code_on(pdf: Path) -> str:
    (code,) = set(CODE.findall(text_of(pdf)))
    return code


@pytest.fixture
def busy(program: Program) -> Program:
    program.say("set", "area-1", "completed_on", "01/05/2024")
    program.say("set", "area-1", "status", "done")
    program.say("add-task", "area-2", "Mục-A1")
    return program


def test_the_ending_chooses_the_format_and_all_hold_the_task(busy: Program, tmp_path: Path) -> None:
    for suffix in ("pdf", "docx", "xlsx"):
        busy.say("report", "-o", tmp_path / f"báo cáo.{suffix}")
    assert "Mục-A1" in text_of(tmp_path / "báo cáo.pdf")
    paragraphs = docx.Document(str(tmp_path / "báo cáo.docx")).paragraphs
    assert any("Mục-A1" in paragraph.text for paragraph in paragraphs)
    sheets = openpyxl.load_workbook(tmp_path / "báo cáo.xlsx")
    values = {value for sheet in sheets for row in sheet.values for value in row}
    assert "Mục-A1" in values
    forms = [json.loads(body)["body"]["form"] for body in prints(busy)]
    assert forms == ["full.pdf", "full.docx", "full.xlsx"]


def prints(program: Program) -> list[str]:
    return [row[-1] for row in program.rows() if '"kind":"print"' in row[-1]]


def test_a_closed_period_prints_the_same_file_whatever_comes_later(
    busy: Program, tmp_path: Path
) -> None:
    code = busy.say(*HALF).strip()
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    busy.say("report", "-o", first, "--period", NAME)
    busy.say("set", "area-1", "status", "in_progress")
    busy.say("add-task", "area-3", "Mục-B2")
    busy.say("report", "-o", second, "--period", NAME)
    assert first.read_bytes() == second.read_bytes()
    assert code_on(first) == code
    assert busy.say("check", code.lower()).strip() == (
        f"Period {NAME}: the data still yield its figures."
    )


def test_periods_are_listed(busy: Program) -> None:
    code = busy.say(*HALF).strip()
    (period,) = json.loads(busy.say("period", "list", "--json"))
    assert (period["name"], period["kind"], period["code"]) == (NAME, "first_half", code)
    assert (period["first"], period["last"]) == ("2023-12-15", "2024-06-14")
    assert period["holds"] is True
    line = busy.say("period", "list").strip()
    assert line.startswith(period["id"][:12])
    assert NAME in line


def test_a_period_may_be_closed_before_its_end_with_a_warning(busy: Program) -> None:
    day = datetime.datetime.now().astimezone().date() + datetime.timedelta(days=30)
    done = busy.run("period", "close", "Kỳ A", "--from", "2024-01-01", "--to", day)
    assert done.returncode == 0
    assert "before its last day" in done.stderr
    assert CODE.fullmatch(done.stdout.strip())


def test_a_report_of_today_is_proved_by_its_code_until_somebody_cuts_the_ledger(
    busy: Program, tmp_path: Path
) -> None:
    pdf = tmp_path / "1.pdf"
    busy.say("report", "-o", pdf)
    assert "still yield" in busy.say("check", code_on(pdf))
    other = Program(tmp_path / "other")
    done = other.run("check", code_on(pdf))
    assert (done.returncode, done.stdout.strip()) == (
        1,
        "No report recorded in this data carries that code.",
    )


def test_as_of_a_past_day_nothing_was_recorded_yet(busy: Program, tmp_path: Path) -> None:
    pdf = tmp_path / "1.pdf"
    busy.say("report", "-o", pdf, "--as-of", "2024-01-01")
    text = text_of(pdf)
    assert "Mục-A1" not in text
    assert "ngày 01 tháng 01 năm 2024" in " ".join(text.split())
    assert "Report as of 01/01/2024" in busy.say("check", code_on(pdf))


def test_the_summary_is_one_page(busy: Program, tmp_path: Path) -> None:
    busy.say("report", "-o", tmp_path / "1.pdf", "--kind", "summary")
    assert len(PdfReader(tmp_path / "1.pdf").pages) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["report", "-o", "{}/x.txt"],
        ["report", "-o", "{}/x.pdf", "--period", "không có"],
        ["report", "-o", "{}/x.pdf", "--as-of", "2199-01-01"],
        ["report", "-o", "{}/x.pdf", "--as-of", "hôm qua"],
        ["report", "-o", "{}/x.pdf", "--as-of", "2024-01-01", "--period", NAME],
        ["report", "-o", "{}/x.pdf", "--kind", "short"],
        ["period", "close", " ", "--from", "2024-01-01", "--to", "2024-02-01"],
        ["period", "close", "Kỳ A", "--from", "2024-02-01", "--to", "2024-01-01"],
        ["period", "close", "Kỳ A"],
        ["period"],
        ["check", "xyz"],
        ["check"],
    ],
    ids=" ".join,
)
def test_bad_input_is_one_sentence_and_records_nothing(
    busy: Program, tmp_path: Path, arguments: list[str]
) -> None:
    before = busy.rows()
    done = busy.run(*(text.format(tmp_path) for text in arguments))
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert busy.rows() == before
    assert not list(tmp_path.glob("x.*"))
