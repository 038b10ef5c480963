"""The report as a Word document that can be edited like one made by hand.

Its texts are those of the sheet, its measures those of the form; what stands here is the order.
"""

import io
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt

from agreement_viewer.ledger.records import Margins
from agreement_viewer.report.blocks import DASH, HEADINGS, REMARK
from agreement_viewer.report.form import PAPER, SIZE, SPACE
from agreement_viewer.report.printable import xml_texts
from agreement_viewer.report.sheet import Form, sheet_of
from agreement_viewer.report.tree import Report
from agreement_viewer.report.word_head import (
    across,
    agency_lines,
    answer,
    code,
    heading_block,
    signature_block,
    title,
)
from agreement_viewer.report.word_lists import UNCOUNTED
from agreement_viewer.report.word_package import describe, new_document, same_bytes
from agreement_viewer.report.word_tables import annex_table
from agreement_viewer.report.word_xml import Element, element, paragraph, run, twips, value
from agreement_viewer.report.words import FORM

_LETTERS: Final = {"plain": "", "strong": "Strong", "label": "Emphasis"}
"""The character style of a run."""
_TYPED: Final = HEADINGS[2]
"""The heading whose number Word cannot count."""


class Picture(NamedTuple):
    """A picture for the first annex; who cannot see it is read its `title`."""

    png: bytes
    title: str
    width_mm: int


def word_bytes(report: Report, form: Form = Form.FULL, pictures: Sequence[Picture] = ()) -> bytes:
    """The file's content, the same bytes for the same report. Some tenths of a second."""
    sheet: Any = xml_texts(sheet_of(report, form))
    writer = _Writer(sheet, report.profile.margins)
    if form is Form.FULL:
        writer.full(pictures)
    else:
        writer.summary()
    describe(writer.document, sheet["subject"], sheet["issuing"], report.recorded_to)
    return same_bytes(writer.document)


class _Writer:
    def __init__(self, sheet: Any, margins: Margins) -> None:
        self.sheet = sheet
        self.margins = margins
        self.document: Document = new_document(full=sheet["form"] == Form.FULL)
        self._end: Any = self.document.element.body.sectPr
        # Sections to come take this over: each is numbered on its own.
        self._end.find(qn("w:cols")).addprevious(element("pgNumType", start=1))
        self._lay(self.document.sections[0], lies=False)
        _number_pages(self.document.sections[0])

    def full(self, pictures: Sequence[Picture]) -> None:
        """The official report with its annexes."""
        sheet, margins = self.sheet, self.margins
        self._add(heading_block(sheet, margins), *title(sheet, SIZE["body"], margins))
        if sheet["addressee"]:
            self._add(paragraph("Addressee", FORM["addressee"], sheet["addressee"]))
        self._add(*(paragraph("Grounds", ground) for ground in sheet["grounds"]))
        self._add(paragraph("BodyText", sheet["opening"]), *_blocks(sheet["blocks"]))
        self._add(paragraph("Closing", sheet["closing"]), signature_block(sheet, margins))
        for count, annex in enumerate(sheet["annexes"]):
            self._annex(annex, () if count else pictures)
        self._add(code(sheet, self._qr(), run("  ")))

    def summary(self) -> None:
        """The leader's page."""
        sheet, margins = self.sheet, self.margins
        self._add(*agency_lines(sheet, across(margins)))
        self._add(*title(sheet, SIZE["summary"], margins), *_blocks(sheet["blocks"]))
        self._add(*answer(sheet, margins))
        self._add(paragraph("SectionEnd"))

    def _add(self, *elements: Element) -> None:
        for made in elements:
            self._end.addprevious(made)

    def _annex(self, texts: Any, pictures: Sequence[Picture]) -> None:
        section = self.document.add_section()
        self._end.getprevious().get_or_add_pPr().insert(0, value("pStyle", "SectionEnd"))
        self._lay(section, lies=texts["lies"] == "yes")
        self._add(
            paragraph("Annex", texts["number"]),
            paragraph("AnnexTitle", texts["title"]),
            paragraph("Enclosed", self.sheet["enclosed"]),
            annex_table(texts, self.margins),
        )
        if texts["note"]:
            self._add(paragraph("TableNote", texts["note"]))
        for picture in pictures:
            width = min(picture.width_mm, across(self.margins))
            shown = self._picture(picture.png, picture.title, width)
            self._add(paragraph("Picture", shown))

    def _lay(self, section: Section, *, lies: bool) -> None:
        """The paper of `section`, whose first page shows no number."""
        short, long = map(Mm, PAPER)
        section.page_width, section.page_height = (long, short) if lies else (short, long)
        section.orientation = WD_ORIENT.LANDSCAPE if lies else WD_ORIENT.PORTRAIT
        margins = self.margins
        section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
        section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
        # The number stands in the middle of the margin.
        letters = Pt(SIZE["page_number"] * 1.15)
        section.header_distance = Length((Mm(margins.top) - letters) // 2)
        section.different_first_page_header_footer = True

    def _qr(self) -> Element:
        import segno

        png = io.BytesIO()
        sign = segno.make(self.sheet["code"], error="m", micro=False)
        sign.save(png, kind="png", scale=10, border=2)
        return self._picture(png.getvalue(), FORM["code"] + self.sheet["code"], SPACE["qr"])

    def _picture(self, png: bytes, text: str, width_mm: float) -> Element:
        inline: Any = self.document.part.new_pic_inline(io.BytesIO(png), Mm(width_mm))
        inline.docPr.set("descr", text)
        return element("r", element("drawing", inline))


def _number_pages(section: Section) -> None:
    header: Any = section.header.paragraphs[0]._p
    header.append(element("fldSimple", run("2"), instr="PAGE"))


def _blocks(blocks: Sequence[Any]) -> Iterator[Element]:
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        kind = block["kind"]
        content = [run(part["text"], _LETTERS[part["style"]]) for part in block["runs"]]
        if kind in HEADINGS:
            yield _heading(kind, block["number"], content)
        elif kind == DASH:
            yield paragraph("ListBullet", *content)
        else:
            style = "Italic" if kind == REMARK else "BodyText"
            leads = kind != REMARK and after and after["kind"] == DASH
            yield paragraph(style, *content, also=[element("keepNext")] if leads else ())


def _heading(kind: str, number: str, content: Sequence[Element]) -> Element:
    style = f"Heading{HEADINGS.index(kind) + 1}"
    if kind == _TYPED:
        return paragraph(style, f"{number} ", *content)
    if number:
        return paragraph(style, *content)
    uncounted = element("numPr", value("ilvl", 0), value("numId", UNCOUNTED))
    indent = element("ind", firstLine=twips(SPACE["indent"]))  # went with the list
    return paragraph(style, *content, also=(uncounted, indent))
