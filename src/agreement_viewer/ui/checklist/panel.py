"""The middle of the window: progress, filters, the checklist, and what follows a tick."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agreement_viewer.ledger.status import Timeliness
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.model import ChecklistModel
from agreement_viewer.ui.checklist.progress import ProgressHeader
from agreement_viewer.ui.checklist.query import Criteria, Survey
from agreement_viewer.ui.checklist.rows import AddRow, EntryRow, ItemRow
from agreement_viewer.ui.checklist.view import ChecklistView
from agreement_viewer.ui.room import Room
from agreement_viewer.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from agreement_viewer.ui.checklist.actions import ChecklistActions
    from agreement_viewer.ui.checklist.editing import TaskEditing
    from agreement_viewer.ui.checklist.empty import NothingFound
    from agreement_viewer.ui.checklist.filter_bar import FilterBar
    from agreement_viewer.ui.checklist.follow_up import FollowUp
    from agreement_viewer.ui.checklist.search import SearchBox
    from agreement_viewer.ui.paste.tasks import TaskPasting

_MINUTE: Final = 60_000


class ChecklistPanel(QWidget):
    """Shows the checklist of `session`; `search` is made here and placed by the window."""

    current_changed = Signal(str)
    """Another item or task is current; "" where the current row is none."""
    tasks_added = Signal(str)
    """Tasks were pasted; how many and where, in a sentence."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._agreement = session.agreement.id
        self._announced = ""
        self._before_search = ""
        self.model = ChecklistModel(session, self)
        self.view = ChecklistView(self.model)
        self._progress = ProgressHeader()
        self._filter_room = Room(self)
        self._lay_out()
        self._connect()
        self._count()
        self._go_to_first()

    def complete(self) -> None:
        """Make what the first painting does without; each is made at once when asked for."""
        from agreement_viewer.ui.checklist.warming import SearchWarming

        _ = self._filters, self._follow_up, self.actions_
        self.search.setClearButtonEnabled(True)
        SearchWarming(self.model)
        clock = QTimer(self)
        clock.timeout.connect(self.model.check_day)
        clock.start(_MINUTE)

    @cached_property
    def search(self) -> "SearchBox":
        """The search box, to be placed by the window."""
        from agreement_viewer.ui.checklist.search import SearchBox

        box = SearchBox()
        box.textChanged.connect(self._search)
        box.left.connect(self.focus_list)
        return box

    @cached_property
    def actions_(self) -> "ChecklistActions":
        """The commands of the list."""
        from agreement_viewer.ui.checklist.actions import ChecklistActions

        return ChecklistActions(self._session, self.view, self._editing, self._paste)

    @cached_property
    def pasting(self) -> "TaskPasting":
        """Adding tasks from what was copied elsewhere."""
        from agreement_viewer.ui.paste.tasks import TaskPasting

        pasting = TaskPasting(self._session, self.view)
        pasting.added.connect(self.tasks_added)
        return pasting

    def _paste(self, item: ItemRow) -> None:
        self.pasting.paste(item)

    @cached_property
    def _editing(self) -> "TaskEditing":
        from agreement_viewer.ui.checklist.editing import TaskEditing

        return TaskEditing(self._session, self.view)

    @cached_property
    def _filters(self) -> "FilterBar":
        from agreement_viewer.ui.checklist.filter_bar import FilterBar

        bar = FilterBar(self._units, self._filter_room)
        bar.changed.connect(self._search)
        bar.cleared.connect(self.clear_filters)
        self._filter_room.take(bar)
        return bar

    @cached_property
    def _follow_up(self) -> "FollowUp":
        from agreement_viewer.ui.checklist.follow_up import FollowUp

        line = FollowUp(self)
        line.show_wanted.connect(self._show_open_task)
        line.toggle_wanted.connect(self._toggle)
        line.left.connect(self.focus_list)
        self.model.counted.connect(line.hide)
        self._column.addWidget(line)
        return line

    @cached_property
    def _nothing_found(self) -> "NothingFound":
        from agreement_viewer.ui.checklist.empty import NothingFound

        notice = NothingFound(self.view.viewport())
        notice.cleared.connect(self.clear_filters)
        return notice

    def moveEvent(self, event: QMoveEvent) -> None:
        """No click that was aimed before the rows moved may tick another one."""
        super().moveEvent(event)
        if self.isVisible():
            self.view.shift()

    def _lay_out(self) -> None:
        head = QWidget(self)
        above = QVBoxLayout(head)
        above.setContentsMargins(theme.M, theme.XS, theme.S, theme.XS)
        above.setSpacing(theme.XS)
        above.addWidget(self._progress)
        above.addWidget(self._filter_room)
        self._filter_room.setMinimumHeight(self.fontMetrics().height() + theme.S)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(head)
        self._column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self._session.opened.connect(self._start)
        self._session.stepped.connect(self.select)
        self.model.modelReset.connect(self._after_reset)
        self.model.counted.connect(self._count)
        self.model.completed.connect(self._after_completing)
        self.view.mark_clicked.connect(self._mark_current)
        self.view.add_wanted.connect(self._add_to_current)
        self.view.typed.connect(self._look_for)
        self.view.selectionModel().currentChanged.connect(self._announce_current)

    @property
    def commands(self) -> "list[QAction | None]":
        """The commands of the list for a menu; None is a line between them."""
        return self.actions_.in_menu()

    def current_id(self) -> str:
        """The item or task that is current; on the row that adds a task, the item above."""
        row = self.view.current_row()
        if isinstance(row, AddRow) and row.parent:
            row = row.parent
        return row.id if isinstance(row, EntryRow) else ""

    def select(self, id: str) -> None:
        """Make this item or task current, clearing the filters where they leave it out."""
        row = self.model.tree.find(id)
        if row is None:
            return
        if not self.model.index_of(row).isValid():
            self.clear_filters()
        self.view.go_to(row)

    def focus_list(self) -> None:
        """Give the list the keyboard."""
        self.view.setFocus()

    def finish_editing(self) -> None:
        """Save a name that is being typed; call it before another programme is opened."""
        self._editing.finish()

    def show_only(self, timeliness: Iterable[Timeliness]) -> None:
        """Show what stands like this, and nothing else."""
        self._ask_for(Criteria(timeliness=frozenset(timeliness)))

    def show_received(self, ids: Iterable[str]) -> None:
        """Show what another office has changed, and nothing else."""
        self._ask_for(Criteria(received=frozenset(ids)))
        self.focus_list()

    def forget_received(self) -> None:
        """Show the rest again: what came last is no longer what came last."""
        if self.model.criteria.received:
            self.clear_filters()

    def clear_filters(self) -> None:
        """Show everything again."""
        self._ask_for(Criteria())

    def _ask_for(self, criteria: Criteria) -> None:
        self._filters.choose(criteria)
        if self.search.text() != criteria.text:
            self.search.setText(criteria.text)  # which searches
        else:
            self._search()

    def _search(self) -> None:
        if not self.model.criteria.is_active:
            self._before_search = self.current_id()
        current = self.current_id() or self._before_search
        criteria = self._filters.criteria(self.search.text())
        found = self.model.look_for(criteria)
        self.view.restore_expansion(found.to_open if criteria.is_active else ())
        self._show_found(found)
        self._go_to_one_of(found.exact, current, found.first)

    def _go_to_one_of(self, *ids: str) -> None:
        """Make the first of these that is shown the current row."""
        rows = (self.model.tree.find(id) for id in ids)
        row = next((row for row in rows if row and self.model.index_of(row).isValid()), None)
        if row:
            self.view.go_to(row)
        self._announce_current()

    def _look_for(self, letters: str) -> None:
        self.search.begin_with(letters)

    def _show_found(self, found: Survey) -> None:
        active = self.model.criteria.is_active
        self._filters.show_found(found, active=active)
        self._nothing_found.setVisible(active and not self.model.rowCount())

    def _start(self) -> None:
        if self._agreement == self._session.agreement.id:  # of another day, or read anew
            self._search()
            self._count()
            return
        self._agreement = self._session.agreement.id
        self.view.forget_expansion()
        self._announced = ""
        self.clear_filters()
        self._count()
        self._go_to_first()

    def _go_to_first(self) -> None:
        self._go_to_one_of(*(item.id for item in self.model.tree.items))

    def _after_reset(self) -> None:
        self.view.restore_expansion()
        self._go_to_one_of(self._announced, *(item.id for item in self.model.tree.items))

    def _count(self) -> None:
        self._progress.show_progress(*self.model.tree.totals())
        if self.model.criteria.is_active:
            self._show_found(self.model.survey())

    def _after_completing(self, id: str) -> None:
        row = self.model.tree.find(id)
        if row:
            self._follow_up.after_completing(row)

    def _mark_current(self) -> None:
        self.actions_.toggle_done.trigger()

    def _add_to_current(self) -> None:
        self.actions_.add_task.trigger()

    def _show_open_task(self, item_id: str) -> None:
        item = self.model.tree.find(item_id)
        if isinstance(item, ItemRow):
            self.select(next((task.id for task in item.tasks if task.is_open), item.id))
            self.focus_list()

    def _toggle(self, id: str) -> None:
        row = self.model.tree.find(id)
        if row:
            self.actions_.toggle(row.entry)

    def _units(self) -> set[str]:
        return {unit for row in self.model.tree.entries for unit in row.units}

    def _announce_current(self) -> None:
        current = self.current_id()
        if current != self._announced:
            self._announced = current
            self.current_changed.emit(current)
