"""Drawing the rows of the checklist."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from agreement_viewer.ledger.status import Status, status_label, timeliness_label
from agreement_viewer.ui import checklist_words as words
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist_draw import (
    RIGHT,
    Pill,
    between,
    draw_bar,
    draw_chevron,
    draw_line,
    draw_lines,
    draw_pill,
    draw_plus,
    pill_width,
)
from agreement_viewer.ui.checklist_layout import Parts, RowLayout
from agreement_viewer.ui.checklist_rows import EntryRow, ItemRow, Row, SectionRow
from agreement_viewer.ui.checklist_text import wrap
from agreement_viewer.ui.status_mark import draw_mark, status_colour, timeliness_colour


class State(NamedTuple):
    """How a row is met: by the selection, the keyboard's focus, the mouse."""

    selected: bool
    focused: bool
    hovered: bool
    expanded: bool


class RowPainter:
    """Draws rows by one layout; a new font or width needs a new painter."""

    def __init__(self, layout: RowLayout) -> None:
        self.layout = layout
        self._wrap = lru_cache(maxsize=1000)(wrap)

    def paint(self, painter: QPainter, box: QRect, row: Row, state: State) -> None:
        """Draw `row` into `box`."""
        _paint_ground(painter, box, row, state)
        parts = self.layout.parts(box, is_task=row.depth > 1)
        match row:
            case SectionRow():
                draw_chevron(painter, parts.chevron, state.expanded)
                self._paint_section(painter, parts, row)
            case EntryRow():
                if isinstance(row, ItemRow):
                    draw_chevron(painter, parts.chevron, state.expanded)
                self._paint_entry(painter, parts, row)
            case _:
                self._paint_add(painter, parts, row)
        if state.selected:
            _paint_selection(painter, box, state)

    def _paint_section(self, painter: QPainter, parts: Parts, row: SectionRow) -> None:
        strong, heading = self.layout.strong, self.layout.heading
        right = parts.deadline.right()
        count = QRectF(parts.standing)
        count.setRight(right)
        painter.setFont(strong)
        painter.setPen(theme.colour("text"))
        painter.drawText(count, RIGHT, words.tally_label(row))
        bar = QRectF(count.left(), count.center().y() - 2, count.width() - theme.XL * 2, 4)
        draw_bar(painter, bar, row.tally.done, row.tally.total)
        title = QRectF(parts.chevron)
        title.setLeft(parts.chevron.right() + theme.XS)
        title.setRight(count.left() - theme.M)
        draw_line(painter, title, words.title(row), heading, theme.colour("text"))

    def _paint_entry(self, painter: QPainter, parts: Parts, row: EntryRow) -> None:
        draw_mark(painter, self.layout.mark_box(parts.mark), row.status)
        pills = _pills(row)
        taken = sum(pill_width(pill, self.layout.caption) + theme.XS for pill in pills)
        full = parts.wording.width()
        widths = (*[full] * (self.layout.lines - 1), full - taken)
        lines = self._wrap(words.title(row), self.layout.body, widths)
        top = parts.wording.center().y() - len(lines) * self.layout.pitch / 2
        painter.setFont(self.layout.body)
        painter.setPen(theme.colour("muted"))
        draw_lines(painter, _from(parts.number, top), [words.number(row)], self.layout.pitch)
        painter.setPen(theme.colour("muted" if row.status is Status.DROPPED else "text"))
        draw_lines(painter, _from(parts.wording, top), lines, self.layout.pitch)
        self._paint_pills(painter, parts.wording, pills)
        self._paint_standing(painter, parts, row)

    def _paint_pills(self, painter: QPainter, area: QRectF, pills: list[Pill]) -> None:
        height = self.layout.caption_pitch
        right, bottom = area.right(), area.bottom() - theme.XS / 2
        for pill in reversed(pills):
            width = pill_width(pill, self.layout.caption)
            box = QRectF(right - width, bottom - height, width, height)
            draw_pill(painter, box, pill, self.layout.caption)
            right = box.left() - theme.XS

    def _paint_standing(self, painter: QPainter, parts: Parts, row: EntryRow) -> None:
        body, caption = self.layout.body, self.layout.caption
        timeliness = timeliness_label(row.timeliness)
        height = self.layout.pitch + (self.layout.caption_pitch if timeliness else 0)
        line = QRectF(parts.standing)
        line.setTop(parts.standing.center().y() - height / 2)
        line.setHeight(self.layout.pitch)
        draw_line(painter, line, status_label(row.status), body, status_colour(row.status))
        below = QRectF(line.left(), line.bottom(), line.width(), self.layout.caption_pitch)
        draw_line(painter, below, timeliness, caption, timeliness_colour(row.timeliness))
        if parts.deadline.width():
            painter.setFont(caption)
            painter.setPen(theme.colour("muted"))
            lines = self._wrap(words.deadline_label(row), caption, (parts.deadline.width(),) * 2)
            draw_lines(painter, _from(parts.deadline, line.top()), lines, self.layout.pitch)

    def _paint_add(self, painter: QPainter, parts: Parts, row: Row) -> None:
        has_tasks = isinstance(row.parent, ItemRow) and bool(row.parent.tasks)
        colour = theme.colour("accent" if has_tasks else "muted")
        if has_tasks:
            draw_plus(painter, self.layout.mark_box(parts.mark), colour)
        area = QRectF(parts.number)
        area.setRight(parts.deadline.right())
        draw_line(painter, area, words.title(row), self.layout.body, colour)


def _pills(row: EntryRow) -> list[Pill]:
    pills = []
    if count := words.open_label(row):
        late = row.status is Status.DONE
        colours = ("warning", "warning_strip") if late else ("muted", "window")
        pills.append(Pill(count, *colours))
    if differences := words.differences_label(row):
        pills.append(Pill(differences, "warning", "warning_strip"))
    return pills


def _paint_ground(painter: QPainter, box: QRect, row: Row, state: State) -> None:
    ground = theme.colour("window" if isinstance(row, SectionRow) else "base")
    if state.selected:
        ground = theme.colour("selection")
    elif state.hovered:
        ground = between(ground, theme.colour("selection"), 0.45)
    painter.fillRect(box, ground)
    painter.setPen(theme.colour("line"))
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def _paint_selection(painter: QPainter, box: QRect, state: State) -> None:
    accent = theme.colour("accent")
    painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), accent)
    if state.focused:
        painter.setPen(QPen(accent, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))


def _from(area: QRectF, top: float) -> QRectF:
    moved = QRectF(area)
    moved.setTop(top)
    return moved
