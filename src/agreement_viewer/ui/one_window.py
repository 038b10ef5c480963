"""A second start on the same data brings the first window to the front, and ends.

The lock decides which window is the first; the doorbell is only how the second one makes itself
heard. It is a socket of this computer and this user alone (a named pipe on Windows). The first
window hangs it up once it is complete, so the second start rings until somebody answers.
"""

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QFileInfo, QObject, QThread, QUrl, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from agreement_viewer.exchange import is_bundle
from agreement_viewer.i18n import translate
from agreement_viewer.store.database import StoreError
from agreement_viewer.store.window_lock import WindowLock

PATIENCE_MS: Final = 15_000
"""As long as a slow computer takes from a start to a complete window."""
_PAUSE_MS: Final = 100
_END: Final = b"\n"
_LONGEST: Final = 1 << 16


class Doorbell(QObject):
    """The first window's end. Only a process that holds the folder's lock may hang it up."""

    rung = Signal(str)
    """Another start wants this window, and what is in this file where it names one."""

    def __init__(self, data_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        QLocalServer.removeServer(_name(data_dir))  # left by a crash
        self._server.listen(_name(data_dir))

    def _greet(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            visitor.setReadBufferSize(_LONGEST)
            visitor.disconnected.connect(visitor.deleteLater)
            visitor.readyRead.connect(lambda visitor=visitor: self._hear(visitor))
            self._hear(visitor)

    def _hear(self, visitor: QLocalSocket) -> None:
        while visitor.canReadLine():
            self.rung.emit(_file(bytes(visitor.readLine().data())))
            visitor.write(_END)
            visitor.flush()


def _file(line: bytes) -> str:
    """The file that a visitor names; of what somebody sent, only one that is there."""
    path = QUrl(line.decode("ascii", "ignore").strip()).toLocalFile()
    is_there = Path(path).is_absolute() and QFileInfo(path).isFile()
    return path if is_there or not is_bundle(Path(path)) else ""


def stand_back(lock: WindowLock, data_dir: Path, *files: Path) -> bool:
    """Bring the first window to the front, and what `files` hold into it.

    False where it has ended and this one is the first. Raises StoreError where the first window
    neither answers nor ends.
    """
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not deadline.hasExpired():
        if _ring(data_dir, files):
            return True
        if lock.take():
            return False
        QThread.msleep(_PAUSE_MS)
    raise StoreError(
        translate(
            "OneWindow",
            "The program is open already and does not answer:"
            " end it in the system's list of programs, then start it again.",
        )
    )


def _ring(data_dir: Path, files: Sequence[Path]) -> bool:
    """Whether somebody answered the door."""
    door = QLocalSocket()
    door.connectToServer(_name(data_dir))
    if not door.waitForConnected(_PAUSE_MS):
        return False
    _let_it_come_forward()
    for wanted in [file.absolute().as_uri() for file in files] or [""]:
        door.write(wanted.encode("ascii") + _END)
    return door.waitForReadyRead(PATIENCE_MS)


def _let_it_come_forward() -> None:
    """Windows lets only the program that was just started put a window in front."""
    if sys.platform == "win32":
        import ctypes

        anybody = -1
        ctypes.windll.user32.AllowSetForegroundWindow(anybody)


def _name(data_dir: Path) -> str:
    path = str(data_dir.resolve()).encode("utf-8", "surrogateescape")
    return f"agreement-viewer-{hashlib.sha256(path).hexdigest()[:32]}"
