"""What the window does for the data by itself, once it is complete: the backup of the day, a check.

Both read the whole ledger, through a connection of their own and in another thread.
"""

import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from agreement_viewer.ui.background import Work
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session

DELAY_MS = 3000
"""Until the officer has the window for himself."""
_HOUR_MS = 3_600_000


class Found(NamedTuple):
    """What came of it; both texts are empty where all is well."""

    damage: str
    note: str


class Upkeep(QObject):
    """The upkeep of one window."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.damage = ""
        """Why the data must be recovered, where the officer has closed the window for it."""
        self._looked_on = datetime.date.min
        self._hourly = QTimer(self, interval=_HOUR_MS)
        self._hourly.timeout.connect(self.look_again)

    def begin(self) -> None:
        """Look after the data in a moment, and on every day that finds the window still open."""
        QTimer.singleShot(DELAY_MS, self, self.look_after)
        self._hourly.start()

    def look_again(self) -> None:
        """Look after the data where that was not done today."""
        if self._session.now().date() != self._looked_on:
            self.look_after()

    def look_after(self) -> None:
        """Back up where none was made today, else only check."""
        folder, now = self._session.folder, self._session.now()
        self._looked_on = now.date()
        path, second = folder.database.path, self._session.settings.backup_folder

        def look() -> Found:
            folder.sign_for_backup()
            return look_after(folder.path, path, second, now)

        work = Work(look)
        work.done.connect(self._tell)
        work.failed.connect(self._session.refused)
        work.start()

    def _tell(self, found: Found) -> None:
        if found.damage:
            self._damage = found.damage
            self._window.strips.warn_of_damage(self._leave_to_recover)
        elif found.note:
            self._session.refused.emit(found.note)

    def _leave_to_recover(self) -> None:
        self._window.takes_unsaved_along = True
        if self._window.close():
            self.damage = self._damage


def look_after(data_dir: Path, path: Path, second: str, now: datetime.datetime) -> Found:
    """The backup of the day where it is due, which checks all that it copies; else a check."""
    from agreement_viewer.store.backups import back_up, is_due
    from agreement_viewer.store.soundness import Unsound, check

    try:
        if is_due(data_dir, now.date()):
            return Found("", back_up(data_dir, path, second, now)[1])
        check(path)
    except Unsound as fault:
        return Found(str(fault), "")
    return Found("", "")
