"""Choices that show the focus, one that only a deliberate act changes, and units to offer."""

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox

from agreement_viewer.ledger.text import sort_key
from agreement_viewer.ui import theme
from agreement_viewer.ui.session import Session


class FramedCombo(QComboBox):
    """Framed in the accent's colour while it has the focus, as a line is: Fusion only tints it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 2, 2)


class QuietCombo(FramedCombo):
    """Arrow keys open the list instead of changing the value; the wheel scrolls the panel.

    Nothing is completed while typing: a completion that is selected would be what UniKey's
    Backspace deletes.
    """

    about_to_open = Signal()
    closed = Signal()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opening = [Qt.Key.Key_Up, Qt.Key.Key_Down]
        if not self.isEditable():
            opening += [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter]
        if event.key() in opening:
            self.showPopup()
        elif self.isEditable() or not event.text().strip():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def showPopup(self) -> None:
        """Tell that the list opens, so that it can be filled."""
        self.about_to_open.emit()
        super().showPopup()

    def hidePopup(self) -> None:
        """Tell that the list closed."""
        super().hidePopup()
        self.closed.emit()

    def offer(self, choices: list[str]) -> None:
        """List `choices`; the text stays as it is."""
        text = self.currentText()
        with QSignalBlocker(self):
            self.clear()
            self.addItems(choices)
            self.setCurrentIndex(self.findText(text, Qt.MatchFlag.MatchExactly))
            self.setEditText(text)


def known_units(session: Session) -> list[str]:
    """The parties' short names and all units used so far, by the Vietnamese alphabet."""
    units = {party.short for party in session.agreement.parties}
    for entry in session.checklist.entries():
        units.update(entry.units)
    return sorted(units, key=sort_key)
