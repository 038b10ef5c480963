"""A second start on the same data brings the first window to the front, and ends.

The lock decides which window is the first; the doorbell is only how the second one makes itself
heard: it leaves a request among the data and waits until that is gone. The first window hangs the
bell up once it is complete, and then answers who has rung before.
"""

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QDeadlineTimer,
    QFileInfo,
    QFileSystemWatcher,
    QObject,
    QThread,
    QTimer,
    QUrl,
    Signal,
)

from agreement_viewer.exchange import is_bundle
from agreement_viewer.i18n import translate
from agreement_viewer.store.database import StoreError
from agreement_viewer.store.window_lock import WindowLock

PATIENCE_MS: Final = 15_000
"""As long as a slow computer takes from a start to a complete window."""
FOLDER: Final = "requests"
_PAUSE_MS: Final = 20
_LONGEST: Final = 1 << 16


class Doorbell(QObject):
    """The first window's end. Only a process that holds the folder's lock may hang it up."""

    rung = Signal(str)
    """Another start wants this window, and what is in this file where it names one."""

    def __init__(self, data_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = data_dir / FOLDER
        with contextlib.suppress(OSError):  # where nothing can be written nobody can ring
            self._folder.mkdir(mode=0o700, exist_ok=True)
            self._watcher = QFileSystemWatcher([str(self._folder)], self)
            self._watcher.directoryChanged.connect(self._answer)
            QTimer.singleShot(0, self, self._answer)

    def _answer(self) -> None:
        for request in sorted(self._folder.glob("*.request")):
            with contextlib.suppress(OSError):  # its start gave up meanwhile
                with request.open("rb") as file:
                    lines = file.read(_LONGEST).split(b"\n")
                request.unlink()
                for line in lines:
                    self.rung.emit(_file(line))


def _file(line: bytes) -> str:
    """The file that a request names; of what somebody sent, only one that is there."""
    path = QUrl(line.decode("ascii", "ignore")).toLocalFile()
    is_there = Path(path).is_absolute() and QFileInfo(path).isFile()
    return path if is_there or not is_bundle(Path(path)) else ""


def stand_back(lock: WindowLock, data_dir: Path, *files: Path) -> bool:
    """Bring the first window to the front, and what `files` hold into it.

    False where it has ended and this one is the first. Raises StoreError where the first window
    neither answers nor ends.
    """
    _let_it_come_forward()
    request = _ring(data_dir, files)
    deadline = QDeadlineTimer(PATIENCE_MS)
    try:
        while not deadline.hasExpired():
            if not request.exists():
                return True
            if lock.take():
                return False
            QThread.msleep(_PAUSE_MS)
    finally:
        request.unlink(missing_ok=True)
    raise StoreError(
        translate(
            "OneWindow",
            "The program is open already and does not answer:"
            " end it in the system's list of programs, then start it again.",
        )
    )


def _ring(data_dir: Path, files: Sequence[Path]) -> Path:
    """A request for what `files` hold, whole from its first moment. Raises StoreError."""
    request = data_dir / FOLDER / f"{os.urandom(8).hex()}.request"
    beside = request.with_suffix(".tmp")
    try:
        request.parent.mkdir(mode=0o700, exist_ok=True)
        beside.write_text("\n".join(file.absolute().as_uri() for file in files), "ascii")
        return beside.replace(request)
    except OSError as fault:
        raise StoreError(
            translate("OneWindow", "The program is open already: go to its window.")
        ) from fault


def _let_it_come_forward() -> None:
    """Windows lets only the program that was just started put a window in front."""
    if sys.platform == "win32":
        import ctypes

        anybody = -1
        ctypes.windll.user32.AllowSetForegroundWindow(anybody)
