"""Sending: to whom, whether under a passphrase, and the code that the other officer asks for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from agreement_viewer.exchange.bundle import write_bundle
from agreement_viewer.exchange.carrier import Tell
from agreement_viewer.exchange.outgoing import gather
from agreement_viewer.exchange.words import left_out_words, who, written_words
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.counting import Cut
from agreement_viewer.store.partners import heard_of
from agreement_viewer.ui.exchange.writing import WritingDialog
from agreement_viewer.ui.fields.combo import FramedCombo
from agreement_viewer.ui.session import Session


class SendDialog(WritingDialog):
    """What a partner has not seen yet, or everything."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.receiver = _receivers(session)
        super().__init__(
            translate("Send", "Send to partner"),
            session.agreement.short_title,
            [(translate("Send", "To"), self.receiver)],
            translate(
                "Send",
                "Whoever receives from this computer for the first time compares its code by"
                " telephone. A passphrase is told by telephone too, never sent with the file.",
            ),
            session,
            parent,
        )
        self.receiver.currentIndexChanged.connect(self.show_earlier)

    def base(self) -> Cut | None:
        """What the chosen receiver had when it last sent something."""
        base: Cut | None = self.receiver.currentData()
        return base

    def job(self, path: Path) -> Callable[[Tell], str]:
        """See WritingDialog."""
        session, passphrase, base = self._session, self.passphrase.text(), self.base()
        folder, ledger, by, at = session.folder, session.ledger, session.officer, session.now()

        def write(tell: Tell) -> str:
            outgoing = gather(folder, ledger, by, at, base)
            write_bundle(path, outgoing, folder, passphrase, tell)
            return "\n".join((written_words(outgoing, path), *left_out_words(outgoing)))

        return write


def _receivers(session: Session) -> FramedCombo:
    """Other agencies come before colleagues: a predecessor, who handed over, is one of these."""
    receivers = FramedCombo()
    agreement = session.agreement
    with session.folder.database.reading() as connection:
        known = heard_of(connection, agreement.id)
    own = session.officer.unit
    for partner, cut in sorted(known, key=lambda heard: heard[0].by.unit == own):
        name = who(agreement, partner.by)
        receivers.addItem(translate("Send", "{name}: what is new", name=name), cut)
    receivers.addItem(translate("Send", "Anybody: everything"), None)
    return receivers
