"""Plain text of any length, in an editor that grows with it."""

import math

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from agreement_viewer.ledger.fields import MOST_CHARACTERS, too_long
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.scroll import bring_into_sight
from agreement_viewer.ui.fields.drafts import DraftBook
from agreement_viewer.ui.fields.typed import TypedField
from agreement_viewer.ui.session import Session

MOST_LINES = 12


class GrowingEdit(QPlainTextEdit):
    """As high as its text, from `least` lines up; then it scrolls. Tab leaves it."""

    entered = Signal()
    """Enter, where `one_paragraph` makes it more than a new line."""
    refused = Signal(str)
    """Why what was pasted is not taken: Qt lays out a text of a megabyte for minutes."""

    def __init__(self, least: int, parent: QWidget, *, one_paragraph: bool = False) -> None:
        super().__init__(parent)
        self._least = least
        self._one_paragraph = one_paragraph
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(1)
        self._following = QTimer(self, singleShot=True)
        self._following.timeout.connect(self._follow_cursor)
        self.cursorPositionChanged.connect(self._follow_soon)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def put(self, text: str) -> None:
        """Replace the text; this is not typing."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:
        length = len(source.text())
        if length > MOST_CHARACTERS:
            self.refused.emit(too_long(length))
        else:
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._one_paragraph:
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _follow_soon(self) -> None:
        self._following.start(0)  # the page must have grown with the text first

    def _follow_cursor(self) -> None:
        if self.hasFocus():
            cursor = self.cursorRect().translated(self.viewport().pos())
            bring_into_sight(self, cursor.adjusted(0, -theme.S, 0, theme.S))

    def _fit(self) -> None:
        pitch = self.fontMetrics().lineSpacing()
        least, most, text = self._least * pitch, MOST_LINES * pitch, 0.0
        block = self.document().begin()
        while block.isValid() and text <= most:
            text += self.blockBoundingRect(block).height()
            block = block.next()
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOff if text <= most else bar.ScrollBarAsNeeded
        )
        edge = 2 * (self.frameWidth() + self.document().documentMargin())
        height = math.ceil(min(max(text, least), most) + edge)
        if height != self.height():
            self.setFixedHeight(height)


class TextField(TypedField):
    """Results, difficulties, proposals, the note; in one paragraph the name of a task."""

    def __init__(
        self,
        session: Session,
        name: str,
        drafts: DraftBook,
        parent: QWidget | None = None,
        *,
        one_paragraph: bool = False,
    ) -> None:
        super().__init__(session, name, drafts, parent)
        least = 1 if one_paragraph else 2
        self.editor = GrowingEdit(least, self, one_paragraph=one_paragraph)
        self.editor.textChanged.connect(self.touch)
        self.editor.entered.connect(self.record)
        self.editor.refused.connect(self.say)
        self.place(self.editor, named=self.editor)

    def typed(self) -> str:
        """See TypedField."""
        return self.editor.toPlainText()

    def put(self, text: str) -> None:
        """See TypedField."""
        self.editor.put(text)
