"""Handing over: to whom, and the record that both sign beside the file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from agreement_viewer.exchange.carrier import Tell
from agreement_viewer.exchange.words import handed_over_words, left_out_words
from agreement_viewer.handing_over import hand_over
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.text import clean
from agreement_viewer.report.handover import Person
from agreement_viewer.ui.exchange.writing import WritingDialog
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.identity import LONGEST_NAME


class HandOverDialog(WritingDialog):
    """Everything that is recorded here, for the officer who goes on with it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.name, self.unit = _by_hand(), _by_hand()
        super().__init__(
            translate("HandOver", "Hand over"),
            translate("HandOver", "Handover {title}", title=session.agreement.short_title),
            [
                (translate("HandOver", "Receiver"), self.name),
                (translate("HandOver", "Receiver's agency or unit"), self.unit),
            ],
            translate(
                "HandOver",
                "Everything recorded here goes into one file, with the files of evidence; beside it"
                " the record for both sides to sign is written as PDF. It bears the codes that the"
                " receiver compares. A passphrase is told by word of mouth.",
            ),
            session,
            parent,
        )

    def job(self, path: Path) -> Callable[[Tell], str]:
        """See WritingDialog."""
        session, passphrase = self._session, self.passphrase.text()
        folder, ledger, by, at = session.folder, session.ledger, session.officer, session.now()
        receiver = Person(clean(self.name.text()), clean(self.unit.text()))

        def write(tell: Tell) -> str:
            outgoing, record = hand_over(path, folder, ledger, by, at, receiver, passphrase, tell)
            return "\n".join((handed_over_words(outgoing, record), *left_out_words(outgoing)))

        return write


def _by_hand() -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(LONGEST_NAME)
    field.setPlaceholderText(translate("HandOver", "to be filled in by hand"))
    return field
