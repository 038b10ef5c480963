"""The open differences, one beneath the other, and the record for both sides to sign."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.differences import Difference, open_differences
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.dialog import LARGEST, Dialog
from agreement_viewer.ui.differences.rows import DifferenceRow
from agreement_viewer.ui.long_work import LongWork, Tell
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone

MOST_SHOWN: Final = 50
"""As many as somebody settles in one go; the next ones follow as these are settled."""


class DifferencesDialog(Dialog):
    """What is settled leaves the list at once, and can be undone."""

    item_requested = Signal(str, str)
    """Show the item or task with this id, in the field with this name."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._session = session
        self._shown: list[tuple[str, ...]] = []
        self.rows: list[DifferenceRow] = []
        body = QWidget()
        self.told = Label()
        self.notice = Strip(Tone.INFO, body)
        self.undo = self.notice.add_button(translate("Window", "Undo"), session.undo)
        self._scroll = QScrollArea(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.long_work = LongWork(body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self.notice)
        layout.addWidget(self.told)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.long_work)
        standard = QDialogButtonBox.StandardButton.Close
        super().__init__(
            translate("Differences", "Unresolved differences"), body, standard, parent, LARGEST
        )
        self.record = QPushButton(translate("Differences", "Reconciliation record…"), self)
        self.record.setAutoDefault(False)
        self.record.clicked.connect(self._ask_where)
        self.buttons.addButton(self.record, QDialogButtonBox.ButtonRole.ActionRole)
        self.long_work.begun.connect(lambda: self.record.setEnabled(False))
        self.long_work.ended.connect(lambda: self.record.setEnabled(True))
        session.changed.connect(self._review)
        session.opened.connect(self._review)
        self._review()

    def _review(self) -> None:
        """Show what is open now, unless that is what is shown."""
        found = list(open_differences(self._session.checklist))
        keys = [_key(difference) for difference in found]
        if keys == self._shown and self._scroll.widget():
            return
        if len(keys) < len(self._shown):
            self.notice.tell(translate("Differences", "Settled. The history keeps every value."))
        else:
            self.notice.hide()
        self._shown = keys
        self.told.say(_count_words(len(found)))
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, theme.S, 0)
        layout.setSpacing(theme.M)
        self.rows = [
            DifferenceRow(self._session, difference, self._go_to, inner)
            for difference in found[:MOST_SHOWN]
        ]
        for row in self.rows:
            layout.addWidget(row)
        layout.addStretch(1)
        if before := self._scroll.takeWidget():
            before.hide()
            before.deleteLater()  # it is its link that was pressed
        self._scroll.setWidget(inner)
        QTimer.singleShot(0, self, self._focus_next)

    def _focus_next(self) -> None:
        """The link that was pressed is gone: the keyboard goes on with what is next."""
        (self.rows[0].links[0] if self.rows else self.record).setFocus()

    def _go_to(self, difference: Difference) -> None:
        self.accept()
        self.item_requested.emit(difference.entry.id, difference.field)

    def _ask_where(self) -> None:
        day = f"{self._session.now():%Y-%m-%d}"
        name = f"{translate('Differences', 'Reconciliation record')} {day}.pdf"
        dialog = QFileDialog(self, translate("Differences", "Reconciliation record…"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the record to `path`, off the GUI thread."""
        session = self._session
        ledger, unit, at = session.ledger, session.officer.unit, session.now()

        def work(_tell: Tell) -> Path:
            from agreement_viewer.reconciling import reconcile

            reconcile(path, ledger, unit, at, None)
            return path

        self.long_work.run(
            translate("Differences", "Writing the record…"), work, self._written, self.notice.tell
        )

    def _written(self, path: Path) -> None:
        self.notice.tell(translate("Differences", "Written: {file}", file=path))

    def done(self, result: int) -> None:
        """See Qt. While it writes, closing it stops the writing first."""
        if self.long_work.is_running:
            self.long_work.stop()
        else:
            super().done(result)


def _key(difference: Difference) -> tuple[str, ...]:
    values = (change.id for change in difference.values)
    return difference.thing.id, difference.field, *values


def _count_words(count: int) -> str:
    if not count:
        return translate("Differences", "Nothing is left to settle.")
    return translate(
        "Differences",
        "Both offices changed {count} of the fields without knowing of each other. Choose the value"
        " that is to stand, or enter another one.",
        count=count,
    )
