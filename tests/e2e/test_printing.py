"""Jobs through a real print queue: what comes out is the report, as the PDF shows it."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from e2e.print_queue import PrintServer, missing_print_tools
from office import NOW, OFFICER_A
from PIL import Image
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from unit.report.readers import run
from unit.report.test_pages import DOTS_PER_INCH, ink_without_counterpart

from agreement_viewer.agreement import Agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.fields import PRINTS
from agreement_viewer.report.typst import Typeset
from agreement_viewer.reports import report_now
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.paper.preview import PreviewDialog
from agreement_viewer.ui.paper.printing import paper_printer
from agreement_viewer.ui.paper.source import ReportSource
from agreement_viewer.ui.session import Session

SHOWN = 30_000
"""Milliseconds in which pages must have been laid out or sent."""


@pytest.fixture(scope="module")
def server() -> Iterator[PrintServer]:
    if missing := missing_print_tools():
        pytest.skip(f"needs {', '.join(missing)}: see tests/e2e/README.md")
    with PrintServer() as running:
        yield running


@pytest.fixture
def queue(server: PrintServer, request: pytest.FixtureRequest) -> str:
    """A queue with the test's name, new."""
    name: str = request.node.name
    server.add(name)
    return name


@pytest.fixture
def printer(qapp: object, queue: str) -> QPrinter:
    """As the print dialog leaves it once the officer has chosen the queue."""
    chosen = paper_printer()
    chosen.setPrinterName(queue)
    assert chosen.isValid()
    return chosen


@pytest.fixture
def session(
    qtbot: QtBot, folder: DataFolder, agreement: Agreement, agreement_bytes: bytes
) -> Session:
    """A checklist with tasks beneath every item, on the disk."""
    opened = Session(folder, lambda: NOW)
    opened.open(agreement, agreement_bytes)
    opened.identify(OFFICER_A.name, OFFICER_A.unit)
    for number, item in enumerate(agreement.items):
        opened.record(actions.add_task(item.id, f"Nhiệm vụ {number}: tổ chức hội nghị sơ kết"))
    values = {"status": "done", "lead": "Đơn vị B", "result": "Đã ban hành.\nĐã tập huấn."}
    for task in [entry for entry in opened.checklist.entries() if entry.is_task][::2]:
        for name, value in (*values.items(), ("completed_on", datetime.date(2025, 1, 5))):
            opened.record(actions.set_value(task, name, value, NOW.date()))
    return opened


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, parent: QWidget) -> PreviewDialog:
    shown = PreviewDialog(ReportSource(session), parent)
    with qtbot.waitSignal(shown.ready, timeout=SHOWN):
        shown.show()
    return shown


class Archived(NamedTuple):
    """The pages of the PDF to archive; the wide ones turned, their top to the left."""

    pages: list[Image.Image]
    first_wide: int


@pytest.fixture
def archived(session: Session, tmp_path: Path) -> Archived:
    file = tmp_path / "archived.pdf"
    file.write_bytes(Typeset(report_now(session.ledger, "skhcn", NOW).report).pdf())
    pages = pictures(file)
    wide = [page.width > page.height for page in pages]
    upright = [
        page.transpose(Image.Transpose.ROTATE_90) if turned else page
        for page, turned in zip(pages, wide, strict=True)
    ]
    return Archived(upright, wide.index(True))


def pictures(pdf: Path) -> list[Image.Image]:
    """Its pages, as an independent program shows them."""
    stem = pdf.with_name(f"{pdf.stem}-seen")
    run("pdftoppm", "-gray", "-r", DOTS_PER_INCH, "-png", pdf, stem)
    found = sorted(pdf.parent.glob(f"{stem.name}-*.png"))
    return [Image.open(file).convert("L") for file in found]


def assert_same(seen: list[Image.Image], expected: list[Image.Image]) -> None:
    """The same ink in the same places, but for a pixel; printers count A4 in whole points."""
    assert len(seen) == len(expected)
    for page, other in zip(seen, expected, strict=True):
        assert abs(page.width - other.width) <= 1
        assert abs(page.height - other.height) <= 1
        whole = (0, 0, *other.size)
        assert sum(page.histogram()[:100]) > 1000
        assert ink_without_counterpart(page.crop(whole), other) == 0
        assert ink_without_counterpart(other, page.crop(whole)) == 0


