"""The patterns and strokes of the overview's pictures, sharp at any scale.

Qt's own brush patterns are made of device pixels and would shrink where the screen is dense.
"""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from agreement_viewer.report.overview import Pattern
from agreement_viewer.ui import theme

_PITCH: Final = 6.0
Mark = Callable[[QPainter, QRectF], None]
"""Draws a part's sign in the legend."""


def draw_pattern(painter: QPainter, box: QRectF, pattern: Pattern, colour: QColor) -> None:
    """Fill and frame `box`."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour if pattern is Pattern.SOLID else theme.colour("base"))
    painter.drawRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.2))
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.drawLines(list(_lines(box, pattern)))
    painter.setPen(QPen(colour, 1))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def _lines(box: QRectF, pattern: Pattern) -> Iterator[QLineF]:
    height = box.height()
    if pattern is Pattern.RULES:
        for step in range(1, int(box.width() / (_PITCH - 1)) + 1):
            x = box.left() + step * (_PITCH - 1)
            yield QLineF(x, box.top(), x, box.bottom())
    if pattern in (Pattern.HATCH, Pattern.CROSS):
        for step in range(1, int((box.width() + height) / _PITCH) + 1):
            x = box.left() + step * _PITCH
            yield QLineF(x, box.top(), x - height, box.bottom())
            if pattern is Pattern.CROSS:
                yield QLineF(x - height, box.top(), x, box.bottom())


def done_pen() -> QPen:
    """The line of what is completed."""
    pen = QPen(theme.colour("accent"), 2.5)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def due_pen() -> QPen:
    """The line of what falls due."""
    pen = QPen(theme.colour("text"), 1.2)
    pen.setDashPattern([4, 3])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def total_pen() -> QPen:
    """The line of all that is to be done."""
    pen = QPen(theme.colour("muted"), 1.4)
    pen.setDashPattern([1, 3])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def line_mark(pen: Callable[[], QPen]) -> Mark:
    """A piece of a line, for the legend."""

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(pen())
        painter.drawLine(QLineF(box.left(), box.center().y(), box.right(), box.center().y()))

    return draw


def pattern_mark(pattern: Pattern, colour: Callable[[], QColor]) -> Mark:
    """A piece of a bar, for the legend."""
    return lambda painter, box: draw_pattern(painter, box, pattern, colour())
