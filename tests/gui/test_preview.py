"""Preview and printing: vectors of the same pages, made off the GUI thread, cancelled at will."""

from pathlib import Path

import pytest
from office import TODAY
from PySide6.QtCore import QRectF, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.closing import freeze
from agreement_viewer.ledger.fields import PRINTS
from agreement_viewer.ledger.periods import Period, PeriodKind, close, closings, read_print
from agreement_viewer.proof import check
from agreement_viewer.report.figures import code_of
from agreement_viewer.report.tree import Report
from agreement_viewer.report.typst import Typeset
from agreement_viewer.reports import report_now
from agreement_viewer.ui import theme
from agreement_viewer.ui.paper.preview import PreviewDialog
from agreement_viewer.ui.paper.printing import PrintJob, chosen_pages, drawn, paper_printer
from agreement_viewer.ui.paper.source import ReportSource, Wanted
from agreement_viewer.ui.session import Session


@pytest.fixture
def report(session: Session) -> Report:
    return report_now(session.ledger, "skhcn", session.now()).report


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, parent: QWidget) -> PreviewDialog:
    shown = PreviewDialog(ReportSource(session), parent)
    shown.resize(900, 480)
    with qtbot.waitSignal(shown.ready, timeout=30_000):
        shown.show()
    return shown


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_the_pages_are_black_on_white_whatever_the_theme(
    qapp: QApplication, dialog: PreviewDialog, appearance: str
) -> None:
    theme.Theme(qapp).apply(appearance, 100)
    picture = dialog.view.viewport().grab().toImage()
    rows = [
        [picture.pixelColor(x, y).lightness() for x in range(picture.width())]
        for y in range(40, 200, 8)
    ]
    assert all(row.count(255) > 150 for row in rows)
    assert min(map(min, rows)) < 120


def test_zooming_keeps_the_place(qtbot: QtBot, dialog: PreviewDialog) -> None:
    bar = dialog.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.maximum()
    dialog.view.zoom_in()
    assert bar.maximum() > before
    assert abs(bar.value() / bar.maximum() - 0.5) < 0.05
    dialog.view.fit_width()
    assert bar.maximum() == before


def test_every_button_has_a_name_and_a_key_reaches_it(dialog: PreviewDialog) -> None:
    for button in dialog.findChildren(QPushButton):
        assert button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_closing_discards_pages_that_are_still_being_made(
    qtbot: QtBot, session: Session, parent: QWidget
) -> None:
    shown = PreviewDialog(ReportSource(session), parent)
    ready: list[int] = []
    shown.ready.connect(ready.append)
    shown.show()
    shown.close()
    with qtbot.waitSignal(shown.discarded, timeout=30_000):
        pass
    assert ready == []


def test_the_leaders_page_is_one_page(qtbot: QtBot, dialog: PreviewDialog) -> None:
    with qtbot.waitSignal(dialog.ready, timeout=30_000) as ready:
        dialog.choice.form.setCurrentIndex(1)
    assert ready.args == [1]


def test_a_report_that_went_to_a_printer_is_recorded_with_its_code(
    qtbot: QtBot, session: Session, dialog: PreviewDialog, tmp_path: Path
) -> None:
    printer = paper_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    with qtbot.waitSignal(session.changed, timeout=30_000):
        dialog.send(printer)
    (change,) = session.ledger.history([PRINTS])
    printed = read_print(change)
    assert printed
    assert printed.form == "full.paper"
    assert check(session.ledger, code_of(printed.basis.figures), session.now().tzinfo)


def test_a_closed_period_can_be_chosen(
    qtbot: QtBot, session: Session, parent: QWidget, report: Report
) -> None:
    period = Period("Kỳ A", PeriodKind.PRELIMINARY, TODAY.replace(month=1), TODAY)
    frozen = freeze(session.ledger, session.folder.evidence, "skhcn", period, session.now())
    session.record([close(frozen)])
    (closing,) = closings(session.ledger.heads)
    shown = PreviewDialog(ReportSource(session), parent, wanted=Wanted(closing))
    with qtbot.waitSignal(shown.ready, timeout=30_000):
        shown.show()
    assert shown.choice.period.currentText() == "Kỳ A"
    assert shown.choice.wanted().closing == closing


def printed(qtbot: QtBot, printer: QPrinter, pages: list[bytes], **options: bool) -> list[bool]:
    parent = QWidget()
    qtbot.addWidget(parent)
    job = PrintJob(printer, pages, parent)
    if options.get("cancel"):
        job.progressed.connect(lambda *_: job.cancel())
    with qtbot.waitSignal(job.finished, timeout=30_000) as signal:
        job.start()
    assert signal.args is not None
    return list(signal.args)


def test_all_pages_go_out_as_vectors(qtbot: QtBot, report: Report, tmp_path: Path) -> None:
    pages = Typeset(report).pages()
    printer = paper_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert printed(qtbot, printer, pages) == [True]
    from pypdf import PdfReader

    sent = PdfReader(tmp_path / "out.pdf").pages
    assert len(sent) == len(pages)
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in sent} == {
        (595, 842)  # wide pages are turned on upright sheets
    }
    assert not any(page.images for page in sent)


def test_paper_of_another_size_keeps_the_shape_of_the_page(report: Report) -> None:
    """Nothing is pulled wide on Letter, which is wider than A4 and shorter."""
    page = Typeset(report).pages()[0]
    a4, letter = (
        drawn(page, QRectF(0, 0, *inches)).boundingRect() for inches in ((8.27, 11.69), (8.5, 11))
    )
    assert letter.height() < a4.height()
    assert abs(letter.width() / letter.height() - a4.width() / a4.height()) < 0.01


def test_a_page_range_sends_only_those(qtbot: QtBot, report: Report, tmp_path: Path) -> None:
    printer = paper_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(2, 2)
    assert chosen_pages(printer, 3) == [1]
    assert printed(qtbot, printer, Typeset(report).pages()) == [True]
    from pypdf import PdfReader

    assert len(PdfReader(tmp_path / "out.pdf").pages) == 1


def test_the_last_page_first_if_the_printer_wants_it() -> None:
    printer = paper_printer()
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == [2, 1, 0]


def test_a_cancelled_job_ends_and_says_so(qtbot: QtBot, report: Report, tmp_path: Path) -> None:
    printer = paper_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert printed(qtbot, printer, Typeset(report).pages(), cancel=True) == [False]
