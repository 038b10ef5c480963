"""The legend of a picture: sign, words, and the figures themselves in columns."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from agreement_viewer.ui import theme
from agreement_viewer.ui.overview.strokes import Mark
from agreement_viewer.ui.theme import Type

_MARK: Final = 24.0
_MARK_HEIGHT: Final = 0.72
"""Of the line's."""
_INDENT: Final = _MARK + theme.S
_LEAST_WORDS: Final = 7
"""The least room for words, in letters M."""
_WRAPPED: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_FIGURE: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class Row(NamedTuple):
    """One part of a picture; without `mark` a total, without `label` the figures' headings."""

    mark: Mark | None
    label: str
    figures: Sequence[str] = ()
    kind: Type = Type.BODY


class Legend:
    """Rows below each other; the figures stand in columns of one width.

    Where the words would have too little room, the figures stand below them.
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def least_width(self) -> float:
        """The width below which words or figures would not fit."""
        return max(self._figures_width(), _INDENT + _least_words())

    def full_width(self) -> float:
        """The width below which the figures stand below the words."""
        return _INDENT + _least_words() + self._figures_width()

    def height(self, width: float) -> float:
        """How high all rows are in this width."""
        return sum(self._row_height(row, width) for row in self.rows)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw all rows from the top of `box` on."""
        top = box.top()
        for row in self.rows:
            height = self._row_height(row, box.width())
            self._draw_row(painter, QRectF(box.left(), top, box.width(), height), row)
            top += height

    def _draw_row(self, painter: QPainter, box: QRectF, row: Row) -> None:
        font = theme.font(row.kind)
        line = QFontMetricsF(font).height()
        if row.mark:
            high = round(line * _MARK_HEIGHT)
            top = round(box.top() + (line - high) / 2)
            row.mark(painter, QRectF(box.left(), top, _MARK, high))
        painter.setFont(font)
        painter.setPen(theme.colour("muted" if row.kind is Type.CAPTION else "text"))
        words = QRectF(
            box.left() + _INDENT, box.top(), self._words_width(box.width()), box.height()
        )
        painter.drawText(words, _WRAPPED, row.label)
        below = self._is_stacked(box.width()) and bool(row.label)
        figure_top = box.bottom() - theme.XS - line if below else box.top()
        width = self._column()
        for place, figure in enumerate(reversed(row.figures), start=1):
            cell = QRectF(box.right() - place * width, figure_top, width, line)
            painter.drawText(cell, _FIGURE, figure)
        if row.figures and not row.label:
            painter.setPen(theme.colour("line"))
            painter.drawLine(
                QLineF(box.left(), box.bottom() - 1.5, box.right(), box.bottom() - 1.5)
            )

    def _row_height(self, row: Row, width: float) -> float:
        metrics = QFontMetricsF(theme.font(row.kind))
        room = QRectF(0, 0, self._words_width(width), 10_000)
        height = metrics.boundingRect(room, _WRAPPED, row.label or " ").height()
        if row.figures and row.label and self._is_stacked(width):
            height += metrics.height()
        return round(height + theme.XS)

    def _is_stacked(self, width: float) -> bool:
        return width < self.full_width()

    def _words_width(self, width: float) -> float:
        figures = 0 if self._is_stacked(width) else self._figures_width()
        return width - _INDENT - figures

    def _figures_width(self) -> float:
        return self._column() * max((len(row.figures) for row in self.rows), default=0)

    def _column(self) -> float:
        widths = (
            QFontMetricsF(theme.font(row.kind)).horizontalAdvance(figure)
            for row in self.rows
            for figure in row.figures
        )
        return max(widths, default=0) + theme.M


def _least_words() -> float:
    return _LEAST_WORDS * QFontMetricsF(theme.font(Type.BODY)).horizontalAdvance("M")
