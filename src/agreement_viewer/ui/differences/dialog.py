"""The open differences, one beneath the other, and the way to the record for both sides to sign."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.differences import Difference, open_differences
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.dialog import LARGEST, Dialog
from agreement_viewer.ui.differences.rows import DifferenceRow, settling
from agreement_viewer.ui.enter_key import EnterKey
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.notices import NoticeStrip

MOST_SHOWN: Final = 20
"""As many as somebody settles in one go; the next ones follow as these are settled."""
_Key = tuple[str, ...]


class DifferencesDialog(Dialog):
    """What is settled leaves the list at once; what was settled here can be undone here."""

    item_requested = Signal(str, str)
    """Show the item or task with this id, in the field with this name."""
    record_requested = Signal()
    """Draw up the reconciliation record."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._session = session
        self._rows: dict[_Key, DifferenceRow] = {}
        self._settled = 0
        body = QWidget()
        self.told = Label()
        self.notice = NoticeStrip(session, body)
        self._list = QWidget()
        self._scroll = QScrollArea(body)
        self._lay_out(body)
        super().__init__(
            translate("Differences", "Unresolved differences"),
            body,
            QDialogButtonBox.StandardButton.Close,
            parent,
            LARGEST,
        )
        self.undo = self._button(translate("Window", "Undo"), self._undo)
        self.undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.record = self._button(
            translate("Differences", "Reconciliation record…"), self.record_requested.emit
        )
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        EnterKey(self)
        session.failed.connect(self.notice.tell_with)
        session.changed.connect(self._review)
        session.opened.connect(self._review)
        self._review()
        close.setFocus()  # nobody settles by an Enter that was meant for what was before

    @property
    def rows(self) -> list[DifferenceRow]:
        """The differences that are shown, from top to bottom."""
        return list(self._rows.values())

    def _lay_out(self, body: QWidget) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, theme.S, 0)
        self._column.setSpacing(theme.L)
        self._column.addStretch(1)
        self._scroll.setWidget(self._list)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self.notice)
        layout.addWidget(self.told)
        layout.addWidget(self._scroll, 1)

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def _review(self) -> None:
        """Show what is open now; the rows of what has stayed stay as they are."""
        found = list(open_differences(self._session.checklist))
        shown = {_key(difference): difference for difference in found[:MOST_SHOWN]}
        place = self._focused_row()
        for key in self._rows.keys() - shown.keys():
            row = self._rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()  # it is its link that was pressed
        rows = {key: self._rows.get(key) or self._row(shown[key]) for key in shown}
        for number, row in enumerate(rows.values()):
            if self._column.indexOf(row) != number:
                self._column.insertWidget(number, row)
        self._rows = rows
        self.told.say(_count_words(len(found)))
        self.undo.setEnabled(bool(self._settled))
        if place is not None:
            self._focus(place)

    def _row(self, difference: Difference) -> DifferenceRow:
        session = self._session
        row = DifferenceRow(session.agreement, difference, session.ledger.find, self._list)
        row.chosen.connect(lambda change: self._settle(difference, change))
        row.other_wanted.connect(lambda: self._go_to(difference))
        return row

    def _focused_row(self) -> int | None:
        focus = QApplication.focusWidget()
        rows = enumerate(self._rows.values())
        return next((number for number, row in rows if focus and row.isAncestorOf(focus)), None)

    def _focus(self, place: int) -> None:
        """The keyboard goes on with what has come in place of what was settled."""
        rows = self.rows
        (rows[min(place, len(rows) - 1)].links[0] if rows else self.record).setFocus()

    def _settle(self, difference: Difference, change: Change) -> None:
        self._settled += 1
        if self._session.perform(settling(difference, change)) and not self._session.past:
            self.notice.tell_with(
                translate("Differences", "Settled. The history keeps every value.")
            )

    def _undo(self) -> None:
        self._settled -= 1
        self._session.undo()
        self.undo.setEnabled(bool(self._settled))

    def _go_to(self, difference: Difference) -> None:
        self.accept()
        self.item_requested.emit(difference.entry.id, difference.field)


def _key(difference: Difference) -> _Key:
    values = (change.id for change in difference.values)
    return difference.thing.id, difference.field, *values


def _count_words(count: int) -> str:
    if not count:
        return translate("Differences", "Nothing is left to settle.")
    return translate(
        "Differences",
        "Both offices changed {count} of the fields without knowing of each other. Choose the value"
        " that is to stand, or enter another one.",
        count=count,
    )
