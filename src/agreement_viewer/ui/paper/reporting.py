"""From the window to paper: preview, print, and files to hand over."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ui.asking_files import ask_target
from agreement_viewer.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from agreement_viewer.ledger.periods import Printed
    from agreement_viewer.report.reconciliation import Reconciliation
    from agreement_viewer.reports import Made
    from agreement_viewer.ui.paper.preview import PreviewDialog
    from agreement_viewer.ui.paper.source import ReportSource, Wanted
    from agreement_viewer.ui.precheck.view import Spot

_FILTERS: Final = {".pdf": "PDF (*.pdf)", ".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)"}


class Reporting(QObject):
    """Makes reports of what the list shows when asked, and of closed periods."""

    written = Signal(Path)
    failed = Signal(str)
    item_requested = Signal(str, str)
    """The officer left the preview to complete this item or task, in the field with this name."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._left: tuple[Wanted, Spot | None] | None = None
        """What was previewed, and where in its check, when the officer left for an item."""

    @cached_property
    def source(self) -> "ReportSource":
        """Where the reports come from."""
        from agreement_viewer.ui.paper.source import ReportSource

        return ReportSource(self._session)

    def preview(self, wanted: "Wanted | None" = None, *, print_at_once: bool = False) -> None:
        """Show the pages, and the print dialog above them if wanted."""
        from agreement_viewer.ui.paper.preview import PreviewDialog
        from agreement_viewer.ui.paper.source import TODAY

        wanted = wanted or TODAY
        spot = self._left[1] if self._left and self._left[0] == wanted else None
        self._left = None
        dialog = PreviewDialog(
            self.source, self._window, wanted=wanted, print_at_once=print_at_once, spot=spot
        )
        dialog.export_requested.connect(self._export_made)
        self.written.connect(dialog.tell_written)
        self.failed.connect(dialog.bar.say)
        dialog.item_requested.connect(lambda: self._remember(dialog))
        dialog.item_requested.connect(self.item_requested)
        dialog.head_requested.connect(lambda: self.edit_profile(dialog))
        dialog.finished.connect(dialog.deleteLater)
        self._open(dialog)

    def _open(self, dialog: "QDialog") -> None:
        """Pages want room."""
        dialog.resize(self._window.size().boundedTo(self._window.screen().availableSize()) * 0.94)
        dialog.open()

    def _remember(self, dialog: "PreviewDialog") -> None:
        self._left = dialog.choice.wanted(), dialog.check.spot()

    def export(self, suffix: str) -> None:
        """Ask for a file with this ending and write the full report of what the list shows."""
        from agreement_viewer.ui.paper.source import TODAY

        self._ask(suffix, self.source.maker(TODAY), TODAY)

    def _export_made(self, suffix: str, made: "Made", wanted: "Wanted") -> None:
        self._ask(suffix, lambda: made, wanted)

    def _ask(self, suffix: str, make: "Callable[[], Made]", wanted: "Wanted") -> None:
        title, write = translate("Reporting", "Export report"), partial(self.write, make, wanted)
        self._choose_file(title, self._name(wanted), suffix, write)

    def _choose_file(
        self, title: str, name: str, suffix: str, write: Callable[[Path], object]
    ) -> None:
        settings = self._session.settings
        ask_target(self._window, settings, "report", title, name + suffix, _FILTERS[suffix], write)

    def _name(self, wanted: "Wanted") -> str:
        from agreement_viewer.report.sheet import Form

        title = self._session.agreement.short_title
        when = wanted.closing.period.name if wanted.closing else f"{self._session.today():%d-%m-%Y}"
        if wanted.form == Form.SUMMARY:
            return translate("Reporting", "Leader's page {title} {when}", title=title, when=when)
        return translate("Reporting", "Report {title} {when}", title=title, when=when)

    def write(self, make: "Callable[[], Made]", wanted: "Wanted", path: Path) -> None:
        """Make the report and write it to `path`, off the GUI thread; then record it."""
        from agreement_viewer.ui.background import Work

        evidence = self._session.folder.evidence

        def work() -> "Printed":
            from agreement_viewer.issuing import issue

            return issue(path, make(), wanted.form, evidence)

        writing = Work(work)
        writing.done.connect(lambda printed: self._written(path, printed))
        writing.failed.connect(self.failed)
        writing.start()

    def _written(self, path: Path, printed: "Printed") -> None:
        try:
            self.source.record(printed)
        except UserError as fault:
            self.failed.emit(str(fault))
            return
        self.written.emit(path)

    def reconcile(self, above: QWidget | None = None) -> None:
        """Show the record of what was merged and settled, for both sides to sign."""
        from agreement_viewer.ui.differences.record import RecordDialog

        dialog = RecordDialog(self._session, above or self._window)
        dialog.file_wanted.connect(self._export_record)
        self._open(dialog)

    def _export_record(self, pdf: bytes, record: "Reconciliation") -> None:
        title = translate("Differences", "Reconciliation record")
        name = f"{title} {self._session.now():%d-%m-%Y}"
        self._choose_file(title, name, ".pdf", partial(self.write_record, pdf, record))

    def write_record(self, pdf: bytes, record: "Reconciliation", path: Path) -> None:
        """Write the record to `path`, off the GUI thread; then record that it went out."""
        from agreement_viewer.report.files import write_file
        from agreement_viewer.ui.background import Work

        writing = Work(lambda: write_file(path, pdf))
        writing.done.connect(lambda _: self._record_written(path, record))
        writing.failed.connect(self.failed)
        writing.start()

    def _record_written(self, path: Path, record: "Reconciliation") -> None:
        from agreement_viewer.issuing import record_reconciliation

        session = self._session
        try:
            if not session.folder.is_view:
                unit = session.officer.unit
                session.record([record_reconciliation(session.ledger, record, unit)])
        except UserError as fault:
            self.failed.emit(str(fault))
            return
        self.written.emit(path)

    def show_periods(self) -> None:
        """Show the reporting periods."""
        from agreement_viewer.ui.paper.source import Wanted
        from agreement_viewer.ui.periods.dialog import PeriodsDialog

        dialog = PeriodsDialog(self._session, self._window)
        dialog.preview_requested.connect(lambda closing: self.preview(Wanted(closing)))
        dialog.open()

    def edit_profile(self, preview: "PreviewDialog | None" = None) -> None:
        """Show what reports say of the agency; above `preview`, whose pages may change by it."""
        from agreement_viewer.ui.profile.dialog import ProfileDialog

        dialog = ProfileDialog(self._session, self.source, preview or self._window)
        if preview:
            dialog.accepted.connect(preview.make_anew)
        dialog.open()

    def check_code(self) -> None:
        """Ask for the code of a report and tell what it belongs to."""
        from agreement_viewer.ui.code_dialog import CodeDialog

        CodeDialog(self._session, self._window).open()

    def choose_past_day(self) -> None:
        """Ask for a day and show what was recorded up to it."""
        from agreement_viewer.ui.past_dialog import PastDialog

        PastDialog(self._session, self._window).open()
