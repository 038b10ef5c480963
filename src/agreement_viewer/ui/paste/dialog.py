"""What was pasted, before it becomes tasks: what each column becomes, and what that comes to."""

import datetime
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.fields import TITLE
from agreement_viewer.ledger.pasting import Outcome, Sheet
from agreement_viewer.ledger.words import day_words
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.dialog import LARGEST, Dialog
from agreement_viewer.ui.paste.header import PasteHeader
from agreement_viewer.ui.paste.model import PasteModel
from agreement_viewer.ui.theme import Type

_OK: Final = QDialogButtonBox.StandardButton.Ok
_CANCEL: Final = QDialogButtonBox.StandardButton.Cancel


class PasteDialog(Dialog):
    """Shows `sheet`; once it is accepted the sheet says what is to be added."""

    def __init__(self, sheet: Sheet, place: str, parent: QWidget | None = None) -> None:
        """`place` says beneath which item the tasks will come."""
        self._place = place
        self.rows = PasteModel(sheet)
        self.headline = Label("", Type.HEADING)
        self.consequences = Label("", Type.BODY, "muted")
        self.headed = QCheckBox(translate("Pasting", "The first row holds the headings"))
        self.headed.setChecked(sheet.headed)
        self.header = PasteHeader(self.rows)
        self.table = _table(self.rows, self.header)
        self.explanation = Label("", Type.BODY, "muted")
        super().__init__(
            translate("Pasting", "Paste a list of tasks"),
            self._body(),
            _OK | _CANCEL,
            parent,
            LARGEST,
        )
        self.rows.setParent(self)
        self._add = self.buttons.button(_OK)
        self._add.setText(translate("Pasting", "Add the tasks"))
        self._add.setFocus()
        self.headed.toggled.connect(self.rows.set_headed)
        self.rows.modelReset.connect(self._show_outcome)
        self.rows.modelReset.connect(self.header.fit_columns)
        self.rows.headerDataChanged.connect(self._show_outcome)
        self.table.selectionModel().currentChanged.connect(self._explain)
        for before, after in pairwise((self.headed, *self.header.combos, self.table)):
            self.setTabOrder(before, after)
        self.header.fit_columns()
        self._show_outcome()

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.headline)
        line = QHBoxLayout()
        line.setSpacing(theme.L)
        line.addWidget(self.consequences, 1)
        line.addWidget(self.headed, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.explanation)
        return body

    def _show_outcome(self) -> None:
        sheet = self.rows.sheet
        outcome = sheet.outcome()
        self._add.setEnabled(outcome.tasks > 0)
        if TITLE in sheet.uses:
            self.headline.say(added_words(outcome.tasks, self._place))
        else:
            self.headline.say(translate("Pasting", "Choose the column that names the tasks."))
        said = _consequences(outcome, sheet.today)
        self.consequences.say(
            " ".join(said) or translate("Pasting", "Check what each column becomes."),
            "text" if said else "muted",
        )
        self._explain(self.table.currentIndex())

    def _explain(self, current: QModelIndex) -> None:
        """What there is to say of the current cell, for those who do not use the mouse."""
        self.explanation.say(self.rows.remark(current) or _NOTHING)


def _table(rows: PasteModel, header: PasteHeader) -> QTableView:
    table = QTableView()
    table.setHorizontalHeader(header)
    table.setModel(rows)
    table.setAccessibleName(translate("Pasting", "Pasted rows"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)
    numbers = table.verticalHeader()
    numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    numbers.setDefaultSectionSize(table.fontMetrics().height() + theme.S)
    numbers.setHighlightSections(False)
    digits = len(str(rows.rowCount()))
    numbers.setFixedWidth(table.fontMetrics().horizontalAdvance("0" * digits) + 2 * theme.S)
    return table


def added_words(count: int, place: str) -> str:
    """So many tasks, and where."""
    return translate("Pasting", "Tasks to add to {place}: {count}", count=count, place=place)


def _consequences(outcome: Outcome, today: datetime.date) -> list[str]:
    said = []
    if outcome.undated:
        said.append(
            translate(
                "Pasting",
                "Done without a completion date: {count}; today, {day}, is recorded for them.",
                count=outcome.undated,
                day=day_words(today),
            )
        )
    if outcome.left_out:
        said.append(
            translate(
                "Pasting", "Rows without a task name, left out: {count}.", count=outcome.left_out
            )
        )
    if outcome.noted:
        said.append(
            translate(
                "Pasting",
                "Cells not understood, whose text goes into the note: {count}.",
                count=outcome.noted,
            )
        )
    return said


_NOTHING: Final = "\N{NO-BREAK SPACE}"
