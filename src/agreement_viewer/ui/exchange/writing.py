"""Writing a file for somebody else: what sending and handing over have in common."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.exchange import SUFFIX
from agreement_viewer.exchange.codes import code_of
from agreement_viewer.exchange.senders import earlier_writers
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.counting import Cut
from agreement_viewer.ui import theme
from agreement_viewer.ui.asking_files import ask_target
from agreement_viewer.ui.dialog import Dialog
from agreement_viewer.ui.exchange.exchanging import file_filter
from agreement_viewer.ui.long_work import LongWork, Tell
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone

_LEAST_WIDTH = 640


class WritingDialog(Dialog):
    """Stays open when the file is written: the codes are read out on the telephone."""

    def __init__(
        self,
        title: str,
        name: str,
        fields: Iterable[tuple[str, QWidget]],
        explanation: str,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        """`fields` say to whom; `name` is what the file's name begins with."""
        self._session = session
        self._title = title
        self._name = name
        body = QWidget()
        body.setMinimumWidth(_LEAST_WIDTH)
        self.notice = Strip(Tone.INFO, body)
        self.fault = Strip(Tone.BAD, body)
        self.passphrase = QLineEdit(body)
        self.passphrase.setPlaceholderText(translate("Send", "none"))
        self.code = _code(body)
        self.code.setFont(theme.font(theme.Type.TITLE))
        self.earlier = _code(body)
        self.long_work = LongWork(body)
        self.long_work.begun.connect(self._enable)
        self.long_work.ended.connect(self._enable)
        self._codes: dict[str, str] = {}
        self._fields = [*fields, (translate("Send", "Passphrase"), self.passphrase)]
        self._rows = QFormLayout()
        self._lay_out(body, explanation)
        standard = QDialogButtonBox.StandardButton
        super().__init__(title, body, standard.Ok | standard.Close, parent)
        for (_, stop), (_, following) in pairwise(self._fields):
            self.setTabOrder(stop, following)
        self._fields[0][1].setFocus()
        self.ok = self.buttons.button(standard.Ok)
        self.ok.setText(translate("Send", "Write file…"))
        self.ok.setDefault(True)
        self._earlier = earlier_writers(session.folder, session.ledger, None)
        writers = [session.ledger.writer, *self._earlier]
        self.work(lambda: list(map(code_of, writers)), self._show_codes, self._fail)

    def _lay_out(self, body: QWidget, explanation: str) -> None:
        rows = self._rows
        rows.setHorizontalSpacing(theme.L)
        rows.setVerticalSpacing(theme.S)
        codes = (
            (translate("Send", "Code of this computer"), self.code),
            (translate("Send", "Earlier codes of this computer"), self.earlier),
        )
        for label, editor in (*self._fields, *codes):
            editor.setAccessibleName(label)
            rows.addRow(label, editor)
        rows.setRowVisible(self.earlier, False)
        explained = QLabel(explanation, body)
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

    def _show_codes(self, codes: list[str]) -> None:
        own, *earlier = codes
        self.code.setText(own)
        self.code.setAccessibleName(translate("Send", "Code of this computer: {code}", code=own))
        self._codes = dict(zip(self._earlier, earlier, strict=True))
        self.show_earlier()

    def show_earlier(self) -> None:
        """Show the codes that the receiver will be asked for beside the newest one."""
        session = self._session
        asked = earlier_writers(session.folder, session.ledger, self.base())
        codes = "   ".join(self._codes[writer] for writer in asked if writer in self._codes)
        self.earlier.setText(codes)
        self.earlier.setAccessibleName(
            translate("Send", "Earlier codes of this computer: {codes}", codes=codes)
        )
        self._rows.setRowVisible(self.earlier, bool(codes))
        self._grow()

    def base(self) -> Cut | None:
        """What the receiver has seen; None where the whole is given."""
        return None

    def job(self, path: Path) -> Callable[[Callable[[float], object]], str]:
        """What writes the file at `path`, off the GUI thread, and then says what was written."""
        raise NotImplementedError

    def _enable(self) -> None:
        for widget in (self.ok, *(editor for _label, editor in self._fields)):
            widget.setEnabled(not self.long_work.is_running)

    def accept(self) -> None:
        """Ask where to, then write."""
        session = self._session
        party = session.agreement.party(session.officer.unit)
        sender, now = party.short if party else session.officer.name, session.now()
        name = f"{self._name} {sender} {now:%d-%m-%Y %Hh%M}{SUFFIX}"
        ask_target(self, session.settings, "exchange", self._title, name, file_filter(), self.write)

    def write(self, path: Path) -> None:
        """Write the file at `path`, off the GUI thread."""
        job = self.job(path)

        def work(tell: Tell) -> str:
            return job(lambda done: tell(int(done * 100)))

        self.notice.hide()
        self.fault.hide()
        self.long_work.run(translate("Send", "Writing…"), work, self._written, self._fail)

    def _written(self, words: str) -> None:
        self._say(self.notice, words)

    def _fail(self, fault: str) -> None:
        self._say(self.fault, fault)

    def _say(self, strip: Strip, text: str) -> None:
        strip.tell(text)
        self._grow()

    def _grow(self) -> None:
        self.ensurePolished()
        self.resize(self.size().expandedTo(self.sizeHint()))

    def done(self, result: int) -> None:
        """See Qt. While it writes, closing it stops the writing first."""
        if self.long_work.is_running:
            self.long_work.stop()
        else:
            super().done(result)


def _code(parent: QWidget) -> QLabel:
    label = QLabel(translate("Send", "being reckoned…"), parent)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
