"""Closing a period: its kind gives name and days, which may be changed."""

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.closing import freeze, is_early
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.fields import parse_day
from agreement_viewer.ledger.periods import (
    Frozen,
    Period,
    PeriodKind,
    close,
    period_label,
    prescribed,
)
from agreement_viewer.ledger.text import clean
from agreement_viewer.ledger.words import day_words
from agreement_viewer.ui import theme
from agreement_viewer.ui.background import Work
from agreement_viewer.ui.fields.date import DayEdit
from agreement_viewer.ui.session import Session


class PeriodForm(QGroupBox):
    """Makes the report off the GUI thread, then records the closing."""

    closed = Signal(str)
    """The period with this name was closed."""
    failed = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(translate("Periods", "Close another period"), parent)
        self._session = session
        self._work: Work | None = None
        today = session.now().date()
        self._kinds = [
            (kind, number) for kind in PeriodKind for number in range(1, _COUNTS.get(kind, 1) + 1)
        ]
        self.kind = QComboBox(self)
        self.kind.addItems([_kind_label(kind, number) for kind, number in self._kinds])
        self.year = QSpinBox(self)
        self.year.setRange(session.agreement.years.first, session.agreement.years.last + 5)
        self.year.setValue(today.year)
        self.name = QLineEdit(self)
        self.name.setMaxLength(120)
        self.first, self.last = DayEdit(self), DayEdit(self)
        for edit in (self.first, self.last):
            edit.today = today
            edit.chosen.connect(self._warn)
            edit.textEdited.connect(self._warn)
        self.warning = QLabel(self)
        self.warning.setTextFormat(Qt.TextFormat.PlainText)
        self.warning.setWordWrap(True)
        self.button = QPushButton(translate("Periods", "Close figures"), self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.close_period)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(translate("Preview", "Progress"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for now_and_then in (self.warning, self._progress):
            _keep_room(now_and_then)
        self._lay_out()
        self.kind.setCurrentIndex(self._kinds.index((_likely(today), 1)))
        self.kind.currentIndexChanged.connect(self._propose)
        self.year.valueChanged.connect(self._propose)
        self._propose()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(theme.S)
        fields = (
            (translate("Periods", "Kind"), self.kind, 0, 0),
            (translate("Periods", "Year"), self.year, 0, 2),
            (translate("Periods", "Name on paper"), self.name, 0, 4),
            (translate("Periods", "From"), self.first, 1, 0),
            (translate("Periods", "To"), self.last, 1, 2),
        )
        for text, editor, row, column in fields:
            label = QLabel(text, self)
            label.setBuddy(editor)
            editor.setAccessibleName(text)
            grid.addWidget(label, row, column)
            grid.addWidget(editor, row, column + 1)
        grid.addWidget(self.button, 1, 5)
        grid.setColumnStretch(5, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.S)
        layout.addLayout(grid)
        layout.addWidget(self.warning)
        layout.addWidget(self._progress)

    def close_period(self) -> None:
        """Make the report of the period, keep it, and record the closing."""
        try:
            period = self._period()
        except UserError as reason:
            self.failed.emit(str(reason))
            return
        session = self._session
        ledger, evidence, now = session.ledger, session.folder.evidence, session.now()
        unit = session.officer.unit

        def work() -> Frozen:
            with ledger.aside() as aside:
                return freeze(aside, evidence, unit, period, now)

        self._be_busy(busy=True)
        self._work = Work(work)
        self._work.done.connect(self._record)
        self._work.failed.connect(self._fail)
        self._work.start()

    def _period(self) -> Period:
        kind, _number = self._kinds[self.kind.currentIndex()]
        first, last = parse_day(self.first.text()), parse_day(self.last.text())
        return Period(clean(self.name.text()), kind, first, last)

    def _record(self, frozen: Frozen) -> None:
        self._be_busy(busy=False)
        try:
            self._session.record([close(frozen)])
        except UserError as reason:
            self.failed.emit(str(reason))
            return
        self.closed.emit(frozen.period.name)

    def _fail(self, sentence: str) -> None:
        self._be_busy(busy=False)
        self.failed.emit(sentence)

    def _be_busy(self, *, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self._progress.setVisible(busy)

    def _propose(self) -> None:
        kind, number = self._kinds[self.kind.currentIndex()]
        span = prescribed(kind, self.year.value(), number)
        self.name.setText(period_label(kind, self.year.value(), number))
        self.first.setText(day_words(span.first))
        self.last.setText(day_words(span.last))
        self._warn()

    def _warn(self) -> None:
        early = translate(
            "Periods",
            "The last day is still to come: what is completed after today will be missing.",
        )
        try:
            text = early if is_early(self._period(), self._session.now().date()) else ""
        except UserError as reason:
            text = str(reason)
        self.warning.setText(text or early)  # even unseen it keeps the room of the longest
        self.warning.setVisible(bool(text))


def _keep_room(widget: QWidget) -> None:
    """Hide `widget` for now; whatever stands around it will not move when it is shown."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    widget.hide()


_COUNTS = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4}


def _kind_label(kind: PeriodKind, number: int) -> str:
    match kind:
        case PeriodKind.MONTH:
            return translate("Periods", "Month {number}", number=f"{number:02}")
        case PeriodKind.QUARTER:
            roman = ("I", "II", "III", "IV")[number - 1]
            return translate("Periods", "Quarter {number}", number=roman)
        case PeriodKind.FIRST_HALF:
            return translate("Periods", "First half-year")
        case PeriodKind.SECOND_HALF:
            return translate("Periods", "Second half-year")
        case PeriodKind.YEAR:
            return translate("Periods", "Year")
        case PeriodKind.PRELIMINARY:
            return translate("Periods", "Preliminary review (free days)")
        case PeriodKind.FINAL:
            return translate("Periods", "Final review (free days)")


def _likely(today: datetime.date) -> PeriodKind:
    """The half-year that `today` falls in."""
    first = prescribed(PeriodKind.FIRST_HALF, today.year)
    return PeriodKind.FIRST_HALF if today <= first.last else PeriodKind.SECOND_HALF
