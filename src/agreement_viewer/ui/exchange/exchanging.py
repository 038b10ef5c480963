"""From the window to another office: sending a file, receiving one."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.exchange import SUFFIX, is_bundle
from agreement_viewer.i18n import translate
from agreement_viewer.ui.asking_files import ask_file, ask_folder
from agreement_viewer.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from agreement_viewer.exchange.carrier import Arrived
    from agreement_viewer.ui.exchange.rounds import Rounds


class Exchanging(QObject):
    """Shows the dialogs of sending and receiving above the window."""

    received = Signal(list)
    """Something was taken in, with what came of each delivery (`Arrival`)."""
    taken_over = Signal(str)
    """It was a handover, by an officer of this agency."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    @cached_property
    def rounds(self) -> "Rounds":
        """The exchange by itself; made after the first painting."""
        from agreement_viewer.ui.exchange.rounds import Rounds

        rounds = Rounds(self._session, self._window)
        rounds.strip.add_button(translate("Rounds", "Compare code…"), self._compare)
        rounds.strip.add_closing()
        return rounds

    def begin(self) -> None:
        """Exchange by itself from now on."""
        self.rounds.begin()

    def stop(self) -> None:
        """Let a round end: the window closes."""
        if "rounds" in self.__dict__:
            self.rounds.stop()

    def _compare(self) -> None:
        for unaccepted in self.rounds.unaccepted[:1]:
            self.take_in(unaccepted.arrived)

    def exchange(self) -> None:
        """Exchange now; where no place is known, ask for one."""
        if self._session.settings.exchange_place and not self._session.folder.is_view:
            self.rounds.ask()
        else:
            self.choose_folder()

    def choose_folder(self) -> None:
        """Ask for the shared folder, and exchange there from now on."""
        if self._session.folder.is_view:
            self._session.refuses()
            return
        title, place = translate("Rounds", "Shared folder"), self._session.settings.exchange_place
        ask_folder(self._window, title, place, self._use)

    def _use(self, place: str) -> None:
        try:
            self.rounds.use(place)
        except UserError as fault:
            self._session.refused.emit(str(fault))

    def send(self) -> None:
        """Ask to whom, and write a file."""
        from agreement_viewer.ui.exchange.send import SendDialog

        SendDialog(self._session, self._window).open()

    def hand_over(self) -> None:
        """Ask to whom, and write everything and the record of it."""
        from agreement_viewer.ui.exchange.hand_over import HandOverDialog

        HandOverDialog(self._session, self._window).open()

    def receive(self) -> None:
        """Ask for a file and show what it would bring."""
        self._ask_for_file(translate("Receive", "Receive from partner"))

    def take_over(self) -> None:
        """Ask for a predecessor's file and show what it would bring."""
        self._ask_for_file(translate("Receive", "Receive handover"))

    def _ask_for_file(self, title: str) -> None:
        ask_file(
            self._window, self._session.settings, "exchange", title, file_filter(), self.take_in
        )

    def take_in(self, source: "Path | Arrived") -> None:
        """Show what a file, or what has arrived, would bring; the officer decides."""
        from agreement_viewer.ui.exchange.receive import ReceiveDialog

        if not self._session.refuses():
            dialog = ReceiveDialog(self._session, source, self._window)
            dialog.received.connect(self.received)
            dialog.taken_over.connect(self.taken_over)
            dialog.received.connect(lambda _arrivals: self.rounds.go())
            dialog.open()

    def dropped(self, data: "QMimeData") -> Path | None:
        """The file to receive in what is dragged over the window."""
        urls = data.urls()
        path = Path(urls[0].toLocalFile()) if len(urls) == 1 else None
        return path if path and is_bundle(path) else None


def file_filter() -> str:
    """The files that a file dialog offers."""
    return translate("Receive", "Files to exchange ({pattern})", pattern=f"*{SUFFIX}")
