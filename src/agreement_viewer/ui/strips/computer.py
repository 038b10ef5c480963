"""What is wrong with this computer: its clock, or where the data lie on it."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.edit import moment
from agreement_viewer.store.network import is_on_network
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone

_TOLERATED: Final = datetime.timedelta(days=1)


class ComputerStrip(Strip):
    """Looks when a programme is opened, and after each save at the clock.

    A wrong clock changes no time that is recorded, and puts nothing in another order: changes say
    what they follow. But an officer is to know, since days are filled in by it.
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        is_remote: Callable[[Path], bool] = is_on_network,
    ) -> None:
        super().__init__(Tone.WARNING, parent)
        self._session = session
        self._is_remote = is_remote(session.folder.path)
        self.add_closing()
        session.opened.connect(self._review)
        session.saved.connect(self._follow)
        self._review()

    def _review(self) -> None:
        now, latest = self._session.now(), ""
        for head in self._session.ledger.heads:
            latest = max(latest, head.at)
        self._latest = moment(latest) if latest else now
        self._look(now)

    def _follow(self, now: datetime.datetime) -> None:
        """A strip that was closed comes again only for a clock that has gone wrong since."""
        was_late = self._is_late
        self._latest = max(self._latest, now)
        if was_late != self._is_late_at(now):
            self._look(now)

    def _is_late_at(self, now: datetime.datetime) -> bool:
        return now + _TOLERATED < self._latest

    def _look(self, now: datetime.datetime) -> None:
        self._is_late = self._is_late_at(now)
        found = [*self._place(), *self._clock(now)]
        if found:
            self.tell(" ".join(found))
        else:
            self.hide()

    def _place(self) -> list[str]:
        if not self._is_remote:
            return []
        return [
            translate(
                "Strip",
                "The data lie on a network drive, where they may be damaged. Keep them on this"
                " computer’s own disk, and exchange them by “Send to partner…” and “Receive from"
                " partner…”.",
            )
        ]

    def _clock(self, now: datetime.datetime) -> list[str]:
        if not self._is_late:
            return []
        return [
            translate(
                "Strip",
                "This computer’s date, {today}, lies before the latest change, of {day}:"
                " check the clock.",
                today=f"{now.astimezone():%d/%m/%Y}",
                day=f"{self._latest.astimezone():%d/%m/%Y}",
            )
        ]
