"""The Word document, read back with python-docx and as XML."""

import io
import time
import zipfile

import msgspec
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from unit.report.desk import Desk
from unit.report.readers import squeezed
from unit.report.word_room import (
    PERIOD,
    PROFILE,
    filled_report,
    lines_of,
    part,
    picture,
    shown,
)

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.text import clean
from agreement_viewer.report.layout import column_widths
from agreement_viewer.report.printable import BOX
from agreement_viewer.report.sheet import Form, sheet_of
from agreement_viewer.report.word import Picture, word_bytes

MILLIMETRE = 36000
TWIP = 635
HOSTILE = (
    "<w:br/>&amp;\"'",
    "=1+1",
    "{ PAGE } HYPERLINK https://a.b",
    "\uf0b7 \uf0a7",
    "👍🏽 漢",
    "عربي עברית",
    "  hai đầu  ",
)


@pytest.fixture(scope="module")
def docx() -> bytes:
    return word_bytes(filled_report(), pictures=[picture()])


@pytest.mark.parametrize("form", Form)
def test_every_text_of_the_sheet_is_in_the_document(form: Form) -> None:
    for report in (filled_report(), Desk().report(unit="")):
        text = squeezed("".join(lines_of(word_bytes(report, form))))
        assert [lost for lost in shown(report, form) if lost not in text] == []


def test_word_counts_the_headings_as_the_sheet_numbers_them(docx: bytes) -> None:
    headings = [
        f"{block['number']} {''.join(run['text'] for run in block['runs'])}"
        for block in sheet_of(filled_report())["blocks"]
        if block["kind"].startswith("heading")
    ]
    document = Document(io.BytesIO(docx))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert {"Heading 1", "Heading 2", "Heading 3", "List Bullet", "Body Text"} <= set(styles)
    places = iter(lines_of(docx))
    assert all(heading in places for heading in headings)


def test_the_leaders_headings_are_not_counted() -> None:
    lines = lines_of(word_bytes(filled_report(), Form.SUMMARY))
    assert "Quá hạn" in lines
    assert "Ý kiến chỉ đạo:" in lines
    assert "Người lập" in lines


def test_the_same_report_has_the_same_bytes(docx: bytes) -> None:
    assert word_bytes(filled_report(), pictures=[picture()]) == docx
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert sorted(file.namelist()) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/header1.xml",
            "word/media/image1.png",
            "word/media/image2.png",
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
        ]


def test_the_file_says_what_it_is(docx: bytes) -> None:
    report = filled_report()
    properties = Document(io.BytesIO(docx)).core_properties
    assert properties.title == sheet_of(report)["subject"]
    assert properties.author == properties.last_modified_by == PROFILE.issuing
    assert properties.created == properties.modified == report.recorded_to
    assert properties.language == "vi-VN"
    assert not properties.comments
    assert b"python" not in part(docx, "docProps/core.xml")


def test_a_title_longer_than_a_property_may_be() -> None:
    report = msgspec.structs.replace(filled_report(), programme="Chương trình " * 100)
    title = Document(io.BytesIO(word_bytes(report))).core_properties.title
    assert len(title) == 255


