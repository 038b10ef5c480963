"""What the agency's reports say of it, with the pages as they will be beside the fields."""

from typing import Final

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialogButtonBox, QSplitter, QVBoxLayout, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.records import profile_of, record_profile, texts_of
from agreement_viewer.report.tree import Report
from agreement_viewer.ui.dialog import LARGEST, Dialog
from agreement_viewer.ui.paper.page_view import PageView
from agreement_viewer.ui.paper.source import TODAY, ReportSource
from agreement_viewer.ui.profile.form import ProfileForm
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone

_PAUSE_MS: Final = 400
"""Without a key: then the pages are made anew."""


class ProfileDialog(Dialog):
    """OK records both for the agency of the officer; nothing is recorded where nothing changed."""

    previewed = Signal()
    """The pages beside the fields are those of what is typed."""

    def __init__(
        self, session: Session, source: ReportSource, parent: QWidget | None = None
    ) -> None:
        self._session = session
        self._report: Report | None = None
        heads, agreement, unit = session.ledger.heads, session.agreement, session.officer.unit
        body = QWidget()
        self.notice = Strip(Tone.WARNING, body)
        self.form = ProfileForm(
            profile_of(heads, agreement, unit), texts_of(heads, agreement, unit), body
        )
        self.pages = PageView(body)
        self.pages.setAccessibleName(translate("Preview", "Pages of the report"))
        split = QSplitter(Qt.Orientation.Horizontal, body)
        split.setChildrenCollapsible(False)
        split.addWidget(self.form)
        split.addWidget(self.pages)
        split.setSizes([LARGEST.width() // 2, LARGEST.width() // 2])
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.notice)
        layout.addWidget(split, 1)
        self._pause = QTimer(body)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._lay_out_pages)
        self.form.edited.connect(self._pause.start)
        party = agreement.party(unit)
        title = translate("Profile", "Report's heading and texts")
        if party:
            title += f" – {party.name}"
        buttons = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        super().__init__(title, body, buttons, parent, LARGEST)
        if party is None:
            self.notice.tell(
                translate("Profile", "Choose the agency in the settings: each has its own heading.")
            )
        self._start(source)

    def accept(self) -> None:
        """Record what was changed; stay open where that fails."""
        session = self._session
        edits = record_profile(
            session.ledger.heads,
            session.agreement,
            session.officer.unit,
            self.form.profile(),
            self.form.own_texts(),
        )
        try:
            if edits:
                session.record(edits)
        except UserError as fault:
            self.notice.tell(str(fault))
            return
        super().accept()

    def done(self, result: int) -> None:
        """See Dialog; what was just typed needs no pages any more."""
        self._pause.stop()
        super().done(result)

    def _start(self, source: ReportSource) -> None:
        make = source.maker(TODAY)
        self.work(lambda: make().report, self._begin, self.notice.tell)

    def _begin(self, report: Report) -> None:
        self._report = report
        self._lay_out_pages()

    def _lay_out_pages(self) -> None:
        if self._report is None:
            return
        report = msgspec.structs.replace(
            self._report, profile=self.form.profile(), texts=self.form.own_texts()
        )

        def lay_out() -> list[bytes]:
            from agreement_viewer.report.typst import Typeset

            return Typeset(report).pages()

        self.work(lay_out, self._show, self.notice.tell)

    def _show(self, pages: list[bytes]) -> None:
        place = self.pages.verticalScrollBar().value()
        self.pages.show_pages(pages)
        self.pages.verticalScrollBar().setValue(place)
        self.previewed.emit()
