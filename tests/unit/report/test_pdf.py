"""The PDF, read back by programs not ours."""

import datetime
import re
from pathlib import Path
from typing import Any, cast

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject
from unit.report.desk import TODAY, Desk, said
from unit.report.readers import font_families, run, squeezed, text_below_the_margin

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.deadline import Deadline, Month, Quarter
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import parse_deadline
from agreement_viewer.report.blocks import letter
from agreement_viewer.report.face import VIETNAMESE
from agreement_viewer.report.sheet import sheet_of
from agreement_viewer.report.tree import Report
from agreement_viewer.report.typst import Typeset
from agreement_viewer.report.words import FORM, MISSING_ITEMS

MILLIMETRE = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = (size * MILLIMETRE for size in (30, 15, 20, 20))
TEXTS = ("result", "difficulty", "proposal", "note")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def busy_desk() -> Desk:
    """Something of everything that a report can hold."""
    desk = Desk()
    put_off = Deadline(Quarter(2024, 2)).extended(Month(2025, 6), "chờ kinh phí", "CV 210/SKHCN")
    desk.set("area-1", status="done", completed_on=datetime.date(2024, 1, 5))
    desk.set("area-2", status="in_progress", deadline=put_off, lead="Đơn vị B", partners=("C", "D"))
    for name in TEXTS:
        desk.set("area-2", **{name: f"Nội dung của {name}\nhai dòng."})
    desk.set("area-3", status="dropped")
    document = {"number": "12/KH-UBND", "issuer": "Đơn vị B", "subject": "Phối hợp"}
    desk.do(actions.add_evidence("area-1", document))
    for number, status in enumerate(("done", "in_progress", "dropped")):
        desk.add_task("area-2", f"Việc {number}", status=status, lead="Đơn vị C", note="Ghi chú.")
    desk.differ("directive-1", "result", "Đạt", "Chưa đạt")
    return desk


def write(report: Report, folder: Path) -> Path:
    path = folder / "report.pdf"
    path.write_bytes(Typeset(report).pdf())
    return path


def assert_nothing_is_lost(report: Report, pdf: Path) -> None:
    """Every text of the sheet can be read, and no word stands outside the margins."""
    text = text_below_the_margin(pdf)
    assert [lost for lost in said(sheet_of(report)) if squeezed(lost) not in text] == []
    page = ""
    for row in run("pdftotext", "-bbox", pdf, "-").splitlines():
        if row.lstrip().startswith("<page"):
            page = row
            width, height = (float(size) for size in re.findall(r'"([\d.]+)"', row))
        elif row.lstrip().startswith("<word"):
            x, y, x_end, y_end = (float(place) for place in re.findall(r'"([\d.]+)"', row))
            is_page_number = y_end < TOP and abs((x + x_end) - (width + LEFT - RIGHT)) < 2
            inside = y > TOP - 4 and y_end < height - BOTTOM + 4  # accents, descenders
            assert is_page_number or inside, (page, row)
            assert x > LEFT - 1, (page, row)
            assert x_end < width - RIGHT + 1, (page, row)


def test_everything_is_on_paper_within_the_margins(tmp_path: Path) -> None:
    report = busy_desk().report()
    pdf = write(report, tmp_path)
    assert_nothing_is_lost(report, pdf)
    text = text_below_the_margin(pdf)
    for word in (FORM["country"], FORM["motto"], "BÁO CÁO", "Phụ lục", "STT", "Tiến độ", "./."):
        assert squeezed(word) in text


def test_it_is_a_sound_archive_file_in_one_typeface(desk: Desk, tmp_path: Path) -> None:
    alphabet = "".join(sorted(VIETNAMESE))
    desk.add_task("area-1", f"{alphabet} {alphabet.upper()}", status="done", note=alphabet)
    report = desk.report()
    pdf = write(report, tmp_path)
    assert_nothing_is_lost(report, pdf)
    families = font_families(pdf)
    assert len(families) == 1
    assert families <= {"TimesNewRoman", "LiberationSerif", "LibertinusSerif"}
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", pdf)
    info = run("pdfinfo", pdf)
    assert re.search(r"^Title: +Tình hình thực hiện Chương trình", info, re.MULTILINE)
    assert re.search(r"^Author: +Sở Khoa học và Công nghệ", info, re.MULTILINE)
    assert re.search(r"^Tagged: +yes$", info, re.MULTILINE)
    root = PdfReader(pdf).root_object
    assert str(root["/Lang"]) == "vi-VN"
    metadata = cast(StreamObject, root["/Metadata"].get_object()).get_data().decode()
    for claim in ("<pdfaid:part>2<", "<pdfaid:conformance>B<", "<pdfuaid:part>1<"):
        assert claim in metadata


def test_the_same_report_has_the_same_bytes() -> None:
    report = busy_desk().report()
    typeset = Typeset(report)
    first = typeset.pdf()
    typeset.pages()
    assert typeset.pdf() == first == Typeset(report).pdf()


def test_bookmarks_lead_to_every_item(desk: Desk, tmp_path: Path) -> None:
    desk.do([Edit.set("w" * 64, "note", "Nhan đề dài hơn một dòng.")])
    outline = PdfReader(write(desk.report(), tmp_path)).outline
    titles = titles_below(outline)
    assert [title.split(". ")[0] for title in titles[0]] == [
        *("I", "II", "III", "IV", "V"),
        *(f"Phụ lục {roman}" for roman in ("I", "II")),
    ]
    groups = [
        f"{n}. {section.title or MISSING_ITEMS}"
        for n, section in enumerate(desk.checklist.sections(), 1)
    ]
    assert titles[1] == groups
    assert titles[2] == [f"{letter(item.number)}) {item.title}" for item in desk.checklist.items()]


