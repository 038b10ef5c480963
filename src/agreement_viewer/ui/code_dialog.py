"""Checking a report's code: which report it is of, and whether its figures still hold."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.proof import check, in_words
from agreement_viewer.ui import theme
from agreement_viewer.ui.dialog import Dialog
from agreement_viewer.ui.session import Session

_LETTERS_SHOWN = 18


class CodeDialog(Dialog):
    """Stays open: somebody may hold several papers."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._session = session
        body = QWidget()
        label = translate("Code", "Verification code")
        self.code = QLineEdit(body)
        self.code.setAccessibleName(label)
        self.code.setPlaceholderText("XXXX-XXXX-XXXX")
        self.code.setMinimumWidth(self.code.fontMetrics().averageCharWidth() * _LETTERS_SHOWN * 2)
        self.answer = QLabel(translate("Code", "It stands at the foot of the last annex."), body)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setWordWrap(True)
        self.answer.setMinimumHeight(self.answer.fontMetrics().lineSpacing() * 3)
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        rows = QFormLayout()
        rows.setHorizontalSpacing(theme.L)
        rows.addRow(label, self.code)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        layout.addLayout(rows)
        layout.addWidget(self.answer, 1)
        buttons = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Close
        super().__init__(translate("Code", "Check a code"), body, buttons, parent)
        self._ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(translate("Code", "Check"))
        self.code.setFocus()

    def accept(self) -> None:
        """Look the code up and make its report again."""
        code, zone = self.code.text(), self._session.now().tzinfo

        def look_up() -> str:
            with self._session.ledger.aside() as ledger:
                return in_words(check(ledger, code, zone))

        self._ok.setEnabled(False)
        self.answer.setText(translate("Code", "Checking…"))
        self.work(look_up, self._answer, self._answer)

    def _answer(self, sentence: str) -> None:
        self._ok.setEnabled(True)
        self.answer.setText(sentence)
        self.code.selectAll()
        self.code.setFocus()
