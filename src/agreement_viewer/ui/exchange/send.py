"""Sending: to whom, whether under a passphrase, and the code that the other officer asks for."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.exchange.bundle import SUFFIX, write_bundle
from agreement_viewer.exchange.codes import code_of
from agreement_viewer.exchange.outgoing import Outgoing, gather
from agreement_viewer.exchange.words import left_out_words, who, written_words
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.counting import Cut
from agreement_viewer.store.partners import heard_of
from agreement_viewer.ui import theme
from agreement_viewer.ui.dialog import Dialog
from agreement_viewer.ui.exchange.exchanging import file_filter
from agreement_viewer.ui.fields.combo import FramedCombo
from agreement_viewer.ui.long_work import LongWork, Tell
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone

_LEAST_WIDTH = 640


class SendDialog(Dialog):
    """Stays open when the file is written: the code is read out on the telephone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._session = session
        body = QWidget()
        body.setMinimumWidth(_LEAST_WIDTH)
        self.notice = Strip(Tone.INFO, body)
        self.fault = Strip(Tone.BAD, body)
        self.receiver = FramedCombo(body)
        self._offer_receivers()
        self.passphrase = QLineEdit(body)
        self.passphrase.setPlaceholderText(translate("Send", "none"))
        self.code = QLabel(translate("Send", "being reckoned…"), body)
        self.code.setFont(theme.font(theme.Type.TITLE))
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.long_work = LongWork(body)
        self.long_work.begun.connect(self._enable)
        self.long_work.ended.connect(self._enable)
        self._lay_out(body)
        standard = QDialogButtonBox.StandardButton
        title = translate("Send", "Send to partner")
        super().__init__(title, body, standard.Ok | standard.Close, parent)
        self.ok = self.buttons.button(standard.Ok)
        self.ok.setText(translate("Send", "Write file…"))
        self.ok.setDefault(True)
        writer = session.ledger.writer
        self.work(lambda: code_of(writer), self._show_code, self._fail)

    def _lay_out(self, body: QWidget) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(theme.L)
        rows.setVerticalSpacing(theme.S)
        fields = (
            (translate("Send", "To"), self.receiver),
            (translate("Send", "Passphrase"), self.passphrase),
            (translate("Send", "Code of this computer"), self.code),
        )
        for label, editor in fields:
            editor.setAccessibleName(label)
            rows.addRow(label, editor)
        explained = QLabel(
            translate(
                "Send",
                "Whoever receives from this computer for the first time compares its code by"
                " telephone. A passphrase is told by telephone too, never sent with the file.",
            ),
            body,
        )
        explained.setWordWrap(True)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        layout.addWidget(self.notice)
        layout.addWidget(self.fault)
        layout.addLayout(rows)
        layout.addWidget(explained)
        layout.addStretch(1)
        layout.addWidget(self.long_work)

    def _offer_receivers(self) -> None:
        agreement = self._session.agreement
        with self._session.folder.database.reading() as connection:
            known = heard_of(connection, agreement.id)
        for partner, cut in known:
            name = who(agreement, partner.by)
            self.receiver.addItem(translate("Send", "{name}: what is new", name=name), cut)
        self.receiver.addItem(translate("Send", "Anybody: everything"), None)

    def _show_code(self, code: str) -> None:
        self.code.setText(code)
        self.code.setAccessibleName(translate("Send", "Code of this computer: {code}", code=code))

    def _enable(self) -> None:
        for widget in (self.ok, self.receiver, self.passphrase):
            widget.setEnabled(not self.long_work.is_running)

    def accept(self) -> None:
        """Ask where to, then write."""
        day = f"{self._session.now():%Y-%m-%d}"
        name = f"{self._session.agreement.short_title} {day}{SUFFIX}"
        dialog = QFileDialog(self, translate("Send", "Send to partner"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(file_filter())
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the file at `path`, off the GUI thread."""
        session, passphrase = self._session, self.passphrase.text()
        base: Cut | None = self.receiver.currentData()
        folder, ledger, by, at = session.folder, session.ledger, session.officer, session.now()

        def work(tell: Tell) -> Outgoing:
            outgoing = gather(folder, ledger, by, at, base)
            write_bundle(path, outgoing, folder, passphrase, lambda done: tell(int(done * 100)))
            return outgoing

        self.notice.hide()
        self.fault.hide()
        self.long_work.run(translate("Send", "Writing…"), work, self._written, self._fail)

    def _written(self, outgoing: Outgoing) -> None:
        self._say(self.notice, "\n".join((written_words(outgoing), *left_out_words(outgoing))))

    def _fail(self, fault: str) -> None:
        self._say(self.fault, fault)

    def _say(self, strip: Strip, text: str) -> None:
        strip.tell(text)
        self.ensurePolished()
        self.resize(self.size().expandedTo(self.sizeHint()))

    def done(self, result: int) -> None:
        """See Qt. While it writes, closing it stops the writing first."""
        if self.long_work.is_running:
            self.long_work.stop()
        else:
            super().done(result)
