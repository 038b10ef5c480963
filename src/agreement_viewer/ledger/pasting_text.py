"""The text that Excel, Calc or a table of Word puts on the clipboard, as rows of cells."""

import re
from collections.abc import Iterator
from typing import Final

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate

MOST_ROWS: Final = 2_000
MOST_COLUMNS: Final = 50

_CELL: Final = re.compile(r'"(?P<quoted>(?:[^"]|"")*+)"(?=[\t\n]|\Z)|[^\t\n]*')
_WANTS_QUOTES: Final = ("\t", "\n", '"')
_LINE_ENDS: Final = re.compile(r"\r\n?")


def read_table(text: str) -> list[tuple[str, ...]]:
    """The rows of cells, all as long as the longest, without blank rows and blank columns.

    Cells keep their text as it is, line breaks as "\\n". Raises UserError where there is no text,
    or more than `MOST_ROWS` rows or `MOST_COLUMNS` columns of it.
    """
    rows: list[list[str]] = []
    for row in _rows(_LINE_ENDS.sub("\n", text).rstrip("\t\n")):
        if any(map(str.strip, row)):
            rows.append(row)
        if len(rows) > MOST_ROWS:
            raise UserError(
                translate(
                    "Pasting",
                    "There are more than {count} rows on the clipboard: paste them in parts.",
                    count=MOST_ROWS,
                )
            )
    width = max(map(len, rows), default=0)
    padded = [row + [""] * (width - len(row)) for row in rows]
    used = [place for place in range(width) if any(row[place].strip() for row in padded)]
    if not used:
        raise UserError(
            translate("Pasting", "There is no text on the clipboard: copy the list of tasks first.")
        )
    if len(used) > MOST_COLUMNS:
        raise UserError(
            translate(
                "Pasting",
                "There are more than {count} columns on the clipboard: copy fewer.",
                count=MOST_COLUMNS,
            )
        )
    return [tuple(row[place] for place in used) for row in padded]


def _rows(text: str) -> Iterator[list[str]]:
    row: list[str] = []
    place = 0
    while found := _CELL.match(text, place):
        row.append(_content(found).replace("\v", "\n"))  # Word's line break within a paragraph
        place = found.end()
        if place == len(text):
            break
        if text[place] == "\n":
            yield row
            row = []
        place += 1
    yield row


def _content(found: re.Match[str]) -> str:
    """A cell's text. Marks around what needs none are the officer's own: “"Dự án A"”."""
    quoted = found["quoted"]
    if quoted is not None and any(sign in quoted for sign in _WANTS_QUOTES):
        return quoted.replace('""', '"')
    return found[0]
