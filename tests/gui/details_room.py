"""An officer before the details, and a colleague who writes from another computer's program."""

from collections.abc import Sequence
from pathlib import Path

from office import NOW, OFFICER_B
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.checklist import Checklist, Entry
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.details.panel import DetailsPanel
from agreement_viewer.ui.session import Session


class Colleague:
    """Writes to the same file under a writer of its own, knowing what it saw last."""

    def __init__(self, session: Session, keys: Path, data: bytes) -> None:
        self._folder = DataFolder(session.folder.path, keys)
        self._ledger = self._folder.ledger(session.agreement, data)
        self.look()

    def look(self) -> None:
        """See what others have written."""
        self._ledger.refresh()
        self.checklist = Checklist(self._ledger.agreement, self._ledger.heads)

    def entry(self, id: str) -> Entry:
        entry = self.checklist.entry(id)
        assert entry
        return entry

    def write(self, edits: Sequence[Edit]) -> list[Change]:
        return self._ledger.append(edits, OFFICER_B, NOW).changes

    def redact(self, value: str) -> None:
        said = [change for change in self._ledger.history() if change.value == value]
        self._ledger.redact(said, "Nhập nhầm", OFFICER_B, NOW)

    def close(self) -> None:
        self._folder.close()


class Room:
    """The panel in a window as large as in a narrow main window."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.session = session
        self.panel = DetailsPanel(session)
        self.form = self.panel.form
        qtbot.addWidget(self.panel)
        self.panel.resize(380, 430)
        self.panel.show()
        self.panel.activateWindow()
        qtbot.waitUntil(self.panel.isActiveWindow)

    def entry(self, id: str) -> Entry:
        entry = self.session.checklist.entry(id)
        assert entry
        return entry

    def changes(self) -> int:
        return len(self.session.ledger.history())

    def task(self, item: str, number: int = 1) -> Entry:
        return self.session.checklist.tasks(item)[number - 1]

    def focus(self, editor: QWidget) -> None:
        editor.setFocus()
        assert QApplication.focusWidget() is editor

    def leave(self) -> None:
        """Tab to the next field."""
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    def write(self, editor: QWidget, text: str) -> None:
        """Type `text` at the end of `editor`."""
        self.focus(editor)
        QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        telex(editor, text)

    def click(self, text: str, within: QWidget | None = None) -> None:
        """Click the visible button or link that says `text`."""
        found = [
            button
            for button in (within or self.panel).findChildren(QPushButton)
            if button.text() == text and button.isVisible()
        ]
        assert found, f"no “{text}” is shown"
        found[0].click()


def telex(editor: QWidget, keys: str) -> None:
    """Type as UniKey does: `<` stands for the Backspace that it sends before a letter."""
    for key in keys:
        code, text = (Qt.Key.Key_Backspace, "\b") if key == "<" else (0, key)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(QApplication.focusWidget() or editor, event)
        QApplication.processEvents()
