"""Values that two offices left in one field, each with who and when, and the way to choose."""

from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agreement_viewer.agreement import Agreement
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.actions import Find
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.checklist import Cell
from agreement_viewer.ledger.differences import first_recorded
from agreement_viewer.ledger.words import head_words
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
        self._heads: tuple[Change, ...] = ()
        self._values: list[_Value] = []
        """Kept for the next difference: PySide breaks other layouts when a Notice is deleted."""
        self.hide()

    def show_cell(self, agreement: Agreement, cell: Cell, find: Find) -> None:
        """Show the different values of `cell`, or nothing where it has one.

        `find` gives a change by its id.
        """
        heads = cell.heads if cell.is_difference else ()
        if [head.id for head in heads] == [head.id for head in self._heads]:
            return
        self._heads = heads
        if heads and not self.layout():
            self._lay_out()
        while len(self._values) < len(heads):
            self._values.append(self._add())
        for value, head in zip_longest(self._values, heads):
            value.show_head(agreement, head, find, stands=head is cell.pick)
        self.setVisible(bool(heads))

    def _lay_out(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.XS)
        heading = translate("Details", "Both offices changed this:")
        self._layout.addWidget(Label(heading, Type.STRONG, "warning"))

    def _add(self) -> "_Value":
        value = _Value(self)
        value.chosen.connect(self.chosen)
        self._layout.addWidget(value)
        return value


class _Value(Notice):
    """One of the values, with the link that lets it stand."""

    chosen = Signal(Change)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("warning", parent)
        self._head: Change | None = None
        self._link = self.offer(translate("Details", "Use this value"), self._choose)

    def show_head(
        self, agreement: Agreement, head: Change | None, find: Find, *, stands: bool
    ) -> None:
        """Show what `head` gave the field, and whether that is shown; without one, nothing."""
        self._head = head
        text = head_words(agreement, first_recorded(head, find)) if head else ""
        if head and stands:
            text += f" ({translate('Differences', 'shown meanwhile')})"
        self._link.setAccessibleDescription(text)
        self.say(text)

    def _choose(self) -> None:
        if self._head:
            self.chosen.emit(self._head)
