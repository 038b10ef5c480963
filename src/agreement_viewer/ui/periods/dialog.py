"""The reporting periods: those that are closed, and closing another."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.periods import Closing, withdraw_closing
from agreement_viewer.ui import theme
from agreement_viewer.ui.dialog import LARGEST, Dialog
from agreement_viewer.ui.periods.closing import PeriodForm
from agreement_viewer.ui.periods.model import PeriodsModel
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone
from agreement_viewer.ui.text_table import text_table


class PeriodsDialog(Dialog):
    """Lists what was closed, shows the reports and what has moved since, and closes another."""

    preview_requested = Signal(object)
    """Show the report of this closing."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._session = session
        body = QWidget()
        self.notice = Strip(Tone.INFO, body)
        self.notice.add_closing()
        self.model = PeriodsModel(session, body)
        self.view = text_table(self.model, translate("Periods", "Closed periods"), body)
        self.view.setWordWrap(False)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.empty = QLabel(translate("Periods", "No period has been closed yet."), body)
        self.form = PeriodForm(session, body)
        self.form.closed.connect(self._closed)
        self.form.failed.connect(self.notice.tell)
        self.preview = self._button(translate("Periods", "Show report"), self._show_report, body)
        self.compare = self._button(translate("Periods", "What has moved"), self._show_moves, body)
        self.take_out = self._button(translate("Periods", "Take out"), self._take_out, body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self.notice)
        layout.addWidget(self.empty)
        layout.addWidget(self.view, 1)
        row = QHBoxLayout()
        for button in (self.preview, self.compare, self.take_out):
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.form)
        title = translate("Periods", "Reporting periods")
        super().__init__(title, body, QDialogButtonBox.StandardButton.Close, parent, LARGEST)
        self.view.selectionModel().currentRowChanged.connect(self._enable)
        self.view.doubleClicked.connect(lambda _index: self._show_report())
        session.changed.connect(self._review)
        self._review()

    def _button(self, text: str, slot: object, parent: QWidget) -> QPushButton:
        button = QPushButton(text, parent)
        button.clicked.connect(slot)
        button.setAutoDefault(False)
        return button

    def _review(self) -> None:
        self.model.review()
        some = self.model.rowCount() > 0
        self.empty.setVisible(not some)
        self.view.setVisible(some)
        if some and not self.view.currentIndex().isValid():
            self.view.selectRow(0)
        self._enable()

    def _enable(self, *_indexes: QModelIndex) -> None:
        for button in (self.preview, self.compare, self.take_out):
            button.setEnabled(self._current() is not None)

    def _current(self) -> Closing | None:
        return self.model.closing(self.view.currentIndex())

    def _closed(self, name: str) -> None:
        self.notice.tell(translate("Periods", "The figures of {name} are closed.", name=name))
        self.view.selectRow(0)

    def _show_report(self) -> None:
        if closing := self._current():
            self.preview_requested.emit(closing)

    def _show_moves(self) -> None:
        from agreement_viewer.ui.periods.moves import MovesDialog

        if closing := self._current():
            MovesDialog(self._session, closing, self).open()

    def _take_out(self) -> None:
        closing = self._current()
        if closing and self._session.perform(withdraw_closing(self._session.ledger.heads, closing)):
            self.notice.tell(
                translate(
                    "Periods",
                    "{name} was taken out of the list; the history keeps it. Ctrl+Z: bring back.",
                    name=closing.period.name,
                )
            )
