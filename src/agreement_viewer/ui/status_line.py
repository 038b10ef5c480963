"""The left of the status bar: whether all is saved, and who works here."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.words import by_words
from agreement_viewer.ui import theme
from agreement_viewer.ui.session import Session


class StatusLine(QLabel):
    """One line; another programme's begins anew."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._saved = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(theme.M, 0, theme.M, 0)
        session.saved.connect(self._show_saved)
        session.failed.connect(self._show_unsaved)
        session.opened.connect(self._start)
        self._start()

    def review(self) -> None:
        """The officer may be another one now."""
        session = self._session
        who = by_words(session.agreement, session.officer)
        self.setText(" · ".join(filter(None, (self._saved, who))))

    def _start(self) -> None:
        self._saved = ""
        self.review()

    def _show_saved(self, at: datetime.datetime) -> None:
        time = translate("Window", "{hour}:{minute}", hour=f"{at:%H}", minute=f"{at:%M}")
        self._saved = translate("Window", "Saved at {time}", time=time)
        if self._session.unsaved:
            self._show_unsaved()
        self.review()

    def _show_unsaved(self, _reason: str = "") -> None:
        count = len(self._session.unsaved)
        self._saved = translate("Window", "Not saved: {count}", count=count)
        self.review()
