"""Hearing at once that somebody left something at a server."""

import contextlib
import threading

from PySide6.QtCore import QObject, Signal

from agreement_viewer.errors import UserError
from agreement_viewer.exchange.places import is_server

_PAUSE = 60
"""Seconds after which a server that was lost is tried again."""


class Hearing(QObject):
    """Listens in a thread of its own, which holds this object until it ends: it has no parent."""

    heard = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._place = ""
        self._ended = threading.Event()

    def listen_at(self, place: str, agreement: str) -> None:
        """Hear what is left at `place` from now on, if it is a server, and nowhere else."""
        if place == self._place:
            return
        self.stop()
        self._place, self._ended = place, threading.Event()
        if is_server(place):
            told = place, agreement, self._ended
            threading.Thread(target=self._listen, args=told, daemon=True).start()

    def stop(self) -> None:
        """Hear nothing any more."""
        self._ended.set()
        self._place = ""

    def _listen(self, place: str, agreement: str, ended: threading.Event) -> None:
        from agreement_viewer.exchange.hub.address import read_address
        from agreement_viewer.exchange.hub.listening import listen

        while not ended.is_set():
            with contextlib.suppress(UserError):  # a round meets it as well, and tells it
                address = read_address(place)
                listen(address, agreement, self.heard.emit, lambda: not ended.is_set())
            ended.wait(_PAUSE)
