"""Text that was typed and not yet recorded: offered again after a crash."""

from typing import NamedTuple

from agreement_viewer.store.database import Database


class Draft(NamedTuple):
    """What stood in a field when the program was last heard of."""

    item: str
    field: str
    text: str


class Drafts:
    """The drafts of one agreement."""

    def __init__(self, database: Database, agreement: str) -> None:
        self._database = database
        self._agreement = agreement

    def all(self) -> list[Draft]:
        """What is kept, by item and field."""
        query = "SELECT item, field, text FROM draft WHERE agreement = ? ORDER BY item, field"
        with self._database.reading() as connection:
            return [Draft(*row) for row in connection.execute(query, (self._agreement,))]

    def keep(self, draft: Draft) -> None:
        """Keep `draft` in place of an older one. Raises StoreError."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)",
                (self._agreement, *draft),
            )

    def drop(self, item: str, field: str) -> None:
        """Forget a draft that was recorded or given up. Raises StoreError."""
        if not any(draft[:2] == (item, field) for draft in self.all()):
            return
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM draft WHERE agreement = ? AND item = ? AND field = ?",
                (self._agreement, item, field),
            )