def send(qtbot: QtBot, dialog: PreviewDialog, session: Session, printer: QPrinter) -> None:
    with qtbot.waitSignal(session.changed, timeout=SHOWN):
        dialog.send(printer)


def test_the_paper_shows_what_the_pdf_shows(
    qtbot: QtBot,
    server: PrintServer,
    queue: str,
    printer: QPrinter,
    session: Session,
    dialog: PreviewDialog,
    archived: Archived,
) -> None:
    send(qtbot, dialog, session, printer)
    paper = server.paper(queue)
    assert_same(pictures(paper), archived.pages)
    sheets = PdfReader(paper).pages
    assert {(round(sheet.mediabox.width), sheet.rotation) for sheet in sheets} == {(595, 0)}
    assert len(run("pdfimages", "-list", paper).splitlines()) == 2  # its two lines of heading


def test_chosen_pages_come_out_in_as_many_copies_as_wanted(
    qtbot: QtBot,
    server: PrintServer,
    queue: str,
    printer: QPrinter,
    session: Session,
    dialog: PreviewDialog,
    archived: Archived,
) -> None:
    """The last upright page and the first wide one, twice."""
    first = archived.first_wide
    assert first > 1
    printer.setFromTo(first, first + 1)
    printer.setCopyCount(2)
    send(qtbot, dialog, session, printer)
    assert_same(pictures(server.paper(queue)), archived.pages[first - 1 : first + 1] * 2)


def cancel_after(dialog: PreviewDialog, share: float) -> None:
    """Press the button once this share of the steps is done."""
    progress = dialog.findChild(QProgressBar)
    cancel = next(
        button for button in dialog.findChildren(QPushButton) if button.text() == "Cancel"
    )

    def look(done: int) -> None:
        if done >= progress.maximum() * share:
            cancel.click()

    progress.valueChanged.connect(look)


def says(dialog: PreviewDialog, text: str) -> bool:
    return any(label.text().startswith(text) for label in dialog.findChildren(QLabel))


def test_a_cancelled_job_never_reaches_the_queue(
    qtbot: QtBot,
    server: PrintServer,
    queue: str,
    printer: QPrinter,
    session: Session,
    dialog: PreviewDialog,
) -> None:
    cancel_after(dialog, 0.3)
    dialog.send(printer)
    qtbot.waitUntil(lambda: says(dialog, "Not printed"), timeout=SHOWN)
    assert server.jobs(queue) == []
    assert session.ledger.history([PRINTS]) == []


def test_pages_that_cannot_be_taken_back_are_all_printed(
    qtbot: QtBot,
    server: PrintServer,
    queue: str,
    printer: QPrinter,
    session: Session,
    dialog: PreviewDialog,
    archived: Archived,
) -> None:
    """Whoever cancels or closes the preview too late gets the whole report, and a record of it."""
    cancel_after(dialog, 0.7)
    progress = dialog.findChild(QProgressBar)
    progress.valueChanged.connect(lambda done: done > progress.maximum() * 0.8 and dialog.close())
    send(qtbot, dialog, session, printer)
    assert says(dialog, "Sent to the printer")
    assert len(PdfReader(server.paper(queue)).pages) == len(archived.pages)


def test_a_queue_that_takes_no_jobs_is_told_of(
    qtbot: QtBot,
    server: PrintServer,
    queue: str,
    printer: QPrinter,
    session: Session,
    dialog: PreviewDialog,
) -> None:
    server.refuse(queue)
    dialog.send(printer)
    qtbot.waitUntil(lambda: says(dialog, "Not printed"), timeout=SHOWN)
    assert server.jobs(queue) == []
    assert session.ledger.history([PRINTS]) == []


def test_pages_that_wait_for_a_printer_that_has_stopped_are_told_of(
    qtbot: QtBot,
    server: PrintServer,
    queue: str,
    printer: QPrinter,
    session: Session,
    dialog: PreviewDialog,
) -> None:
    server.stop(queue)
    send(qtbot, dialog, session, printer)
    qtbot.waitUntil(lambda: says(dialog, "The printer has stopped"))
    assert len(server.jobs(queue)) == 1
