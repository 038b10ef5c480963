"""A quiet line below the list, after a tick: what is still open, or what could be ticked next.

Tasks never change an item's status, nor it theirs; the line only offers.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui.checklist.rows import EntryRow, ItemRow, TaskRow
from agreement_viewer.ui.strips.strip import Strip, Tone


class FollowUp(Strip):
    """Hidden until a tick leaves something to say; the next change takes it away."""

    show_wanted = Signal(str)
    """Show the open tasks of this item."""
    toggle_wanted = Signal(str)
    """Mark this item done, or take that back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.INFO, parent)
        self._item = ""
        self._show = self.add_button(
            translate("Checklist", "Show"), lambda: self.show_wanted.emit(self._item)
        )
        self._undo = self.add_button(translate("Checklist", "Undo"), self._toggle)
        self._mark = self.add_button(translate("Checklist", "Mark the item done"), self._toggle)
        self.add_closing()

    def _toggle(self) -> None:
        self.toggle_wanted.emit(self._item)

    def after_completing(self, row: EntryRow) -> None:
        """Say what there is to say once `row` was marked done."""
        if isinstance(row, ItemRow) and row.open_tasks:
            count = row.open_tasks
            text = translate("Checklist", "Tasks still open: {count}", count=count)
            self._say(row, text, is_marked=True)
        elif isinstance(row, TaskRow) and row.item.is_open and not row.item.open_tasks:
            number = row.item.entry.number
            text = translate("Checklist", "All tasks of item {number} are done.", number=number)
            self._say(row.item, text, is_marked=False)

    def _say(self, item: ItemRow, text: str, *, is_marked: bool) -> None:
        self._item = item.id
        self._show.setVisible(is_marked)
        self._undo.setVisible(is_marked)
        self._mark.setVisible(not is_marked)
        self.tell(text)
