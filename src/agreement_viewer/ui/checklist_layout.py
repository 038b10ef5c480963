"""Where the parts of a row lie: heights by the font, columns by the width.

Rows have one height for each kind, so that a list of thousands is laid out without measuring any
text. A wording gets two lines, or three where the list is narrow; what does not fit ends in "…".
"""

import math
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from agreement_viewer.ledger.status import Status, Timeliness, status_label, timeliness_label
from agreement_viewer.ui import theme
from agreement_viewer.ui.theme import Type

_WIDE_ENOUGH: Final = 34
"""From this width on, in line heights, the deadline has a column of its own."""
_TWO_LINES: Final = 15.5
"""From this width of the wording on, in line heights, two lines are enough."""
_SAMPLE_DEADLINE: Final = "00/00/0000"


class Parts(NamedTuple):
    """The parts of an entry's row."""

    chevron: QRectF
    mark: QRectF
    number: QRectF
    wording: QRectF
    standing: QRectF
    deadline: QRectF
    """Empty where the list is too narrow for it."""


class RowLayout:
    """The measures for one width and the fonts in use."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.body = theme.font(Type.BODY)
        self.strong = theme.font(Type.STRONG)
        self.heading = theme.font(Type.HEADING)
        self.caption = theme.font(Type.CAPTION)
        line = QFontMetricsF(self.body).height()
        self.pitch = math.ceil(line) - 1
        self.caption_pitch = math.ceil(QFontMetricsF(self.caption).height())
        self.mark = round(line * 0.95)
        self._number = math.ceil(_advance(self.body, "00.00"))
        self.standing = self._standing_width()
        self.deadline = math.ceil(_advance(self.caption, _SAMPLE_DEADLINE)) + theme.M
        if width < _WIDE_ENOUGH * line:
            self.deadline = 0
        self.lines = 2 if self._wording_width() >= _TWO_LINES * line else 3
        self.entry_height = self.lines * self.pitch + theme.XS
        self.section_height = math.ceil(QFontMetricsF(self.heading).height()) + theme.XS + 2
        self.add_height = self.pitch + theme.S

    def _standing_width(self) -> int:
        body = max(_advance(self.body, status_label(status)) for status in Status)
        caption = max(_advance(self.caption, timeliness_label(value)) for value in Timeliness)
        return min(math.ceil(max(body, caption)), self.width * 2 // 5)

    def _wording_width(self) -> float:
        return self.parts(QRect(0, 0, self.width, 0), is_task=False).wording.width()

    def parts(self, row: QRect, *, is_task: bool) -> Parts:
        """The parts of an entry's row that fills `row`."""
        box = QRectF(row)
        chevron = QRectF(box.left() + theme.XS, box.top(), theme.L, box.height())
        left = chevron.right() + (theme.L if is_task else 0)
        mark = QRectF(left, box.top(), self.mark + theme.S, box.height())
        number = QRectF(mark.right(), box.top(), self._number_width(is_task), box.height())
        right = box.right() - theme.S
        deadline = QRectF(right - self.deadline, box.top(), self.deadline, box.height())
        standing_left = deadline.left() - self.standing - (theme.S if self.deadline else 0)
        standing = QRectF(standing_left, box.top(), self.standing, box.height())
        wording = QRectF(number.right(), box.top(), 0, box.height())
        wording.setRight(standing.left() - theme.M)
        return Parts(chevron, mark, number, wording, standing, deadline)

    def _number_width(self, is_task: bool) -> float:
        return self._number if is_task else self._number * 0.5

    def mark_box(self, area: QRectF) -> QRectF:
        """The square that the mark is drawn into."""
        box = QRectF(0, 0, self.mark, self.mark)
        box.moveCenter(area.center())
        return box.translated(-theme.XS / 2, 0)


def _advance(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
