"""The delegate of the checklist: measures and paints rows, and tells what lies under the mouse."""

from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from agreement_viewer.ui.checklist.layout import RowLayout
from agreement_viewer.ui.checklist.paint import RowPainter, State
from agreement_viewer.ui.checklist.row_model import Index, RowModel
from agreement_viewer.ui.checklist.rows import AddRow, EntryRow, ItemRow, Kind, Row, SectionRow


class Part(Enum):
    """What a click on a row may mean."""

    CHEVRON = auto()
    MARK = auto()
    ADD = auto()
    REST = auto()


class ChecklistDelegate(QStyledItemDelegate):
    """Draws the rows of `view`."""

    def __init__(self, view: QTreeView, rows: RowModel) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._sizes: dict[Kind, QSize] = {}
        self.measure(view.width())

    def measure(self, width: int) -> bool:
        """Fit the rows to `width` and the fonts in use; whether heights changed."""
        layout = RowLayout(width, self._view.width())
        self._painter = RowPainter(layout)
        entry = QSize(width, layout.entry_height)
        before, self._sizes = (
            self._sizes,
            {
                Kind.SECTION: QSize(width, layout.section_height),
                Kind.ITEM: entry,
                Kind.TASK: entry,
                Kind.ADD: QSize(width, layout.add_height),
            },
        )
        return _heights(before) != _heights(self._sizes)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """The height by the kind of row."""
        row = self._rows.row_at(index)
        return self._sizes[row.kind] if row else QSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See Qt."""
        row = self._rows.row_at(index)
        if row is None:
            return
        painter.save()
        self._painter.paint(painter, option.rect, row, self._state(option.rect, index))
        painter.restore()

    def _state(self, box: QRect, index: Index) -> State:
        """As the view knows it: `option.state` would cost a millisecond in ten of the start."""
        view = self._view
        return State(
            selected=view.selectionModel().isSelected(index),
            focused=view.hasFocus() and index == view.currentIndex(),
            hovered=view.underMouse() and box.contains(view.mapFromGlobal(QCursor.pos())),
            expanded=view.isExpanded(index),
        )

    def part_at(self, row: Row, box: QRect, point: QPoint) -> Part:
        """What of `row`, drawn in `box`, lies under `point`."""
        parts = self._painter.layout.parts(box, is_task=row.depth > 1)
        if isinstance(row, AddRow):
            return Part.ADD
        if isinstance(row, EntryRow) and parts.mark.contains(point):
            return Part.MARK
        can_open = isinstance(row, SectionRow | ItemRow)
        return Part.CHEVRON if can_open and point.x() < parts.chevron.right() else Part.REST

    def wording_box(self, row: Row, box: QRect) -> QRect:
        """Where a task's name stands in `box`, for the editor that is laid over it."""
        parts = self._painter.layout.parts(box, is_task=row.depth > 1)
        field = parts.number if isinstance(row, AddRow) else parts.wording
        area = field.toRect()
        area.setRight(parts.wording.toRect().right())
        return area.adjusted(-2, 1, 0, -2)


def _heights(sizes: dict[Kind, QSize]) -> list[int]:
    return [size.height() for size in sizes.values()]
