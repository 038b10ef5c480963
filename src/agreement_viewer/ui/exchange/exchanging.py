"""From the window to another office: sending a file, receiving one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from agreement_viewer.exchange import SUFFIX, is_bundle
from agreement_viewer.i18n import translate
from agreement_viewer.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


class Exchanging(QObject):
    """Shows the dialogs of sending and receiving above the window."""

    received = Signal(str)
    """Something was taken in, as this sentence says."""
    taken_over = Signal(str)
    """It was a handover, by an officer of this agency."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

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
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(file_filter())
        dialog.fileSelected.connect(lambda file: self.take_in(Path(file)))
        dialog.open()

    def take_in(self, path: Path) -> None:
        """Show what the file at `path` would bring; the officer decides."""
        from agreement_viewer.ui.exchange.receive import ReceiveDialog

        if not self._session.refuses():
            dialog = ReceiveDialog(self._session, path, self._window)
            dialog.received.connect(self.received)
            dialog.taken_over.connect(self.taken_over)
            dialog.open()

    def dropped(self, data: "QMimeData") -> Path | None:
        """The file to receive in what is dragged over the window."""
        urls = data.urls()
        path = Path(urls[0].toLocalFile()) if len(urls) == 1 else None
        return path if path and is_bundle(path) else None


def file_filter() -> str:
    """The files that a file dialog offers."""
    return translate("Receive", "Files to exchange ({pattern})", pattern=f"*{SUFFIX}")
