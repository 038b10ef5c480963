"""The pictures on paper: archived, drawn and described alike."""

import datetime
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typst
from PIL import Image
from pypdf import PdfReader
from unit.report.desk import AGREEMENT, TODAY, Desk
from unit.report.readers import font_families, run, squeezed

from agreement_viewer.agreement import Years
from agreement_viewer.ledger.fields import parse_deadline
from agreement_viewer.report.face import PDF_STANDARDS, Faces
from agreement_viewer.report.pictures import pictures_of
from agreement_viewer.report.printable import Texts, characters, strings
from agreement_viewer.report.tree import Report
from agreement_viewer.resources import resource

PAPER = """#import "pictures.typ": bars, course
#set document(title: "Pictures")
#set page(width: 150mm, height: auto, margin: 0mm)
#set text(font: sys.inputs.face, size: 14pt, lang: "vi", fallback: false)
#set par(justify: true, first-line-indent: (amount: 10mm, all: true))
#let pictures = json(bytes(sys.inputs.pictures))
#bars(pictures.status)
#bars(pictures.timeliness)
#for data in pictures.courses { course(data) }
"""
MILLIMETRE = 72 / 25.4


def busy_desk() -> Desk:
    desk = Desk()
    day = datetime.date(2023, 5, 4)
    desk.set("area-1", status="done", completed_on=day, deadline=parse_deadline("quý I/2023"))
    desk.set("area-2", status="in_progress", deadline=parse_deadline("2024"))
    desk.set("area-3", status="paused", deadline=parse_deadline("30/6/2022"))
    desk.set("area-4", status="dropped")
    for number in range(120):
        task = desk.add_task("area-2", f"Việc {number}", deadline=parse_deadline("2023"))
        if number % 3:
            desk.set(task, status="done", completed_on=day + datetime.timedelta(number))
    return desk


def compiler(report: Report, folder: Path, years: Years = AGREEMENT.years) -> typst.Compiler:
    """A document beside the module with nothing but the pictures, as wide as they may be."""
    data: Texts = pictures_of(report, years)
    (folder / "pictures.typ").write_bytes(resource("report", "pictures.typ").read_bytes())
    (folder / "paper.typ").write_text(PAPER, encoding="utf-8")
    faces = Faces()
    face = faces.face(characters(data))
    assert not face.missing
    inputs = {"pictures": msgspec.json.encode(data).decode(), "face": face.family}
    return typst.Compiler(folder / "paper.typ", font_paths=faces.fonts, sys_inputs=inputs)


def pdf_of(paper: typst.Compiler) -> bytes:
    pdf = paper.compile(format="pdf", pdf_standards=PDF_STANDARDS, timestamp=0)
    assert isinstance(pdf, bytes)
    return pdf


def alts(pdf: bytes) -> list[str]:
    """What is said of each figure in the tags."""

    def below(node: Any) -> Iterator[str]:
        node = node.get_object()
        if isinstance(node, list):
            for inner in node:
                yield from below(inner)
        elif isinstance(node, dict):
            if node.get("/S") == "/Figure":
                yield str(node["/Alt"])
            if "/K" in node:
                yield from below(node["/K"])

    return list(below(PdfReader(BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]))


@pytest.fixture
def paper(tmp_path: Path) -> typst.Compiler:
    return compiler(busy_desk().report(), tmp_path)


def test_the_archived_pictures_say_all_they_show(paper: typst.Compiler, tmp_path: Path) -> None:
    pdf = pdf_of(paper)
    status, timeliness, items, tasks = alts(pdf)
    assert "Nội dung: hoàn thành 01; đang thực hiện 01; tạm dừng 01; chưa thực hiện 05" in status
    assert "Nhiệm vụ: hoàn thành đúng hạn 80; hoàn thành quá hạn 00" in timeliness
    assert "Không tiếp tục thực hiện: 01 nội dung (không tính vào tổng số)." in timeliness
    assert "Đã hoàn thành: 01/08 đến 30/06/2023." in items
    assert "Đến hạn (cộng dồn): 01/08 đến 30/06/2022" in items
    assert "80/120 đến 30/09/2023" in tasks
    file = tmp_path / "pictures.pdf"
    file.write_bytes(pdf)
    assert len(font_families(file)) == 1
    text = squeezed(run("pdftotext", "-raw", file, "-"))
    for label in ("Tạm dừng", "Chưa hoàn thành, quá hạn", "Tổng số: 120", "14/12/2024", "2021"):
        assert squeezed(label) in text


def test_nothing_stands_beyond_fifteen_centimetres(paper: typst.Compiler, tmp_path: Path) -> None:
    file = tmp_path / "pictures.pdf"
    file.write_bytes(pdf_of(paper))
    words = [row for row in run("pdftotext", "-bbox", file, "-").splitlines() if "<word" in row]
    assert len(words) > 100
    for row in words:
        left, _, right, _ = (float(part) for part in row.split('"')[1:8:2])
        assert left >= 0, row
        assert right <= 150 * MILLIMETRE, row


def test_word_gets_the_same_as_png_in_black_and_white(paper: typst.Compiler) -> None:
    png = paper.compile(format="png", ppi=100)
    assert isinstance(png, bytes)
    with Image.open(BytesIO(png)) as picture:
        assert picture.width == pytest.approx(150 / 25.4 * 100, abs=1)
        colours = picture.convert("RGB").getcolors(1 << 24)
    assert colours
    assert all(max(colour) - min(colour) <= 2 for _, colour in colours)


def test_pages_need_no_clipping_and_no_brushes(paper: typst.Compiler) -> None:
    pages = paper.compile(format="svg")
    page = pages[0] if isinstance(pages, list) else pages
    assert isinstance(page, bytes)
    for element in (b"<clipPath", b"clip-path", b"<pattern", b"<image", b"<text", b"<linearGrad"):
        assert element not in page


@pytest.mark.parametrize("year", [2019, 2022, 2025, 2031])
@pytest.mark.parametrize("years", [Years(2021, 2025), Years(2022, 2022), Years(2000, 2049)])
def test_any_day_of_any_period_can_be_printed(tmp_path: Path, year: int, years: Years) -> None:
    report = busy_desk().report(datetime.date(year, 2, 3))
    assert len(alts(pdf_of(compiler(report, tmp_path, years)))) == 4


def test_an_untouched_programme_has_pictures_of_its_items_only(tmp_path: Path) -> None:
    pictures = pictures_of(Desk().report(), AGREEMENT.years)
    said = alts(pdf_of(compiler(Desk().report(), tmp_path)))
    assert len(said) == 3
    assert "tổng số 09. Đã hoàn thành: chưa có." in said[2]
    assert TODAY.strftime("%d/%m/%Y") in set(strings(pictures))
