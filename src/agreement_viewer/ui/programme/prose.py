"""Text to be read: wrapped, selected by mouse and keyboard, its links reached with Tab."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QShowEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from agreement_viewer.ui import theme
from agreement_viewer.ui.programme.prose_writer import ProseWriter

Write = Callable[[ProseWriter], None]


class Prose(QTextBrowser):
    """Shows what `write` writes; written when first shown, and anew when theme or text change."""

    link_activated = Signal(str)
    """The target of the link that was clicked, or that had the focus at Enter."""

    def __init__(self, name: str, write: Write, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__(parent)
        self._write = write
        self._written: object = None
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(theme.L)
        self.anchorClicked.connect(self._activate)

    def rewrite(self) -> None:
        """Show anew; the place in the text stays."""
        self._written = _look()
        bar = self.verticalScrollBar()
        place, position = bar.value(), self.textCursor().position()
        self.document().clear()
        self._write(ProseWriter(QTextCursor(self.document())))
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        bar.setValue(place)

    def select_link(self, target: str) -> None:
        """Give the link to `target` the keyboard's attention."""
        block = self.document().begin()
        while block.isValid():
            for part in block:  # type: ignore[attr-defined]  # iterates over fragments
                fragment = part.fragment()
                if fragment.charFormat().anchorHref() == target:
                    cursor = self.textCursor()
                    cursor.setPosition(fragment.position())
                    end = fragment.position() + fragment.length()
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    self.setTextCursor(cursor)
                    return
            block = block.next()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_theme()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self.isVisible():
            self._follow_theme()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "link-copy":  # our links mean nothing elsewhere
                menu.removeAction(action)
        menu.popup(event.globalPos())

    def _follow_theme(self) -> None:
        if self._written != _look():
            self.rewrite()

    def _activate(self, target: QUrl) -> None:
        self.link_activated.emit(target.toString())


def _look() -> object:
    return theme.colours(), theme.font(theme.Type.BODY).key()