def test_each_annex_is_a_section_with_pages_of_its_own(docx: bytes) -> None:
    annexes = sheet_of(filled_report())["annexes"]
    sections = Document(io.BytesIO(docx)).sections
    lies = [section.orientation == WD_ORIENT.LANDSCAPE for section in sections]
    assert lies == [False, *(annex["lies"] == "yes" for annex in annexes)]
    for section, lying in zip(sections, lies, strict=True):
        size = [round(side / MILLIMETRE) for side in (section.page_width, section.page_height)]
        assert size == ([297, 210] if lying else [210, 297])
        margins = (
            section.top_margin,
            section.bottom_margin,
            section.left_margin,
            section.right_margin,
        )
        assert [round(margin / MILLIMETRE) for margin in margins] == [22, 24, 32, 18]
        assert section.different_first_page_header_footer
        numbering = section._sectPr.findall(qn("w:pgNumType"))
        assert [number.get(qn("w:start")) for number in numbering] == ["1"]
        header = section.header._element
        fields = [field.get(qn("w:instr")) for field in header.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE"]


def test_tables_are_as_wide_as_the_page_and_their_header_is_repeated(docx: bytes) -> None:
    report = filled_report()
    tables = [t for t in Document(io.BytesIO(docx)).tables if t.style.name == "Table Grid"]
    annexes = sheet_of(report)["annexes"]
    for table, annex in zip(tables, annexes, strict=True):
        widths = [int(c.get(qn("w:w"))) * TWIP / MILLIMETRE for c in table._tbl.tblGrid]
        assert widths == pytest.approx(column_widths(annex, PROFILE.margins), abs=0.03)
        assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        rows = list(table._tbl.tr_lst)
        marks = [[mark.tag for mark in row.trPr] for row in rows]
        assert marks == [[qn("w:cantSplit"), qn("w:tblHeader")]] + [[qn("w:cantSplit")]] * (
            len(rows) - 1
        )
        for row in rows:
            cells = [tc.tcPr.find(qn("w:tcW")).get(qn("w:w")) for tc in row.tc_lst]
            total = sum(map(int, cells)) * TWIP / MILLIMETRE
            assert total == pytest.approx(sum(column_widths(annex, PROFILE.margins)), abs=0.03)


def test_only_a_row_that_no_page_can_hold_may_be_torn() -> None:
    desk = Desk()
    desk.set("area-1", note="Dài. " * 900)
    desk.set("area-2", note="Dài. " * 60)
    document = Document(io.BytesIO(word_bytes(desk.report())))
    table = next(
        t for t in document.tables if t._tbl.tblGrid[-1] is not None and len(t._tbl.tblGrid) == 10
    )
    torn = [row for row in table._tbl.tr_lst if row.trPr is None]
    assert torn == [table._tbl.tr_lst[2]]


def test_pictures_and_the_code_can_be_read_aloud(docx: bytes) -> None:
    code = sheet_of(filled_report())["code"]
    document = Document(io.BytesIO(docx))
    inlines = [shape._inline for shape in document.inline_shapes]
    aloud = [inline.docPr.get("descr") for inline in inlines]
    assert aloud == ["Biểu đồ tiến độ", f"Mã đối chiếu số liệu: {code}"]
    widths = [round(shape.width / MILLIMETRE) for shape in document.inline_shapes]
    assert widths == [100, 18]
    with Image.open(io.BytesIO(part(docx, "word/media/image2.png"))) as sign:
        assert sign.width == sign.height > 200


def test_a_picture_is_never_wider_than_the_page() -> None:
    wide = Picture(picture().png, "Rộng", 500)
    shapes = Document(io.BytesIO(word_bytes(filled_report(), pictures=[wide]))).inline_shapes
    assert shapes[0].width / MILLIMETRE == 210 - 32 - 18


def test_officers_text_stays_text_as_it_was_typed() -> None:
    desk = Desk()
    for text in HOSTILE:
        desk.add_task("area-1", text.strip(), note=text, result=text, lead=text)
    report = msgspec.structs.replace(
        desk.report(), profile=msgspec.structs.replace(PROFILE, signer=HOSTILE[-1])
    )
    docx = word_bytes(report)
    lines = lines_of(docx)
    for text in HOSTILE:
        assert text.strip() in lines, text
    assert HOSTILE[-1] in lines
    body = etree.fromstring(part(docx, "word/document.xml"))
    assert list(body.iter(qn("w:fldSimple"), qn("w:instrText"), qn("w:hyperlink"))) == []


def test_what_xml_cannot_hold_becomes_a_box() -> None:
    bad = "a\0b\x07c\x7fd\x9fe\ud800f\ufffeg\uffffh"
    profile = msgspec.structs.replace(PROFILE, signer=bad, office="\ud83d\ude00")
    docx = word_bytes(msgspec.structs.replace(filled_report(), profile=profile))
    assert BOX.join("abcdefgh") in lines_of(docx)


@given(st.lists(st.text(), min_size=4, max_size=4), st.text(st.characters(), min_size=1))
@settings(max_examples=25, deadline=None)
def test_no_text_whatever_stops_a_document(texts: list[str], name: str) -> None:
    desk = Desk()
    for field, text in zip(("result", "difficulty", "proposal", "note"), texts, strict=True):
        desk.set("area-1", **{field: clean(text)})
    profile = msgspec.structs.replace(PROFILE, signer=name, issuing=name)
    report = msgspec.structs.replace(desk.report(), profile=profile, period=PERIOD)
    for form in Form:
        Document(io.BytesIO(word_bytes(report, form)))


def test_300_tasks_are_quick() -> None:
    desk = Desk()
    for number in range(300):
        desk.do(actions.add_task("area-2", f"Việc số {number}"))
    report = desk.report()
    word_bytes(report)
    began = time.process_time()
    word_bytes(report)
    assert time.process_time() - began < 2


ORDER = {
    "pPr": "pStyle keepNext numPr pBdr tabs spacing ind jc textAlignment outlineLvl sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps sz szCs lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan vAlign",
    "sectPr": "headerReference type pgSz pgMar pgNumType cols titlePg docGrid",
    "style": "name basedOn next semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang"
    " decimalSymbol listSeparator",
}
"""The elements that we use, in the order of the schema: Word rejects a file with another."""


@pytest.mark.parametrize("form", Form)
def test_properties_stand_in_the_order_of_the_schema(form: Form) -> None:
    docx = word_bytes(filled_report(), form)
    for name in ("document", "styles", "numbering", "settings", "header1"):
        for parent in etree.fromstring(part(docx, f"word/{name}.xml")).iter():
            if order := ORDER.get(etree.QName(parent).localname, "").split():
                places = [order.index(etree.QName(child).localname) for child in parent]
                assert places == sorted(places), etree.tostring(parent)
                assert len(places) == len(set(places)), etree.tostring(parent)


def test_every_style_and_list_that_is_used_is_there(docx: bytes) -> None:
    styles = etree.fromstring(part(docx, "word/styles.xml"))
    known = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    used: set[str] = set()
    for name in ("document", "styles", "numbering", "header1"):
        tree = etree.fromstring(part(docx, f"word/{name}.xml"))
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            used |= {mark.get(qn("w:val")) for mark in tree.iter(qn(f"w:{tag}"))}
    assert used <= known
    fonts = {font for mark in styles.iter(qn("w:rFonts")) for font in mark.attrib.values()}
    assert fonts == {"Times New Roman"}
