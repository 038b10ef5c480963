"""Choosing a past day to look back at."""

from datetime import date, timedelta

from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.asof import end_of
from agreement_viewer.ledger.edit import instant
from agreement_viewer.ledger.fields import parse_day
from agreement_viewer.ledger.fold import Heads
from agreement_viewer.ledger.words import day_words
from agreement_viewer.ui import theme
from agreement_viewer.ui.dialog import Dialog
from agreement_viewer.ui.fields.date import DayEdit
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone


class PastDialog(Dialog):
    """The list then shows what was recorded up to the end of that day, by the machines' clocks."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._session = session
        body = QWidget()
        self.day = DayEdit(body)
        self.day.setAccessibleName(translate("Past", "Day"))
        self.day.latest = self.day.today = session.today()
        self.day.setText(day_words(session.today() - timedelta(days=1)))
        self.fault = Strip(Tone.BAD, body)
        note = QLabel(
            translate("Past", "Goes by when things were recorded, by the clocks of the computers.")
        )
        note.setWordWrap(True)
        rows = QFormLayout()
        rows.setHorizontalSpacing(theme.L)
        rows.addRow(translate("Past", "Figures recorded up to the end of"), self.day)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self.fault)
        layout.addLayout(rows)
        layout.addWidget(note)
        layout.addStretch(1)
        buttons = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        super().__init__(translate("Past", "Look at a past day"), body, buttons, parent)
        self.day.setFocus()
        self.day.selectAll()

    def accept(self) -> None:
        """Fold the ledger as of the day, then show it; stay open where the day is none."""
        try:
            day = parse_day(self.day.text())
            if day >= self._session.now().date():
                raise UserError(translate("Past", "Choose a day before today."))
        except UserError as reason:
            self.fault.tell(str(reason))
            return
        self.buttons.setEnabled(False)
        self.work(lambda: self._fold(day), lambda heads: self._show(day, heads), self._fail)

    def _fold(self, day: date) -> Heads:
        end = end_of(day, self._session.now().tzinfo)
        with self._session.ledger.aside() as ledger:
            return ledger.as_of(instant(end))

    def _show(self, day: date, heads: Heads) -> None:
        super().accept()
        self._session.look_back(day, heads)

    def _fail(self, sentence: str) -> None:
        self.buttons.setEnabled(True)
        self.fault.tell(sentence)
