"""A long text of which four lines show until more is wanted."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption

from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.theme import Type

LINES: Final = 4


class FoldedLabel(Label):
    """Ends in "…" while folded. Its accessible name is always the whole text."""

    fits_changed = Signal(bool)
    """Whether the whole text fits in the lines shown while folded."""

    def __init__(self, kind: Type = Type.BODY) -> None:
        self._whole = ""
        self._folded = True
        self._fits = True
        super().__init__("", kind)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    @property
    def fits(self) -> bool:
        """Whether there is nothing to fold."""
        return self._fits

    def say(self, text: str, tone: str | None = None) -> None:
        """Show `text`, folded."""
        super().say(text, tone)
        self._whole = self.text()
        self.fold(True)

    def fold(self, folded: bool) -> None:
        """Show four lines at most, or all."""
        self._folded = folded
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._cut()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._cut()

    def _cut(self) -> None:
        end = self._end_of_last_line()
        fits = end == len(self._whole)
        cut = self._folded and not fits
        self.setText(f"{self._whole[:end].rstrip()}…" if cut else self._whole)
        if fits != self._fits:
            self._fits = fits
            self.fits_changed.emit(fits)

    def _end_of_last_line(self) -> int:
        """How much of the text stands in the first lines, leaving room for the "…"."""
        layout = QTextLayout(self._whole, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        width = self.contentsRect().width()
        layout.beginLayout()
        end = 0
        for number in range(1, LINES + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            end = line.textStart() + line.textLength()
            if number == LINES and end < len(self._whole):
                line.setLineWidth(width - 2 * self.fontMetrics().horizontalAdvance("…"))
                end = line.textStart() + line.textLength()
        layout.endLayout()
        return end
