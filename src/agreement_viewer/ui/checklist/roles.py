"""What the checklist's model answers, role by role."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import Qt

from agreement_viewer.ui.checklist import words as words
from agreement_viewer.ui.checklist.rows import EntryRow, Row


class Role(IntEnum):
    """What the model knows beyond Qt's own roles; None on rows that have no entry."""

    ID = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    ENTRY = Qt.ItemDataRole.UserRole + 3
    STATUS = Qt.ItemDataRole.UserRole + 4
    TIMELINESS = Qt.ItemDataRole.UserRole + 5
    UNITS = Qt.ItemDataRole.UserRole + 6
    SEARCH_KEY = Qt.ItemDataRole.UserRole + 7


def _of_entry(name: str) -> Callable[[Row], Any]:
    return lambda row: getattr(row, name) if isinstance(row, EntryRow) else None


ANSWERS: Final[dict[int, Callable[[Row], Any]]] = {
    Qt.ItemDataRole.DisplayRole: words.title,
    Qt.ItemDataRole.ToolTipRole: words.tooltip,
    Qt.ItemDataRole.AccessibleTextRole: words.accessible_text,
    Qt.ItemDataRole.AccessibleDescriptionRole: words.accessible_description,
    Role.ID: _of_entry("id"),
    Role.KIND: lambda row: row.kind,
    Role.ENTRY: _of_entry("entry"),
    Role.STATUS: _of_entry("status"),
    Role.TIMELINESS: _of_entry("timeliness"),
    Role.UNITS: _of_entry("units"),
    Role.SEARCH_KEY: _of_entry("search_key"),
}
