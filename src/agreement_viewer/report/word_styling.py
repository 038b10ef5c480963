"""How a style is told to Word. The order of its properties is the schema's, and is binding."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from docx.oxml.ns import qn

from agreement_viewer.report.form import DRAWN, FONT, SPACE
from agreement_viewer.report.word_xml import Element, element, twips, value

LANGUAGE: Final = "vi-VN"
NORMAL: Final = "Normal"
_BUILT_IN: Final = (
    *("Normal", "Default Paragraph Font", "Normal Table", "No List", "Strong", "Emphasis"),
    *("Body Text", "heading 1", "heading 2", "heading 3", "List Bullet", "Title", "Subtitle"),
    *("header", "Table Grid"),
)
"""Word's own names; every other style is told to be ours."""
_LINE: Final = 240
"""One line, in the unit of line spacing."""


class Style(NamedTuple):
    """A paragraph style, as far as it differs from the one that it is based on; measures in pt."""

    id: str
    name: str
    based: str = NORMAL
    next: str = ""
    size: float = 0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: str = ""
    indent: float = 0
    before: float = 0
    after: float = 0
    lines: float = 0
    exact: float = 0
    keep: bool = False
    middle: bool = False
    outline: int | None = None
    listed: tuple[int, int] | None = None
    """The list that counts it, and the level in it."""
    shown: bool = False
    """Offered to the officer among the styles to choose from."""


def base_styles(size: float) -> Iterator[Element]:
    """What all others rest on: one face, letters of `size` pt, and Word's four defaults."""
    lettering = element(
        "rPr",
        # One face for every script: else Word sets single letters of a word in another.
        element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT),
        *_sized(size),
        element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi=LANGUAGE),
    )
    yield element("docDefaults", element("rPrDefault", lettering), element("pPrDefault"))
    yield paragraph_style(Style(NORMAL, NORMAL, based="", shown=True))
    yield _default("character", "DefaultParagraphFont", "Default Paragraph Font")
    yield _default("table", "TableNormal", "Normal Table", _table(0, 0))
    yield _default("numbering", "NoList", "No List")


def paragraph_style(style: Style) -> Element:
    """The element of a paragraph style."""
    made = _named("paragraph", style.id, style.name)
    if style.based:
        made.append(value("basedOn", style.based))
    else:
        made.set(qn("w:default"), "1")
    if style.next:
        made.append(value("next", style.next))
    if style.shown:
        made.append(element("qFormat"))
    made.extend((element("pPr", *_placing(style)), element("rPr", *_lettering(style))))
    return made


def letter_style(name: str, tag: str) -> Element:
    """A character style that sets `tag`: b or i."""
    made = _named("character", name, name)
    made.extend((element("qFormat"), element("rPr", *_both(tag))))
    return made


def grid_style() -> Element:
    """The style of a table with all its lines drawn."""
    width = round(DRAWN["grid"] * 8)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (element(side, val="single", sz=width, space=0, color="auto") for side in sides)
    properties = _table(twips(SPACE["cell_x"]), twips(SPACE["cell_y"]))
    properties.insert(1, element("tblBorders", *lines))
    made = _named("table", "TableGrid", "Table Grid")
    made.extend((value("basedOn", "TableNormal"), properties))
    return made


def _named(kind: str, id: str, name: str) -> Element:
    ours = {} if name in _BUILT_IN else {"customStyle": 1}
    return element("style", value("name", name), type=kind, **ours, styleId=id)


def _default(kind: str, id: str, name: str, *properties: Element) -> Element:
    made = _named(kind, id, name)
    made.set(qn("w:default"), "1")
    made.extend((element("semiHidden"), element("unhideWhenUsed"), *properties))
    return made


def _table(across: int, down: int) -> Element:
    sides = {"top": down, "left": across, "bottom": down, "right": across}
    margins = (element(side, w=width, type="dxa") for side, width in sides.items())
    indent = element("tblInd", w=0, type="dxa")
    return element("tblPr", indent, element("tblCellMar", *margins))


def _placing(style: Style) -> Iterator[Element]:
    if style.keep:
        yield element("keepNext")
    if style.listed:
        number, level = style.listed
        yield element("numPr", value("ilvl", level), value("numId", number))
    if spacing := _spacing(style):
        yield element("spacing", **spacing)
    if style.indent:
        yield element("ind", firstLine=_twentieths(style.indent))
    if style.align:
        yield value("jc", style.align)
    if style.middle:
        yield value("textAlignment", "center")
    if style.outline is not None:
        yield value("outlineLvl", style.outline)


def _spacing(style: Style) -> dict[str, object]:
    found: dict[str, object] = {}
    if style.before:
        found["before"] = _twentieths(style.before)
    if style.after:
        found["after"] = _twentieths(style.after)
    if style.exact:
        found |= {"line": _twentieths(style.exact), "lineRule": "exact"}
    elif style.lines:
        found |= {"line": round(style.lines * _LINE), "lineRule": "auto"}
    return found


def _twentieths(points: float) -> int:
    return round(points * 20)


def _lettering(style: Style) -> Iterator[Element]:
    if style.bold:
        yield from _both("b")
    if style.italic:
        yield from _both("i")
    if style.caps:
        yield element("caps")
    if style.size:
        yield from _sized(style.size)


def _both(tag: str) -> list[Element]:
    """For Latin letters and for those of the scripts that Word calls complex."""
    return [element(tag), element(f"{tag}Cs")]


def _sized(points: float) -> list[Element]:
    halves = round(points * 2)
    return [value("sz", halves), value("szCs", halves)]
