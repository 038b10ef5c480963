"""Typing a task's name in the list: renaming one, adding one after the other.

The field lies over its row and belongs to nobody but the officer: rows may come, go and change
beneath it (another process writes too) without touching what is being typed.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ui.checklist.rows import AddRow, ItemRow, Row, TaskRow
from agreement_viewer.ui.checklist.view import ChecklistView
from agreement_viewer.ui.session import Session

_STAYS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""The focus comes back by itself: the officer looked at another window, or opened a menu."""


class _Field(QLineEdit):
    """A line of text that tells how it was left. No key in it reaches the list beneath."""

    entered = Signal()
    escaped = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case _:
                super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self, self.left.emit)  # rows stay put until the click has landed
        elif event.reason() not in _STAYS:
            self.left.emit()


class TaskEditing(QObject):
    """The field over a row of `view`, while there is one."""

    def __init__(self, session: Session, view: ChecklistView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._field: _Field | None = None
        self._item = ""
        self._renamed: Entry | None = None
        self._agreement = ""
        view.moved.connect(self._place)
        view.rows.modelReset.connect(self._after_reset)

    def rename(self, task: TaskRow) -> None:
        """Edit the name of `task`, in place of the one that is shown now."""
        self.finish()
        if self._session.refuses():
            return
        self._item, self._renamed = task.item.id, task.entry
        self._open(task.entry.title, translate("Checklist", "Name of the task"))

    def add(self, item: ItemRow) -> None:
        """Type new tasks beneath `item`; Enter saves one and goes on to the next."""
        self.finish()
        if self._session.refuses():
            return
        self._item, self._renamed = item.id, None
        self._view.rows.keep((item.id, item.add.id))
        self._view.go_to(item.add)
        self._open("", translate("Checklist", "Name of the new task"))

    def _open(self, text: str, name: str) -> None:
        self._agreement = self._session.agreement.id
        field = _Field(text, self._view.viewport())
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.selectAll()
        field.entered.connect(self._enter)
        field.escaped.connect(self._close_to_list)
        field.left.connect(self.finish)
        self._field = field
        self._place()
        field.show()
        field.setFocus()

    def finish(self) -> None:
        """Save what was typed and close the field, as leaving it does."""
        if self._field is None:
            return
        text = self._field.text()
        if not text.strip() or self._save(text):
            self._close()

    def _enter(self) -> None:
        if self._field is None:
            return
        text = self._field.text()
        goes_on = self._renamed is None and bool(text.strip())
        if self._renamed is None and not goes_on:
            self._close_to_list()
        elif self._save(text):
            if goes_on:
                self._field.clear()
                self._place()
            else:
                self._close_to_list()

    def _save(self, text: str) -> bool:
        """Record the name. What the disk refuses the session keeps, so it counts as taken."""
        try:
            if self._renamed is not None:
                self._session.perform(actions.rename(self._renamed, text))
            elif self._session.perform(actions.add_task(self._item, text)):
                self._view.rows.keep(task.id for task in self._tasks()[-1:])
        except UserError as reason:
            self._session.refused.emit(str(reason))
            return False
        return True

    def _tasks(self) -> list[TaskRow]:
        item = self._view.rows.tree.find(self._item)
        return item.tasks if isinstance(item, ItemRow) else []

    def _close_to_list(self) -> None:
        row = self._view.current_row()
        self._close()
        if isinstance(row, AddRow) and row.parent:
            self._view.go_to(next(reversed(self._tasks()), row.parent))
        self._view.setFocus()

    def _close(self) -> None:
        if self._field is not None:
            field, self._field = self._field, None
            field.hide()
            field.deleteLater()

    def _anchor(self) -> Row | None:
        if self._renamed is not None:
            return self._view.rows.tree.find(self._renamed.id)
        item = self._view.rows.tree.find(self._item)
        return item.add if isinstance(item, ItemRow) else None

    def _place(self) -> None:
        """Lay the field over its row; where that is gone, the field stays where it is."""
        row = self._anchor()
        if self._field is None or row is None:
            return
        box = self._view.visualRect(self._view.rows.index_of(row))
        if box.isValid():
            self._field.setGeometry(self._view.rows_delegate.wording_box(row, box))

    def _after_reset(self) -> None:
        if self._agreement != self._session.agreement.id:
            self._close()
        self._place()
