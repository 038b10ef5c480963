"""The ledger of one agreement in the database: opening, appending, reading back."""

import contextlib
import datetime
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from agreement_viewer.agreement import Agreement, agreement_digest, item_digest
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.asof import as_of
from agreement_viewer.ledger.change import By, Change
from agreement_viewer.ledger.counting import Cut
from agreement_viewer.ledger.edit import Edit, Stamp, Tip, instant, stamp
from agreement_viewer.ledger.fold import Heads
from agreement_viewer.ledger.redaction import redact, to_redact
from agreement_viewer.store import copies
from agreement_viewer.store.appending import Place, append, place
from agreement_viewer.store.cuts import current_cut, waits
from agreement_viewer.store.database import Database, StoreError
from agreement_viewer.store.rows import read_change
from agreement_viewer.store.witness import Witness

SNAPSHOT_LAG: Final = 256
"""How many rows the snapshot may be behind the changes when a ledger is opened."""


MOST_REMEMBERED: Final = 2000
"""How many replaced changes stay in memory, so that the next undo need not read them."""


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
        self.is_view = False
        """Whether nothing can be recorded: the data are only looked at."""
        self._database = database
        self._witness = Witness(database.path.parent, agreement.id)
        self.reworded = self._record_wording(data)
        self._version = -1
        self._place: Place | None = None
        self._replaced: dict[str, Change] = {}
        self.heads = Heads()
        self.refresh()
        self._advance(SNAPSHOT_LAG)

    @contextlib.contextmanager
    def aside(self) -> Iterator["Ledger"]:
        """The same ledger through a connection of its own, for work in another thread."""
        database = Database(self._database.path)
        try:
            yield Ledger(database, self.agreement, self.agreement_file, self.writer)
        finally:
            database.close()

    def go_on_as(self, writer: str) -> None:
        """Append under another writer from now on."""
        self.writer = writer
        self._place = None

    def refresh(self) -> frozenset[str]:
        """Read anew where another process has written; the ids of the items that it changed.

        `heads` stays the same object unless they differ: a checklist goes on with it.
        """
        version = self._database.data_version()
        if version == self._version:
            return frozenset()
        self._replaced.clear()  # whose words may have been redacted
        loaded = self._load()
        self._version = version
        items = self.heads.differing(loaded)
        if items:
            self.heads = loaded
        return items

    def _load(self) -> Heads:
        known = {head.id: head for head in self.heads}
        with self._database.reading() as connection:
            heads = copies.load(connection, self.agreement.id, known)
        if heads is not None:
            return heads
        with self._database.transaction() as connection:
            copies.rebuild(connection)
            return copies.load(connection, self.agreement.id) or Heads()

    def state(self) -> State:
        """The heads as they are on the disk, with their cut. Raises StoreError."""
        while True:
            self.refresh()
            with self._database.reading() as connection:
                if self._database.data_version() == self._version:
                    cut = current_cut(connection, self.agreement.id)
                    return State(Heads(self.heads), cut, not waits(connection))

    def agreement_bytes(self, digest: str) -> bytes | None:
        """The bytes of an agreement's file that was once opened here. Raises StoreError."""
        query = "SELECT bytes FROM agreement_file WHERE digest = ?"
        with self._database.reading() as connection:
            row = connection.execute(query, (digest,)).fetchone()
        return bytes(row[0]) if row else None

    def append(self, edits: Sequence[Edit], by: By, at: datetime.datetime) -> Appended:
        """Record one action and count it. Raises StoreError; then nothing is recorded."""
        return self.count(self.record(edits, by, at))

    def record(self, edits: Iterable[Edit], by: By, at: datetime.datetime) -> list[Change]:
        """Record one action, on the disk when this returns; `count` is to follow.

        Raises StoreError; then nothing is recorded.
        """
        if self.is_view:
            raise StoreError(only_a_view())
        changes: list[Change] = []
        try:
            with self._database.transaction() as connection:
                before = place(connection, self.agreement.id, self.writer, self._place)
                changes = stamp(edits, self._stamp(by, at, before))
                after = append(connection, changes, before)
        except StoreError:
            if not changes or not self._arrived(changes, before):
                raise
        else:
            self._place = after
        return changes

    def _stamp(self, by: By, at: datetime.datetime, place: Place) -> Stamp:
        return Stamp(self.writer, self.agreement.id, by, instant(at), place.tip, place.clock)

    def _arrived(self, changes: Sequence[Change], before: Place) -> bool:
        """After a failed commit: whether the changes are in the file all the same.

        If not they are appended as they are, unless something else was meanwhile.
        """
        self._place = None
        self._database.reopen()
        self._version = -1
        if self.find(changes[-1].id) is None:
            with self._database.transaction() as connection:
                if place(connection, self.agreement.id, self.writer, before) != before:
                    return False
                append(connection, changes, before)
        return True

    def count(self, changes: list[Change]) -> Appended:
        """Take what was recorded into `heads`, and witness it."""
        replaced = [older for change in changes for older in self.heads.apply(change)]
        made = {change.id for change in changes}
        if len(self._replaced) > MOST_REMEMBERED:
            self._replaced.clear()
        self._replaced.update((older.id, older) for older in replaced)
        self._witness.write(changes[-1])
        self._database.newest = changes[-1].id
        return Appended(changes, [older for older in replaced if older.id not in made])

    def redact(self, changes: Sequence[Change], reason: str, by: By, at: datetime.datetime) -> None:
        """Take what `changes` say out of all that lies in the data folder, for ever.

        With it goes whatever else says the same in the same field. Doing it again does the rest.
        Raises UserError; what could not be reached then is, when the folder is opened next. Takes
        as long as writing the file and its backups anew: not for the GUI thread.
        """
        from agreement_viewer.store.redaction import announce  # with all that backups need
        from agreement_viewer.store.traces import settle

        history = self.history(change.item for change in changes)
        if speaking := to_redact(changes, history):
            announce(self._database)
            self.append(redact(speaking, reason), by, at)
        settle(self._database)
        self._version = -1
        self.refresh()

    def checkpoint(self) -> None:
        """Take the snapshot forward, and the database's log into its file. Raises StoreError."""
        self._advance(0)
        self._database.checkpoint()

    def _advance(self, lag: int) -> None:
        """Take the snapshot forward where it is more than `lag` rows behind."""
        with self._database.reading() as connection:
            behind = copies.lag(connection, self.agreement.id)
        if behind > lag:
            with self._database.transaction() as connection:
                copies.advance(connection, self.agreement.id)

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

    def as_of(self, moment: str) -> Heads:
        """The heads as they stood at `moment` (UTC, written as in `Change.at`).

        Where all heads are older nothing can have stood in their place: only the histories of
        what has moved since are read.
        """
        moved = {head.item for head in self.heads if head.at > moment}
        query = (
            "SELECT id, body FROM change WHERE agreement = ? AND item = ?"
            " AND id NOT IN (SELECT id FROM waiting)"
        )
        histories = (self._read(query, (self.agreement.id, item)) for item in moved)
        still = (head for head in self.heads if head.item not in moved)
        then = itertools.chain.from_iterable(as_of(each, moment) for each in histories)
        return Heads(itertools.chain(still, then))

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


def only_a_view() -> str:
    """Why nothing can be recorded."""
    return translate(
        "Store",
        "A newer version of this program wrote the data: they are shown and cannot be changed.",
    )
