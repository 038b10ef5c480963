"""Taking a state secret out of the record: what happens, why, and a confirmation that is typed."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.history_words import Event, event_words
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.text import clean
from agreement_viewer.ledger.words import when_words, who_words
from agreement_viewer.redaction_words import confirmation_word, consequences, is_confirmed
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.dialog import Dialog
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone
from agreement_viewer.ui.theme import Type

_LONGEST: Final = 160
_WIDTH: Final = 620


class RedactionDialog(Dialog):
    """Nothing happens before a reason is given and the word of confirmation is typed."""

    def __init__(self, session: Session, event: Event, parent: QWidget | None = None) -> None:
        self._session = session
        self._changes = event.redactable()
        self._item = event.change.item
        self._is_working = False
        body = QWidget()
        body.setMinimumWidth(_WIDTH)
        self.fault = Strip(Tone.BAD, body)
        self.reason = QLineEdit(body)
        self.reason.setMaxLength(300)
        self.confirmation = QLineEdit(body)
        self.confirmation.setPlaceholderText(confirmation_word())
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self.fault)
        who = f"{when_words(event.change)} · {who_words(session.agreement, event.change)}"
        layout.addWidget(Label(who, Type.CAPTION, "muted"))
        layout.addWidget(Label(event_words(event, _LONGEST), Type.STRONG))
        for sentence in consequences():
            layout.addWidget(_paragraph(sentence, body))
        layout.addSpacing(theme.S)
        layout.addLayout(self._rows())
        layout.addStretch(1)
        buttons = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        super().__init__(translate("Redaction", "Remove a secret"), body, buttons, parent)
        self.ok: QPushButton = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(translate("Redaction", "Remove for ever"))
        for line in (self.reason, self.confirmation):
            line.textChanged.connect(self._enable)
        self._enable()
        self.reason.setFocus()

    def _rows(self) -> QFormLayout:
        rows = QFormLayout()
        rows.setHorizontalSpacing(theme.L)
        lines = {
            translate("Redaction", "Reason, without the secret itself"): self.reason,
            translate("Redaction", "Type {word} to confirm", word=confirmation_word()): (
                self.confirmation
            ),
        }
        for label, line in lines.items():
            line.setAccessibleName(label)
            rows.addRow(label, line)
        return rows

    def _enable(self) -> None:
        given = bool(clean(self.reason.text())) and is_confirmed(self.confirmation.text())
        self.ok.setEnabled(given and not self._is_working)

    def accept(self) -> None:
        """Take it out, off the GUI thread; stay open where something is left to do."""
        if not self.ok.isEnabled():
            return
        self._set_working(True)
        self.ok.setText(translate("Redaction", "Removing…"))
        redact = self._session.redaction(self._changes, clean(self.reason.text()))
        self.work(redact, lambda _none: self._end(), self._fail)

    def reject(self) -> None:
        """See Qt; what has begun is not left."""
        if not self._is_working:
            super().reject()

    def _end(self) -> None:
        self._set_working(False)
        super().accept()
        self._session.redacted(self._item)
        self._session.refused.emit(
            translate("Redaction", "Removed. The history tells who removed it, when and why.")
        )

    def _fail(self, sentence: str) -> None:
        self._set_working(False)
        self.ok.setText(translate("Redaction", "Remove for ever"))
        self.fault.tell(sentence)
        self._session.redacted(self._item)

    def _set_working(self, working: bool) -> None:
        self._is_working = working
        for widget in (self.reason, self.confirmation, self.buttons):
            widget.setEnabled(not working)
        self._enable()


def _paragraph(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
