"""Where the parts of a row lie: heights by the font, columns by the width.

Rows have one height for each kind, so that a list of thousands is laid out without measuring any
text. A wording gets two lines, and three where the list is narrow; what does not fit ends in "…".
"""

import datetime
import math
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from agreement_viewer.ledger.deadline import Day, Due, Month, Quarter, describe
from agreement_viewer.ledger.status import Status, Timeliness, status_label, timeliness_label
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist_words import open_tasks_label
from agreement_viewer.ui.theme import Type

_WIDE_ENOUGH: Final = 36
"""From this width on, in line heights, two lines and a column for the deadline do."""
_DEADLINES: Final[tuple[Due, ...]] = (
    Month(2000, 12),
    Quarter(2000, 3),
    Day(datetime.date(2000, 12, 30)),
)
"""The deadline's column has room for these; a condition is broken into lines."""

_MANY: Final = 10
"""... and for this many open tasks."""


class Parts(NamedTuple):
    """The parts of an entry's row."""

    chevron: QRectF
    mark: QRectF
    number: QRectF
    wording: QRectF
    standing: QRectF
    deadline: QRectF
    """Without width where the list is narrow: the deadline then stands below the standing."""


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
        is_wide = width >= _WIDE_ENOUGH * line
        self.deadline = self._deadline_width() if is_wide else 0
        self.lines = 2 if is_wide else 3
        self.entry_height = self.lines * self.pitch + theme.XS
        self.section_height = math.ceil(QFontMetricsF(self.heading).height()) + theme.XS + 2
        self.add_height = self.pitch + theme.S

    def _standing_width(self) -> int:
        body = max(_advance(self.body, status_label(status)) for status in Status)
        caption = max(_advance(self.caption, timeliness_label(value)) for value in Timeliness)
        return min(math.ceil(max(body, caption)), self.width * 2 // 5)

    def _deadline_width(self) -> int:
        texts = [*map(describe, _DEADLINES), open_tasks_label(_MANY)]
        needed = math.ceil(max(_advance(self.caption, text) for text in texts))
        return max(needed, self.width // 7)

    def parts(self, row: QRect, *, is_task: bool) -> Parts:
        """The parts of an entry's row that fills `row`."""
        box = QRectF(row)
        chevron = QRectF(box.left() + theme.XS, box.top(), theme.L, box.height())
        left = chevron.right() + (theme.L if is_task else 0)
        mark = QRectF(left, box.top(), self.mark + theme.S, box.height())
        number = QRectF(mark.right(), box.top(), self._number_width(is_task), box.height())
        right = box.right() - theme.S
        deadline = QRectF(right - self.deadline, box.top(), self.deadline, box.height())
        standing_left = deadline.left() - self.standing - (theme.M if self.deadline else 0)
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
