"""The Word document as LibreOffice lays it out: what is read, and measured, on its pages."""

import re
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image
from unit.report.desk import Desk
from unit.report.readers import (
    Word,
    font_families,
    office_pdf,
    run,
    squeezed,
    text_below_the_margin,
    words_on,
)
from unit.report.word_room import PROFILE, filled_report, picture, shown

from agreement_viewer.report.sheet import Form
from agreement_viewer.report.tree import Report
from agreement_viewer.report.word import word_bytes
from agreement_viewer.report.words import FORM

DOTS = 200 / 25.4
"""Pixels in a millimetre."""


def printed(report: Report, folder: Path, form: Form = Form.FULL) -> Path:
    file = folder / "report.docx"
    file.write_bytes(word_bytes(report, form, [picture()]))
    return office_pdf(file)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(filled_report(), tmp_path_factory.mktemp("word"))


@pytest.fixture(scope="module")
def first_page(pdf: Path) -> Image.Image:
    run(
        "pdftoppm",
        "-r",
        200,
        "-gray",
        "-png",
        "-f",
        1,
        "-l",
        1,
        "-singlefile",
        pdf,
        pdf.parent / "1",
    )
    with Image.open(pdf.parent / "1.png") as image:
        return image.convert("L").point(lambda shade: shade < 128 and 255)


def test_everything_is_on_the_paper(pdf: Path) -> None:
    text = text_below_the_margin(pdf)
    assert [lost for lost in shown(filled_report()) if lost not in text] == []
    for said in (FORM["country"], FORM["motto"], "BÁO CÁO", "Nơi nhận:", "Phụ lục IV", "./."):
        assert squeezed(said) in text
    assert font_families(pdf) <= {"LiberationSerif", "TimesNewRoman", "TimesNewRomanPSMT"}


def test_the_leaders_page_is_one(tmp_path: Path) -> None:
    report = filled_report()
    pdf = printed(report, tmp_path, Form.SUMMARY)
    text = text_below_the_margin(pdf)
    assert [lost for lost in shown(report, Form.SUMMARY) if lost not in text] == []
    assert "Pages:           1\n" in run("pdfinfo", pdf)
    ruled = [word for word in words_on(pdf) if word.text.startswith("....")]
    assert len(ruled) == 4
    steps = {round(below.top - above.top, 1) for above, below in pairwise(ruled)}
    assert steps <= {7.9, 8.0, 8.1}


@pytest.mark.parametrize("unit", ["skhcn", ""])
def test_a_programme_without_tasks_or_profile(tmp_path: Path, unit: str) -> None:
    report = Desk().report(unit=unit)
    text = text_below_the_margin(printed(report, tmp_path))
    assert [lost for lost in shown(report) if lost not in text] == []


def test_pages_are_numbered_from_the_second_and_each_annex_on_its_own(tmp_path: Path) -> None:
    desk = Desk()
    for number in range(40):
        desk.add_task("area-2", f"Việc {number}")
    pdf = printed(desk.report(), tmp_path)
    pages = run("pdftotext", "-layout", pdf, "-").split("\f")[:-1]
    starts = [n for n, page in enumerate(pages) if re.search(r"^\s*Phụ lục I+$", page, re.M)]
    assert len(starts) == 2
    assert len(pages) > starts[1] + 2
    for start, stop in zip((0, *starts), (*starts, len(pages)), strict=True):
        tops = [page.split()[0] for page in pages[start:stop]]
        assert not tops[0].isdigit()
        assert tops[1:] == [str(number) for number in range(2, stop - start + 1)]
    for number in (word for word in words_on(pdf) if word.bottom < 20):
        width = 210 if number.page <= starts[1] else 297
        assert (number.left + number.right) / 2 == pytest.approx((width + 30 - 15) / 2, abs=0.5)


