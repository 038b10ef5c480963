"""The Qt model over the rows that are shown, and the two ways of changing which those are.

It filters by itself: behind a QSortFilterProxyModel each row of a search cost some twenty calls
from C++ into Python, here it costs three.
"""

from typing import Any, Final, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from agreement_viewer.ui.checklist.roles import ANSWERS
from agreement_viewer.ui.checklist.rows import AddRow, Row, TaskRow
from agreement_viewer.ui.checklist.showing import Showing, place_beneath
from agreement_viewer.ui.checklist.tree import Tree

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LEAF: Final = _FLAGS | Qt.ItemFlag.ItemNeverHasChildren


class RowModel(QAbstractItemModel):
    """One column: the delegate lays out a row as a whole."""

    def __init__(self, tree: Tree, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tree = tree
        self._showing = Showing()
        self._showing.lay_out(tree)

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, child: Index) -> QModelIndex: ...
    def parent(self, child: Index | None = None) -> QObject | QModelIndex | None:
        """The row above `child`; without it, Qt's own parent of this object."""
        if child is None:
            return super().parent()
        row = self.row_at(child)
        above = row.parent if row else None
        return self.createIndex(above.place, 0, above.key) if above else QModelIndex()

    def row_at(self, index: Index) -> Row | None:
        """The row that a valid index stands for."""
        return self.tree.row(index.internalId()) if index.isValid() else None

    def index_of(self, row: Row | None) -> QModelIndex:
        """Where `row` is; invalid where it is not shown."""
        if row is None or not self._is_shown(row):
            return QModelIndex()
        return self.createIndex(row.place, 0, row.key)

    def _is_shown(self, row: Row) -> bool:
        among = (row.parent or self.tree).shown
        here = row.place < len(among) and among[row.place] is row
        return here and (row.parent is None or self._is_shown(row.parent))

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """See Qt."""
        among = (self.row_at(parent) or self.tree).shown
        if column or not 0 <= row < len(among):
            return QModelIndex()
        return self.createIndex(row, 0, among[row].key)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """See Qt."""
        return len((self.row_at(parent) or self.tree).shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: ARG002
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See Qt."""
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        return _LEAF if isinstance(row, TaskRow | AddRow) else _FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt, and `Role`."""
        answer = ANSWERS.get(role)
        row = self.row_at(index) if answer else None
        return answer(row) if answer and row else None

    def _show_all(self, showing: Showing) -> None:
        """Show what `showing` says, as one change of layout: it grows with the rows, no faster."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        rows = [self.row_at(index) for index in held]
        self._showing = showing
        showing.lay_out(self.tree)
        self.changePersistentIndexList(held, [self.index_of(row) for row in rows])
        self.layoutChanged.emit()

    def _show_beneath(self, above: Row | Tree, touched: dict[Row, None]) -> None:
        """Let rows come and go beneath `above`, and beneath those of the `touched` that stay."""
        wanted = self._showing.beneath(above)
        keys = {row.key for row in wanted}
        index = QModelIndex() if isinstance(above, Tree) else self.index_of(above)
        for row in reversed([row for row in above.shown if row.key not in keys]):
            self.beginRemoveRows(index, row.place, row.place)
            place_beneath(above, [other for other in above.shown if other is not row])
            self.endRemoveRows()
        stayed = {row.key for row in above.shown}
        self._insert(above, index, wanted, stayed)
        for row in above.shown:
            if row.key in stayed and row in touched and not isinstance(row, TaskRow):
                self._show_beneath(row, touched)

    def _insert(
        self, above: Row | Tree, index: QModelIndex, wanted: list[Row], stayed: set[int]
    ) -> None:
        """Insert those of `wanted` that are not there yet, neighbours together."""
        first = 0
        while first < len(wanted):
            last = first
            while last < len(wanted) and wanted[last].key not in stayed:
                self._showing.lay_out(wanted[last])
                last += 1
            if last > first:
                self.beginInsertRows(index, first, last - 1)
                rest = [row for row in wanted[last:] if row.key in stayed]
                place_beneath(above, [*wanted[:last], *rest])
                self.endInsertRows()
            first = last + 1
