"""The report as it will be on paper, and from here to the printer and to PDF."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
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

from agreement_viewer.agreement import Party
from agreement_viewer.i18n import translate
from agreement_viewer.report.checks import Finding, check_report
from agreement_viewer.report.tree import Report
from agreement_viewer.report.typst import Typeset
from agreement_viewer.ui import theme
from agreement_viewer.ui.background import Work
from agreement_viewer.ui.flow_layout import FlowLayout
from agreement_viewer.ui.icons import icon
from agreement_viewer.ui.page_view import PageView
from agreement_viewer.ui.precheck import Precheck
from agreement_viewer.ui.printing import PrintJob, paper_printer


class _Made(NamedTuple):
    pages: list[bytes]
    findings: list[Finding]


class PreviewDialog(QDialog):
    """Pages are made and checked off the GUI thread; closing the dialog discards them.

    `parties` are those of the programme, each of which should have a part in its items.
    """

    pdf_requested = Signal(Report)
    item_requested = Signal(str)
    """The officer left the dialog for the item or task with this id, to complete it."""
    ready = Signal(int)
    """The pages are shown; how many they are."""
    discarded = Signal()
    """The pages were made after the dialog was closed, and are thrown away."""

    def __init__(
        self,
        report: Report,
        parties: Sequence[Party],
        parent: QWidget,
        *,
        print_at_once: bool = False,
    ) -> None:
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
        self.check = Precheck(self.view, self)
        self.check.item_requested.connect(self._leave_for)
        self.check.print_wanted.connect(self.print)
        self._tools = self._make_tools()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.S)
        layout.addLayout(self._bar())
        layout.addWidget(self.check.warning)
        layout.addWidget(self.check.body, 1)
        self._be_busy(busy=True)
        self._work = Work(_maker(report, parties))
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
        return button

    def _bar(self) -> QHBoxLayout:
        tools = FlowLayout()  # with large text they take two lines
        for button in self._tools:
            tools.addWidget(button)
        bar = QHBoxLayout()
        bar.setSpacing(theme.S)
        bar.addLayout(tools, 1)
        state = QHBoxLayout()
        for widget in (self._label, self._progress, self._cancel, self.check.button):
            state.addWidget(widget)
        bar.addLayout(state)
        bar.setAlignment(state, Qt.AlignmentFlag.AlignTop)
        return bar

    def _leave_for(self, item: str) -> None:
        self.close()
        self.item_requested.emit(item)

    def print(self) -> None:
        """Ask the system's print dialog, then send the pages; warn first of what is not clear."""
        if not self.check.may_print():
            return
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

    def _show(self, made: _Made) -> None:
        self._pages = made.pages
        self.view.show_pages(made.pages)
        self.check.show_findings(made.findings)
        self._be_busy(busy=False)
        self._label.setText(translate("Preview", "Pages: {count}", count=len(made.pages)))
        self.view.setFocus()
        self.ready.emit(len(made.pages))
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
        for button in (*self._tools, self.check.button):
            button.setEnabled(not busy)
        self._progress.setVisible(busy)
        self._cancel.setVisible(busy)

    def done(self, result: int) -> None:
        """However the dialog is closed: what is being made or sent goes no further."""
        self._work.cancel()
        if self._job:
            self._job.cancel()
        super().done(result)


def _maker(report: Report, parties: Sequence[Party]) -> Callable[[], _Made]:
    def make() -> _Made:
        typeset = Typeset(report)
        return _Made(typeset.pages(), check_report(report, parties, typeset.unprintable))

    return make
