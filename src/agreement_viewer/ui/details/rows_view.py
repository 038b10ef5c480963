"""The view of `RowsModel`: as high as its rows until they would fill the panel."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.draw import draw_frame, draw_rule
from agreement_viewer.ui.details.rows import LINES_ROLE, Index, Line

HIGHEST: Final = 18
"""Lines of text; a longer list scrolls by itself."""


class RowsView(QListView):
    """A list whose rows wrap their text."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._fitted_width = 0
        self.setAccessibleName(name)
        self.setItemDelegate(_RowDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMinimumWidth(1)

    @property
    def row_width(self) -> int:
        """The room for a row, beside the scroll bar where there is one."""
        bar = self.verticalScrollBar().sizeHint().width()
        scrolls = self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        return max(1, self.width() - 2 * self.frameWidth() - (bar if scrolls else 0))

    def fit(self) -> None:
        """Take the height that the rows need, up to `HIGHEST`."""
        most = HIGHEST * self.fontMetrics().lineSpacing()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        wanted = self._wanted(most)
        if wanted > most:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFixedHeight(min(wanted, most) + 2 * self.frameWidth())
        self.scheduleDelayedItemsLayout()

    def _wanted(self, most: int) -> int:
        """The height of all rows, or something more than `most`."""
        model, wanted = self.model(), 0
        for row in range(model.rowCount()):
            wanted += self.sizeHintForIndex(model.index(row, 0)).height()
            if wanted > most:
                break
        return wanted

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._fitted_width and self.model():
            self._fitted_width = self.width()
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.model():
            self.fit()


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        width = self._view.row_width
        paragraphs = _laid_out(index.data(LINES_ROLE), width - 2 * theme.S)
        height = sum(paragraph.boundingRect().height() for paragraph, _ in paragraphs)
        return QSize(width, round(height) + 2 * theme.XS + theme.XS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, state = QRectF(option.rect), option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("selection"))
        draw_rule(painter, option.rect)
        place = box.topLeft() + QPointF(theme.S, theme.XS)
        for paragraph, colour in _laid_out(index.data(LINES_ROLE), box.width() - 2 * theme.S):
            painter.setPen(colour)
            paragraph.draw(painter, place)
            place.setY(place.y() + paragraph.boundingRect().height())
        if state & QStyle.StateFlag.State_HasFocus:
            draw_frame(painter, option.rect, theme.colour("accent"))
        painter.restore()


def _laid_out(lines: Sequence[Line], width: float) -> list[tuple[QTextLayout, QColor]]:
    return [(_paragraph(line, width), theme.colour(line.tone)) for line in lines if line.text]


def _paragraph(line: Line, width: float) -> QTextLayout:
    layout = QTextLayout(line.text.replace("\n", "\u2028"), theme.font(line.kind))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (row := layout.createLine()).isValid():
        row.setLineWidth(width)
        row.setPosition(QPointF(0, y))
        y += row.height()
    layout.endLayout()
    return layout
