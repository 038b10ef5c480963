"""The reconciliation record as it will be on paper: from which day on, and its file."""

import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.fields import parse_day
from agreement_viewer.reconciling import draw_up, paper_of
from agreement_viewer.report.reconciliation import Reconciliation
from agreement_viewer.ui import theme
from agreement_viewer.ui.dialog import LARGEST, Dialog
from agreement_viewer.ui.fields.date import DayEdit
from agreement_viewer.ui.paper.page_view import PageView
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone


class _Made(NamedTuple):
    record: Reconciliation
    pages: list[bytes]
    pdf: bytes


class RecordDialog(Dialog):
    """Pages are made off the GUI thread, anew for each first day; what is seen is what is saved."""

    file_wanted = Signal(bytes, Reconciliation)
    """Write this PDF, of this record, to a file that the officer chooses."""
    ready = Signal(int)
    """The pages are shown; how many they are."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._session = session
        self._made: _Made | None = None
        self._since: datetime.date | None = None
        body = QWidget()
        self.since = DayEdit(body)
        self.since.latest = self.since.today = session.now().date()
        self.since.setPlaceholderText(translate("Differences", "from the beginning"))
        self.since.editingFinished.connect(self._look)
        self.since.chosen.connect(self._look)
        self.fault = Strip(Tone.BAD, body)
        self.state = QLabel(body)
        self.view = PageView(body)
        self.view.setAccessibleName(translate("Differences", "Pages of the record"))
        self._lay_out(body)
        standard = QDialogButtonBox.StandardButton
        title = translate("Differences", "Reconciliation record")
        super().__init__(title, body, standard.Save | standard.Close, parent, LARGEST)
        self.save = self.buttons.button(standard.Save)
        self.save.setText(translate("Window", "Export PDF"))
        self.save.setDefault(True)  # disabled while Enter has the pages of another day made
        self.buttons.button(standard.Close).setAutoDefault(False)
        self._make()

    def _lay_out(self, body: QWidget) -> None:
        label = QLabel(translate("Differences", "Recorded from the day"), body)
        label.setBuddy(self.since)
        self.since.setAccessibleName(label.text())
        self.since.setFixedWidth(self.since.fontMetrics().averageCharWidth() * 24)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(label)
        row.addWidget(self.since)
        row.addStretch(1)
        row.addWidget(self.state)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self.fault)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)

    def _look(self) -> None:
        """Make the pages anew where another day was entered."""
        try:
            since = parse_day(self.since.text()) if self.since.text().strip() else None
        except UserError as fault:
            self._fail(str(fault))
            return
        if since != self._since or not self._made:
            self._since = since
            self._make()

    def _make(self) -> None:
        ledger, unit, at = self._session.ledger, self._session.officer.unit, self._session.now()
        since = self._since

        def make() -> _Made:
            record = draw_up(ledger, unit, at, since)
            paper = paper_of(record)
            return _Made(record, paper.pages(), paper.pdf())

        self._made = None
        self.save.setEnabled(False)
        self.fault.hide()
        self.state.setText(translate("Preview", "Laying out the pages…"))
        self.work(make, self._show, self._fail)

    def _show(self, made: _Made) -> None:
        self._made = made
        self.view.show_pages(made.pages)
        self.state.setText(translate("Preview", "Pages: {count}", count=len(made.pages)))
        self.save.setEnabled(True)
        self.ready.emit(len(made.pages))

    def _fail(self, fault: str) -> None:
        self._made = None
        self.save.setEnabled(False)
        self.state.clear()
        self.fault.tell(fault)

    def accept(self) -> None:
        """Ask for the file."""
        if self._made:
            self.file_wanted.emit(self._made.pdf, self._made.record)
            super().accept()
