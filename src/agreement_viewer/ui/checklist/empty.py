"""What stands in the list's place when nothing meets the criteria: why, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui import theme


class NothingFound(QWidget):
    """Lies over the empty list, so that the list itself keeps the keyboard."""

    cleared = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        text = QLabel(translate("Checklist", "Nothing found"), self)
        button = QPushButton(translate("Checklist", "Clear filters"), self)
        button.clicked.connect(self.cleared)
        column = QVBoxLayout(self)
        column.setSpacing(theme.M)
        for widget in (text, button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        around = QVBoxLayout(over)
        around.addWidget(self, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()
