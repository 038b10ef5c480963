"""A quiet line below the list, after a tick: what is still open, or what could be ticked next.

Tasks never change an item's status, nor it theirs; the line only offers.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.status import Status
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist_rows import EntryRow, ItemRow, TaskRow


class _Link(QPushButton):
    """A button that looks like a link: it offers, it does not ask."""

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * theme.XS
        return QSize(width, metrics.height() + theme.S)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(theme.colour("accent"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class FollowUp(QFrame):
    """Hidden until a tick leaves something to say; the next change takes it away."""

    show_wanted = Signal(str)
    """Show the open tasks of this item."""
    toggle_wanted = Signal(str)
    """Mark this item done, or take that back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = ""
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._show = self._button(translate("Checklist", "Show"))
        self._show.clicked.connect(lambda: self.show_wanted.emit(self._item))
        self._undo = self._button(translate("Checklist", "Undo"))
        self._mark = self._button(translate("Checklist", "Mark the item done"))
        for button in (self._undo, self._mark):
            button.clicked.connect(lambda: self.toggle_wanted.emit(self._item))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, theme.XS, theme.M, theme.XS)
        row.setSpacing(theme.S)
        row.addWidget(self._text)
        for button in (self._show, self._undo, self._mark):
            row.addWidget(button)
        row.addStretch(1)
        self.hide()

    def _button(self, text: str) -> _Link:
        button = _Link(text, self)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a strip."""
        QPainter(self).fillRect(event.rect(), theme.colour("info_strip"))

    def after_completing(self, row: EntryRow) -> None:
        """Say what there is to say once `row` was marked done."""
        if isinstance(row, ItemRow) and row.open_tasks:
            count = row.open_tasks
            text = translate("Checklist", "Tasks still open: {count}", count=count)
            self._say(row, text, is_marked=True)
        elif isinstance(row, TaskRow) and _waits(row.item):
            text = translate(
                "Checklist", "All tasks of item {number} are done.", number=row.item.entry.number
            )
            self._say(row.item, text, is_marked=False)

    def _say(self, item: ItemRow, text: str, *, is_marked: bool) -> None:
        self._item = item.id
        self._text.setText(text)
        self._show.setVisible(is_marked)
        self._undo.setVisible(is_marked)
        self._mark.setVisible(not is_marked)
        self.show()


def _waits(item: ItemRow) -> bool:
    return not item.open_tasks and item.status not in (Status.DONE, Status.DROPPED)