def titles_below(outline: list[Any], level: int = 0) -> dict[int, list[str]]:
    """The bookmarks of each level, in their order."""
    found: dict[int, list[str]] = {}
    for part in outline:
        if isinstance(part, list):
            for deeper, titles in titles_below(part, level + 1).items():
                found.setdefault(deeper, []).extend(titles)
        else:
            found.setdefault(level, []).append(str(part.title))
    return found


def test_officers_text_is_never_markup(desk: Desk, tmp_path: Path) -> None:
    typed = '#strong[x] $y$ <b> *a* _b_ `c` \\ "q" -- ... // = H @ref https://a.b #{panic()} [ ]'
    desk.add_task("area-1", typed, note=typed, lead=typed)
    for name in TEXTS:
        desk.set("area-1", **{name: typed})
    report = desk.report(unit=typed)
    assert_nothing_is_lost(report, write(report, tmp_path))


@pytest.mark.parametrize(
    "note",
    [
        "Nghiêm túc triển khai, thực hiện. " * 145,
        "https://example.com/" + "duong-dan/" * 498,
        "W" * 5000,
        "\n".join(["dòng"] * 1000),
        "chữ\u00a0liền\u00a0" * 500,
    ],
    ids=["sentences", "an address", "one word", "many lines", "hard spaces"],
)
def test_5000_characters_are_neither_cut_nor_torn_from_the_page(
    desk: Desk, tmp_path: Path, note: str
) -> None:
    desk.set("area-2", note=note)
    desk.set("area-4", deadline=parse_deadline(note), lead=note[:300])
    desk.add_task("area-2", note.replace("\n", " "), result=note)
    report = desk.report()
    assert_nothing_is_lost(report, write(report, tmp_path))


@pytest.mark.parametrize("unit", ["skhcn", ""])
def test_a_programme_without_tasks_or_values(desk: Desk, tmp_path: Path, unit: str) -> None:
    report = desk.report(unit=unit)
    pdf = write(report, tmp_path)
    assert_nothing_is_lost(report, pdf)
    assert squeezed("chưa có nhiệm vụ") in text_below_the_margin(pdf)


def test_3000_tasks(desk: Desk, tmp_path: Path) -> None:
    edits: list[Edit] = []
    for number in range(3000):
        edits += actions.add_task("area-2", f"Việc số {number}")
    desk.do(edits)
    report = desk.report()
    pdf = write(report, tmp_path)
    assert_nothing_is_lost(report, pdf)
    assert squeezed("Nhiệm vụ: tổng số 3.000;") in text_below_the_margin(pdf)


def pages_as_text(pdf: Path) -> list[list[str]]:
    """The lines of each page that are not empty."""
    pages = run("pdftotext", "-layout", pdf, "-").split("\f")[:-1]
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]


def test_pages_are_numbered_from_the_second_and_the_annex_on_its_own(
    desk: Desk, tmp_path: Path
) -> None:
    for number in range(40):
        desk.add_task("area-2", f"Việc {number}")
    pages = pages_as_text(write(desk.report(), tmp_path))
    annex = next(n for n, page in enumerate(pages) if "Phụ lục I" in page)
    assert annex > 2
    table = next(n for n, page in enumerate(pages) if "Phụ lục II" in page)
    assert len(pages) > table + 2
    for start, stop in ((0, annex), (annex, table), (table, len(pages))):
        shown = [page[0] for page in pages[start:stop]]
        assert not shown[0].isdigit()
        assert shown[1:] == [str(number) for number in range(2, stop - start + 1)]


def test_the_annex_repeats_its_header_and_tears_no_row(desk: Desk, tmp_path: Path) -> None:
    lines = 12
    for _ in range(30):
        desk.add_task("area-2", "Việc", result="\n".join(f"dòng{n}" for n in range(lines)))
    pages = pages_as_text(write(desk.report(), tmp_path))
    annex = pages[next(n for n, page in enumerate(pages) if "Phụ lục II" in page) :]
    assert len(annex) > 8
    for page in annex:
        text = " ".join(page)
        assert "STT" in text
        assert "Tiến độ" in text
        assert "Nội dung phối hợp" in text or "Nội dung chỉ đạo" in text
        assert len({len(re.findall(rf"dòng{n}\b", text)) for n in range(lines)}) == 1


def test_the_body_is_portrait_and_the_annex_landscape(desk: Desk, tmp_path: Path) -> None:
    boxes = [page.mediabox for page in PdfReader(write(desk.report(), tmp_path)).pages]
    shapes = [(round(box.width / MILLIMETRE), round(box.height / MILLIMETRE)) for box in boxes]
    turned = shapes.index((297, 210))
    assert shapes == [(210, 297)] * turned + [(297, 210)] * (len(shapes) - turned)


def test_the_days_on_the_paper(desk: Desk, tmp_path: Path) -> None:
    text = text_below_the_margin(write(desk.report(today=TODAY), tmp_path))
    assert squeezed("(số liệu ghi nhận đến ngày 14 tháng 12 năm 2024)") in text
    assert squeezed("(ký kết ngày 03 tháng 3 năm 2022)") in text
