"""The report as it will be on paper, and from here to the printer and to files."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.issuing import PAPER, printed
from agreement_viewer.report.checks import Finding, check_report
from agreement_viewer.report.typst import Typeset
from agreement_viewer.reports import Made
from agreement_viewer.ui import theme
from agreement_viewer.ui.background import Work
from agreement_viewer.ui.paper.bar import PreviewBar
from agreement_viewer.ui.paper.choice import ReportChoice
from agreement_viewer.ui.paper.page_view import PageView
from agreement_viewer.ui.paper.printing import PrintJob, paper_printer
from agreement_viewer.ui.paper.source import TODAY, ReportSource, Wanted
from agreement_viewer.ui.precheck.precheck import Precheck
from agreement_viewer.ui.precheck.view import Spot


class _Shown(NamedTuple):
    wanted: Wanted
    made: Made
    pages: list[bytes]
    findings: list[Finding]


class PreviewDialog(QDialog):
    """Pages are made and checked off the GUI thread; closing the dialog discards them."""

    export_requested = Signal(str, Made, Wanted)
    """Write what is shown to a file with this ending."""
    item_requested = Signal(str, str)
    """The officer left the dialog to complete this item or task, in the field with this name."""
    head_requested = Signal()
    """Show what is entered for the report's head, above this dialog."""
    ready = Signal(int)
    """The pages are shown; how many they are."""
    discarded = Signal()
    """The pages were made after they were no longer wanted, and are thrown away."""

    def __init__(
        self,
        source: ReportSource,
        parent: QWidget,
        *,
        wanted: Wanted = TODAY,
        print_at_once: bool = False,
        spot: Spot | None = None,
    ) -> None:
        """`spot` is where the officer was in the check when he left for an item."""
        super().__init__(parent)
        self.setWindowTitle(translate("Preview", "Print preview"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._source = source
        self._print_at_once = print_at_once
        self._shown: _Shown | None = None
        self._work: Work | None = None
        self._job: PrintJob | None = None
        self.view = PageView(self)
        self.view.setAccessibleName(translate("Preview", "Pages of the report"))
        self.choice = ReportChoice(source, wanted, self)
        self.choice.changed.connect(self._make)
        self.check = Precheck(self.view, self)
        self.check.item_requested.connect(self._leave_for)
        self.check.head_requested.connect(self.head_requested)
        self.check.return_to(spot)
        self.check.print_wanted.connect(self.print)
        self.bar = PreviewBar(self.view, self.check.button, self)
        self.bar.print_wanted.connect(self.print)
        self.bar.export_wanted.connect(self._export)
        self.bar.cancelled.connect(self._stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(self.bar)
        layout.addWidget(self.choice)
        layout.addWidget(self.check.warning)
        layout.addWidget(self.check.body, 1)
        self._make()

    def make_anew(self) -> None:
        """Make the pages anew: what stands on them has changed. The check stays where it is."""
        self.check.return_to(self.check.spot())
        self._make()

    def tell_written(self, path: Path) -> None:
        """Say that an export is done: the window says it behind this dialog."""
        self.bar.say(translate("Window", "Written: {file}", file=path.name))

    def _make(self) -> None:
        """Make the pages of what is chosen; those still being made are not wanted any more."""
        if self._work:
            self._work.cancel()
        self.bar.begin(translate("Preview", "Laying out the pages…"))
        self._work = Work(_maker(self._source, self.choice.wanted()))
        self._work.done.connect(self._show)
        self._work.failed.connect(self.bar.fail)
        self._work.discarded.connect(self.discarded)
        self._work.start()

    def _export(self, suffix: str) -> None:
        if self._shown:
            self.export_requested.emit(suffix, self._shown.made, self._shown.wanted)

    def _leave_for(self, item: str, field: str) -> None:
        self.close()
        self.item_requested.emit(item, field)

    def print(self) -> None:
        """Ask the system's print dialog, then send the pages; warn first of what is not clear."""
        if not self._shown or not self.check.may_print():
            return
        printer = paper_printer()
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._shown.pages))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec():  # Windows shows its own dialog only so
            self.send(printer)

    def send(self, printer: QPrinter) -> None:
        """Send the chosen pages to `printer`, and record that they went out."""
        if not self._shown:
            return
        printer.setDocName(self._shown.made.report.programme)
        self._job = PrintJob(printer, self._shown.pages, self)
        self._job.progressed.connect(self.bar.advance)
        self._job.finished.connect(self._printed)
        self.bar.begin(translate("Preview", "Sending the pages…"))
        self.choice.setEnabled(False)
        self._job.start()

    def _printed(self, sent: bool) -> None:
        waits, self._job = bool(self._job and self._job.waits), None
        self.choice.setEnabled(True)
        text = translate("Preview", "Not printed: check the printer and try again.")
        if sent and self._shown:
            text = translate("Preview", "Sent to the printer.")
            if waits:
                text = translate("Preview", "The printer has stopped: the pages wait in its queue.")
            try:
                self._source.record(printed(self._shown.made, self._shown.wanted.form, PAPER))
            except UserError as fault:
                text = str(fault)
        self.bar.end(text)

    def _show(self, shown: _Shown) -> None:
        self._shown = shown
        self.view.show_pages(shown.pages)
        self.view.setFocus()
        self.check.show_findings(shown.findings)
        self.bar.end(translate("Preview", "Pages: {count}", count=len(shown.pages)))
        self.ready.emit(len(shown.pages))
        if self._print_at_once:
            self._print_at_once = False
            self.print()

    def _stop(self) -> None:
        if self._job:
            self._job.cancel()
        else:
            self.reject()

    def done(self, result: int) -> None:
        """However the dialog is closed: what is being made or sent goes no further.

        It stays until the last page is sent where the printer can no longer be stopped.
        """
        if self._job and not self._job.cancel():
            return
        if self._work:
            self._work.cancel()
        super().done(result)


def _maker(source: ReportSource, wanted: Wanted) -> Callable[[], _Shown]:
    make, parties = source.maker(wanted), source.parties

    def show() -> _Shown:
        made = make()
        typeset = Typeset(made.report, wanted.form)
        findings = check_report(made.report, parties, typeset.unprintable)
        return _Shown(wanted, made, typeset.pages(), findings)

    return show
