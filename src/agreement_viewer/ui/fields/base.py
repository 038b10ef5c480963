"""One field of the shown item: its editor, what is wrong with it, and differences in it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.words import field_label, is_readable
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.fields.difference import DifferenceBox
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Type

STAYS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""The focus comes back by itself: the officer looked at another window, or opened a menu."""


class Field(QWidget):
    """Shows a field as it was when `show_entry` was called, and records against just that."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.name = name
        self.entry: Entry | None = None
        self.named: QWidget = self
        """The editor that the caption speaks of, which takes the focus."""
        self.caption = Label(field_label(name), tone="muted")
        self.caption.setWordWrap(True)
        self.message = Label("", Type.CAPTION, "bad")
        self.message.hide()
        self.difference = DifferenceBox(self)
        self.difference.chosen.connect(self.use)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.XS)

    def place(self, *editors: QWidget, named: QWidget) -> None:
        """Lay the editors out above messages; `named` is the one that the caption speaks of."""
        for widget in (*editors, self.message, self.difference):
            self._layout.addWidget(widget)
        named.setAccessibleName(field_label(self.name))
        self.caption.setBuddy(named)
        self.named = named

    def show_entry(self, entry: Entry) -> None:
        """Show the field of `entry`, which `entry_as_shown` made."""
        self.entry = entry
        cell = entry.cell(self.name)
        self.difference.show_cell(self.session.agreement, cell, self.session.ledger.find)
        readable = is_readable(self.name, cell.value)
        self.setEnabled(readable)
        self.say(self._notice(readable, entry.is_redacted(self.name)))

    def _notice(self, readable: bool, redacted: bool) -> str:
        if not readable:
            return translate("Details", "needs a newer version of the program")
        return translate("Details", "removed as a secret") if redacted else ""

    def forget(self) -> None:
        """Hold nothing that could be recorded."""
        self.entry = None

    def say(self, text: str) -> None:
        """Show what is wrong beneath the editor; "" takes it away."""
        self.message.say(text)
        self.message.setVisible(bool(text))
        self.named.setAccessibleDescription(text)

    def perform(self, edits: Callable[[], list[Edit]]) -> bool:
        """Record what `edits` makes, or say beneath the editor why it cannot be."""
        try:
            wanted = edits()
        except UserError as fault:
            self.say(str(fault))
            return False
        self.say("")
        return self.session.perform(wanted)

    def use(self, head: Change) -> None:
        """Let the value of `head`, one of the different values shown, stand."""
        if entry := self.entry:
            self.perform(lambda: actions.settle(entry, head))
