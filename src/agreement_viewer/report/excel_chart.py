"""The chart of the counts, legible in black and white. Excel draws it from the table's cells."""

from collections.abc import Sequence
from typing import Any, Final

from agreement_viewer.report import excel_words, words
from agreement_viewer.report.counting import figures, in_words
from agreement_viewer.report.form import FONT, SIZE
from agreement_viewer.report.tree import Counts, Standing

_FILLS: Final[dict[Standing, dict[str, object]]] = {
    Standing.ON_TIME: {"fill": {"color": "#8C8C8C"}},
    Standing.LATE: {
        "pattern": {
            "pattern": "wide_upward_diagonal",
            "fg_color": "#404040",
            "bg_color": "#FFFFFF",
        }
    },
    Standing.IN_TIME: {"fill": {"color": "#FFFFFF"}},
    Standing.OVERDUE: {"fill": {"color": "#262626"}},
    Standing.DROPPED: {"fill": {"color": "#DEDEDE"}},
}
_LETTERS: Final = {"name": FONT, "size": SIZE["table"], "bold": False}
_AXIS: Final = {"name_font": {**_LETTERS, "italic": True}, "num_font": _LETTERS}
_NUMBER: Final = "#,##0"
_FRAME: Final = 190
_BAR: Final = 56
"""Heights in pixels."""


def add_chart(
    book: Any, sheet: Any, at: int, top: int, rows: Sequence[tuple[str, Counts]], width: int
) -> int:
    """Bars of the standings, stacked, from row `at` on; the height in pixels.

    `rows` are those of the table of counts, whose head is row `top`.
    """
    name = sheet.get_name()
    first, last = top + 1, top + len(rows)
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for column, standing in enumerate(words.STANDINGS, start=2):
        empty = [figures(counts)[column - 1] == 0 for _, counts in rows]
        chart.add_series(
            {
                "name": [name, top, column],
                "categories": [name, first, 0, last, 0],
                "values": [name, first, column, last, column],
                "border": {"color": "#000000", "width": 0.75},
                "gap": 60,
                "data_labels": _labels(empty),
                **_FILLS[standing],
            }
        )
    chart.set_title(
        {"name": excel_words.CHART, "name_font": {**_LETTERS, "size": 13, "bold": True}}
    )
    grid = {"visible": True, "line": {"color": "#BFBFBF", "width": 0.5}}
    counts_axis = {"name": excel_words.CHART_AXIS, "num_format": _NUMBER, "major_gridlines": grid}
    chart.set_x_axis({**_AXIS, **counts_axis})
    chart.set_y_axis({**_AXIS, "name": words.COUNTS[0], "reverse": True, "crossing": "max"})
    chart.set_legend({"position": "bottom", "font": _LETTERS})
    chart.set_chartarea({"border": {"color": "#7F7F7F"}})
    height = _FRAME + _BAR * len(rows)
    chart.set_size({"width": width, "height": height})
    described = "; ".join(f"{name}: {in_words(counts)}" for name, counts in rows)
    sheet.insert_chart(at, 0, chart, {"description": f"{excel_words.CHART}. {described}."})
    return height


def _labels(empty: Sequence[bool]) -> dict[str, object]:
    return {
        "value": True,
        "num_format": _NUMBER,
        "font": {**_LETTERS, "bold": True},
        "fill": {"color": "#FFFFFF"},
        "custom": [{"delete": True} if none else None for none in empty],
    }
