"""The head of the pasted table: above each column its heading, and a choice of what it becomes."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.fields import TITLE
from agreement_viewer.ledger.pasting_columns import NOT_USED, USES
from agreement_viewer.ledger.words import field_label
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.draw import draw_line
from agreement_viewer.ui.fields.combo import QuietCombo
from agreement_viewer.ui.paste.model import PasteModel
from agreement_viewer.ui.theme import Type

_WIDTHS: Final = {TITLE: 22.0, NOT_USED: 7.0}
_WIDTH: Final = 12.0
"""Of columns at first, in line heights, by what they become."""


class _UseCombo(QuietCombo):
    """What a column becomes."""

    focused = Signal()

    def event(self, event: QEvent) -> bool:
        """Tell that the keyboard came here: the column may be out of sight."""
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit()
        return super().event(event)


class PasteHeader(QHeaderView):
    """One combo box for each column of `rows`, none for a cell."""

    def __init__(self, rows: PasteModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = rows
        self.setSectionsClickable(False)
        self.combos = [self._combo(column) for column in range(rows.columnCount())]
        self.sectionResized.connect(self._place)
        rows.headerDataChanged.connect(self.show_uses)
        rows.modelReset.connect(self.show_uses)
        self.show_uses()

    def _combo(self, column: int) -> _UseCombo:
        combo = _UseCombo(self.viewport())
        combo.addItem(translate("Pasting", "not used"), NOT_USED)
        for use in USES:
            combo.addItem(field_label(use), use)
        combo.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMaxVisibleItems(combo.count())
        combo.activated.connect(lambda _place: self._rows.choose(column, combo.currentData()))
        combo.focused.connect(lambda: self._bring_into_sight(column))
        return combo

    def show_uses(self) -> None:
        """Show what each column becomes now."""
        sheet = self._rows.sheet
        columns = zip(self.combos, sheet.uses, sheet.headings, strict=True)
        for number, (combo, use, heading) in enumerate(columns, start=1):
            combo.setCurrentIndex(combo.findData(use))
            name = translate("Pasting", "Column {number}", number=number)
            combo.setAccessibleName(f"{name}: {heading}" if heading else name)
        self.viewport().update()
        self.geometriesChanged.emit()

    def fit_columns(self) -> None:
        """Give each column a width by what it becomes."""
        line = self.fontMetrics().height()
        for column, use in enumerate(self._rows.sheet.uses):
            self.resizeSection(column, round(line * _WIDTHS.get(use, _WIDTH)))

    def sizeHint(self) -> QSize:
        """A line for the headings, where there are any, and the combo boxes."""
        combo = self.combos[0].sizeHint().height() + 2 * theme.XS
        return QSize(super().sizeHint().width(), combo + self._heading_height())

    def _heading_height(self) -> int:
        return self.fontMetrics().height() + theme.XS if self._rows.sheet.headed else 0

    def updateGeometries(self) -> None:
        """Qt calls this whenever columns have moved; in scrolling it takes the boxes along."""
        super().updateGeometries()
        self._place()

    def _place(self) -> None:
        top = self._heading_height() + theme.XS
        for column, combo in enumerate(self.combos):
            left = self.sectionViewportPosition(column)
            height = combo.sizeHint().height()
            box = QRect(left, top, self.sectionSize(column), height)
            combo.setGeometry(box.adjusted(1, 0, -1, 0))

    def _bring_into_sight(self, column: int) -> None:
        view = self.parent()
        if isinstance(view, QTableView):
            view.scrollTo(self._rows.index(max(view.rowAt(0), 0), column))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """The heading in one line, above the place of the combo box."""
        painter.save()
        painter.fillRect(rect, theme.colour("raised"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme.colour("line"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        line = QRectF(rect.adjusted(theme.XS, theme.XS, -theme.XS, 0))
        line.setHeight(self._heading_height())
        heading = self._rows.sheet.headings[logicalIndex]
        draw_line(painter, line, heading, theme.font(Type.STRONG), theme.colour("text"))
        painter.restore()
