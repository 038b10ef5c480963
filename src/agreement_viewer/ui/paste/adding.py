"""Recording the pasted tasks: thousands take a second, so it goes on off the GUI thread."""

import contextlib
import datetime
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import By, Change
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.ui.background import Work

_PATIENCE_MS: Final = 300
"""What is over sooner is not worth a dialog."""
_LOOK_MS: Final = 50
_WIDTH: Final = 360


class _GivenUp(Exception):
    """Raised inside the transaction, which then leaves no trace."""


class Adding(QProgressDialog):
    """Records `edits` as one action. Given up in time, nothing of it is recorded."""

    recorded = Signal(list)
    """All changes are on the disk; the session is to take them."""
    failed = Signal(UserError)
    given_up = Signal()

    def __init__(
        self, ledger: Ledger, edits: Sequence[Edit], by: By, at: datetime.datetime, parent: QWidget
    ) -> None:
        super().__init__(
            translate("Pasting", "Adding the tasks…"),
            translate("Pasting", "Cancel"),
            0,
            len(edits),
            parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Pasting", "Paste a list of tasks"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(_WIDTH)
        self.setMinimumDuration(_PATIENCE_MS)
        self.setAutoReset(False)
        self.setAutoClose(False)
        self._edits = edits
        self._made = 0
        self._is_given_up = False
        self.canceled.connect(self._give_up)

        def work() -> list[Change] | UserError | None:
            try:
                changes = ledger.record(self._one_by_one(), by, at)
            except _GivenUp:
                return None
            except UserError as fault:
                return fault
            with contextlib.suppress(UserError):  # else an idle moment would have to do it
                ledger.checkpoint()
            return changes

        self._work = Work(work)
        self._work.done.connect(self._end)
        self._look = QTimer(self)
        self._look.timeout.connect(self._advance)

    def begin(self) -> None:
        """Record, and show how far it is once that takes its time."""
        self._work.start()
        self._look.start(_LOOK_MS)

    def _one_by_one(self) -> Iterator[Edit]:
        for made, edit in enumerate(self._edits, start=1):
            if self._is_given_up:
                raise _GivenUp
            self._made = made
            yield edit

    def _advance(self) -> None:
        if self._is_given_up:
            return
        self.setValue(self._made)
        if self._made == len(self._edits):  # the disk has begun to take them
            self._look.stop()
            self.setCancelButton(None)

    def _give_up(self) -> None:
        self._is_given_up = True

    def _end(self, result: list[Change] | UserError | None) -> None:
        self._put_away()
        match result:
            case None:
                self.given_up.emit()
            case UserError():
                self.failed.emit(result)
            case _:
                self.recorded.emit(result)

    def _put_away(self) -> None:
        self._look.stop()
        self.canceled.disconnect()  # which closing would emit
        self.close()
