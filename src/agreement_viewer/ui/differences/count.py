"""How many differences are open: a button in the status line, seen while there are any."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui.session import Session

_PAUSE_MS: Final = 300
"""Counting goes through all items: it waits until an officer's key has been answered."""


class DifferencesCount(QPushButton):
    """Clicked, it leads to the list of them."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setFlat(True)
        self.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.count)
        session.changed.connect(lambda _touched: self._pause.start())
        session.opened.connect(self._pause.start)
        self._pause.start()

    def count(self) -> None:
        """Count them anew."""
        from agreement_viewer.ledger.differences import open_differences

        found = sum(1 for _ in open_differences(self._session.checklist))
        text = translate("Checklist", "unresolved differences: {count}", count=found)
        self.setText(text[:1].upper() + text[1:])
        self.setAccessibleName(self.text())
        self.setVisible(bool(found) and self._session.past is None)
