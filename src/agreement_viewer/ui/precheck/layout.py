"""How high the findings' rows are, and the lines that stand in them.

Qt asks for the height of every row before the one that it scrolls to, so heights cost no breaking
of texts: of a wording only its length is measured.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from agreement_viewer.report.checks import Finding
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.text import wrap
from agreement_viewer.ui.precheck import words as words
from agreement_viewer.ui.theme import Type

INDENT: Final = theme.S + theme.L
"""Where all words begin: to the right of a heading's sign."""
_SENTENCE_LINES: Final = 3
_PLACE_LINES: Final = 2


class FindingLayout:
    """The measures for one width and the fonts in use."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.strong = theme.font(Type.STRONG)
        self.body = theme.font(Type.BODY)
        self.caption = theme.font(Type.CAPTION)
        self.pitch = _pitch(self.body)
        self.caption_pitch = _pitch(self.caption)
        self.heading_height = _pitch(self.strong) + 2 * theme.S
        self._room = float(width - INDENT - theme.M)
        self._caption_metrics = QFontMetricsF(self.caption)
        self._wrap = lru_cache(maxsize=500)(wrap)

    def height(self, finding: Finding) -> int:
        """How high the row of `finding` is."""
        sentence = len(self.sentence(finding)) * self.pitch
        place = self._place_lines(words.place(finding)) * self.caption_pitch
        return sentence + place + 2 * theme.S

    def sentence(self, finding: Finding) -> Sequence[str]:
        """The lines that say what is missing."""
        room = (self._room,) * _SENTENCE_LINES
        return self._wrap(words.sentence(finding), self.body, room)

    def place(self, finding: Finding) -> Sequence[str]:
        """The lines that say where; what is too long ends in "…"."""
        text = words.place(finding)
        return self._wrap(text, self.caption, (self._room,) * self._place_lines(text))

    def _place_lines(self, text: str) -> int:
        fits = self._caption_metrics.horizontalAdvance(text) <= self._room
        return 1 if fits else _PLACE_LINES


def _pitch(font: QFont) -> int:
    return math.ceil(QFontMetricsF(font).height())
