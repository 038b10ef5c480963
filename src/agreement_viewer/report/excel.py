"""The report as a workbook for Excel: figures to reckon with, and tables to filter, sort and print.

The paper's texts and counts in the paper's words; dates and numbers are typed. The library writes
some texts as formulas, links or markup of its own unless it is told not to: `excel_sheet.put` does.
"""

import datetime
import io
from typing import Final

from agreement_viewer.report import excel_words, words
from agreement_viewer.report.excel_counts import add_counts
from agreement_viewer.report.excel_sheet import Styles, add_table
from agreement_viewer.report.excel_tables import TABLE_SIZE, compared, late, tracking
from agreement_viewer.report.excel_whole import whole
from agreement_viewer.report.form import FONT
from agreement_viewer.report.printable import xml_text
from agreement_viewer.report.sheet import Form, sheet_of
from agreement_viewer.report.tree import Report

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_LETTERS: Final = {"font_name": FONT, "font_size": TABLE_SIZE, "font_scheme": "none"}
_LONGEST_PROPERTY: Final = 255


def excel_bytes(report: Report) -> bytes:
    """An .xlsx file: the same bytes for the same report. A task costs about a millisecond."""
    import xlsxwriter

    texts = sheet_of(report, Form.SUMMARY)
    stated = {name: xml_text(text) for name, text in texts.items() if isinstance(text, str)}
    margins = report.profile.margins
    foot = words.FORM["code"] + stated["code"]
    tables = [tracking(report, f"{stated['subject']} {stated['span']}")]
    if report.before:
        tables.append(compared(report, report.before))
        if report.before.additions:
            tables.append(late(report.before))
    rest = whole(report, tables, margins)
    if rest.rows:
        tables[0] = tables[0]._replace(notes=(*tables[0].notes, excel_words.SEE_WHOLE))
        tables.append(rest)

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {**_OPTIONS, "default_format_properties": dict(_LETTERS)})
    book.set_properties(
        {
            "title": stated["subject"][:_LONGEST_PROPERTY],
            "author": stated["issuing"][:_LONGEST_PROPERTY],
            "created": report.recorded_to.astimezone(datetime.UTC).replace(tzinfo=None),
        }
    )
    styles = Styles(book)
    add_counts(book, styles, report, stated)
    for table in tables:
        add_table(book, styles, table, margins, foot)
    book.close()
    return file.getvalue()
