"""The widths of a table's columns, the same on every kind of paper."""

from collections.abc import Sequence
from math import sqrt

from agreement_viewer.ledger.records import Margins
from agreement_viewer.report.annex import Table
from agreement_viewer.report.form import DIGIT, FIXED_COLUMN, LANDSCAPE, LEAST_WIDTHS, PAPER


def column_widths(table: Table, margins: Margins) -> list[float]:
    """Widths in mm, together as wide as the page is between its margins.

    Each column has its least width; what is left is shared by the root of the longest text.
    """
    least = list(LEAST_WIDTHS[str(table["kind"])])
    longest = [max(map(len, column), default=0) for column in _columns(table)]
    if table["kind"] != "counts":
        least[FIXED_COLUMN] += DIGIT * max(0, longest[FIXED_COLUMN] - 4)
    shares = [sqrt(max(length, 1)) for length in longest]
    if table["kind"] != "counts":
        shares[FIXED_COLUMN] = 0
    return spread(least, shares, room(str(table["kind"]), margins))


def spread(least: Sequence[float], shares: Sequence[float], total: float) -> list[float]:
    """The `least` widths, what is left of `total` given to each by its share."""
    left = total - sum(least)
    return [width + left * share / sum(shares) for width, share in zip(least, shares, strict=True)]


def room(kind: str, margins: Margins) -> int:
    """The width in mm between the margins of the page that a table of this kind is on."""
    side = PAPER[1] if kind in LANDSCAPE else PAPER[0]
    return side - margins.left - margins.right


def _columns(table: Table) -> list[Sequence[str]]:
    bands: Sequence[dict[str, list[list[str]]]] = table["bands"]  # type: ignore[assignment]
    rows = [row for band in bands for row in band["rows"]]
    return [[row[column] for row in rows] for column in range(len(table["columns"]))]
