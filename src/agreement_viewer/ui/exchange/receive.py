"""Receiving: what a file would bring, who sent it, and whether that is believed."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.exchange import carrier
from agreement_viewer.exchange.bundle import Bundle
from agreement_viewer.exchange.carrier import Arrived, Delivery
from agreement_viewer.exchange.codes import code_of
from agreement_viewer.exchange.faults import PassphraseNeeded
from agreement_viewer.exchange.taking import Findings, examine, take
from agreement_viewer.exchange.words import content_words, sender_words, who
from agreement_viewer.i18n import translate
from agreement_viewer.restoring_words import Differing, differing
from agreement_viewer.store.backups import back_up
from agreement_viewer.store.union import Arrival
from agreement_viewer.ui import theme
from agreement_viewer.ui.dialog import LARGEST, Dialog
from agreement_viewer.ui.long_work import LongWork, Tell
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.text_table import TextTableModel, text_table

_SHOWN_AT_ONCE = 4
"""New senders; more are scrolled to."""


class _Looked(NamedTuple):
    findings: Findings
    codes: list[str]
    """Of the strangers, in their order."""


class ReceiveDialog(Dialog):
    """Looks first; what a new sender sends is taken in once the officer has ticked its code."""

    received = Signal(list)
    """It was taken in, with what came of it (`Arrival`)."""
    taken_over = Signal(str)
    """It was a handover, by an officer of this agency."""

    def __init__(
        self, session: Session, source: Path | Arrived, parent: QWidget | None = None
    ) -> None:
        """Show what the file at the path `source` would bring, or what a carrier has brought."""
        self._session = session
        self._source = source
        name = source.name if isinstance(source, Arrived) else str(source)
        self._findings: Findings | None = None
        self._is_taking = False
        body = QWidget()
        self.heading = QLabel(name, body)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.heading.setFont(theme.font(theme.Type.HEADING))
        self.heading.setToolTip(name)
        self.told = QLabel(body)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.passphrase = QLineEdit(body)
        self._unlock = QPushButton(translate("Receive", "Open"), body)
        self._unlock.clicked.connect(self.look)
        self._unlock.setAutoDefault(False)
        self.passphrase.returnPressed.connect(self.look)
        self._locked = QWidget(body)
        self.senders = QScrollArea(body)
        self.boxes: list[QCheckBox] = []
        self._asked = QLabel(body)
        self._asked.setWordWrap(True)
        self.model = TextTableModel(_headings(), body)
        self.view = text_table(self.model, translate("Receive", "What will read otherwise"), body)
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.long_work = LongWork(body)
        self.long_work.ended.connect(self._finish)
        self._lay_out(body)
        standard = QDialogButtonBox.StandardButton
        title = translate("Receive", "Receive from partner")
        super().__init__(title, body, standard.Ok | standard.Cancel, parent, LARGEST)
        self.ok = self.buttons.button(standard.Ok)
        self.ok.setText(translate("Receive", "Receive"))
        self.ok.setDefault(True)  # also while it is disabled: Enter in the passphrase leaves never
        self.buttons.button(standard.Cancel).setAutoDefault(False)
        self.look()

    def _lay_out(self, body: QWidget) -> None:
        label = QLabel(translate("Send", "Passphrase"), body)
        label.setBuddy(self.passphrase)
        self.passphrase.setAccessibleName(label.text())
        locked = QHBoxLayout(self._locked)
        locked.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.passphrase, self._unlock):
            locked.addWidget(widget)
        self.senders.setWidgetResizable(True)
        self.senders.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        for part in (self.heading, self.told, self._locked, self._asked, self.senders):
            layout.addWidget(part)
        layout.addWidget(self.view, 1)
        layout.addStretch(0)
        layout.addWidget(self.long_work)

    def look(self) -> None:
        """Read the file, off the GUI thread, and show what it would bring."""
        session, passphrase = self._session, self.passphrase.text()

        def work(tell: Tell) -> "_Looked | PassphraseNeeded":
            try:
                with self._open(passphrase, lambda done: tell(int(done * 100))) as delivery:
                    findings = examine(delivery, session.folder, session.ledger)
            except PassphraseNeeded as fault:
                return fault
            return _Looked(findings, [code_of(each.writer) for each in findings.strangers])

        for part in (self._locked, self._asked, self.senders, self.view):
            part.hide()
        self.ok.setEnabled(False)
        self.told.clear()
        self.long_work.run(translate("Receive", "Reading the file…"), work, self._show, self._say)

    def _open(self, passphrase: str, tell: carrier.Tell) -> AbstractContextManager[Delivery]:
        if isinstance(self._source, Arrived):
            return self._source.open(tell)
        return Bundle(self._source, passphrase, tell)

    def _show(self, looked: "_Looked | PassphraseNeeded") -> None:
        if isinstance(looked, PassphraseNeeded):
            self._say(str(looked))
            self._locked.show()
            self.passphrase.setFocus()
            self.passphrase.selectAll()
            return
        self._findings = findings = looked.findings
        checklist = self._session.checklist
        self.heading.setText(sender_words(checklist.agreement, findings.manifest))
        if findings.manifest.handover:
            self.setWindowTitle(translate("Receive", "Receive handover"))
        unit = self._session.settings.officer_unit
        self.told.setText("\n".join(content_words(checklist.agreement, findings, unit)))
        rows = differing(checklist, findings.arrival)
        self.model.show_rows([(row.item, row.field, row.now, _then(row)) for row in rows])
        self.view.setVisible(bool(rows))
        self.view.resizeRowsToContents()
        self._show_strangers(looked)
        self._review()
        (self.boxes[0] if self.boxes else self.ok).setFocus()

    def _show_strangers(self, looked: _Looked) -> None:
        strangers = looked.findings.strangers
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        for stranger, code in zip(strangers, looked.codes, strict=True):
            name = who(self._session.agreement, stranger.by)
            text = translate("Receive", "{name}: the code is {code}", name=name, code=code)
            box = QCheckBox(text.replace("&", "&&"), inner)
            box.setFont(theme.font(theme.Type.STRONG))
            box.toggled.connect(self._review)
            layout.addWidget(box)
            self.boxes.append(box)
        self.senders.setWidget(inner)
        few = min(len(strangers), _SHOWN_AT_ONCE) / max(len(strangers), 1)
        self.senders.setFixedHeight(int(inner.sizeHint().height() * few))
        self._asked.setText(_asked(is_handover=looked.findings.manifest.handover))
        self._asked.setVisible(bool(strangers))
        self.senders.setVisible(bool(strangers))

    def _review(self) -> None:
        self.ok.setEnabled(all(box.isChecked() for box in self.boxes))

    def _say(self, fault: str) -> None:
        self.told.setText(fault)

    def accept(self) -> None:
        """Take it in, after a backup, and close when that is done."""
        findings = self._findings
        if findings is None:
            return
        session, passphrase = self._session, self.passphrase.text()
        folder, ledger, at = session.folder, session.ledger, session.now()
        second = session.settings.backup_folder

        def work(tell: Tell) -> Arrival:
            if findings.is_new:
                folder.sign_for_backup()
                back_up(folder.path, folder.database.path, second, at, lambda done: tell(done // 2))
            with self._open(passphrase, lambda done: tell(50 + int(done * 50))) as delivery:
                return take(delivery, folder, ledger, findings, findings.strangers, at)

        self.ok.setEnabled(False)
        self._is_taking = True
        self.long_work.run(translate("Receive", "Receiving…"), work, self._taken, self._say)

    def _finish(self) -> None:
        self._is_taking = False
        if self._findings:
            self._review()

    def _taken(self, arrival: Arrival) -> None:
        self._session.refresh()
        self.received.emit([arrival])
        if self._findings and self._findings.manifest.handover:
            self.taken_over.emit(self._findings.manifest.by.unit)
        super().accept()

    def done(self, result: int) -> None:
        """See Qt. While it works, closing it stops the work first."""
        if self.long_work.is_running:
            self.long_work.stop()
        if not self._is_taking:
            super().done(result)


def _asked(*, is_handover: bool) -> str:
    if is_handover:
        return translate(
            "Receive",
            "Not received from before. Compare each code with the signed record, or call the"
            " predecessor, and tick it only where it is the same:",
        )
    return translate(
        "Receive",
        "Sent from here for the first time. Call the sender, compare the code, and tick it only"
        " where it is the same:",
    )


def _then(row: Differing) -> str:
    two = translate("Receive", "not settled") if row.opens_difference else ""
    return f"{row.then} ({two})" if two else row.then


def _headings() -> tuple[str, ...]:
    return (
        translate("Receive", "Item or task"),
        translate("Receive", "Field"),
        translate("Receive", "Now"),
        translate("Receive", "Afterwards"),
    )
