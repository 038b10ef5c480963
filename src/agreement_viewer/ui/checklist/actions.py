"""What an officer can do in the list, as commands for keys and menus.

The keys act only while the list itself has the focus: in a field they are letters.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.status import Status, status_label
from agreement_viewer.ui.checklist.editing import TaskEditing
from agreement_viewer.ui.checklist.rows import AddRow, EntryRow, ItemRow, Row, TaskRow
from agreement_viewer.ui.checklist.view import ChecklistView
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.status_mark import status_icon


class ChecklistActions(QObject):
    """The commands of the list, each a QAction for menus: they act on its current row."""

    def __init__(
        self,
        session: Session,
        view: ChecklistView,
        editing: TaskEditing,
        paste: Callable[[ItemRow], None],
    ) -> None:
        """`paste` adds beneath an item what was copied elsewhere."""
        super().__init__(view)
        self._session = session
        self._view = view
        self._editing = editing
        self._paste_beneath = paste
        self.toggle_done = self._command(
            translate("Checklist", "Done / not done"), "Space", self._toggle_done
        )
        self.statuses = {
            status: self._status_command(number, status)
            for number, status in enumerate(Status, start=1)
        }
        self.add_task = self._command(translate("Checklist", "Add task"), "Ctrl+N", self._add)
        self.paste_tasks = self._command(
            translate("Checklist", "Paste a list of tasks…"), "Ctrl+V", self._paste
        )
        self.rename_task = self._command(translate("Checklist", "Rename task"), "F2", self._rename)
        self.withdraw_task = self._command(
            translate("Checklist", "Withdraw task"), "Del", self._ask_to_withdraw
        )
        self._enable()
        view.selectionModel().currentChanged.connect(self._enable)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)

    def in_menu(self) -> list[QAction | None]:
        """All commands in the order of a menu; None is a line between them."""
        tasks = (self.add_task, self.paste_tasks, self.rename_task, self.withdraw_task)
        return [self.toggle_done, *self.statuses.values(), None, *tasks]

    def _command(self, text: str, keys: str, run: Callable[[], None]) -> QAction:
        command = QAction(text, self)
        command.setShortcut(QKeySequence(keys))
        command.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        command.setAutoRepeat(False)
        command.triggered.connect(lambda _checked: self._run(run))
        self._view.addAction(command)
        return command

    def _run(self, command: Callable[[], None]) -> None:
        """Commands stay enabled on a past day: a key that does nothing would not say why."""
        if not self._session.refuses():
            command()

    def _status_command(self, number: int, status: Status) -> QAction:
        command = self._command(
            status_label(status), f"Ctrl+{number}", lambda: self._set_status(status)
        )
        command.setIcon(status_icon(status))
        return command

    def _enable(self) -> None:
        row = self._view.current_row()
        for command in (self.toggle_done, *self.statuses.values()):
            command.setEnabled(isinstance(row, EntryRow))
        for command in (self.add_task, self.paste_tasks):
            command.setEnabled(_item_of(row) is not None)
        self.rename_task.setEnabled(isinstance(row, TaskRow))
        self.withdraw_task.setEnabled(isinstance(row, TaskRow))

    def toggle(self, entry: Entry) -> None:
        """Mark `entry` done, or give it the status back that it had before."""
        find, today = self._session.ledger.find, self._session.today()
        self._perform(lambda: actions.toggle_done(entry, find, today))

    def _toggle_done(self) -> None:
        row = self._view.current_row()
        if isinstance(row, EntryRow):
            self.toggle(row.entry)

    def _set_status(self, status: Status) -> None:
        row = self._view.current_row()
        if isinstance(row, EntryRow):
            entry, today = row.entry, self._session.today()
            self._perform(lambda: actions.key_status(entry, status, today))

    def _add(self) -> None:
        item = _item_of(self._view.current_row())
        if item:
            self._editing.add(item)

    def _paste(self) -> None:
        self._editing.finish()
        item = _item_of(self._view.current_row())
        if item:
            self._paste_beneath(item)

    def _rename(self) -> None:
        row = self._view.current_row()
        if isinstance(row, TaskRow):
            self._editing.rename(row)

    def _ask_to_withdraw(self) -> None:
        row = self._view.current_row()
        if not isinstance(row, TaskRow):
            return
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._view.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(translate("Checklist", "Withdraw task"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(translate("Checklist", "Withdraw this task? History keeps it."))
        box.setInformativeText(row.entry.title)
        withdraw = box.addButton(
            translate("Checklist", "Withdraw task"), QMessageBox.ButtonRole.AcceptRole
        )
        cancel = box.addButton(translate("Checklist", "Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        task = row.entry
        withdraw.clicked.connect(lambda: self._perform(lambda: actions.withdraw(task)))
        box.open()

    def _perform(self, edits: Callable[[], Sequence[Edit]]) -> None:
        try:
            self._session.perform(edits())
        except UserError as reason:
            self._session.refused.emit(str(reason))

    def _show_menu(self, point: QPoint) -> None:
        row = self._view.rows.row_at(self._view.indexAt(point))
        if row is None or _item_of(row) is None:
            return
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(row, EntryRow):
            menu.addActions(list(self.statuses.values()))
            menu.addSeparator()
        menu.addActions([self.add_task, self.paste_tasks])
        if isinstance(row, TaskRow):
            menu.addActions([self.rename_task, self.withdraw_task])
        menu.popup(self._view.viewport().mapToGlobal(point))


def _item_of(row: Row | None) -> ItemRow | None:
    match row:
        case TaskRow():
            return row.item
        case ItemRow():
            return row
        case AddRow() if isinstance(row.parent, ItemRow):
            return row.parent
        case _:
            return None
