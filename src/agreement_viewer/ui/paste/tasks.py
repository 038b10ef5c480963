"""A list of tasks from the clipboard: shown first, then added beneath an item as one action."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import CREATE, Change
from agreement_viewer.ledger.pasting import Sheet
from agreement_viewer.ledger.pasting_columns import USES
from agreement_viewer.ledger.pasting_text import read_table
from agreement_viewer.ledger.words import field_label
from agreement_viewer.ui.checklist.rows import ItemRow, SectionRow
from agreement_viewer.ui.checklist.view import ChecklistView
from agreement_viewer.ui.session import Session


class TaskPasting(QObject):
    """Adds to the list of `view` what the officer copied elsewhere."""

    added = Signal(str)
    """Tasks were added: how many and where, in a sentence."""

    def __init__(self, session: Session, view: ChecklistView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view

    def paste(self, item: ItemRow) -> None:
        """Show what lies on the clipboard; the tasks are added once the officer says so."""
        from agreement_viewer.ui.paste.dialog import PasteDialog

        text = QGuiApplication.clipboard().text()
        try:
            rows = read_table(text)
        except UserError as reason:
            self._session.refused.emit(str(reason))
            return
        sheet = Sheet(rows, {use: field_label(use) for use in USES}, self._session.today())
        dialog = PasteDialog(sheet, _place(item), self._view.window())
        dialog.accepted.connect(lambda: self._add(item.id, _place(item), sheet))
        dialog.open()

    def _add(self, item: str, place: str, sheet: Sheet) -> None:
        from agreement_viewer.ui.paste.adding import Adding

        session, edits = self._session, sheet.edits(item)
        adding = Adding(session.ledger, edits, session.officer, session.now(), self._view.window())
        adding.recorded.connect(lambda changes: self._show(item, place, changes))
        adding.failed.connect(lambda fault: session.keep(edits, fault))
        adding.begin()

    def _show(self, item: str, place: str, changes: Sequence[Change]) -> None:
        self._session.take(changes)
        count = sum(change.kind == CREATE for change in changes)
        tasks = [task.id for task in self._session.checklist.tasks(item)][-count:]
        self._view.rows.keep(tasks)
        if first := self._view.rows.tree.find(tasks[0]):
            self._view.go_to(first)
        self.added.emit(
            translate("Pasting", "Tasks added to {place}: {count}", count=count, place=place)
        )


def _place(item: ItemRow) -> str:
    """The item by its number, and the group that it is numbered in."""
    number = item.entry.number
    if isinstance(item.parent, SectionRow) and item.parent.title:
        return translate(
            "Pasting", "item {number} ({group})", number=number, group=item.parent.title
        )
    return translate("Pasting", "item {number}", number=number)
