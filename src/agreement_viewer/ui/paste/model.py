"""The pasted rows as Qt shows them: the cells as they were copied, marked where need be."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.fields import TITLE
from agreement_viewer.ledger.pasting import Sheet
from agreement_viewer.ledger.pasting_columns import NOT_USED
from agreement_viewer.ui import theme
from agreement_viewer.ui.icons import icon
from agreement_viewer.ui.tooltip import as_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_SHOWN: Final = 200
_READ_OUT: Final = 2_000
"""Characters of a cell in the table, and in its tooltip."""


class PasteModel(QAbstractTableModel):
    """Shows `sheet`, which is changed only through this model."""

    def __init__(self, sheet: Sheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self._warning = icon("mdi6.alert-outline")
        self._hint = icon("mdi6.information-outline")

    def set_headed(self, headed: bool) -> None:
        """Take the first row as headings, or as a task like the others."""
        self.beginResetModel()
        self.sheet.set_headed(headed)
        self.endResetModel()

    def choose(self, column: int, use: str) -> None:
        """Let a column become the field `use`; others may change with it."""
        self.sheet.choose(column, use)
        last = self.columnCount() - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if rows := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, last), [])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self.sheet.body)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self.sheet.uses)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A column's heading as copied; a row's number."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return self.sheet.headings[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index, _SHOWN)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(filter(None, (self._shown(index, _READ_OUT), self.remark(index))))
            case Qt.ItemDataRole.ToolTipRole:
                return self._tooltip(index)
            case Qt.ItemDataRole.DecorationRole:
                return self._sign(index)
            case Qt.ItemDataRole.ForegroundRole:
                return theme.colour("muted") if self._is_idle(index) else None
            case Qt.ItemDataRole.BackgroundRole:
                return theme.colour("warning_strip") if self._is_noted(index) else None
        return None

    def remark(self, index: Index) -> str:
        """What the officer should know of a cell; empty where all is plain."""
        if not index.isValid():
            return ""
        if not self.sheet.name(index.row()):
            return translate("Pasting", "This row has no task name: it is left out.")
        reading = self.sheet.readings(index.row())[index.column()]
        remark = reading.remark[:_SHOWN]  # it may quote the cell
        if not reading.to_note:
            return remark
        return f"{remark} " + translate("Pasting", "The text goes into the note.")

    def _shown(self, index: Index, longest: int) -> str:
        text = self.sheet.body[index.row()][index.column()]
        line = " ".join(text[:longest].split())
        if not line and self.sheet.uses[index.column()] == TITLE:
            return translate("Pasting", "no task name")
        return line if len(text) <= longest else f"{line}…"

    def _tooltip(self, index: Index) -> str:
        return as_tip(*filter(None, (self._shown(index, _READ_OUT), self.remark(index))))

    def _sign(self, index: Index) -> Any:
        row, column = index.row(), index.column()
        if not self.sheet.name(row):
            return self._warning if self.sheet.uses[column] == TITLE else None
        reading = self.sheet.readings(row)[column]
        if reading.to_note:
            return self._warning
        return self._hint if reading.remark else None

    def _is_idle(self, index: Index) -> bool:
        return self.sheet.uses[index.column()] == NOT_USED or not self.sheet.name(index.row())

    def _is_noted(self, index: Index) -> bool:
        row = index.row()
        return bool(self.sheet.name(row)) and self.sheet.readings(row)[index.column()].to_note
