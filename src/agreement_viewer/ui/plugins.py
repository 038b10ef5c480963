"""Whether Qt finds the plugins that the window and the printer need."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from agreement_viewer.ui.icons import app_icon, icon

_FORMATS = ("svg", "png", "ico")


def load_plugins(arguments: Sequence[str]) -> None:
    """Start Qt and load what the program uses of it. Raises RuntimeError for what is missing."""
    app = QApplication.instance() or QApplication(list(arguments))
    formats = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    lacking = [name for name in _FORMATS if name not in formats]
    if not QStyleFactory.create("Fusion"):
        lacking.append("Fusion")
    if app_icon().pixmap(64).isNull() or icon("mdi6.printer-outline").pixmap(16).isNull():
        lacking.append("icons")
    if not QSvgRenderer(QByteArray(b'<svg xmlns="http://www.w3.org/2000/svg"/>')).isValid():
        lacking.append("QtSvg")
    if QImage(1, 1, QImage.Format.Format_ARGB32).isNull():
        lacking.append("QImage")
    QPrinterInfo.availablePrinterNames()
    del app
    if lacking:
        raise RuntimeError(", ".join(lacking))
