"""Every measure of the official form, after Nghị định 30/2020/NĐ-CP: lengths in mm, letters in pt.

The one place to change when the form is amended. Typst gets it as data, Word reads it.
"""

from typing import Final

PAPER: Final = (210, 297)

FONT: Final = "Times New Roman"
SIZE: Final = {
    "country": 12,  # Quốc hiệu; Tiêu ngữ and day go with it: 12/13/13 or 13/14/14
    "motto": 13,
    "day": 13,
    "agency": 12,
    "number": 13,
    "body": 14,  # title, subject and headings too
    "summary": 13,
    "page_number": 13,
    "recipients_title": 12,
    "recipients": 11,
    "annex": 14,
    "table": 11,
    "note": 12,
}
DRAWN: Final = {
    "line": 0.75,  # pt
    "grid": 0.5,  # pt
    "short": 0.4,  # of the text above it: a third to a half
}
SPACE: Final = {
    "indent": 10,  # of a paragraph's first line
    "between": 6,  # paragraphs, pt
    "lines": 1.25,
    "cell_x": 1.2,
    "cell_y": 1.5,
    "signing": 25,  # for signature and seal
    "qr": 18,
    "picture": 150,
    "country": 92,  # of the head's right column; the agency has the rest
    "ruled": 8,  # between the lines for a leader's hand
    "blank": 6,  # the height of a line to be filled in by hand
}
LETTER: Final = {
    "capitals": 0.62,
    "small": 0.46,
    "motto": 12.22,  # the whole of Tiêu ngữ
}
"""How wide bold letters are on average, in em, where no font can be asked."""
RULED_LINES: Final = 4
SUMMARY: Final = {"between": 3, "lines": 1.0}
"""The leader's page is set closer, to be one page."""

LEAST_WIDTHS: Final = {
    "counts": (36, 18, 22, 22, 22, 22, 22),
    "progress": (10, 34, 20, 21, 22, 24, 23, 20, 20, 17),
    "moves": (12, 90, 60, 60),
    "additions": (12, 90, 24, 90),
    "tracking": (10, 18, 42, 20, 20, 19, 22, 15, 20, 26, 19, 22, 22, 20, 20, 17, 20, 20),
    "compared": (12, 50, 20, 21, 20, 21, 20, 21, 20, 21),
    "late": (12, 90, 24, 90),
    "whole": (12, 46, 28, 150),
}
"""Of each table's columns; what is left of the page goes to those with the longest texts."""

LANDSCAPE: Final = ("progress", "moves", "additions", "tracking", "compared", "late", "whole")
"""The tables that lie."""
FIXED_COLUMN: Final = 0
"""The numbers' column takes no share of what is left."""
DIGIT: Final = 2
"""Width that a row's number takes for each character beyond four."""
REDUCED: Final = {"tracking": 0.62}
"""Wider than the paper is long, and reduced to it in print."""
EMPTY: Final = 0.7
"""Of its least width, what a column of the workbook keeps that holds nothing."""
