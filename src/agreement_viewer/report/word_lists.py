"""How Word itself counts the headings and marks the dashes."""

from collections.abc import Iterator
from typing import Final

from agreement_viewer.report.form import SPACE
from agreement_viewer.report.word_xml import Element, element, twips, value

HEADINGS: Final = 1
BULLETS: Final = 2
"""The lists' numbers, by which styles name them."""
UNCOUNTED: Final = 0
"""Takes a paragraph out of its style's list."""


def lists() -> Iterator[Element]:
    """What stands in the part of the lists.

    The third level is not among them: it is lettered a b c d đ e g h i k, an alphabet that no
    number format of Word's knows, so these letters are typed.
    """
    yield _list(
        HEADINGS,
        "multilevel",
        _level(0, "upperRoman", "%1.", style="Heading1"),
        _level(1, "decimal", "%2.", style="Heading2"),
    )
    yield _list(BULLETS, "singleLevel", _level(0, "bullet", "-", style="ListBullet"))
    for number in (HEADINGS, BULLETS):
        yield element("num", value("abstractNumId", number), numId=number)


def _list(number: int, kind: str, *levels: Element) -> Element:
    return element("abstractNum", value("multiLevelType", kind), *levels, abstractNumId=number)


def _level(level: int, counted: str, text: str, *, style: str) -> Element:
    return element(
        "lvl",
        value("start", 1),
        value("numFmt", counted),
        value("pStyle", style),
        value("suff", "space"),
        value("lvlText", text),
        value("lvlJc", "left"),
        element("pPr", element("ind", left=0, firstLine=twips(SPACE["indent"]))),
        ilvl=level,
    )
