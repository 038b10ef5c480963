"""What is overdue or due soon, told once a day."""

import contextlib
from collections import defaultdict
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.status import Timeliness
from agreement_viewer.ui.session import Session, Touched
from agreement_viewer.ui.strips.strip import Strip, Tone

_URGENT: Final = (Timeliness.OVERDUE, Timeliness.DUE_SOON)


class ReminderStrip(Strip):
    """Shown at the first start of a day, and only where there is something to say."""

    show_requested = Signal(object)
    """Show in the list what has one of these values of `Timeliness` (a frozenset)."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Tone.WARNING, parent)
        self._session = session
        self._urgent: dict[Timeliness, set[str]] = {}
        self.add_button(translate("Reminder", "Show"), self._show_in_list)
        self.add_closing()
        session.opened.connect(self._another_programme)
        session.changed.connect(self._follow)
        self._remind_once_a_day()

    def _another_programme(self) -> None:
        if not self.isHidden():
            self._count()

    def _remind_once_a_day(self) -> None:
        settings, today = self._session.settings, self._session.today()
        if settings.reminded_on == today:
            return
        self._count()
        settings.reminded_on = today
        with contextlib.suppress(UserError):  # it only means that it reminds once more
            self._session.folder.settings.save()

    def _count(self) -> None:
        """Tell how many there are now; go away when there is none."""
        today = self._session.today()
        found: defaultdict[Timeliness, set[str]] = defaultdict(set)
        for entry in self._session.checklist.entries():
            found[entry.timeliness(today)].add(entry.id)
        self._urgent = {value: found[value] for value in _URGENT if found[value]}
        if self._urgent:
            self.tell(" · ".join(_words(value, len(ids)) for value, ids in self._urgent.items()))
        else:
            self.hide()

    def _follow(self, touched: Touched) -> None:
        """Count anew only when one of those counted has changed."""
        if any(ids & touched.items for ids in self._urgent.values()) and not self.isHidden():
            self._count()

    def _show_in_list(self) -> None:
        self.show_requested.emit(frozenset(self._urgent))


def _words(value: Timeliness, count: int) -> str:
    if value is Timeliness.OVERDUE:
        return translate("Reminder", "Overdue: {count}", count=count)
    return translate("Reminder", "Due soon: {count}", count=count)
