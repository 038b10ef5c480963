"""The workbook's first sheet: the counts, a chart of them, and the code that proves them."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any, Final

from agreement_viewer.report import excel_words, words
from agreement_viewer.report.counting import count_rows, figures
from agreement_viewer.report.excel_chart import add_chart
from agreement_viewer.report.excel_sheet import (
    LINE,
    Styles,
    pixels,
    put,
    put_names,
    set_page,
    set_widths,
)
from agreement_viewer.report.excel_tables import TABLE_SIZE
from agreement_viewer.report.form import LEAST_WIDTHS, SIZE
from agreement_viewer.report.layout import room, spread
from agreement_viewer.report.measuring import count_lines
from agreement_viewer.report.printable import xml_text
from agreement_viewer.report.tree import Counts, Report

_LAST: Final = len(words.COUNTS) - 1
_CELL: Final = {"border": 1, "text_wrap": True, "valign": "vcenter"}
_TITLE: Final = {"font_size": SIZE["body"], "bold": True, "align": "center"}
_HEADINGS: Final[dict[str, dict[str, object]]] = {
    "governing": {"font_size": SIZE["agency"]},
    "issuing": {"font_size": SIZE["agency"], "bold": True},
    "title": _TITLE,
    "subject": _TITLE,
    "span": {"font_size": SIZE["day"], "italic": True, "align": "center"},
}
_CAPITALS: Final = ("governing", "issuing", "title")
_LEADING: Final = 1.3
_ROW: Final = 20
"""Height of a row by default, in pixels."""


def add_counts(book: Any, styles: Styles, report: Report, texts: Mapping[str, str]) -> None:
    """The sheet; `texts` are those of the paper's head and foot."""
    margins = report.profile.margins
    rows = [(xml_text(name), counts) for name, counts in count_rows(report)]
    width = room("counts", margins)
    widths = spread(LEAST_WIDTHS["counts"], [1] * len(words.COUNTS), width)
    sheet = book.add_worksheet(excel_words.SHEETS["counts"])
    sheet.hide_gridlines(2)
    set_page(sheet, margins, lies=False)
    set_widths(sheet, widths)

    top = _put_head(sheet, styles, {**texts, "title": words.COUNTS_TITLE}, width)
    put_names(sheet, styles, top, words.COUNTS, widths)
    _put_figures(sheet, styles, rows, top + 1, widths[0])
    note = top + len(rows) + 1
    put(sheet, styles, note, 0, excel_words.NOT_IN_TOTAL, italic=True)
    height = add_chart(book, sheet, note + 2, top, rows, sum(map(pixels, widths)))
    foot = note + 3 + ceil(height / _ROW)
    put(sheet, styles, foot, 0, excel_words.recorded(report.recorded_to), italic=True)
    put(sheet, styles, foot + 1, 0, words.FORM["code"] + texts["code"], bold=True)


def _put_head(sheet: Any, styles: Styles, texts: Mapping[str, str], width: float) -> int:
    """Who reports what, over all columns; the row where the table begins."""
    row = 0
    for name, style in _HEADINGS.items():
        if name == "title":
            row += 1
        if text := texts[name].upper() if name in _CAPITALS else texts[name]:
            wrapped = {"text_wrap": True, "valign": "vcenter", **style}
            sheet.merge_range(row, 0, row, _LAST, "", styles.of(**wrapped))
            put(sheet, styles, row, 0, text, **wrapped)
            size = float(str(style["font_size"]))
            lines = count_lines(text, width, size, bold=True)
            sheet.set_row(row, lines * size * _LEADING + 2)
            row += 1
    return row + 1


def _put_figures(
    sheet: Any, styles: Styles, rows: Sequence[tuple[str, Counts]], top: int, width: float
) -> None:
    for row, (name, counts) in enumerate(rows, start=top):
        sheet.set_row(row, LINE * count_lines(name, width, TABLE_SIZE) + 5)
        put(sheet, styles, row, 0, name, **_CELL)
        for column, count in enumerate(figures(counts), start=1):
            put(sheet, styles, row, column, count, **_CELL, align="center", bold=column == 1)
