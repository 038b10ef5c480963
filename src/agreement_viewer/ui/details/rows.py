"""Lists inside the details: a few wrapped lines a row, drawn by a delegate, as high as needed."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from agreement_viewer.ui.theme import Type

Index = QModelIndex | QPersistentModelIndex
Thing = TypeVar("Thing")

LINES_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_BATCH: Final = 50


class Line(NamedTuple):
    """One paragraph of a row, in one of the theme's sizes and, by name, one of its colours."""

    text: str
    kind: Type = Type.BODY
    tone: str = "text"


class RowsModel(QAbstractListModel, Generic[Thing]):
    """Things in the order given; their words are made, some rows at a time, as they are shown."""

    def __init__(self, lines_of: Callable[[Thing], Sequence[Line]]) -> None:
        super().__init__()
        self._lines_of = lines_of
        self._things: Sequence[Thing] = ()
        self._lines: list[Sequence[Line]] = []

    def show(self, things: Sequence[Thing]) -> None:
        """Show these things in place of all others."""
        self.beginResetModel()
        self._things = things
        self._lines = [self._lines_of(thing) for thing in things[:_BATCH]]
        self.endResetModel()

    def thing(self, row: int) -> Thing | None:
        """What stands in a row; None where there is no such row."""
        return self._things[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The rows made so far."""
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are things not made into rows yet."""
        return not parent.isValid() and len(self._lines) < len(self._things)

    def fetchMore(self, parent: Index) -> None:
        """Make the next rows."""
        if not self.canFetchMore(parent):
            return
        first = len(self._lines)
        last = min(first + _BATCH, len(self._things))
        self.beginInsertRows(QModelIndex(), first, last - 1)
        self._lines += [self._lines_of(thing) for thing in self._things[first:last]]
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's lines, or all its words for those who hear them."""
        if not index.isValid():
            return None
        lines = self._lines[index.row()]
        if role == LINES_ROLE:
            return lines
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(line.text for line in lines if line.text)
        return None
