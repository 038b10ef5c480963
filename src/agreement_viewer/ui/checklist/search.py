"""The search box: filters the checklist as one types."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from agreement_viewer.i18n import translate


class SearchBox(QLineEdit):
    """A line of text and nothing else: no completer, and nothing writes into it while one types.

    UniKey replaces letters by sending Backspace; a field that changed its own text or lost the
    focus in between would garble the word.
    """

    left = Signal()
    """The officer goes on to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = translate("Checklist", "Search (Ctrl+F)")
        self.setPlaceholderText(text)
        self.setAccessibleName(text)
        self._fit_text()

    def changeEvent(self, event: QEvent) -> None:
        """See Qt."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_text()

    def _fit_text(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(letter * 24)
        self.setMaximumWidth(letter * 48)

    def start(self) -> None:
        """Begin a search: what was sought before is selected, to be replaced or added to."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def begin_with(self, letters: str) -> None:
        """Begin another search with what was typed in the list."""
        self.start()
        self.insert(letters)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the box; Esc, Enter and Down go on to the list."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.clear()
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.left.emit()
            case _:
                super().keyPressEvent(event)
