"""The part of the checklist that an officer looks for."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QSortFilterProxyModel

from agreement_viewer.ui.checklist_model import ChecklistModel, Index
from agreement_viewer.ui.checklist_query import Criteria, Survey, survey
from agreement_viewer.ui.checklist_rows import AddRow, ItemRow, Row, SectionRow, TaskRow
from agreement_viewer.ui.checklist_tree import Tree


class ChecklistFilter(QSortFilterProxyModel):
    """Shows what meets the criteria, with the items above it.

    New criteria rebuild the mapping in one go: taking rows out one by one, as invalidateFilter
    does, grows with the square of their number.
    """

    def __init__(self, model: ChecklistModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._kept: set[str] = set()
        self.criteria = Criteria()
        self.setSourceModel(model)
        model.dataChanged.connect(self._follow_item)

    @property
    def tree(self) -> Tree:
        """All rows, shown or not."""
        return self._model.tree

    def look_for(self, criteria: Criteria) -> Survey:
        """Show what meets `criteria`; tells what was found."""
        self.criteria = criteria
        self._kept.clear()
        self.invalidate()
        return self.survey()

    def survey(self) -> Survey:
        """What meets the criteria now."""
        return survey(self.criteria, self.tree.items)

    def keep(self, ids: Iterable[str]) -> None:
        """Show these too until the criteria change: what an officer adds must not vanish."""
        self._kept.update(ids)
        self.invalidate()

    def index_of(self, row: Row) -> QModelIndex:
        """Where `row` is shown; invalid where it is left out."""
        return self.mapFromSource(self._model.index_of(row))

    def row_at(self, index: Index) -> Row | None:
        """The row behind a valid index."""
        return self._model.row_at(self.mapToSource(index))

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """See Qt."""
        if not self.criteria.is_active:
            return True
        above = self._model.row_at(source_parent)
        row = above.child(source_row) if above else self.tree.sections[source_row]
        return row.id in self._kept or self._accepts(row)

    def _accepts(self, row: Row) -> bool:
        match row:
            case TaskRow():
                return self.criteria.hits_task(row)
            case ItemRow():
                return self._shows_item(row)
            case SectionRow():
                return any(map(self._shows_item, row.items))
            case _:
                return False

    def _shows_item(self, item: ItemRow) -> bool:
        return (
            self.criteria.shows_item(item)
            or item.add.id in self._kept
            or any(task.id in self._kept for task in item.tasks)
        )

    def _follow_item(self, first: QModelIndex) -> None:
        """Words that an item gained or lost decide about its tasks too."""
        if self.criteria.key and isinstance(self._model.row_at(first), ItemRow):
            self.invalidate()
