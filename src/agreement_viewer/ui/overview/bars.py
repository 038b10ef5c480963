"""Stacked bars: of the items, and of the tasks, how many stand where."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from agreement_viewer.report.overview import Pattern
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.draw import LEFT
from agreement_viewer.ui.overview import words as words
from agreement_viewer.ui.overview.legend import Row
from agreement_viewer.ui.overview.picture import Picture
from agreement_viewer.ui.overview.strokes import draw_pattern, pattern_mark
from agreement_viewer.ui.theme import Type

_CHIP: Final = theme.XS


class Part(NamedTuple):
    """What a piece of each bar stands for."""

    label: str
    pattern: Pattern
    colour: Callable[[], QColor]


class Bars(Picture):
    """One bar above the other, each as long as the picture is wide."""

    def __init__(self, name: str, parts: Sequence[Part], parent: QWidget) -> None:
        super().__init__(name, parent)
        self._parts = parts
        self._bars: Mapping[str, Sequence[int]] = {}

    def show_counts(self, bars: Mapping[str, Sequence[int]], note: str = "") -> None:
        """Show a bar of these counts, one for each part, for each label; `note` is said as well."""
        self._bars = bars
        totals = list(map(sum, bars.values()))
        counts = zip(*bars.values(), strict=True)
        self.legend.rows = [
            Row(None, "", list(bars), Type.CAPTION),
            *(
                Row(pattern_mark(part.pattern, part.colour), part.label, list(map(str, shown)))
                for part, shown in zip(self._parts, counts, strict=True)
            ),
            Row(None, words.total(), list(map(str, totals)), Type.STRONG),
        ]
        labels = [part.label for part in self._parts]
        said = [words.bar(name, labels, counts) for name, counts in bars.items()]
        self.say(" ".join(filter(None, (*said, note))))

    def picture_height(self) -> float:
        return len(self._bars) * self._pitch() - theme.S

    def draw(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(theme.font(Type.BODY))
        for place, label in enumerate(self._bars):
            row = QRectF(box.left(), box.top() + place * self._pitch(), box.width(), self._bar())
            painter.setPen(theme.colour("text"))
            painter.drawText(row, LEFT, label)
        for piece, _label, part, count in self._pieces(box):
            draw_pattern(painter, piece, part.pattern, part.colour())
            self._draw_count(painter, piece, part, str(count))

    def tip_at(self, box: QRectF, point: QPointF) -> str:
        for piece, label, part, count in self._pieces(box):
            if piece.contains(point):
                return words.piece(label, part.label, count, sum(self._bars[label]))
        return ""

    def _pieces(self, box: QRectF) -> Iterator[tuple[QRectF, str, Part, int]]:
        metrics = QFontMetricsF(theme.font(Type.BODY))
        start = max(map(metrics.horizontalAdvance, self._bars), default=0) + theme.S
        left, room = round(box.left() + start), box.width() - start
        for place, (label, counts) in enumerate(self._bars.items()):
            top = round(box.top() + place * self._pitch())
            before = 0
            for part, count in zip(self._parts, counts, strict=True):
                if count:
                    from_, to = (round(room * n / sum(counts)) for n in (before, before + count))
                    piece = QRectF(left + from_, top, max(to - from_, 1), self._bar())
                    yield piece, label, part, count
                before += count

    def _draw_count(self, painter: QPainter, piece: QRectF, part: Part, count: str) -> None:
        """The figure in its piece, where there is room; the legend says it in any case."""
        font = theme.font(Type.STRONG)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(count) + 2 * _CHIP
        if width > piece.width() - 2:
            return
        chip = QRectF(0, 0, width, min(metrics.height(), piece.height() - _CHIP))
        chip.moveCenter(piece.center())
        if part.pattern is not Pattern.SOLID:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("base"))
            painter.drawRoundedRect(chip, _CHIP, _CHIP)
        painter.setPen(theme.colour("base" if part.pattern is Pattern.SOLID else "text"))
        painter.setFont(font)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, count)

    def _bar(self) -> float:
        return round(QFontMetricsF(theme.font(Type.STRONG)).height() + theme.XS)

    def _pitch(self) -> float:
        return self._bar() + theme.S
