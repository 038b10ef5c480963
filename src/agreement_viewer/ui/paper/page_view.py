"""The pages of a report on screen: the same vectors that go to paper, always black on white."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from agreement_viewer.ui import theme

_STEP = 1.25
_WIDEST = 4.0


class PageView(QAbstractScrollArea):
    """Scrolls through the pages; fits their width until somebody zooms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QSvgRenderer] = []
        self._pictures: dict[int, QPixmap] = {}
        self._zoom: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setSingleStep(40)

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show these SVG pages from the first."""
        self._pages = [QSvgRenderer(QByteArray(page)) for page in pages]
        self.verticalScrollBar().setValue(0)
        self._lay_out()

    def zoom_in(self) -> None:
        """Larger by a quarter."""
        self._set_zoom(min(self._scale() * _STEP, _WIDEST))

    def zoom_out(self) -> None:
        """Smaller by a quarter, down to a third of the paper's size."""
        self._set_zoom(max(self._scale() / _STEP, 1 / 3))

    def fit_width(self) -> None:
        """As wide as the window."""
        self._set_zoom(None)

    def _set_zoom(self, zoom: float | None) -> None:
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        self._zoom = zoom
        self._lay_out()
        bar.setValue(round(place * bar.maximum()))

    def _scale(self) -> float:
        if self._zoom is not None:
            return self._zoom
        widest = max((page.defaultSize().width() for page in self._pages), default=1)
        return max(0.2, (self.viewport().width() - 2 * theme.XL) / widest)

    def _rects(self) -> list[QRect]:
        scale, top = self._scale(), theme.L
        rects: list[QRect] = []
        for page in self._pages:
            size = page.defaultSize() * scale
            left = max(theme.XL, (self.viewport().width() - size.width()) // 2)
            rects.append(QRect(QPoint(left, top), size))
            top += size.height() + theme.L
        return rects

    def _lay_out(self) -> None:
        self._pictures.clear()
        rects = self._rects()
        view = self.viewport().size()
        whole = QSize(
            max((rect.right() + theme.XL for rect in rects), default=0),
            rects[-1].bottom() + theme.L if rects else 0,
        )
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setRange(0, max(0, whole.height() - view.height()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, whole.width() - view.width()))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("line"))
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        shown: set[int] = set()
        for number, rect in enumerate(self._rects()):
            place = rect.translated(-offset)
            if place.intersects(event.rect()):
                painter.drawPixmap(place.topLeft(), self._picture(number, rect.size()))
                shown.add(number)
        for number in [kept for kept in self._pictures if abs(kept - min(shown, default=0)) > 3]:
            del self._pictures[number]

    def _picture(self, number: int, size: QSize) -> QPixmap:
        if number not in self._pictures:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor("white"))
            with QPainter(picture) as painter:
                self._pages[number].render(painter, QRectF(QPoint(), size))
            self._pictures[number] = picture
        return self._pictures[number]
