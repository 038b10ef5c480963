"""The mark and the colour of each status and timeliness. Words always stand beside them.

The marks are drawn, not loaded: sharp at any scale, in the colours of the moment, at no cost when
the program starts.
"""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen, QPixmap, QPolygonF

from agreement_viewer.ledger.status import Status, Timeliness
from agreement_viewer.ui import theme

_STATUS_COLOURS: Final = {
    Status.NOT_STARTED: "muted",
    Status.IN_PROGRESS: "accent",
    Status.DONE: "good",
    Status.PAUSED: "warning",
    Status.DROPPED: "muted",
}
_TIMELINESS_COLOURS: Final = {
    Timeliness.LATE: "bad",
    Timeliness.OVERDUE: "bad",
    Timeliness.DUE_SOON: "warning",
    Timeliness.ON_TIME: "good",
}


def status_colour(status: Status) -> QColor:
    """The colour of a status, in the appearance in use."""
    return theme.colour(_STATUS_COLOURS[status])


def timeliness_colour(value: Timeliness) -> QColor:
    """The colour of timeliness, in the appearance in use."""
    return theme.colour(_TIMELINESS_COLOURS.get(value, "muted"))


def draw_mark(painter: QPainter, box: QRectF, status: Status) -> None:
    """Draw the mark of `status` into the square `box`."""
    stroke = max(1.0, box.width() / 11)
    circle = box.adjusted(stroke, stroke, -stroke, -stroke)
    colour = status_colour(status)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, stroke))
    painter.setBrush(colour if status is Status.DONE else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    match status:
        case Status.DONE:
            pen = QPen(theme.colour("base"), stroke * 1.3)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(_points(box, (0.29, 0.53), (0.44, 0.67), (0.71, 0.36)))
        case Status.IN_PROGRESS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            inner = circle.adjusted(stroke * 1.5, stroke * 1.5, -stroke * 1.5, -stroke * 1.5)
            painter.drawPie(inner, -90 * 16, 180 * 16)
        case Status.PAUSED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            for left in (0.36, 0.55):
                painter.drawRect(_part(box, left, 0.32, 0.09, 0.36))
        case Status.DROPPED:
            middle, reach = circle.center(), circle.width() / 2 * math.sqrt(0.5)
            painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach))
    painter.restore()


def _points(box: QRectF, *shares: tuple[float, float]) -> QPolygonF:
    return QPolygonF(
        [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in shares]
    )


def _part(box: QRectF, x: float, y: float, width: float, height: float) -> QRectF:
    size = box.width()
    return QRectF(box.x() + x * size, box.y() + y * size, width * size, height * size)


class _MarkEngine(QIconEngine):
    """Draws the mark anew at each painting, in the colours of that moment."""

    def __init__(self, status: Status) -> None:
        super().__init__()
        self._status = status

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        side = min(rect.width(), rect.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        draw_mark(painter, box, self._status)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _MarkEngine(self._status)


def status_icon(status: Status) -> QIcon:
    """The mark of `status` for menus and lists."""
    return QIcon(_MarkEngine(status))
