"""The tools above a report's pages, and what is going on at the moment."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui import theme
from agreement_viewer.ui.flow_layout import FlowLayout
from agreement_viewer.ui.icons import icon
from agreement_viewer.ui.paper.page_view import PageView

_FILES: Final = {
    ".pdf": "mdi6.file-pdf-box",
    ".docx": "mdi6.file-word-outline",
    ".xlsx": "mdi6.file-excel-outline",
}


class PreviewBar(QWidget):
    """Buttons that are there once the pages are, a line of text, and a progress with a cancel."""

    print_wanted = Signal()
    export_wanted = Signal(str)
    """Write what is shown to a file with this ending."""
    cancelled = Signal()

    def __init__(self, pages: PageView, check: QPushButton, parent: QWidget) -> None:
        """`check` is one more button, for the end of the bar."""
        super().__init__(parent)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QProgressBar(self)
        self._progress.setAccessibleName(translate("Preview", "Progress"))
        self._cancel = self._button(translate("Preview", "Cancel"), "mdi6.close", self.cancelled)
        self._tools = [self._print_button(), *self._file_buttons(), *self._zoom_buttons(pages)]
        self._lay_out(check)
        self._tools.append(check)

    def say(self, text: str) -> None:
        """Show `text` beside the buttons."""
        self._label.setText(text)

    def begin(self, text: str) -> None:
        """Something is going on, of which nobody knows how long it takes."""
        self.say(text)
        self._progress.setRange(0, 0)
        self._be_busy(busy=True)

    def advance(self, done: int, steps: int) -> None:
        """It has come so far."""
        self._progress.setRange(0, steps)
        self._progress.setValue(done)

    def end(self, text: str) -> None:
        """It is over; `text` tells what came of it."""
        self.say(text)
        self._be_busy(busy=False)

    def fail(self, text: str) -> None:
        """There is nothing to use the tools on; `text` tells why."""
        self.say(text)
        self._progress.hide()

    def _be_busy(self, *, busy: bool) -> None:
        for button in self._tools:
            button.setEnabled(not busy)
        self._progress.setVisible(busy)
        self._cancel.setVisible(busy)

    def _print_button(self) -> QPushButton:
        text = translate("Preview", "Print…")
        button = self._button(text, "mdi6.printer-outline", self.print_wanted)
        button.setShortcut(QKeySequence.StandardKey.Print)
        button.setDefault(True)
        return button

    def _file_buttons(self) -> list[QPushButton]:
        names = (
            translate("Preview", "PDF"),
            translate("Preview", "Word"),
            translate("Preview", "Excel"),
        )
        buttons = []
        for name, (suffix, picture) in zip(names, _FILES.items(), strict=True):
            button = self._button(name, picture)
            button.clicked.connect(lambda _checked=False, end=suffix: self.export_wanted.emit(end))
            buttons.append(button)
        buttons[0].setShortcut(QKeySequence("Ctrl+E"))
        return buttons

    def _zoom_buttons(self, pages: PageView) -> list[QPushButton]:
        smaller = self._button(translate("Preview", "Smaller"), "mdi6.minus", pages.zoom_out)
        smaller.setShortcut(QKeySequence.StandardKey.ZoomOut)
        larger = self._button(translate("Preview", "Larger"), "mdi6.plus", pages.zoom_in)
        larger.setShortcut(QKeySequence.StandardKey.ZoomIn)
        text = translate("Preview", "Fit width")
        return [
            smaller,
            larger,
            self._button(text, "mdi6.arrow-expand-horizontal", pages.fit_width),
        ]

    def _button(self, text: str, name: str, slot: object = None) -> QPushButton:
        button = QPushButton(icon(name), text, self)
        if slot is not None:
            button.clicked.connect(slot)
        return button

    def _lay_out(self, check: QPushButton) -> None:
        tools = FlowLayout()  # with large text they take two lines
        for button in self._tools:
            tools.addWidget(button)
        state = QHBoxLayout()
        for widget in (self._label, self._progress, self._cancel, check):
            state.addWidget(widget)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(theme.S)
        bar.addLayout(tools, 1)
        bar.addLayout(state)
        bar.setAlignment(state, Qt.AlignmentFlag.AlignTop)
