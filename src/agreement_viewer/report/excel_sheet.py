"""How a table stands on a sheet: to be read on the screen, and to be printed on A4."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Final

from agreement_viewer.ledger.records import Margins
from agreement_viewer.report import excel_words, words
from agreement_viewer.report.excel_tables import ITEM, TABLE_SIZE, TASK, Row, Table, Value
from agreement_viewer.report.excel_whole import MOST_LINES, cell_text
from agreement_viewer.report.form import FONT, SIZE
from agreement_viewer.report.measuring import count_lines

LINE: Final = 15
"""Height of a row for each of its lines, in pt."""
_A4: Final = 9
_INCH: Final = 25.4
_PIXELS: Final = 96
"""To the inch."""
_HEADER: Final = 10
"""From the paper's edge to the page number, in mm."""
_FIRST_DAY: Final = datetime.date(1900, 3, 1)
"""Excel counts a 29 February in 1900, and no day before that year."""
_CELL: Final[dict[str, object]] = {"border": 1, "valign": "top", "text_wrap": True}
_LEVELS: Final[dict[int, dict[str, object]]] = {
    ITEM: {"bold": True},
    TASK: {"align": "left", "indent": 1},
}
_HEAD: Final = {
    "border": 1,
    "text_wrap": True,
    "bold": True,
    "align": "center",
    "valign": "vcenter",
    "bg_color": "#E6E6E6",
}


class Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[frozenset[tuple[str, object]], Any] = {}

    def of(self, **properties: object) -> Any:
        """The format with these properties of XlsxWriter's."""
        key = frozenset(properties.items())
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def put(sheet: Any, styles: Styles, row: int, column: int, value: Value, **style: object) -> None:
    """Write `value` as what it is: a text is never a formula, number, link or markup."""
    match value:
        case None | "":
            sheet.write_blank(row, column, None, styles.of(**style))
        case str():
            _put_text(sheet, styles, row, column, cell_text(value), style)
        case int():
            format = styles.of(**{"num_format": "[<10]00;#,##0", **style})
            sheet.write_number(row, column, value, format)
        case datetime.date() if value >= _FIRST_DAY:
            format = styles.of(**{"num_format": "dd/mm/yyyy", **style})
            sheet.write_datetime(row, column, value, format)
        case _:
            put(sheet, styles, row, column, words.numeric(value), **style)


def _put_text(
    sheet: Any, styles: Styles, row: int, column: int, text: str, style: dict[str, object]
) -> None:
    if text[0] in "=+-@":  # stays a text when someone edits the cell
        style = {**style, "quote_prefix": True}
    if text.startswith("<r>") and text.endswith("</r>"):  # looks like the library's own markup
        plain = styles.of()
        sheet.write_rich_string(row, column, text[0], plain, text[1:], styles.of(**style))
    else:
        sheet.write_string(row, column, text, styles.of(**style))


def set_page(sheet: Any, margins: Margins, *, lies: bool) -> None:
    """A4 with the report's margins, as many pages as it takes but one page wide."""
    sheet.set_paper(_A4)
    if lies:
        sheet.set_landscape()
    sides = (margins.left, margins.right, margins.top, margins.bottom)
    sheet.set_margins(*(side / _INCH for side in sides))
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)


def set_widths(sheet: Any, widths: list[float]) -> None:
    """Set the columns' widths, in mm."""
    for column, width in enumerate(widths):
        sheet.set_column_pixels(column, column, pixels(width))


def pixels(width: float) -> int:
    """A length in mm on the screen."""
    return int(width / _INCH * _PIXELS)


def add_table(book: Any, styles: Styles, table: Table, margins: Margins, foot: str) -> None:
    """A sheet with `table`; `foot` stands below each of its pages."""
    sheet = book.add_worksheet(excel_words.SHEETS[table.kind])
    set_page(sheet, margins, lies=True)
    page = f'&C&"{FONT},Regular"&{SIZE["page_number"]}&P'
    sheet.set_header(page, {"margin": _HEADER / _INCH, "scale_with_doc": False})
    foot = f'&C&"{FONT},Italic"&{SIZE["recipients"]}{foot}'
    sheet.set_footer(foot, {"margin": _HEADER / _INCH, "scale_with_doc": False})
    widths = table.widths(margins)
    set_widths(sheet, widths)
    put(sheet, styles, 0, 0, table.title.upper(), bold=True, font_size=SIZE["annex"])
    for row, note in enumerate(table.notes, start=1):
        put(sheet, styles, row, 0, note, italic=True)

    head = len(table.notes) + 1
    put_names(sheet, styles, head, table.columns, widths)
    for row, line in enumerate(table.rows, start=head + 1):
        sheet.set_row(row, LINE * min(MOST_LINES, max(table.lines(line, widths))))
        for column, value in enumerate(line.values):
            put(sheet, styles, row, column, value, **_style(table, line, column))

    last = head + max(1, len(table.rows))
    sheet.freeze_panes(head + 1, table.kept)
    sheet.autofilter(head, 0, last, len(table.columns) - 1)
    sheet.repeat_rows(head)
    sheet.ignore_errors({"number_stored_as_text": f"A{head + 2}:A{last + 1}"})


def put_names(
    sheet: Any, styles: Styles, row: int, names: Sequence[str], widths: Sequence[float]
) -> None:
    """The row of the columns' names, a line higher than they need: filters put arrows there."""
    for column, name in enumerate(names):
        put(sheet, styles, row, column, name, **_HEAD)
    lines = [
        count_lines(name, width, TABLE_SIZE, bold=True)
        for name, width in zip(names, widths, strict=True)
    ]
    sheet.set_row(row, LINE * (1 + max(lines)))


def _style(table: Table, row: Row, column: int) -> Mapping[str, object]:
    if column == table.named and row.level:
        return {**_CELL, **_LEVELS[row.level]}
    centred = column == 0 or not isinstance(row.values[column], str)
    return {**_CELL, "align": "center"} if centred else _CELL
