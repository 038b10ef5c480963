"""The report as it will be on paper, and from here to the printer and to PDF."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.i18n import translate
from agreement_viewer.report.tree import Report
from agreement_viewer.report.typst import Typeset
from agreement_viewer.ui import theme
from agreement_viewer.ui.background import Work
from agreement_viewer.ui.icons import icon
from agreement_viewer.ui.page_view import PageView
from agreement_viewer.ui.printing import PrintJob, paper_printer


class PreviewDialog(QDialog):
    """Pages are made off the GUI thread; closing the dialog discards them."""

    pdf_requested = Signal(Report)
    ready = Signal(int)
    """The pages are shown; how many they are."""
    discarded = Signal()
    """The pages were made after the dialog was closed, and are thrown away."""

    def __init__(self, report: Report, parent: QWidget, *, print_at_once: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Preview", "Print preview"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._report = report
        self._print_at_once = print_at_once
        self._pages: list[bytes] = []
        self._job: PrintJob | None = None
        self.view = PageView(self)
        self.view.setAccessibleName(translate("Preview", "Pages of the report"))
        self._label = QLabel(translate("Preview", "Laying out the pages…"), self)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(translate("Preview", "Progress"))
        self._cancel = self._button(translate("Preview", "Cancel"), "mdi6.close", self._stop)
        self._tools = self._make_tools()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.S)
        layout.addLayout(self._bar())
        layout.addWidget(self.view, 1)
        self._be_busy(busy=True)
        self._work = Work(lambda: Typeset(report).pages())
        self._work.done.connect(self._show)
        self._work.failed.connect(self._fail)
        self._work.discarded.connect(self.discarded)
        self._work.start()

    def _make_tools(self) -> list[QPushButton]:
        print_button = self._button(
            translate("Preview", "Print…"), "mdi6.printer-outline", self.print
        )
        print_button.setShortcut(QKeySequence.StandardKey.Print)
        pdf = self._button(
            translate("Preview", "Export PDF"),
            "mdi6.file-pdf-box",
            lambda: self.pdf_requested.emit(self._report),
        )
        pdf.setShortcut(QKeySequence("Ctrl+E"))
        larger = self._button(translate("Preview", "Larger"), "mdi6.plus", self.view.zoom_in)
        larger.setShortcut(QKeySequence.StandardKey.ZoomIn)
        smaller = self._button(translate("Preview", "Smaller"), "mdi6.minus", self.view.zoom_out)
        smaller.setShortcut(QKeySequence.StandardKey.ZoomOut)
        fit = self._button(
            translate("Preview", "Fit width"), "mdi6.arrow-expand-horizontal", self.view.fit_width
        )
        print_button.setDefault(True)
        return [print_button, pdf, smaller, larger, fit]

    def _button(self, text: str, name: str, slot: object) -> QPushButton:
        button = QPushButton(icon(name), text, self)
        button.clicked.connect(slot)
        button.setAutoDefault(False)
        return button

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(theme.S)
        for button in self._tools:
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self._label)
        bar.addWidget(self._progress)
        bar.addWidget(self._cancel)
        return bar

    def print(self) -> None:
        """Ask the system's print dialog, then send the pages."""
        printer = paper_printer()
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._pages))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec():  # Windows shows its own dialog only so
            self._send(printer)

    def _send(self, printer: QPrinter) -> None:
        self._job = PrintJob(printer, self._pages, self)
        self._job.progressed.connect(self._progressed)
        self._job.finished.connect(self._printed)
        self._be_busy(busy=True)
        self._job.start()

    def _progressed(self, sent: int, count: int) -> None:
        self._progress.setRange(0, count)
        self._progress.setValue(sent)
        self._label.setText(
            translate("Preview", "Sending page {page} of {count}", page=sent, count=count)
        )

    def _printed(self, printed: bool) -> None:
        self._job = None
        self._be_busy(busy=False)
        self._label.setText(
            translate("Preview", "Sent to the printer.")
            if printed
            else translate("Preview", "Not printed: check the printer and try again.")
        )

    def _show(self, pages: list[bytes]) -> None:
        self._pages = pages
        self.view.show_pages(pages)
        self._be_busy(busy=False)
        self._label.setText(translate("Preview", "Pages: {count}", count=len(pages)))
        self.view.setFocus()
        self.ready.emit(len(pages))
        if self._print_at_once:
            self.print()

    def _fail(self, sentence: str) -> None:
        self._progress.hide()
        self._label.setText(sentence)

    def _stop(self) -> None:
        if self._job:
            self._job.cancel()
        else:
            self.reject()

    def _be_busy(self, *, busy: bool) -> None:
        for button in self._tools:
            button.setEnabled(not busy)
        self._progress.setVisible(busy)
        self._cancel.setVisible(busy)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._work.cancel()
        if self._job:
            self._job.cancel()
        super().closeEvent(event)
