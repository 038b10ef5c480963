"""What is being copied or checked, while it lasts, and the way to give it up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.theme import Type


class BusyLine(QWidget):
    """Hidden while nothing is being done."""

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._doing = Label("", Type.CAPTION, "muted")
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(translate("Evidence", "Progress"))
        cancel = QPushButton(translate("Evidence", "Cancel"), self)
        cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._doing, 1)
        layout.addWidget(bar, 1)
        layout.addWidget(cancel)
        self.hide()

    def say(self, doing: str) -> None:
        """Show what is being done; "" when it has ended."""
        self._doing.say(doing)
        self.setVisible(bool(doing))
