"""A report with something in every place of the paper, and what stands in a Word document."""

import datetime
import io
import zipfile
from collections.abc import Iterator, Mapping

import msgspec
from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from unit.report.desk import Desk
from unit.report.readers import squeezed
from unit.report.test_pdf import busy_desk

from agreement_viewer.ledger.periods import Period, PeriodKind
from agreement_viewer.ledger.records import Margins, OwnTexts, Profile
from agreement_viewer.report.comparing import beside
from agreement_viewer.report.printable import Texts, sound
from agreement_viewer.report.sheet import Form, sheet_of
from agreement_viewer.report.tree import Report
from agreement_viewer.report.word import Picture
from agreement_viewer.report.words import roman

PROFILE = Profile(
    governing="Ủy ban nhân dân thành phố Cần Thơ",
    issuing="Sở Khoa học và Công nghệ",
    place="Cần Thơ",
    suffix="SKHCN",
    addressee="Đơn vị B",
    grounds=("Căn cứ văn bản thứ nhất", "Căn cứ văn bản thứ hai"),
    authority="KT. Giám đốc",
    office="Phó Giám đốc",
    signer="Cán bộ A",
    recipients=("Như trên", "Đơn vị B"),
    margins=Margins(top=22, bottom=24, left=32, right=18),
)
TEXTS = OwnTexts("Chỉ đạo một.\nChỉ đạo hai", "Ưu điểm.", "Phương hướng.", "Kiến nghị.")
PERIOD = Period(
    "năm 2024", PeriodKind.YEAR, datetime.date(2023, 12, 15), datetime.date(2024, 12, 14)
)
BEFORE = Period(
    "6 tháng đầu năm 2024",
    PeriodKind.FIRST_HALF,
    datetime.date(2023, 12, 15),
    datetime.date(2024, 6, 14),
)
_CODES = {"form", "kind", "lies", "style"}
_DRAWN = {"pictures"}
"""Drawn elsewhere: the document gets these as pictures."""
_NOT_FOR_LEADERS = {"number", "day", "authority", "office", "signer", "recipients", "enclosed"}


def filled_report() -> Report:
    """Of a period, beside the one before, by an agency that has told all of itself."""
    report = msgspec.structs.replace(
        busy_desk().report(), profile=PROFILE, texts=TEXTS, period=PERIOD
    )
    return beside(report, Desk().report(), BEFORE)


def picture() -> Picture:
    png = io.BytesIO()
    Image.new("L", (40, 20), 128).save(png, "PNG")
    return Picture(png.getvalue(), "Biểu đồ tiến độ", 100)


def shown(report: Report, form: Form = Form.FULL) -> list[str]:
    """The texts of the sheet that are to be read on the paper, squeezed."""
    hidden = _CODES | _DRAWN | (_NOT_FOR_LEADERS if form is Form.SUMMARY else set())
    sheet = sheet_of(report, form)
    top = {place: texts for place, texts in sheet.items() if place not in hidden}
    return [squeezed(text) for text in _texts(sound(top))]


def _texts(texts: Texts) -> Iterator[str]:
    match texts:
        case str():
            yield texts
        case Mapping():
            for place, inner in texts.items():
                if place not in _CODES:
                    yield from _texts(inner)
        case _:
            for inner in texts:
                yield from _texts(inner)


def part(docx: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return file.read(name)


def lines_of(docx: bytes) -> list[str]:
    """Each paragraph's text in the order of the document, headings counted as Word counts them."""
    lines, first, second = [], 0, 0
    for paragraph in Document(io.BytesIO(docx)).element.body.iter(qn("w:p")):
        text = "".join(
            "\n" if inner.tag == qn("w:br") else inner.text or ""
            for inner in paragraph.iter(qn("w:t"), qn("w:br"))
        )
        counted = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is None
        if counted and paragraph.style == "Heading1":
            first, second = first + 1, 0
            text = f"{roman(first)}. {text}"
        elif counted and paragraph.style == "Heading2":
            second += 1
            text = f"{second}. {text}"
        lines.append(text)
    return lines
