"""The annexes' tables: as wide as the page, the header on each page, rows whole if possible."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any, Final

from agreement_viewer.ledger.records import Margins
from agreement_viewer.report.form import PAPER, SIZE, SPACE
from agreement_viewer.report.layout import column_widths
from agreement_viewer.report.measuring import count_lines
from agreement_viewer.report.word_xml import Element, cell, paragraph, row, table, twips

_HEADS: Final = 30
"""What the header and a group's title take of a page's height at most, in mm."""
_MILLIMETRE: Final = 72 / 25.4


def annex_table(texts: Any, margins: Margins) -> Element:
    """The table of an annex, whose `texts` are those of the sheet."""
    widths = column_widths(texts, margins)
    # Rounded sums: together the columns are exactly as wide as the page.
    edges = [0, *map(twips, accumulate(widths))]
    columns = [right - left for left, right in pairwise(edges)]
    styles = _styles(texts["kind"], len(columns))
    height = PAPER[0 if texts["lies"] == "yes" else 1] - margins.top - margins.bottom
    rows = [_header(texts["columns"], columns)]
    for band in texts["bands"]:
        rows += _band(band["title"], columns)
        for strings in band["rows"]:
            whole = _height(strings, widths) < height - _HEADS
            rows.append(row(*_cells(strings, columns, styles), whole=whole))
    return table("TableGrid", columns, *rows)


def _styles(kind: str, count: int) -> list[str]:
    """Figures stand in the middle, texts at the left."""
    first, others = "TableText", "TableCentred"
    if kind != "counts":
        first, others = others, first
    return [first, *[others] * (count - 1)]


def _header(titles: Sequence[str], columns: Sequence[int]) -> Element:
    heads = (
        cell(width, paragraph("TableHead", title), middle=True)
        for width, title in zip(columns, titles, strict=True)
    )
    return row(*heads, header=True)


def _band(title: str, columns: Sequence[int]) -> list[Element]:
    if not title:
        return []
    return [row(cell(sum(columns), paragraph("TableBand", title), span=len(columns)))]


def _cells(
    strings: Sequence[str], columns: Sequence[int], styles: Sequence[str]
) -> Iterator[Element]:
    for string, width, style in zip(strings, columns, styles, strict=True):
        yield cell(width, paragraph(style, string))


def _height(strings: Sequence[str], widths: Sequence[float]) -> float:
    """About how many mm high a row will be: one that no page can hold must be torn."""
    lines = max(
        count_lines(text, width, SIZE["table"]) for text, width in zip(strings, widths, strict=True)
    )
    return lines * SIZE["table"] * 1.15 / _MILLIMETRE + 2 * SPACE["cell_y"]
