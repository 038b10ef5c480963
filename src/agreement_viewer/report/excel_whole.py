"""The texts that a cell or a printed row has no room for, whole, on a sheet with a wide column.

A cell takes 32,767 UTF-16 units and 253 line breaks. A row is at most 409 pt high: what would be
below is neither seen nor printed. The tables themselves keep one row to a line, or they could not
be sorted, and as much of a text as a cell takes.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from agreement_viewer.ledger.records import Margins
from agreement_viewer.report import excel_words
from agreement_viewer.report.excel_tables import TABLE_SIZE, Row, Table, row
from agreement_viewer.report.form import LEAST_WIDTHS
from agreement_viewer.report.measuring import count_lines
from agreement_viewer.report.printable import xml_text
from agreement_viewer.report.tree import Report

MOST_LINES: Final = 27
"""Of a row, at 15 pt each."""
_MOST_UNITS: Final = 32_767
_MOST_BREAKS: Final = 253
_HEAD: Final = 16_000
"""Characters of a text too long for its cell: they fit, whatever they are."""
_NAMED: Final = 200
"""Characters of a title that name what a text belongs to."""


def cell_text(text: str) -> str:
    """`text` as far as a cell takes it, and where the rest is."""
    if _cell_takes(text):
        return text
    head = "\n".join(text.split("\n", _MOST_BREAKS)[:_MOST_BREAKS])[:_HEAD]
    return head + excel_words.CONTINUED


def whole(report: Report, tables: Iterable[Table], margins: Margins) -> Table:
    """The signed wordings that have a shorter title, and every text without room in `tables`."""
    rows = [*_wordings(report)]
    for table in tables:
        rows += _overflowing(table, margins)
    return Table("whole", excel_words.WHOLE_TITLE, excel_words.WHOLE, tuple(rows))


def _wordings(report: Report) -> Iterator[Row]:
    for group in report.groups:
        if group.introduction:
            yield from _rows("", group.title, excel_words.INTRODUCTION, group.introduction)
    for number, line in report.numbered():
        if line.text != line.title:
            yield from _rows(number, line.title, excel_words.WHOLE_TEXT, line.text)


def _overflowing(table: Table, margins: Margins) -> Iterator[Row]:
    widths = table.widths(margins)
    for line in table.rows:
        number, title = str(line.values[0]), str(line.values[table.named])
        heights = table.lines(line, widths)
        for label, text, height in zip(table.columns, line.values, heights, strict=True):
            if isinstance(text, str) and not (height <= MOST_LINES and _cell_takes(text)):
                yield from _rows(number, title, label, text)


def _rows(number: str, title: str, label: str, text: str) -> Iterator[Row]:
    named = title if len(title) <= _NAMED else f"{title[:_NAMED]}…"
    for piece in _pieces(xml_text(text)):
        yield row(number, named, label, piece)


def _pieces(text: str) -> Iterator[str]:
    """`text` in parts that a row can show, divided between words."""
    if count_lines(text, LEAST_WIDTHS["whole"][-1], TABLE_SIZE) <= MOST_LINES:
        yield text
        return
    middle = len(text) // 2
    cut = max(text.rfind("\n", 0, middle), text.rfind(" ", 0, middle)) + 1 or middle
    yield from _pieces(text[:cut])
    yield from _pieces(text[cut:])


def _cell_takes(text: str) -> bool:
    units = len(text) + sum(letter > "\uffff" for letter in text)
    return units <= _MOST_UNITS and text.count("\n") <= _MOST_BREAKS
