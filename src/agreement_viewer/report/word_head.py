"""The official form's own blocks: the head, the title, the signature, the leader's answer."""

import textwrap
from collections.abc import Iterator
from typing import Any, Final

from agreement_viewer.ledger.records import Margins
from agreement_viewer.report.form import DRAWN, LETTER, PAPER, RULED_LINES, SIZE, SPACE
from agreement_viewer.report.word_xml import (
    Element,
    cell,
    element,
    paragraph,
    row,
    run,
    table,
    twips,
)
from agreement_viewer.report.words import FORM

BARE: Final = "TableNormal"
"""The style of a table that only places things."""


def across(margins: Margins) -> int:
    """The width in mm between the margins of the page that stands."""
    return PAPER[0] - margins.left - margins.right


def heading_block(sheet: Any, margins: Margins) -> Element:
    """Agency and Quốc hiệu side by side, number and day beneath them, blank to fill by hand."""
    country = SPACE["country"]
    agency = across(margins) - country
    widths = [twips(agency), twips(country)]
    motto = LETTER["motto"] * SIZE["motto"] * 25.4 / 72
    return table(
        BARE,
        widths,
        row(
            cell(widths[0], *agency_lines(sheet, agency)),
            cell(
                widths[1],
                paragraph("Country", FORM["country"]),
                paragraph("Motto", FORM["motto"]),
                _line(motto, country),
            ),
        ),
        row(
            cell(widths[0], paragraph("Number", sheet["number"])),
            cell(widths[1], paragraph("Day", sheet["day"])),
        ),
    )


def agency_lines(sheet: Any, room: float) -> list[Element]:
    """The governing body, the issuing body and the line beneath it, in `room` mm."""
    found = []
    if sheet["governing"]:
        found.append(paragraph("Governing", sheet["governing"]))
    if sheet["issuing"]:
        length = _short(sheet["issuing"], LETTER["capitals"] * SIZE["agency"], room)
        found += [paragraph("Issuing", sheet["issuing"]), _line(length, room)]
    return found or [paragraph("Issuing")]


def title(sheet: Any, size: float, margins: Margins) -> Iterator[Element]:
    """What the paper is, of what, and of which time."""
    room = across(margins)
    yield paragraph("Title", sheet["title"])
    yield paragraph("Subtitle", sheet["subject"])
    yield _line(_short(sheet["subject"], LETTER["small"] * size, room), room)
    yield paragraph("Span", sheet["span"])


def _short(text: str, letter: float, room: float) -> float:
    """How long the line under a text is, in mm; `letter` is the width of its letters in pt."""
    width = letter * 25.4 / 72
    lines = textwrap.wrap(text, int(room / width)) or [""]
    return DRAWN["short"] * width * max(map(len, lines))


def _line(length: float, room: float) -> Element:
    """A line of `length` mm in the middle of `room` mm.

    It is an empty paragraph's border: it stays in its place and an officer makes it longer with
    the ruler, whatever program the paper is opened in.
    """
    beside = twips((room - length) / 2)
    drawn = element("top", val="single", sz=round(DRAWN["line"] * 8), space=0, color="auto")
    indent = element("ind", left=beside, right=beside)
    return paragraph("DrawnLine", also=(element("pBdr", drawn), indent))


def signature_block(sheet: Any, margins: Margins) -> Element:
    """Nơi nhận, and level with it who signs; never torn."""
    widths = _halves(margins)
    recipients = (paragraph("Recipients", name) for name in sheet["recipients"])
    office = [paragraph("Office", sheet[part]) for part in ("authority", "office") if sheet[part]]
    return table(
        BARE,
        widths,
        row(
            cell(widths[0], paragraph("RecipientsTitle", FORM["recipients"]), *recipients),
            cell(widths[1], *office, paragraph("Signer", sheet["signer"])),
        ),
    )


def answer(sheet: Any, margins: Margins) -> Iterator[Element]:
    """Room for the leader's hand, the code, and who made the page."""
    widths = _halves(margins)
    yield paragraph("Orders", f"{FORM['orders']}:")
    for _ in range(RULED_LINES):
        stop = element("tab", val="right", leader="dot", pos=twips(across(margins)))
        yield paragraph("Ruled", element("r", element("tab")), also=(element("tabs", stop),))
    yield table(
        BARE,
        widths,
        row(cell(widths[0], code(sheet)), cell(widths[1], paragraph("Maker", FORM["maker"]))),
    )


def code(sheet: Any, *before: Element) -> Element:
    """The code that proves the figures."""
    return paragraph("Code", *before, run(FORM["code"]), run(sheet["code"], "Strong"))


def _halves(margins: Margins) -> list[int]:
    room = twips(across(margins))
    return [room // 2, room - room // 2]
