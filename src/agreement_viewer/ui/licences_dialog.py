"""The licences of the program and of its parts, to be read in full."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.i18n import translate
from agreement_viewer.licences import licence_files
from agreement_viewer.ui import theme
from agreement_viewer.ui.dialog import Dialog

_SIZE: Final = QSize(900, 500)
_SHARES: Final = (1, 3)
_BETWEEN: Final = "\n\n" + "─" * 40 + "\n\n"
"""Between two texts of one part."""


class LicencesDialog(Dialog):
    """The parts at the left; beside them the text of the one that is chosen, read when shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._files = licence_files()
        body = QWidget()
        note = QLabel(
            translate(
                "Licences",
                "Qt and PySide6 are used under the LGPL 3. They are libraries of their own, in the"
                " folder PySide6 of the program, and may be replaced by compatible ones.",
            ),
            body,
        )
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        split = QSplitter(Qt.Orientation.Horizontal, body)
        self.parts = QListWidget(split)
        self.parts.setAccessibleName(translate("Licences", "Parts of the program"))
        self.parts.setSpacing(theme.XS // 2)
        self.parts.addItems(list(self._files))
        self.parts.setMinimumWidth(_width(self.parts))
        self.text = QPlainTextEdit(split)
        self.text.setAccessibleName(translate("Licences", "Licence"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        split.setChildrenCollapsible(False)
        for place, share in enumerate(_SHARES):
            split.setStretchFactor(place, share)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        layout.addWidget(note)
        layout.addWidget(split, 1)
        close = QDialogButtonBox.StandardButton.Close
        super().__init__(translate("Licences", "Licence texts"), body, close, parent, _SIZE)
        self.parts.currentTextChanged.connect(self._show)
        self.parts.setCurrentRow(0)
        self.parts.setFocus()

    def _show(self, part: str) -> None:
        texts = [file.read_text("utf-8", "replace").strip() for file in self._files[part]]
        self.text.setPlainText(
            _BETWEEN.join(texts)
            or translate("Licences", "This part brings no text of its licence along.")
        )


def _width(parts: QListWidget) -> int:
    """What the longest name needs, with a scroll bar beside it."""
    edges = 2 * (parts.frameWidth() + parts.spacing())
    return parts.sizeHintForColumn(0) + edges + parts.verticalScrollBar().sizeHint().width()
