"""Files of evidence on their way in and out, off the GUI thread."""

import contextlib
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.store.evidence import Brought, EvidenceFolder
from agreement_viewer.ui.background import Work

OPENED: Final = frozenset(
    (
        *(".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp"),
        *(".rtf", ".txt", ".csv", ".xml", ".json", ".md", ".eml", ".dwg", ".zip", ".rar", ".7z"),
        *(".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"),
        *(".mp3", ".m4a", ".wav", ".mp4", ".mov", ".avi"),
    )
)
"""The kinds that an office keeps as evidence; they alone are handed to the system's programs.

Named is what is opened and not what is refused, since Windows runs more than anybody can list:
.exe .com .bat .cmd .lnk .js .jse .vbs .vbe .wsf .wsh .ps1 .msi .msp .scr .pif .cpl .hta .jar .reg
.url .chm .iso .docm .xlsm .xlam .pptm, and tomorrow another.
"""

SHOW_AFTER_MS: Final = 200


def may_open(name: str) -> bool:
    """Whether a file of this name is opened from here."""
    name = name.rstrip(". ")  # Windows overlooks them
    return PurePath(name).suffix.lower() in OPENED


class EvidenceFiles(QObject):
    """Does one thing at a time; `doing` tells when it lasts."""

    doing = Signal(str)
    """What is being done, once it has lasted a moment; "" when it has ended."""
    failed = Signal(str)
    withheld = Signal(EvidenceFile)
    """This file may hold a program and is not opened."""

    def __init__(self, folder: EvidenceFolder, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._work: Work | None = None
        self._doing = ""
        self._timer = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._timer.timeout.connect(lambda: self.doing.emit(self._doing))

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._work is not None

    def copy_in(self, source: Path, then: Callable[[EvidenceFile], object]) -> None:
        """Copy `source` into the folder, then hand over what it became."""
        doing = translate("Evidence", "Copying {file}…", file=source.name)
        folder = self._folder

        def take(brought: Brought) -> None:
            try:
                file = folder.take(brought)
            except UserError as fault:
                self.failed.emit(str(fault))
            else:
                then(file)

        self._begin(doing, lambda: folder.bring(source), take, folder.drop)

    def open(self, file: EvidenceFile) -> None:
        """Let the system show a verified copy; the file in the folder is never touched."""
        if not may_open(file.name):
            self.withheld.emit(file)
            return
        doing = translate("Evidence", "Checking {file}…", file=file.name)
        self._begin(doing, lambda: self._copy_to_open(file), self._open)

    def show_folder(self, file: EvidenceFile) -> None:
        """Show where the file lies; there it has no ending by which the system would start it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder.place(file))))

    def save_copy(self, file: EvidenceFile, target: Path) -> None:
        """Write a verified copy to `target`."""

        def copy() -> None:
            with _faults_told(target.name), TemporaryDirectory(dir=target.parent) as beside:
                self._folder.copy_out(file, Path(beside)).replace(target)

        doing = translate("Evidence", "Copying {file}…", file=file.name)
        self._begin(doing, copy, lambda _none: None)

    def cancel(self) -> None:
        """Leave what is being done without effect on the record."""
        if self._work:
            self._work.cancel()
        self._end()

    def _begin(
        self,
        doing: str,
        function: Callable[[], object],
        then: Callable[..., object],
        discard: Callable[[Any], object] | None = None,
    ) -> None:
        """`discard` gets rid of what came of it after it was cancelled."""
        self.cancel()
        self._doing = doing
        work = self._work = Work(function)
        work.done.connect(self._end)
        work.done.connect(then)
        work.failed.connect(self._end)
        work.failed.connect(self.failed)
        if discard:
            work.discarded.connect(lambda result: result and discard(result))
        work.start()
        self._timer.start()

    def _end(self) -> None:
        self._timer.stop()
        self._work = None
        self.doing.emit("")

    def _copy_to_open(self, file: EvidenceFile) -> Path:
        with _faults_told(file.name):
            folder = Path(tempfile.mkdtemp())
            weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)  # at exit, too
            copy = self._folder.copy_out(file, folder)
            copy.chmod(0o400)  # whoever changes it is told that it is not the one that is kept
            return copy

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.failed.emit(
                translate("Evidence", "No program on this computer opens {file}.", file=path.name)
            )


@contextlib.contextmanager
def _faults_told(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise UserError(
            translate(
                "Evidence",
                "{file} could not be copied: check the folder and the room on the disk.",
                file=name,
            )
        ) from fault
