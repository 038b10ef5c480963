"""Pages to a printer, as vectors, one at a time so that the window stays usable."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPicture
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer

_NO_OUTLINES: Final = (b"<svg ", b'<svg stroke-width="0" ')
"""Qt's PDF engine, which prints on Linux, draws what has no stroke with a pen of the inherited
width: every letter would be bold. Lines say their own width."""


class PrintJob(QObject):
    """Sends the pages that the system's dialog chose; emits how far it is.

    All pages are drawn before the first is handed over: CUPS takes nothing back, and prints what
    it has when somebody cancels. Handing over is the shorter half.
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

    def start(self) -> None:
        """Begin with the first chosen page."""
        self._printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        QTimer.singleShot(0, self._next)

    def cancel(self) -> bool:
        """Stop; nothing is printed. False where it is too late and the pages will be printed."""
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
        if self._painter.isActive():
            self._painter.end()
        self.finished.emit(printed)


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
