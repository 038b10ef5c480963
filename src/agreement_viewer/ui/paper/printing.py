"""Pages to a printer, as vectors, one at a time so that the window stays usable."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPicture
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtSvg import QSvgRenderer

from agreement_viewer.ui.background import Work

_NO_OUTLINES: Final = (b"<svg ", b'<svg stroke-width="0" ')
"""Qt's PDF engine, which prints on Linux, draws what has no stroke with a pen of the inherited
width: every letter would be bold. Lines say their own width."""
_ANSWER_SECONDS: Final = 5


class PrintJob(QObject):
    """Sends the pages that the system's dialog chose; emits how far it is.

    All pages are drawn before the first is handed over: CUPS takes nothing back, and prints what
    it has when somebody cancels. Handing over is the shorter half. What waits for the printing
    system, at the beginning and the end, waits in another thread.
    """

    progressed = Signal(int, int)
    """Steps done, and all: each page is drawn and then handed over."""
    finished = Signal(bool)
    """False where the printer refused or somebody cancelled."""

    def __init__(self, printer: QPrinter, pages: Sequence[bytes], parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pages = [pages[number] for number in chosen_pages(printer, len(pages))]
        self._drawn: list[QPicture] = []
        self._sent = 0
        self._painter = QPainter()
        self._cancelled = False
        self._is_ending = False
        self.waits = False
        """The printer has stopped: the pages wait in its queue."""

    def start(self) -> None:
        """Begin with the first chosen page, where the printer takes jobs at all."""
        self._printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        name = self._printer.printerName()
        asking = Work(lambda: refuses(name))
        asking.done.connect(self._begin)
        asking.start()

    def _begin(self, refused: bool) -> None:
        if refused:
            self._end(printed=False)
        else:
            self._next()

    def cancel(self) -> bool:
        """Stop; nothing is printed. False where it is too late and the pages will be printed."""
        if self._is_ending:
            return False
        self._cancelled = not self._painter.isActive() or self._printer.abort()
        return self._cancelled

    def _next(self) -> None:
        if self._cancelled:
            self._end(printed=False)
        elif len(self._drawn) < len(self._pages):
            page = self._pages[len(self._drawn)]
            self._drawn.append(drawn(page, self._printer.paperRect(QPrinter.Unit.Inch)))
            self._step()
        elif self._sent == len(self._drawn):
            self._end(printed=True)
        elif not self._send(self._drawn[self._sent]):
            self._end(printed=False)
        else:
            self._sent += 1
            self._step()

    def _step(self) -> None:
        self.progressed.emit(len(self._drawn) + self._sent, 2 * len(self._pages))
        QTimer.singleShot(0, self._next)

    def _send(self, page: QPicture) -> bool:
        if self._painter.isActive():
            if not self._printer.newPage():
                return False
        elif not self._painter.begin(self._printer):
            return False
        self._painter.drawPicture(0, 0, page)
        return True

    def _end(self, *, printed: bool) -> None:
        if not self._painter.isActive():
            self.finished.emit(printed)
            return
        self._is_ending = True
        ending = Work(self._hand_over)
        ending.done.connect(lambda taken: self.finished.emit(printed and taken))
        ending.start()

    def _hand_over(self) -> bool:
        """Give the job to the printing system, which takes its time."""
        taken = self._painter.end()
        name = self._printer.printerName()
        self.waits = QPrinterInfo.printerInfo(name).state() is QPrinter.PrinterState.Error
        return taken and self._printer.printerState() is not QPrinter.PrinterState.Error


def refuses(printer: str) -> bool:
    """Whether CUPS takes no jobs for `printer`: Qt would hear nothing of that."""
    ask = shutil.which("lpstat")
    if ask is None or not printer:
        return False
    try:
        answer = subprocess.run(
            (ask, "-a", printer),
            env=os.environ | {"LC_ALL": "C"},
            capture_output=True,
            timeout=_ANSWER_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"not accepting" in answer.stdout


def drawn(page: bytes, paper: QRectF) -> QPicture:
    """A page of SVG as large as fits on upright `paper`, in inches.

    A wide page is turned, its top to the left, where sheets are bound: a printing system gives
    the sheets of a job one orientation and would turn the upright ones upside down.
    """
    picture = QPicture()
    renderer = QSvgRenderer(QByteArray(page.replace(*_NO_OUTLINES, 1)))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    width, height = paper.width() * picture.logicalDpiX(), paper.height() * picture.logicalDpiY()
    painter = QPainter(picture)
    if renderer.defaultSize().width() > renderer.defaultSize().height():
        painter.translate(0, height)
        painter.rotate(-90)
        width, height = height, width
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture


def paper_printer() -> QPrinter:
    """The default printer set to A4, whole sheet: the margins are the report's own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """The numbers from 0 of the pages that the dialog chose, in the order to send them."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    chosen = [number for number in range(count) if first <= number + 1 <= last]
    backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    return chosen[::-1] if backwards else chosen
