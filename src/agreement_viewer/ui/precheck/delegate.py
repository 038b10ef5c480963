"""Drawing the findings: a group's heading with its count; a sentence and where it belongs."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from agreement_viewer.report.checks import Finding
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.draw import RIGHT, between, draw_chevron, draw_line, draw_lines
from agreement_viewer.ui.precheck.layout import INDENT, FindingLayout
from agreement_viewer.ui.precheck.model import FindingsModel, Index


class FindingDelegate(QStyledItemDelegate):
    """Rows as high as their words; a wording ends in "…" after two lines."""

    def __init__(self, view: QTreeView, model: FindingsModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.measure()

    def measure(self) -> None:
        """Fit the rows to the view's width and the fonts in use."""
        self._layout = FindingLayout(self._view.viewport().width())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """See Qt."""
        layout, finding = self._layout, self._model.finding(index)
        height = layout.height(finding) if finding else layout.heading_height
        return QSize(layout.width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See Qt."""
        painter.save()
        finding = self._model.finding(index)
        _paint_ground(painter, option, finding)
        if finding is None:
            self._paint_heading(painter, option, index)
        else:
            self._paint_finding(painter, option.rect, finding)
        if option.state & QStyle.StateFlag.State_Selected:
            _paint_selection(painter, option)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, font = QRectF(option.rect), self._layout.strong
        sign = QRectF(box.left() + theme.S, box.top(), theme.M, box.height())
        draw_chevron(painter, sign, bool(option.state & QStyle.StateFlag.State_Open))
        count = str(self._model.count(index))
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        painter.drawText(box.adjusted(0, 0, -theme.M, 0), RIGHT, count)
        taken = QFontMetricsF(font).horizontalAdvance(count) + theme.M + theme.S
        title = box.adjusted(INDENT, 0, -taken, 0)
        draw_line(painter, title, str(index.data()), font, theme.colour("text"))

    def _paint_finding(self, painter: QPainter, box: QRect, finding: Finding) -> None:
        layout = self._layout
        area = QRectF(box).adjusted(INDENT, theme.S, -theme.M, 0)
        sentence = layout.sentence(finding)
        painter.setFont(layout.body)
        painter.setPen(theme.colour("text"))
        draw_lines(painter, area, sentence, layout.pitch)
        area.translate(0, len(sentence) * layout.pitch)
        painter.setFont(layout.caption)
        painter.setPen(theme.colour("muted"))
        draw_lines(painter, area, layout.place(finding), layout.caption_pitch)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, finding: Finding | None) -> None:
    ground = theme.colour("base" if finding else "window")
    if option.state & QStyle.StateFlag.State_Selected:
        ground = theme.colour("selection")
    elif option.state & QStyle.StateFlag.State_MouseOver:
        ground = between(ground, theme.colour("selection"), 0.45)
    painter.fillRect(option.rect, ground)
    painter.setPen(theme.colour("line"))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def _paint_selection(painter: QPainter, option: QStyleOptionViewItem) -> None:
    box, accent = option.rect, theme.colour("accent")
    painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), accent)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(accent)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
