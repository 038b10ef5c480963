"""Pages to a printer, as vectors, one at a time so that the window stays usable."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer


class PrintJob(QObject):
    """Sends the pages that the system's dialog chose; emits how far it is."""

    progressed = Signal(int, int)
    finished = Signal(bool)
    """False where the printer refused or somebody cancelled."""

    def __init__(self, printer: QPrinter, pages: Sequence[bytes], parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pages = pages
        self._chosen = chosen_pages(printer, len(pages))
        self._sent = 0
        self._painter = QPainter()
        self._cancelled = False

    def start(self) -> None:
        """Begin with the first chosen page."""
        QTimer.singleShot(0, self._next)

    def cancel(self) -> None:
        """Stop; what the printer has not begun is not printed."""
        self._cancelled = True

    def _next(self) -> None:
        if self._cancelled:
            self._printer.abort()
            self._end(printed=False)
        elif self._sent == len(self._chosen):
            self._end(printed=True)
        elif not self._send(self._pages[self._chosen[self._sent]]):
            self._end(printed=False)
        else:
            self._sent += 1
            self.progressed.emit(self._sent, len(self._chosen))
            QTimer.singleShot(0, self._next)

    def _send(self, page: bytes) -> bool:
        picture = QSvgRenderer(QByteArray(page))
        size = picture.defaultSize()
        wide = size.width() > size.height()
        orientation = QPageLayout.Orientation
        self._printer.setPageOrientation(orientation.Landscape if wide else orientation.Portrait)
        if self._painter.isActive():
            if not self._printer.newPage():
                return False
        elif not self._painter.begin(self._printer):
            return False
        picture.render(self._painter, self._printer.paperRect(QPrinter.Unit.DevicePixel))
        return True

    def _end(self, *, printed: bool) -> None:
        if self._painter.isActive():
            self._painter.end()
        self.finished.emit(printed)


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
