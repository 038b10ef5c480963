"""The checklist as a model that follows its session: it re-reads only what a change touched."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from agreement_viewer.ledger.fields import TASK
from agreement_viewer.ledger.status import Status
from agreement_viewer.ui.checklist.query import Criteria, Survey, survey
from agreement_viewer.ui.checklist.row_model import RowModel
from agreement_viewer.ui.checklist.rows import EntryRow, ItemRow, Row, TaskRow
from agreement_viewer.ui.checklist.showing import Showing
from agreement_viewer.ui.checklist.tree import Tree
from agreement_viewer.ui.session import Session, Touched


class ChecklistModel(RowModel):
    """Sections with their items, and beneath each item its tasks and a row that adds one."""

    counted = Signal()
    """Counts may have changed."""
    completed = Signal(str)
    """This item or task was marked done in this window just now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(Tree(session.checklist, session.today()), parent)
        self._session = session
        session.changed.connect(self._refresh)
        session.opened.connect(self._reset)

    @property
    def criteria(self) -> Criteria:
        """What decides which rows are shown."""
        return self._showing.criteria

    def look_for(self, criteria: Criteria) -> Survey:
        """Show what meets `criteria`; tells what was found."""
        self._show_all(Showing(criteria))
        return self.survey()

    def survey(self) -> Survey:
        """What meets the criteria now."""
        return survey(self.criteria, self.tree.items)

    def keep(self, ids: Iterable[str]) -> None:
        """Show these too until the criteria change."""
        if self.criteria.is_active:
            self._show_all(Showing(self.criteria, self._showing.kept.union(ids)))

    def check_day(self) -> None:
        """Show how everything stands today, where another day has begun since."""
        if self.tree.today != self._session.today():
            self.tree.turn_to(self._session.today())
            self._announce(self.tree.entries)

    def _reset(self) -> None:
        self.beginResetModel()
        self.tree = Tree(self._session.checklist, self._session.today())
        self._showing.lay_out(self.tree)
        self.endResetModel()
        self.counted.emit()

    def _refresh(self, touched: Touched) -> None:
        if self._session.checklist is not self.tree.checklist:
            self._rest_on_another(touched)
            return
        rows = [row for id in sorted(touched.items) if (row := self.tree.find(id))]
        were_open = [row for row in rows if row.status is not Status.DONE]
        for item in self._homes(touched):
            rows += [*self.tree.relist(item), item]
        self._announce(rows)
        for row in were_open:
            if self.tree.find(row.id) is row and row.status is Status.DONE:
                self.completed.emit(row.id)

    def _rest_on_another(self, touched: Touched) -> None:
        """Another process has written: entries rest on new heads, and rows may be anywhere."""
        checklist = self._session.checklist
        if not self.tree.has_shape_of(checklist):
            self._reset()
            return
        changed = self.tree.rest_on(checklist)
        written = (row for id in sorted(touched.items) if (row := self.tree.find(id)))
        self._announce([*changed, *written, *self.tree.items])

    def _homes(self, touched: Touched) -> Iterable[ItemRow]:
        """The items whose tasks may have come or gone. What has no row may be a hidden task."""
        ids = [id for id in sorted(touched.items) if touched.structure or not self.tree.find(id)]
        return dict.fromkeys(filter(None, map(self._home, ids)))

    def _home(self, id: str) -> ItemRow | None:
        row = self.tree.find(id)
        if row is None:
            made = self._session.ledger.find(id)
            row = self.tree.find(made.item) if made and made.field == TASK else None
        if isinstance(row, TaskRow):
            return row.item
        return row if isinstance(row, ItemRow) else None

    def _announce(self, rows: Iterable[EntryRow]) -> None:
        """Ask these rows anew, and show them and whatever lies above and counts them."""
        touched: dict[Row, None] = {}
        for row in rows:
            above: Row | None = row
            while above:
                touched[above] = None
                above = above.parent
        for asked in touched:
            asked.forget()
        self._show_beneath(self.tree, touched)
        self.tree.sweep()
        for index in map(self.index_of, touched):
            if index.isValid():
                self.dataChanged.emit(index, index)
        self.counted.emit()
