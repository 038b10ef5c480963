"""The findings as a tree: a row for each of the "6 rõ" that something is missing of, and its gaps.

Words are made when a row is shown, so that thousands of findings cost nothing.
"""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from agreement_viewer.report.checks import Clarity, Finding
from agreement_viewer.ui.precheck import words as words

Index = QModelIndex | QPersistentModelIndex
_TOP = 0
"""The internal id of a group's row; that of a finding's row is 1 + its group's place."""


class FindingsModel(QAbstractItemModel):
    """Groups in the order of `Clarity`, empty ones left out; findings in the report's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[Clarity, list[Finding]]] = []

    def show(self, findings: Iterable[Finding]) -> None:
        """Show these in place of all others."""
        self.beginResetModel()
        groups: dict[Clarity, list[Finding]] = {clarity: [] for clarity in Clarity}
        for finding in findings:
            groups[finding.clarity].append(finding)
        self._groups = [(clarity, found) for clarity, found in groups.items() if found]
        self.endResetModel()

    def finding(self, index: Index) -> Finding | None:
        """What stands in a row; None where that is a group or nothing."""
        if not index.isValid() or index.internalId() == _TOP:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def all(self) -> list[Finding]:
        """Every finding from top to bottom."""
        return [finding for _, found in self._groups for finding in found]

    def index_of(self, finding: Finding) -> QModelIndex:
        """The row in which `finding` stands."""
        for place, (_, found) in enumerate(self._groups):
            if finding in found:
                return self.index(found.index(finding), 0, self.index(place, 0))
        return QModelIndex()

    def count(self, index: Index) -> int:
        """How many findings stand beneath a group's row."""
        return len(self._groups[index.row()][1])

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """See Qt."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """See Qt."""
        group = index.internalId() if index.isValid() else _TOP
        return QModelIndex() if group == _TOP else self.createIndex(group - 1, 0, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See Qt."""
        if not parent.isValid():
            return len(self._groups)
        return self.count(parent) if parent.internalId() == _TOP else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, ARG002
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for those who see and those who hear them."""
        if not index.isValid():
            return None
        finding = self.finding(index)
        if finding is None:
            return self._of_group(index, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words.sentence(finding)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{words.sentence(finding)}, {words.place(finding)}"
            case Qt.ItemDataRole.ToolTipRole:
                return words.tooltip(finding)
        return None

    def _of_group(self, index: Index, role: int) -> str | None:
        clarity, found = self._groups[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words.heading(clarity)
            case Qt.ItemDataRole.AccessibleTextRole:
                return words.accessible_heading(clarity, len(found))
        return None
