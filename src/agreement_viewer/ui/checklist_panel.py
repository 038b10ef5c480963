"""The checklist in the middle of the window: progress, filters, the list, and what follows a tick."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agreement_viewer.ledger.status import Timeliness
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist_actions import ChecklistActions
from agreement_viewer.ui.checklist_editing import TaskEditing
from agreement_viewer.ui.checklist_empty import NothingFound
from agreement_viewer.ui.checklist_filter import ChecklistFilter
from agreement_viewer.ui.checklist_filter_bar import FilterBar
from agreement_viewer.ui.checklist_follow_up import FollowUp
from agreement_viewer.ui.checklist_model import ChecklistModel
from agreement_viewer.ui.checklist_progress import ProgressHeader
from agreement_viewer.ui.checklist_query import Criteria
from agreement_viewer.ui.checklist_rows import EntryRow, Row
from agreement_viewer.ui.checklist_search import SearchBox
from agreement_viewer.ui.checklist_view import ChecklistView
from agreement_viewer.ui.session import Session


class ChecklistPanel(QWidget):
    """Shows the checklist of `session`; `search_box` is made here and placed by the window."""

    current_changed = Signal(str)
    """Another item or task is current; "" where the current row is none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ChecklistModel(session, self)
        self._shown = ChecklistFilter(self.model, self)
        self.view = ChecklistView(self._shown)
        self._editing = TaskEditing(session, self.view)
        self.actions_ = ChecklistActions(session, self.view, self._editing)
        self.search_box = SearchBox()
        self._progress = ProgressHeader()
        self._filters = FilterBar(self._units)
        self._follow_up = FollowUp()
        self._nothing_found = NothingFound(self.view)
        self._lay_out()
        self._connect()
        self._start()
