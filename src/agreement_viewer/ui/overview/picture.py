"""What the overview's pictures share: focus, words for who cannot see, figures on hover."""

import math
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from agreement_viewer.ui import theme
from agreement_viewer.ui.overview.legend import Legend

FRAME: Final = theme.S
"""Around each picture; what stands beside one is set in by as much."""
_FONTS: Final = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange)


class Picture(QWidget):
    """A picture with its legend beneath. It is as high as its width asks for."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.legend = Legend()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def picture_height(self) -> float:
        """How high the picture is without its legend."""
        raise NotImplementedError

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw the picture without its legend into `box`."""
        raise NotImplementedError

    def tip_at(self, box: QRectF, point: QPointF) -> str:
        """The exact figures at `point` of the picture in `box`; "" where there are none."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """All that the picture shows, in words; it is drawn anew."""
        self.setAccessibleDescription(words)
        self._fit()
        self.update()

    def area(self) -> QRectF:
        """Where the picture without its legend stands."""
        width = self.width() - 2 * FRAME
        return QRectF(FRAME, FRAME, width, self.picture_height())

    def sizeHint(self) -> QSize:
        width = 2 * math.ceil(self.legend.full_width())  # no line wraps: the least height there is
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(math.ceil(self.legend.least_width()) + 2 * FRAME, 0)

    def heightForWidth(self, width: int) -> int:
        legend = self.legend.height(width - 2 * FRAME)
        return round(self.picture_height() + theme.S + legend) + 2 * FRAME

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.area()
        self.draw(painter, area)
        below = QRectF(area.left(), area.bottom() + theme.S, area.width(), 0)
        self.legend.draw(painter, below)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self.tip_at(self.area(), QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _FONTS:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the width asks for: layouts keep to the hint, in which no line wraps."""
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
