"""Drawing the rows of the checklist: their ground, sections, and the row that adds a task."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist import words as words
from agreement_viewer.ui.checklist.draw import (
    RIGHT,
    between,
    draw_bar,
    draw_chevron,
    draw_frame,
    draw_line,
    draw_plus,
    draw_rule,
    fill,
)
from agreement_viewer.ui.checklist.entry_paint import EntryPainter
from agreement_viewer.ui.checklist.layout import Parts, RowLayout
from agreement_viewer.ui.checklist.rows import EntryRow, ItemRow, Row, SectionRow


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
        self._entries = EntryPainter(layout)

    def paint(self, painter: QPainter, box: QRect, row: Row, state: State) -> None:
        """Draw `row` into `box`."""
        _paint_ground(painter, box, row, state)
        parts = self.layout.parts(box, is_task=row.depth > 1)
        if isinstance(row, SectionRow | ItemRow):
            draw_chevron(painter, parts.chevron, state.expanded)
        match row:
            case SectionRow():
                self._paint_section(painter, box, row)
            case EntryRow():
                self._entries.paint(painter, parts, row)
            case _:
                self._paint_add(painter, parts, row)
        if state.selected:
            _paint_selection(painter, box, state)

    def _paint_section(self, painter: QPainter, box: QRect, row: SectionRow) -> None:
        counts = self.layout.counts(box)
        painter.setFont(self.layout.strong)
        painter.setPen(theme.colour("text"))
        painter.drawText(counts, RIGHT, words.tally_label(row))
        bar = QRectF(counts.left(), counts.center().y() - 2, counts.width() - theme.XL * 2, 4)
        draw_bar(painter, bar, row.tally.done, row.tally.total)
        title = self.layout.parts(box, is_task=False).mark
        title.setLeft(title.left() + theme.XS)
        title.setRight(counts.left() - theme.M)
        draw_line(painter, title, words.title(row), self.layout.heading, theme.colour("text"))

    def _paint_add(self, painter: QPainter, parts: Parts, row: Row) -> None:
        has_tasks = isinstance(row.parent, ItemRow) and bool(row.parent.tasks)
        colour = theme.colour("accent" if has_tasks else "muted")
        if has_tasks:
            draw_plus(painter, self.layout.mark_box(parts.mark), colour)
        area = QRectF(parts.number)
        area.setRight(parts.deadline.right())
        draw_line(painter, area, words.title(row), self.layout.body, colour)


def _paint_ground(painter: QPainter, box: QRect, row: Row, state: State) -> None:
    ground = theme.colour("window" if isinstance(row, SectionRow) else "base")
    if state.selected:
        ground = theme.colour("selection")
    elif state.hovered:
        ground = between(ground, theme.colour("selection"), 0.45)
    fill(painter, box, ground)
    draw_rule(painter, box)


def _paint_selection(painter: QPainter, box: QRect, state: State) -> None:
    accent = theme.colour("accent")
    fill(painter, QRect(box.left(), box.top(), 3, box.height()), accent)
    if state.focused:
        draw_frame(painter, box, accent)
