"""Which rows are shown, and where, under given criteria."""

from collections.abc import Sequence

from msgspec import Struct, field

from agreement_viewer.ui.checklist.query import Criteria
from agreement_viewer.ui.checklist.rows import ItemRow, Row, SectionRow
from agreement_viewer.ui.checklist.tree import Tree


class Showing(Struct):
    """The rows that meet `criteria`, those above them, and the `kept`: what an officer has just
    added must not vanish because it does not meet them yet."""

    criteria: Criteria = field(default_factory=Criteria)
    kept: set[str] = field(default_factory=set)

    def beneath(self, above: Row | Tree) -> list[Row]:
        """The rows to be shown beneath `above`, in their order."""
        match above:
            case Tree():
                return [section for section in above.sections if self._shows(section)]
            case SectionRow():
                return [item for item in above.items if self._shows(item)]
            case ItemRow():
                return self._tasks(above)
            case _:
                return []

    def _shows(self, row: SectionRow | ItemRow) -> bool:
        if not self.criteria.is_active or row.id in self.kept:
            return True
        if isinstance(row, SectionRow):
            return any(map(self._shows, row.items))
        return self.criteria.hits(row) or bool(self._tasks(row))

    def _tasks(self, item: ItemRow) -> list[Row]:
        if not self.criteria.is_active:
            return [*item.tasks, item.add]
        hits = self.criteria.tasks(item)
        if not self.kept:
            return [*hits]
        wanted = {task.id for task in hits} | self.kept
        return [row for row in (*item.tasks, item.add) if row.id in wanted]

    def lay_out(self, above: Row | Tree) -> None:
        """Place everything beneath `above` anew."""
        place_beneath(above, self.beneath(above))
        for row in above.shown:
            if isinstance(row, SectionRow | ItemRow):
                self.lay_out(row)


def place_beneath(above: Row | Tree, rows: Sequence[Row]) -> None:
    """Make `rows` what is shown beneath `above`."""
    above.shown = list(rows)
    for place, row in enumerate(above.shown):
        row.place = place
