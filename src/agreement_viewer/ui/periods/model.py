"""The closed periods as rows, the last one first."""

from PySide6.QtCore import QModelIndex, QObject

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.edit import moment
from agreement_viewer.ledger.periods import Closing, closings
from agreement_viewer.report.figures import code_of
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.text_table import TextTableModel


class PeriodsModel(TextTableModel):
    """Name, days, when and by whom it was closed, code."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(_headings(), parent)
        self._session = session
        self._closings: list[Closing] = []

    def review(self) -> None:
        """Read the periods anew, if there are others now."""
        found = closings(self._session.ledger.heads)[::-1]
        if [closing.id for closing in found] != [closing.id for closing in self._closings]:
            self._closings = found
            self.show_rows([self._cells(closing) for closing in found])

    def closing(self, index: QModelIndex) -> Closing | None:
        """The period of a row."""
        return self._closings[index.row()] if index.isValid() else None

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
