"""Drawing an item or a task: mark, number, wording, and how it stands."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from agreement_viewer.ledger.status import Status, status_label, timeliness_label
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist import words as words
from agreement_viewer.ui.checklist.draw import (
    Pill,
    draw_line,
    draw_lines,
    draw_pill,
    pill_width,
)
from agreement_viewer.ui.checklist.layout import Arrangement, Parts, RowLayout
from agreement_viewer.ui.checklist.rows import EntryRow
from agreement_viewer.ui.checklist.text import wrap
from agreement_viewer.ui.status_mark import draw_mark, status_colour, timeliness_colour

Line = tuple[str, QColor]


class EntryPainter:
    """Draws entries by one layout."""

    def __init__(self, layout: RowLayout) -> None:
        self._layout = layout
        self._wrap = lru_cache(maxsize=1000)(wrap)

    def paint(self, painter: QPainter, parts: Parts, row: EntryRow) -> None:
        """Draw `row`, whose ground is there already."""
        draw_mark(painter, self._layout.mark_box(parts.mark), row.status)
        muted = theme.colour("muted")
        draw_line(painter, parts.number, words.number(row), self._layout.body, muted)
        deadline = (words.deadline_label(row), muted)
        timeliness = (timeliness_label(row.timeliness), timeliness_colour(row.timeliness))
        beside = self._layout.arrangement is Arrangement.WIDE
        pills = [pill for pill in _pills(row, with_counts=not beside) if pill.text]
        below = [timeliness] if beside else [timeliness, deadline]
        if self._layout.arrangement is Arrangement.STACKED:
            self._paint_wording(painter, parts.wording, row, ())
            self._paint_pills(painter, parts.standing.top() + self._layout.pitch, parts, pills)
            words_below = filter(None, (timeliness[0], deadline[0]))
            below = [(" · ".join(words_below), timeliness[1])]
        else:
            self._paint_wording(painter, parts.wording, row, pills)
            self._paint_pills(painter, parts.wording.bottom() - theme.XS / 2, parts, pills)
        self._paint_standing(painter, parts.standing, row, [line for line in below if line[0]])
        if beside:
            self._paint_deadline(painter, parts.deadline, deadline, row)

    def _paint_wording(
        self, painter: QPainter, area: QRectF, row: EntryRow, beside: Sequence[Pill]
    ) -> None:
        """`beside` is what the last line leaves room for."""
        layout = self._layout
        taken = sum(pill_width(pill, layout.caption) + theme.XS for pill in beside)
        widths = (*[area.width()] * (layout.lines - 1), area.width() - taken)
        lines = self._wrap(words.title(row), layout.body, widths)
        taken_lines = min(len(lines) + bool(beside), layout.lines)
        painter.setFont(layout.body)
        painter.setPen(theme.colour("muted" if row.status is Status.DROPPED else "text"))
        draw_lines(painter, _middle(area, taken_lines * layout.pitch), lines, layout.pitch)

    def _paint_pills(
        self, painter: QPainter, bottom: float, parts: Parts, pills: Sequence[Pill]
    ) -> None:
        layout = self._layout
        box = QRectF(parts.wording)
        box.setTop(bottom - layout.caption_pitch)
        box.setHeight(layout.caption_pitch)
        for pill in pills:
            box.setLeft(box.right() - pill_width(pill, layout.caption))
            draw_pill(painter, box, pill, layout.caption)
            box.setRight(box.left() - theme.XS)

    def _paint_standing(
        self, painter: QPainter, column: QRectF, row: EntryRow, below: Sequence[Line]
    ) -> None:
        layout = self._layout
        area = _middle(column, layout.pitch + len(below) * layout.caption_pitch)
        area.setHeight(layout.pitch)
        draw_line(painter, area, status_label(row.status), layout.body, status_colour(row.status))
        for text, colour in below:
            area.translate(0, area.height())
            area.setHeight(layout.caption_pitch)
            draw_line(painter, area, text, layout.caption, colour)

    def _paint_deadline(
        self, painter: QPainter, column: QRectF, deadline: Line, row: EntryRow
    ) -> None:
        layout = self._layout
        count = words.open_label(row)
        if QFontMetricsF(layout.caption).horizontalAdvance(count) > column.width():
            count = words.open_short(row)
        room = (column.width(),) * (1 if count else 2)
        lines = [(text, deadline[1]) for text in self._wrap(deadline[0], layout.caption, room)]
        if count:
            lines = [*(lines or [deadline]), (count, _open_colour(row))]
        area = _middle(column, layout.pitch + layout.caption_pitch)
        area.setHeight(layout.pitch)
        for text, colour in lines:
            draw_line(painter, area, text, layout.caption, colour)
            area.translate(0, area.height())
            area.setHeight(layout.caption_pitch)


def _pills(row: EntryRow, *, with_counts: bool) -> list[Pill]:
    """From right to left."""
    pills = [Pill(words.differences_label(row), "warning", "warning_strip")]
    if with_counts:
        late = row.status is Status.DONE
        colours = ("warning", "warning_strip") if late else ("muted", "window")
        pills.append(Pill(words.open_short(row), *colours))
    return pills


def _open_colour(row: EntryRow) -> QColor:
    """Open tasks beneath what is marked done want a look."""
    return theme.colour("warning" if row.status is Status.DONE else "muted")


def _middle(area: QRectF, height: float) -> QRectF:
    """The part of `area` that a block so high takes when it stands in the middle."""
    top = area.center().y() - height / 2
    return QRectF(area.left(), round(top), area.width(), height)
