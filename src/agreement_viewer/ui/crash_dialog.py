"""What an officer is told when the program had to end, with a text to copy."""

import sys
from typing import Final

from PySide6.QtCore import QProcess, QSize
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.i18n import translate
from agreement_viewer.ui import theme
from agreement_viewer.ui.dialog import Dialog

_SIZE: Final = QSize(640, 420)


class CrashDialog(Dialog):
    """Accepted where the program is to be started again."""

    def __init__(self, text: str) -> None:
        body = QWidget()
        told = QLabel(
            translate(
                "Crash",
                "A fault in the program has ended it. Whatever was shown as saved is saved; what"
                " was being typed is offered again at the next start.",
            ),
            body,
        )
        told.setWordWrap(True)
        hint = translate(
            "Crash", "For those who look after the program; it holds nothing of the data:"
        )
        caption = QLabel(hint, body)
        caption.setWordWrap(True)
        self.text = QPlainTextEdit(text, body)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(hint)
        caption.setBuddy(self.text)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(told)
        layout.addSpacing(theme.S)
        layout.addWidget(caption)
        layout.addWidget(self.text, 1)
        title = translate("Crash", "The program had to end")
        super().__init__(title, body, QDialogButtonBox.StandardButton.Close, wanted=_SIZE)
        role = QDialogButtonBox.ButtonRole
        self.copy = self.buttons.addButton(translate("Crash", "Copy the text"), role.ActionRole)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
        self.again = self.buttons.addButton(translate("Crash", "Start again"), role.AcceptRole)
        self.again.setDefault(True)
        self.again.setFocus()


def start_again() -> None:
    """Start the program as this process was started."""
    QProcess.startDetached(sys.executable, sys.orig_argv[1:])
