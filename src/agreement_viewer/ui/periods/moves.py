"""What has moved since a period was closed, item by item, and what came in late."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.periods import Closing
from agreement_viewer.report.annex import addition_cells, move_cells
from agreement_viewer.report.comparing import additions, moves
from agreement_viewer.reports import report_now, report_of
from agreement_viewer.ui import theme
from agreement_viewer.ui.dialog import LARGEST, Dialog
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.text_table import TextTableModel, text_table

_Row = tuple[str, ...]


class MovesDialog(Dialog):
    """Compares the closed figures with what is recorded now; made off the GUI thread."""

    def __init__(self, session: Session, closing: Closing, parent: QWidget | None = None) -> None:
        body = QWidget()
        self.state = QLabel(translate("Periods", "Comparing…"), body)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.model = TextTableModel(_headings(), body)
        self.view = text_table(self.model, translate("Periods", "What has moved"), body)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self.state)
        layout.addWidget(self.view, 1)
        title = translate("Periods", "What has moved since {name}", name=closing.period.name)
        super().__init__(title, body, QDialogButtonBox.StandardButton.Close, parent, LARGEST)
        ledger, unit, now = session.ledger, session.officer.unit, session.now()

        def compare() -> list[_Row]:
            with ledger.aside() as aside:
                now_report = report_now(aside, unit, now).report
                then = report_of(aside, closing, now.tzinfo).report
            rows = [tuple(move_cells(move)) for move in moves(then, now_report)]
            late = additions(then, now_report, closing.period)
            return rows + [_late(addition_cells(addition)) for addition in late]

        self.work(compare, self._show, self.state.setText)

    def _show(self, rows: list[_Row]) -> None:
        self.model.show_rows(rows)
        self.view.resizeRowsToContents()
        self.state.setText(
            translate("Periods", "Moved or added: {count}", count=len(rows))
            if rows
            else translate("Periods", "Nothing has moved.")
        )


def _late(cells: list[str]) -> _Row:
    number, title, day, what = cells
    added = translate("Periods", "Added after closing")
    return number, title, added, f"{what} ({day})"


def _headings() -> _Row:
    return (
        translate("Periods", "No."),
        translate("Periods", "Item or task"),
        translate("Periods", "At closing"),
        translate("Periods", "Now"),
    )
