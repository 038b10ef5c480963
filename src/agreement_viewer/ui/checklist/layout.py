"""Where the parts of a row lie: heights by the font, columns by the width.

Rows have one height for each kind, so that a list of thousands is laid out without measuring any
text. A wording gets two lines, and three where the list is narrow; what does not fit ends in "…".
"""

import datetime
import math
from enum import Enum, auto
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from agreement_viewer.ledger.deadline import Day, Due, Month, Quarter, describe
from agreement_viewer.ledger.status import Status, Timeliness, status_label, timeliness_label
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.words import open_tasks_short
from agreement_viewer.ui.theme import Type

_WIDE_ENOUGH: Final = 36
"""From this width on, in line heights, two lines and a column for the deadline do."""
_LARGEST_SHARE: Final = 0.4
"""Where the standing needs more of the width, it goes below the wording."""

_DEADLINES: Final[tuple[Due, ...]] = (
    Month(2000, 12),
    Quarter(2000, 3),
    Day(datetime.date(2000, 12, 30)),
)
"""The deadline's column has room for these; a condition is broken into lines."""

_MANY: Final = 10
"""... and for this many open tasks."""


class Arrangement(Enum):
    """How an entry's parts share its row, by the width of the list."""

    WIDE = auto()
    """Wording, standing and deadline side by side."""
    NARROW = auto()
    """The deadline stands below the standing."""
    STACKED = auto()
    """The standing stands below the wording."""


class Parts(NamedTuple):
    """The parts of an entry's row."""

    chevron: QRectF
    mark: QRectF
    number: QRectF
    wording: QRectF
    standing: QRectF
    deadline: QRectF
    """Without width where it has no column of its own."""


class RowLayout:
    """The measures for one width and the fonts in use."""

    def __init__(self, width: int, room: int = 0) -> None:
        """`room` is the width without a scroll bar, which decides how the parts are arranged.

        If `width` did, the bar could make the rows so high that it is needed.
        """
        self.width = width
        self._room = room or width
        self.body = theme.font(Type.BODY)
        self.strong = theme.font(Type.STRONG)
        self.heading = theme.font(Type.HEADING)
        self.caption = theme.font(Type.CAPTION)
        line = QFontMetricsF(self.body).height()
        self.pitch = math.ceil(line) - 1
        self.caption_pitch = math.ceil(QFontMetricsF(self.caption).height())
        self.mark = round(line * 0.95)
        self._chevron = max(theme.L, self.mark)
        self._number = math.ceil(_advance(self.body, "00.00"))
        self._standing = self._standing_width()
        self._deadline = self._deadline_width()
        self.arrangement = self._arrange(self._room / line)
        self.lines = 3 if self.arrangement is Arrangement.NARROW else 2
        self.entry_height = self.lines * self.pitch + theme.XS
        if self.arrangement is Arrangement.STACKED:
            self.entry_height += self.pitch + self.caption_pitch
        self.section_height = math.ceil(QFontMetricsF(self.heading).height()) + theme.XS + 2
        self.add_height = self.pitch + theme.S

    def _arrange(self, ems: float) -> Arrangement:
        if self._standing > self._room * _LARGEST_SHARE:
            return Arrangement.STACKED
        return Arrangement.WIDE if ems >= _WIDE_ENOUGH else Arrangement.NARROW

    def _standing_width(self) -> int:
        body = max(_advance(self.body, status_label(status)) for status in Status)
        caption = max(_advance(self.caption, timeliness_label(value)) for value in Timeliness)
        return math.ceil(max(body, caption))

    def _deadline_width(self) -> int:
        texts = [*map(describe, _DEADLINES), open_tasks_short(_MANY)]
        needed = math.ceil(max(_advance(self.caption, text) for text in texts))
        return max(needed, self.width // 7)

    def parts(self, row: QRect, *, is_task: bool) -> Parts:
        """The parts of an entry's row that fills `row`."""
        box = QRectF(row)
        chevron = _slice(box, box.left() + theme.XS, self._chevron)
        mark = _slice(box, chevron.right() + (theme.L if is_task else 0), self.mark + theme.S)
        number = _slice(box, mark.right(), self._number / (1 if is_task else 2))
        room = _slice(box, number.right(), box.right() - theme.S - number.right())
        if self.arrangement is Arrangement.STACKED:
            wording = QRectF(room)
            wording.setHeight(self.lines * self.pitch + theme.XS / 2)
            standing = QRectF(room)
            standing.setTop(wording.bottom())
            return Parts(chevron, mark, number, wording, standing, _slice(box, room.right(), 0))
        deadline = _slice(box, room.right(), 0)
        if self.arrangement is Arrangement.WIDE:
            deadline = _slice(box, room.right() - self._deadline, self._deadline)
            room.setRight(deadline.left() - theme.M)
        standing = _slice(box, room.right() - self._standing, self._standing)
        room.setRight(standing.left() - theme.M)
        return Parts(chevron, mark, number, room, standing, deadline)

    def counts(self, row: QRect) -> QRectF:
        """Where a section's progress stands: above the columns on the right."""
        parts = self.parts(row, is_task=False)
        box = QRectF(row)
        left = parts.standing.left()
        if self.arrangement is Arrangement.STACKED:
            left = box.left() + box.width() * (1 - _LARGEST_SHARE)
        return _slice(box, left, parts.deadline.right() - left)

    def mark_box(self, area: QRectF) -> QRectF:
        """The square that the mark is drawn into."""
        box = QRectF(0, 0, self.mark, self.mark)
        box.moveCenter(area.center())
        return box.translated(-theme.XS / 2, 0)


def _slice(box: QRectF, left: float, width: float) -> QRectF:
    return QRectF(left, box.top(), width, box.height())


def _advance(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
