"""Completions over time: a line that rises with each, beside the one of what falls due."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from agreement_viewer.report.overview import Overview, Tally, scale
from agreement_viewer.ui import theme
from agreement_viewer.ui.overview import words as words
from agreement_viewer.ui.overview.legend import Row
from agreement_viewer.ui.overview.picture import Picture
from agreement_viewer.ui.overview.strokes import done_pen, due_pen, line_mark, total_pen
from agreement_viewer.ui.theme import Type

_LINES_HIGH = 8
_DOT = 3.5
_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Course(Picture):
    """The chart of the items, or of the tasks."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setMouseTracking(True)
        self._overview: Overview
        self._tally: Tally
        self._hovered: int | None = None

    def show_tally(self, overview: Overview, tally: Tally) -> None:
        """Show `tally`, one of the two of `overview`."""
        self._overview, self._tally = overview, tally
        self._hovered = None
        self.legend.rows = [
            Row(line_mark(done_pen), words.done(tally.done[-1])),
            *([Row(line_mark(due_pen), words.due())] if any(tally.due) else []),
            Row(line_mark(total_pen), words.all_in_all(tally.standings.total)),
        ]
        self.say(
            " ".join(filter(None, (words.course(overview, tally), words.undated(tally.undated))))
        )

    def picture_height(self) -> float:
        return round(_LINES_HIGH * _metrics().height())

    def draw(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(theme.font(Type.CAPTION))
        plot = _Plot(box, self._overview, self._tally)
        plot.draw_grid(painter)
        plot.draw_lines(painter)
        if self._hovered is not None:
            plot.draw_hovered(painter, self._hovered)

    def tip_at(self, box: QRectF, point: QPointF) -> str:
        place = _Plot(box, self._overview, self._tally).place_at(point)
        return "" if place is None else words.at(self._overview, self._tally, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        plot = _Plot(self.area(), self._overview, self._tally)
        self._hover(plot.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, place: int | None) -> None:
        if place != self._hovered:
            self._hovered = place
            self.update()


class _Plot:
    """One drawing of the chart: where each number and each day stand in `box`."""

    def __init__(self, box: QRectF, overview: Overview, tally: Tally) -> None:
        self.overview = overview
        self.tally = tally
        self.ticks = scale(max(tally.standings.total, *tally.due))
        metrics = _metrics()
        left = metrics.horizontalAdvance(str(self.ticks[-1])) + theme.S
        above, below = metrics.height() + theme.S, metrics.height() + theme.S
        self.area = box.adjusted(left, above, -theme.S, -below)
        self.box = box

    def x(self, place: float) -> float:
        return self.area.left() + self.area.width() * place / (len(self.overview.days) - 1)

    def y(self, count: int) -> float:
        return self.area.bottom() - self.area.height() * count / self.ticks[-1]

    def place_at(self, point: QPointF) -> int | None:
        """The day nearest to `point`; None beside the chart."""
        if not self.area.adjusted(-theme.S, -theme.S, theme.S, theme.S).contains(point):
            return None
        slots = len(self.overview.days) - 1
        place = round((point.x() - self.area.left()) / self.area.width() * slots)
        return min(max(place, 0), slots)

    def draw_grid(self, painter: QPainter) -> None:
        height = _metrics().height()
        for tick in self.ticks:
            y = round(self.y(tick)) + 0.5
            painter.setPen(QPen(theme.colour("line" if tick else "muted"), 1))
            painter.drawLine(QLineF(self.area.left(), y, self.area.right(), y))
            label = QRectF(
                self.box.left(),
                y - height / 2,
                self.area.left() - self.box.left() - theme.XS,
                height,
            )
            painter.setPen(theme.colour("muted"))
            painter.drawText(label, _RIGHT, str(tick))
        self._draw_spans(painter, height)

    def _draw_spans(self, painter: QPainter, height: float) -> None:
        spans = self.overview.spans
        widest = max(_metrics().horizontalAdvance(label) for label, _, _ in spans) + theme.XS
        every = -int(-widest // (self.x(spans[0][2]) - self.x(0)))
        top = self.area.bottom() + theme.XS
        for number, (label, start, end) in enumerate(spans):
            painter.setPen(QPen(theme.colour("line"), 1))
            for place in (start, end):
                x = round(self.x(place)) + 0.5
                painter.drawLine(QLineF(x, self.area.top(), x, self.area.bottom() + theme.XS))
            if number % every == 0:
                middle = (self.x(start) + self.x(end)) / 2
                painter.setPen(theme.colour("muted"))
                painter.drawText(QRectF(middle - widest, top, 2 * widest, height), _CENTRE, label)
        if after := self.overview.after:
            width = _metrics().horizontalAdvance(after) + 2
            left = self.x(len(self.overview.days) - 1.5) - width / 2
            box = QRectF(min(left, self.box.right() - width), top, width, height)
            painter.setPen(theme.colour("muted"))
            painter.drawText(box, _CENTRE, after)

    def draw_lines(self, painter: QPainter) -> None:
        total = self.y(self.tally.standings.total)
        painter.setPen(total_pen())
        painter.drawLine(QLineF(self.area.left(), total, self.area.right(), total))
        if any(self.tally.due):
            painter.setPen(due_pen())
            painter.drawPolyline(self._steps(range(len(self.tally.due)), self.tally.due))
        places: list[float] = list(range(len(self.tally.done)))
        if (today := self.overview.today_at) is not None:
            places[-1] = today
            self._draw_today(painter, self.x(today))
        painter.setPen(done_pen())
        painter.drawPolyline(self._steps(places, self.tally.done))
        self._draw_end(painter, QPointF(self.x(places[-1]), self.y(self.tally.done[-1])))

    def _steps(self, places: Sequence[float], counts: Sequence[int]) -> QPolygonF:
        points = [QPointF(self.x(places[0]), self.y(counts[0]))]
        for place, count in zip(places[1:], counts[1:], strict=True):
            points += [
                QPointF(self.x(place), points[-1].y()),
                QPointF(self.x(place), self.y(count)),
            ]
        return QPolygonF(points)

    def _draw_today(self, painter: QPainter, x: float) -> None:
        metrics = _metrics()
        painter.setPen(QPen(theme.colour("muted"), 1))
        painter.drawLine(
            QLineF(round(x) + 0.5, self.area.top() - theme.XS, round(x) + 0.5, self.area.bottom())
        )
        width = metrics.horizontalAdvance(words.today()) + 2
        left = min(max(x - width / 2, self.box.left()), self.box.right() - width)
        painter.setPen(theme.colour("text"))
        painter.drawText(
            QRectF(left, self.box.top(), width, metrics.height()), _CENTRE, words.today()
        )

    def _draw_end(self, painter: QPainter, end: QPointF) -> None:
        """The last known number, as a dot and in figures."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(end, _DOT, _DOT)
        font = theme.font(Type.STRONG)
        metrics = QFontMetricsF(font)
        label = QRectF(0, 0, metrics.horizontalAdvance(str(self.tally.done[-1])), metrics.height())
        label.moveBottomLeft(end + QPointF(_DOT + 1, -_DOT + 1))
        if label.right() > self.box.right():
            label.moveRight(end.x() - _DOT - 1)
        painter.setBrush(theme.colour("window"))
        painter.drawRect(label)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(label, _CENTRE, str(self.tally.done[-1]))

    def draw_hovered(self, painter: QPainter, place: int) -> None:
        """The day under the mouse, whose figures the tooltip says."""
        painter.setPen(QPen(theme.colour("accent"), 1))
        x = self.x(place)
        painter.drawLine(QLineF(x, self.area.top(), x, self.area.bottom()))


def _metrics() -> QFontMetricsF:
    return QFontMetricsF(theme.font(Type.CAPTION))
