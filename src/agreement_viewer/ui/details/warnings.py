"""What an officer must know before writing on an item, as plain lines."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import MISSING, Entry
from agreement_viewer.ledger.fields import WITHDRAWN
from agreement_viewer.ledger.words import who_words
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.notice import Notice
from agreement_viewer.ui.session import Session


class Warnings(QWidget):
    """Missing items, changed wording, changes of a newer version, a contested withdrawal."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entry: Entry | None = None
        self._plain = Notice("warning", self)
        self._withdrawn = Notice("warning", self)
        self._withdrawn.offer(translate("Details", "Bring back"), self._bring_back)
        self._withdrawn.offer(translate("Details", "Withdraw all the same"), self._withdraw)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(self._plain)
        layout.addWidget(self._withdrawn)

    def show_entry(self, entry: Entry) -> None:
        """Warn of what there is to warn of."""
        self._entry = entry
        self._plain.say("\n".join(self._sentences(entry)))
        self._withdrawn.say(self._withdrawal(entry))
        self.setVisible(not (self._plain.isHidden() and self._withdrawn.isHidden()))

    def _sentences(self, entry: Entry) -> list[str]:
        sentences = []
        if entry.kind == MISSING:
            sentences.append(
                translate(
                    "Details",
                    "The programme's file has this item no more. What was recorded on it is kept.",
                )
            )
        if entry.id in self._session.ledger.reworded:
            sentences.append(
                translate(
                    "Details",
                    "The wording in the programme's file differs from that of the first opening.",
                )
            )
        if entry.not_understood():
            sentences.append(
                translate(
                    "Details",
                    "Some changes need a newer version of the program; they are kept as they are.",
                )
            )
        return sentences

    def _withdrawal(self, entry: Entry) -> str:
        marks = [head for head in entry.cell(WITHDRAWN).heads if head.value is True]
        if not marks or WITHDRAWN not in entry.differences():
            return ""
        return translate(
            "Details",
            "{who} withdrew this while others went on with it.",
            who=who_words(self._session.agreement, marks[-1]),
        )

    def _bring_back(self) -> None:
        if self._entry:
            self._session.perform(actions.bring_back(self._entry))

    def _withdraw(self) -> None:
        if self._entry:
            self._session.perform(actions.withdraw(self._entry))
