"""The checklist as a Qt model. It re-reads only what a change touched; rows come and go singly."""

from collections.abc import Iterable
from typing import Any, Final, overload

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from agreement_viewer.ledger.checklist import Progress
from agreement_viewer.ledger.fields import TASK
from agreement_viewer.ledger.status import Status
from agreement_viewer.ui.checklist_roles import ANSWERS
from agreement_viewer.ui.checklist_rows import EntryRow, ItemRow, Row, TaskRow
from agreement_viewer.ui.checklist_tree import Tree
from agreement_viewer.ui.session import Session, Touched

Index = QModelIndex | QPersistentModelIndex


_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LEAF: Final = _FLAGS | Qt.ItemFlag.ItemNeverHasChildren


class ChecklistModel(QAbstractItemModel):
    """Sections with their items, and beneath each item its tasks and a row that adds one."""

    counted = Signal()
    """Counts may have changed."""
    completed = Signal(str)
    """This item or task was marked done in this window just now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.tree = Tree(session.checklist, session.today())
        session.changed.connect(self._refresh)
        session.opened.connect(self._reset)

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, child: Index) -> QModelIndex: ...
    def parent(self, child: Index | None = None) -> QObject | QModelIndex | None:
        """The row above `child`; without it, Qt's own parent of this object."""
        if child is None:
            return super().parent()
        above = self.row_at(child)
        return self.index_of(above.parent) if above and above.parent else QModelIndex()

    def row_at(self, index: Index) -> Row | None:
        """The row that a valid index of this model stands for."""
        return self.tree.row(index.internalId()) if index.isValid() else None

    def index_of(self, row: Row) -> QModelIndex:
        """Where `row` is."""
        return self.createIndex(row.place, 0, row.key)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """See Qt."""
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        above = self.row_at(parent)
        return self.index_of(above.child(row) if above else self.tree.sections[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See Qt."""
        above = self.row_at(parent)
        return above.count if above else len(self.tree.sections)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        """One: the delegate lays out a row as a whole."""
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """See Qt."""
        return self.rowCount(parent) > 0

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See Qt."""
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS if row.count else _LEAF

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt, and `Role`."""
        answer = ANSWERS.get(role)
        row = self.row_at(index) if answer else None
        return answer(row) if answer and row else None

    def totals(self) -> tuple[Progress, Progress]:
        """How many items and how many tasks are done, counted apart."""
        return self.tree.totals()

    def check_day(self) -> None:
        """Show how everything stands today, where another day has begun since."""
        if self.tree.today != self._session.today():
            self.tree.turn_to(self._session.today())
            self._announce(self.tree.entries)

    def _reset(self) -> None:
        self.beginResetModel()
        self.tree = Tree(self._session.checklist, self._session.today())
        self.endResetModel()
        self.counted.emit()

    def _refresh(self, touched: Touched) -> None:
        checklist = self._session.checklist
        if checklist is not self.tree.checklist:
            self._rest_on_another(touched)
            return
        rows = [row for id in touched.items if (row := self.tree.find(id))]
        open_before = [row.id for row in rows if row.status is not Status.DONE]
        if touched.structure:
            for item in dict.fromkeys(filter(None, map(self._home, sorted(touched.items)))):
                self._relist(item)
        self._announce(rows)
        for id in open_before:
            row = self.tree.find(id)
            if row and row.status is Status.DONE:
                self.completed.emit(id)

    def _rest_on_another(self, touched: Touched) -> None:
        """Another process has written: entries rest on new heads, and rows may be anywhere."""
        checklist = self._session.checklist
        if not self.tree.has_shape_of(checklist):
            self._reset()
            return
        self.tree.rest_on(checklist)
        for item in self.tree.items:
            self._relist(item)
        self._announce(row for id in touched.items if (row := self.tree.find(id)))

    def _home(self, id: str) -> ItemRow | None:
        """The item whose tasks may have come or gone with a change on `id`."""
        row = self.tree.find(id)
        if row is None:  # a task that is brought back, or a thing that has no row
            made = self._session.ledger.find(id)
            row = self.tree.find(made.item) if made and made.field == TASK else None
        if isinstance(row, TaskRow):
            return row.item
        return row if isinstance(row, ItemRow) else None

    def _relist(self, item: ItemRow) -> None:
        """Take in which tasks `item` has now. Their order is that of their making: none moves."""
        entries = self.tree.checklist.tasks(item.id)
        wanted = {entry.id for entry in entries}
        above = self.index_of(item)
        changed = [item.count - 1]
        for task in [task for task in reversed(item.tasks) if task.id not in wanted]:
            self.beginRemoveRows(above, task.place, task.place)
            self.tree.remove(task)
            self.endRemoveRows()
            changed.append(task.place)
        for place, entry in enumerate(entries):
            if place < len(item.tasks) and item.tasks[place].id == entry.id:
                item.tasks[place].entry = entry
            else:
                self.beginInsertRows(above, place, place)
                self.tree.insert(item, place, entry)
                self.endInsertRows()
                changed.append(place)
        item.forget()
        self._show_anew(item.child(min(*changed, item.count - 1)), item.add)

    def _announce(self, rows: Iterable[EntryRow]) -> None:
        """Ask these rows anew, and show them and whatever counts them."""
        touched: dict[Row, None] = {}
        for row in filter(self.tree.holds, rows):
            above: Row | None = row
            while above:
                touched[above] = None
                above = above.parent
        for row in touched:
            row.forget()
        for row in sorted(touched, key=lambda row: row.depth, reverse=True):
            self._show_anew(row, row)
        self.counted.emit()

    def _show_anew(self, first: Row, last: Row) -> None:
        self.dataChanged.emit(self.index_of(first), self.index_of(last))
