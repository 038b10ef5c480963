"""The closed periods as rows, the last one first."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.edit import moment
from agreement_viewer.ledger.periods import Closing, closings
from agreement_viewer.report.figures import code_of
from agreement_viewer.ui.session import Session

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class PeriodsModel(QAbstractTableModel):
    """Name, days, when and by whom it was closed, code."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._closings: list[Closing] = []

    def review(self) -> None:
        """Read the periods anew, if there are others now."""
        found = closings(self._session.ledger.heads)[::-1]
        if [closing.id for closing in found] != [closing.id for closing in self._closings]:
            self.beginResetModel()
            self._closings = found
            self.endResetModel()

    def closing(self, index: QModelIndex) -> Closing | None:
        """The period of a row."""
        return self._closings[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._closings)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_headings())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _headings()[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        return self._cells(self._closings[index.row()])[index.column()]

    def _cells(self, closing: Closing) -> tuple[str, ...]:
        period, by = closing.period, closing.change.by
        party = self._session.agreement.party(by.unit)
        who = ", ".join(filter(None, (by.name, party.short if party else by.unit)))
        closed = moment(closing.change.at).astimezone(self._session.now().tzinfo)
        return (
            period.name,
            f"{period.first:%d/%m/%Y}",
            f"{period.last:%d/%m/%Y}",
            f"{closed:%d/%m/%Y %H:%M}",
            who,
            code_of(closing.frozen.basis.figures),
        )


def _headings() -> tuple[str, ...]:
    return (
        translate("Periods", "Period"),
        translate("Periods", "From"),
        translate("Periods", "To"),
        translate("Periods", "Closed at"),
        translate("Periods", "Closed by"),
        translate("Periods", "Code"),
    )