def test_the_annex_repeats_its_header_and_tears_no_row(tmp_path: Path) -> None:
    desk, lines = Desk(), 12
    for _ in range(12):
        desk.add_task("area-2", "Việc", result="\n".join(f"dòng{n}" for n in range(lines)))
    pages = run("pdftotext", "-layout", printed(desk.report(), tmp_path), "-").split("\f")[:-1]
    annex = [page for page in pages if "STT" in page]
    assert len(annex) > 4
    for page in annex:
        assert "Tiến độ" in page
        assert len({len(re.findall(rf"dòng{n}\b", page)) for n in range(lines)}) == 1


@pytest.mark.parametrize(
    "text",
    ["Nghiêm túc dẵn. " * 312, "ẵ" * 5000, "\n".join(["dẵng"] * 1000)],
    ids=["sentences", "one word", "many lines"],
)
def test_of_5000_characters_none_is_lost(tmp_path: Path, text: str) -> None:
    desk = Desk()
    desk.set("area-2", note=text, result=text)
    report = desk.report()
    pdf = printed(report, tmp_path)
    said = run("pdftotext", "-raw", pdf, "-").count("ẵ")
    assert said == "".join(shown(report)).count("ẵ") >= 3 * 312
    assert_inside(words_on(pdf), top=20, bottom=20, left=30, right=15)


def assert_inside(words: list[Word], *, top: int, bottom: int, left: int, right: int) -> None:
    """No word stands outside the margins, the page's number left out; letters overhang a bit."""
    lying = {word.page for word in words if word.right > 210}
    for word in words:
        width, height = (297, 210) if word.page in lying else (210, 297)
        if word.bottom > top:
            assert word.top > top - 1, word
            assert word.bottom < height - bottom + 1, word
        assert word.left > left - 0.5, word
        assert word.right < width - right + 0.5, word


def test_no_word_is_outside_the_margins(pdf: Path) -> None:
    assert_inside(words_on(pdf), top=22, bottom=24, left=32, right=18)


def test_the_ink_reaches_the_margins(first_page: Image.Image) -> None:
    left, top, right, _ = (edge / DOTS for edge in first_page.getbbox() or ())
    margins = PROFILE.margins
    assert left == pytest.approx(margins.left, abs=0.5)
    assert 210 - right == pytest.approx(margins.right, abs=0.5)
    assert margins.top < top < margins.top + 3


class Line(NamedTuple):
    """A drawn line, in mm."""

    left: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def lines_on(page: Image.Image) -> list[Line]:
    """Unbroken rows of ink longer than 15 mm, thicknesses taken together."""
    found: list[Line] = []
    for y in range(page.height):
        row = page.crop((0, y, page.width, y + 1)).tobytes()
        for run_of_ink in re.finditer(rb"\xff{%d,}" % (15 * DOTS), row):
            left, right = (edge / DOTS for edge in run_of_ink.span())
            if not any(abs(left - line.left) < 0.3 and y / DOTS - line.top < 1 for line in found):
                found.append(Line(left, right, y / DOTS))
    return found


def extent(words: list[Word], first: str, last: str) -> tuple[float, float]:
    """From the first word to the last one of the widest line that begins and ends with these."""
    left = next(word for word in words if word.text == first)
    right = next(word for word in words if word.text == last and abs(word.top - left.top) < 1)
    return left.left, right.right


def test_the_three_lines_are_drawn_as_long_as_prescribed(
    pdf: Path, first_page: Image.Image
) -> None:
    words = [word for word in words_on(pdf) if word.page == 1]
    motto, issuing, subject = sorted(lines_on(first_page), key=lambda line: line.top)
    left, right = extent(words, "Độc", "phúc")
    assert (motto.left, motto.right) == pytest.approx((left, right), abs=1)
    for line, ends in ((issuing, ("SỞ", "NGHỆ")), (subject, ("Kết", "nghệ"))):
        left, right = extent(words, *ends)
        assert 1 / 3 <= (line.right - line.left) / (right - left) <= 1 / 2
        assert line.middle == pytest.approx((left + right) / 2, abs=1)
    assert not [
        word for word in words if word.bottom - 1 > issuing.top > word.top + 1 and word.right < 100
    ]
