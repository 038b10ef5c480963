"""Values that two offices left in one field, each with who and when, and the way to choose."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agreement_viewer.agreement import Agreement
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.checklist import Cell
from agreement_viewer.ledger.words import change_words, when_words, who_words
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.details.notice import Notice
from agreement_viewer.ui.theme import Type


class DifferenceBox(QWidget):
    """Hidden while the field holds one value."""

    chosen = Signal(Change)
    """The head whose value is to stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()
        self._values: list[Notice] = []
        self.hide()

    def show_cell(self, agreement: Agreement, cell: Cell) -> None:
        """Show the different values of `cell`, or nothing where it has one."""
        heads = cell.heads if cell.is_difference else ()
        ids = tuple(head.id for head in heads)
        if ids == self._heads:
            return
        self._heads = ids
        for value in self._values:
            value.hide()
            value.deleteLater()
        if heads and not self.layout():
            self._lay_out()
        self._values = [self._value(agreement, head) for head in heads]
        self.setVisible(bool(heads))

    def _lay_out(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.XS)
        heading = translate("Details", "Both offices changed this:")
        self._layout.addWidget(Label(heading, Type.STRONG, "warning"))

    def _value(self, agreement: Agreement, head: Change) -> Notice:
        notice = Notice("warning", self)
        link = notice.offer(translate("Details", "Use this value"), lambda: self.chosen.emit(head))
        words = change_words(head)
        text = translate(
            "Details",
            "{value} — {who}, {when}",
            value=words,
            who=who_words(agreement, head),
            when=when_words(head),
        )
        link.setAccessibleDescription(text)
        notice.say(text)
        self._layout.addWidget(notice)
        return notice
