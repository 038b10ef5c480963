"""The strokes that the checklist's rows are made of."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from agreement_viewer.ui import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Pill(NamedTuple):
    """A few words on a coloured ground."""

    text: str
    colour: str
    ground: str


def fill(painter: QPainter, box: QRect | QRectF, colour: QColor) -> None:
    """Fill `box`. `QPainter.fillRect` would load QGradient with its 182 names."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(box)
    painter.restore()


def draw_rule(painter: QPainter, box: QRect) -> None:
    """The line at the lower edge of a row.

    Filled, not drawn: at 125 % the line of a pen lies partly outside, and stays there when the row
    is drawn anew. It has whole pixels of the screen, so that all rows have the same.
    """
    fill(painter, _edges(painter, box)[1], theme.colour("line"))


def draw_frame(painter: QPainter, box: QRect, colour: QColor) -> None:
    """A frame inside the edges of a row, filled for the same reason."""
    for edge in _edges(painter, box):
        fill(painter, edge, colour)


def _edges(painter: QPainter, box: QRect) -> tuple[QRectF, ...]:
    """Top, bottom, left, right."""
    scale = painter.device().devicePixelRatio()
    thin, area = math.floor(scale) / scale, QRectF(box)
    top, bottom, left, right = (QRectF(area) for _ in range(4))
    top.setHeight(thin)
    bottom.setTop(area.bottom() - thin)
    left.setWidth(thin)
    right.setLeft(area.right() - thin)
    return top, bottom, left, right


def draw_bar(painter: QPainter, box: QRectF, done: int, total: int) -> None:
    """A progress bar, `done` of `total`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    painter.setBrush(theme.colour("line"))
    painter.drawRoundedRect(box, radius, radius)
    if done:
        part = QRectF(box)
        part.setWidth(max(box.height(), box.width() * done / max(total, done)))
        painter.setBrush(theme.colour("good"))
        painter.drawRoundedRect(part, radius, radius)
    painter.restore()


def draw_chevron(painter: QPainter, area: QRectF, expanded: bool) -> None:
    """The sign that a row can be opened, or that it is open."""
    reach = area.width() / 4
    middle = area.center()
    corners = (
        ((-0.5, -1), (0.5, 0), (-0.5, 1)) if not expanded else ((-1, -0.5), (0, 0.5), (1, -0.5))
    )
    points = [middle + QPointF(x * reach, y * reach) for x, y in corners]
    pen = QPen(theme.colour("muted"), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    painter.restore()


def draw_plus(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """The sign that something can be added."""
    middle, reach = box.center(), box.width() / 3
    painter.setPen(QPen(colour, 1.5))
    for step in (QPointF(reach, 0), QPointF(0, reach)):
        painter.drawLine(middle - step, middle + step)


def pill_width(pill: Pill, font: QFont) -> float:
    """How wide `pill` is drawn."""
    return QFontMetricsF(font).horizontalAdvance(pill.text) + 2 * theme.S


def draw_pill(painter: QPainter, box: QRectF, pill: Pill, font: QFont) -> None:
    """A pill that fills `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(pill.ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(theme.colour(pill.colour))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, pill.text)
    painter.restore()


def draw_line(painter: QPainter, area: QRectF, text: str, font: QFont, colour: QColor) -> None:
    """One line of text, ending in "…" where `area` is too narrow."""
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, LEFT | Qt.TextFlag.TextSingleLine, shown)


def draw_lines(painter: QPainter, area: QRectF, lines: Sequence[str], pitch: float) -> None:
    """Lines of text from the top of `area` on, `pitch` pixels each."""
    for number, text in enumerate(lines):
        line = QRectF(area.left(), area.top() + number * pitch, area.width(), pitch)
        painter.drawText(line, LEFT | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, text)


def between(first: QColor, second: QColor, share: float) -> QColor:
    """A colour `share` of the way from `first` to `second`."""
    rest = 1 - share
    return QColor.fromRgbF(
        first.redF() * rest + second.redF() * share,
        first.greenF() * rest + second.greenF() * share,
        first.blueF() * rest + second.blueF() * share,
    )
