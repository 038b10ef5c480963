"""The few kinds of WordprocessingML elements that everything in the document is made of."""

from collections.abc import Iterable
from typing import Any, Final

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

Element = Any
"""An lxml element, of which python-docx tells no type."""

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of the namespace w, which its attributes are in too."""
    named = {qn(f"w:{name}"): str(value) for name, value in attributes.items()}
    made: Element = OxmlElement(f"w:{tag}", named)
    made.extend(children)
    return made


def value(tag: str, val: object) -> Element:
    """An element that holds a value and nothing else."""
    return element(tag, val=val)


def twips(millimetres: float) -> int:
    """Twentieths of a point, in which Word measures."""
    return round(millimetres * 1440 / 25.4)


def points(millimetres: float) -> float:
    """In which letters and their spacing are measured."""
    return millimetres * 72 / 25.4


def run(text: str, style: str = "") -> Element:
    """Text in the character style `style`. What officers typed is text, never a field or link."""
    made = element("r")
    if style:
        made.append(element("rPr", value("rStyle", style)))
    for count, line in enumerate(text.split("\n")):
        if count:
            made.append(element("br"))
        if line:
            made.append(_text(line))
    return made


def _text(line: str) -> Element:
    made = element("t")
    made.text = line
    if line != line.strip():
        made.set(_SPACE, "preserve")
    return made


def paragraph(style: str, *content: Element | str, also: Iterable[Element] = ()) -> Element:
    """A paragraph in `style`; `also` are further properties, in the order of the schema."""
    made = element("p", element("pPr", value("pStyle", style), *also))
    made.extend(run(part) if isinstance(part, str) else part for part in content)
    return made


def table(style: str, widths: Iterable[int], *rows: Element) -> Element:
    """A table whose columns are as wide as told, in twips, whatever stands in them."""
    columns = list(widths)
    return element(
        "tbl",
        element(
            "tblPr",
            value("tblStyle", style),
            element("tblW", w=sum(columns), type="dxa"),
            element("tblLayout", type="fixed"),
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in columns)),
        *rows,
    )


def cell(width: int, *content: Element, span: int = 1, middle: bool = False) -> Element:
    """A cell `width` twips wide over `span` columns; it needs a paragraph at least."""
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(value("gridSpan", span))
    if middle:
        properties.append(value("vAlign", "center"))
    return element("tc", properties, *content)


def row(*cells: Element, whole: bool = True, header: bool = False) -> Element:
    """A row; `whole` is never torn between pages, `header` is repeated on each."""
    properties = element("trPr")
    if whole:
        properties.append(element("cantSplit"))
    if header:
        properties.append(element("tblHeader"))
    return element("tr", properties, *cells) if len(properties) else element("tr", *cells)
