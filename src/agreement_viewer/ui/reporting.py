"""From the window to paper: preview, print, PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui.session import Session

if TYPE_CHECKING:
    from agreement_viewer.report.tree import Report


class Reporting(QObject):
    """Makes reports of the session's checklist as it stands when asked."""

    written = Signal(Path)
    failed = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def report(self) -> "Report":
        """The report as of now."""
        from agreement_viewer.report.building import build_report

        session = self._session
        return build_report(
            session.checklist,
            today=session.today(),
            recorded_to=session.now(),
            unit=session.officer.unit,
        )

    def preview(self, *, print_at_once: bool = False) -> None:
        """Show the pages, and the print dialog above them if wanted."""
        from agreement_viewer.ui.preview import PreviewDialog

        dialog = PreviewDialog(self.report(), self._window, print_at_once=print_at_once)
        dialog.pdf_requested.connect(self.export)
        dialog.resize(self._window.size().boundedTo(self._window.screen().availableSize()) * 0.94)
        dialog.open()

    def export(self, report: "Report | None" = None) -> None:
        """Ask for a file and write the report there as PDF."""
        from PySide6.QtWidgets import QFileDialog

        name = f"{self._session.agreement.id}-{self._session.today():%Y-%m-%d}.pdf"
        dialog = QFileDialog(self._window, translate("Reporting", "Export PDF"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.fileSelected.connect(partial(self._write, report or self.report()))
        dialog.open()

    def _write(self, report: "Report", file: str) -> None:
        from agreement_viewer.ui.background import Work

        work = Work(_pdf_writer(report, Path(file)))
        work.done.connect(self.written)
        work.failed.connect(self.failed)
        work.start()


def _pdf_writer(report: "Report", path: Path) -> Callable[[], Path]:
    def write() -> Path:
        from agreement_viewer.report.files import write_pdf

        write_pdf(path, report)
        return path

    return write
