"""The ledger of one agreement in the database: opening, appending, reading back."""

import contextlib
import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from agreement_viewer.agreement import Agreement, agreement_digest, item_digest
from agreement_viewer.ledger.change import By, Change
from agreement_viewer.ledger.counting import Cut
from agreement_viewer.ledger.edit import Edit, Stamp, Tip, instant, stamp
from agreement_viewer.ledger.fold import Heads
from agreement_viewer.store import copies
from agreement_viewer.store.cuts import current_cut, waits
from agreement_viewer.store.database import Database, StoreError
from agreement_viewer.store.rows import read_change
from agreement_viewer.store.witness import Witness


class Appended(NamedTuple):
    """What an action came to: its changes, and the heads that they replaced."""

    changes: list[Change]
    replaced: list[Change]


class State(NamedTuple):
    """What a report is made from: the heads at one moment, and the cut that they are of."""

    heads: Heads
    cut: Cut
    complete: bool
    """Whether no change waits for others that have not arrived."""


class Ledger:
    """The counted changes of one agreement. `heads` is the fold, kept up with every append."""

    def __init__(self, database: Database, agreement: Agreement, data: bytes, writer: str) -> None:
        """Open the ledger of `agreement`, whose file's bytes are `data`. Raises StoreError."""
        self.agreement = agreement
        self.agreement_file = data
        self.writer = writer
        self.lost: Tip | None = None
        """The last change known to have been recorded once, where the file no longer has it."""
        self._database = database
        self._witness = Witness(database.path.parent, agreement.id)
        self.reworded = self._record_wording(data)
        self._version = -1
        self._replaced: dict[str, Change] = {}
        self.heads = Heads()
        self.refresh()

    @contextlib.contextmanager
    def aside(self) -> Iterator["Ledger"]:
        """The same ledger through a connection of its own, for work in another thread."""
        database = Database(self._database.path)
        try:
            yield Ledger(database, self.agreement, self.agreement_file, self.writer)
        finally:
            database.close()

    def refresh(self) -> frozenset[str]:
        """Read anew where another process has written; the ids of the items that it changed."""
        version = self._database.data_version()
        if version == self._version:
            return frozenset()
        before = {head.id: head.item for head in self.heads}
        self.heads = Heads(self._load())
        self._version = version
        after = {head.id: head.item for head in self.heads}
        return frozenset((before | after)[id] for id in before.keys() ^ after.keys())

    def _load(self) -> list[Change]:
        with self._database.reading() as connection:
            heads = copies.load(connection, self.agreement.id)
        if heads is not None:
            return heads
        with self._database.transaction() as connection:
            copies.rebuild(connection)
            return copies.load(connection, self.agreement.id) or []

    def state(self) -> State:
        """The heads as they are on the disk, with their cut. Raises StoreError."""
        self.refresh()
        with self._database.reading() as connection:
            heads = copies.load(connection, self.agreement.id)
            cut = current_cut(connection, self.agreement.id)
            complete = not waits(connection)
        return State(Heads(heads) if heads is not None else self.heads, cut, complete)

    def agreement_bytes(self, digest: str) -> bytes | None:
        """The bytes of an agreement's file that was once opened here. Raises StoreError."""
        query = "SELECT bytes FROM agreement_file WHERE digest = ?"
        with self._database.reading() as connection:
            row = connection.execute(query, (digest,)).fetchone()
        return bytes(row[0]) if row else None

    def append(self, edits: Sequence[Edit], by: By, at: datetime.datetime) -> Appended:
        """Record one action and count it. Raises StoreError; then nothing is recorded."""
        return self.count(self.record(edits, by, at))

    def record(self, edits: Sequence[Edit], by: By, at: datetime.datetime) -> list[Change]:
        """Record one action, on the disk when this returns; `count` is to follow.

        Raises StoreError; then nothing is recorded.
        """
        changes: list[Change] = []
        try:
            with self._database.transaction() as connection:
                place = copies.place(connection, self.agreement.id, self.writer)
                changes = stamp(edits, self._stamp(by, at, place))
                copies.append(connection, changes, place)
        except StoreError:
            if not changes or not self._arrived(changes):
                raise
        return changes

    def _stamp(self, by: By, at: datetime.datetime, place: copies.Place) -> Stamp:
        return Stamp(self.writer, self.agreement.id, by, instant(at), place.tip, place.clock)

    def _arrived(self, changes: Sequence[Change]) -> bool:
        """After a failed commit: whether the changes are in the file all the same."""
        self._database.reopen()
        self._version = -1
        if self.find(changes[-1].id) is None:
            with self._database.transaction() as connection:
                place = copies.place(connection, self.agreement.id, self.writer)
                copies.append(connection, changes, place)
        return True

    def count(self, changes: list[Change]) -> Appended:
        """Take what was recorded into `heads`, and witness it."""
        replaced = [older for change in changes for older in self.heads.apply(change)]
        made = {change.id for change in changes}
        self._replaced.update((older.id, older) for older in replaced)
        self._witness.write(changes[-1])
        return Appended(changes, [older for older in replaced if older.id not in made])

    def checkpoint(self) -> None:
        """Take into the file what of its log no reader needs any more. Raises StoreError."""
        self._database.checkpoint()

    def find(self, id: str) -> Change | None:
        """The change with this id. What was replaced since opening is still in memory."""
        if id in self._replaced:
            return self._replaced[id]
        found = self._read("SELECT id, body FROM change WHERE id = ?", (id,))
        return found[0] if found else None

    def history(self, items: Iterable[str] | None = None) -> list[Change]:
        """All changes on these items and things, or on all; newest first by (clock, id)."""
        if items is None:
            found = list(self.changes())
        else:
            query = "SELECT id, body FROM change WHERE agreement = ? AND item = ?"
            found = [
                change
                for item in dict.fromkeys(items)
                for change in self._read(query, (self.agreement.id, item))
            ]
        return sorted(found, key=lambda change: change.order, reverse=True)

    def changes(self) -> Iterator[Change]:
        """Every counted change, in the order in which they came."""
        query = (
            "SELECT id, body FROM change WHERE agreement = ?"
            " AND id NOT IN (SELECT id FROM waiting) ORDER BY row"
        )
        yield from self._read(query, (self.agreement.id,))

    def _read(self, query: str, values: tuple[str, ...]) -> list[Change]:
        with self._database.reading() as connection:
            return [read_change(*row) for row in connection.execute(query, values)]

    def _record_wording(self, data: bytes) -> frozenset[str]:
        """Keep the agreement's bytes and each item's wording as first opened.

        Returns the items that are worded otherwise today than when they were first opened.
        """
        id = self.agreement.id
        today = {item.id: item_digest(item) for item in self.agreement.items}
        with self._database.reading() as connection:
            rows = connection.execute("SELECT item, digest FROM wording WHERE agreement = ?", (id,))
            first: dict[str, str] = dict(rows.fetchall())
            digest = agreement_digest(data)
            known = connection.execute("SELECT 1 FROM agreement_file WHERE digest = ?", (digest,))
            is_known = known.fetchone() is not None
        if not is_known or today.keys() - first.keys():
            now = instant(datetime.datetime.now(datetime.UTC))
            with self._database.transaction() as connection:
                connection.execute(
                    "INSERT OR IGNORE INTO agreement_file VALUES (?, ?, ?, ?)",
                    (digest, id, now, data),
                )
                connection.executemany(
                    "INSERT OR IGNORE INTO wording VALUES (?, ?, ?)",
                    [(id, item, text) for item, text in today.items()],
                )
        return frozenset(item for item, text in today.items() if first.get(item, text) != text)
