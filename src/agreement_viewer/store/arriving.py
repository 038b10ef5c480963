"""Counting what arrives in an open transaction, batch by batch, without holding it in memory.

What names a change that is not here waits in the table `waiting`; which change waits for which is
kept in temporary tables as long as the transaction lasts.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from agreement_viewer.ledger.change import Change, ChangeError, canonical
from agreement_viewer.ledger.counting import count, named
from agreement_viewer.ledger.edit import Tip
from agreement_viewer.ledger.fold import Heads, is_difference
from agreement_viewer.store import copies
from agreement_viewer.store.appending import INSERT
from agreement_viewer.store.rows import read_change

_TABLES: Final = (
    "CREATE TEMP TABLE need (name TEXT, waiter TEXT, PRIMARY KEY (name, waiter)) WITHOUT ROWID",
    "CREATE INDEX temp.need_waiter ON need (waiter)",
    "CREATE TEMP TABLE ready (id TEXT PRIMARY KEY) WITHOUT ROWID",
)
_THESE: Final = "(SELECT value FROM json_each(?))"
_COUNTED: Final = (
    "SELECT c.id, c.writer, c.seq FROM json_each(?) CROSS JOIN change AS c ON c.id = value"
    " WHERE c.agreement = ? AND NOT EXISTS (SELECT 1 FROM waiting WHERE id = c.id)"
)
_READY: Final = (
    "SELECT id, body FROM change WHERE id IN (SELECT id FROM ready LIMIT ?) ORDER BY row"
)
_INSERT_READY: Final = (
    "INSERT OR IGNORE INTO ready SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM need WHERE waiter = ?1)"
)
_STEP: Final = 2000

Opened = tuple[Change, bytes]
"""A change, and its canonical bytes as they came."""
Place = tuple[str, str, str]
"""A field: agreement, item, field."""


class Outcome(NamedTuple):
    """What the counting came to."""

    waiting: int
    """Changes, of all that are here now, that wait for others."""
    differences: tuple[Place, ...]
    """The fields that have two values now and had not."""
    beside: tuple[Change, ...]
    """What stands beside each other in these, in each by (clock, id)."""
    shown: tuple[Change, ...]
    """What stands now in each field that shows another value than before."""
    settled: tuple[Change, ...]
    """What stands now in each field that had two values."""


class Arriving:
    """The counting of one union, inside its transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._folds = {
            agreement: _Fold(*known) for agreement, known in copies.complete(connection).items()
        }
        self._waits = False
        for table in ("need", "ready"):
            connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
        for statement in _TABLES:
            connection.execute(statement)
        for change in _waiting(connection):
            names = named(change)
            self._let_wait(change.id, names - self._counted(change.agreement, names))

    def take(self, changes: Sequence[Opened]) -> None:
        """Store changes that are not here yet, and count what can be. Raises ChangeError."""
        self._connection.executemany(
            INSERT,
            ((c.id, c.agreement, c.writer, c.seq, c.item, body.decode()) for c, body in changes),
        )
        self._count([change for change, _ in changes])
        while self._waits and (ready := self._take_ready()):
            self._count(ready)

    def _count(self, changes: Sequence[Change]) -> None:
        for agreement, group in _by_agreement(changes):
            fold = self._folds.setdefault(agreement, _Fold())
            fold.is_touched = True
            here = {change.id for change in group}
            tips = self._tips(agreement, {c.prev for c in group if c.prev} - here)
            counted = count(group, partial(self._counted, agreement))
            for change in counted.order:
                if change.prev in tips:
                    _check_chain(change, tips[change.prev])
                fold.apply(change)
            for id, missing in counted.waiting.items():
                self._let_wait(id, missing)
            if self._waits:
                self._release([change.id for change in counted.order])

    def _counted(self, agreement: str, ids: set[str]) -> set[str]:
        """Of `ids`, those that have counted. Most are heads, or things that heads are on."""
        fold = self._folds.get(agreement)
        known = fold.known(ids) if fold else set[str]()
        return known.union(self._tips(agreement, ids - known))

    def _tips(self, agreement: str, ids: set[str]) -> dict[str, Tip]:
        """The places in their chains of those of `ids` that have counted."""
        rows = self._connection.execute(_COUNTED, (json.dumps(list(ids)), agreement))
        return {id: Tip(writer, seq, id) for id, writer, seq in rows}

    def _let_wait(self, id: str, missing: Collection[str]) -> None:
        self._waits = True
        insert = self._connection.executemany
        insert("INSERT OR IGNORE INTO waiting VALUES (?)", [(id,)])
        insert("INSERT OR IGNORE INTO need VALUES (?, ?)", [(name, id) for name in missing])
        if not missing:
            insert("INSERT INTO ready VALUES (?)", [(id,)])

    def _release(self, ids: list[str]) -> None:
        """`ids` have counted: what waited for them and for nothing else is ready."""
        execute, these = self._connection.execute, (json.dumps(ids),)
        execute(f"DELETE FROM waiting WHERE id IN {_THESE}", these)
        waiters = f"SELECT DISTINCT waiter FROM need WHERE name IN {_THESE}"
        if touched := execute(waiters, these).fetchall():
            execute(f"DELETE FROM need WHERE name IN {_THESE}", these)
            self._connection.executemany(_INSERT_READY, touched)

    def _take_ready(self) -> list[Change]:
        rows = self._connection.execute(_READY, (_STEP,)).fetchall()
        ids = json.dumps([id for id, _ in rows])
        self._connection.execute(f"DELETE FROM ready WHERE id IN {_THESE}", (ids,))
        return [read_change(*row) for row in rows]

    def finish(self) -> Outcome:
        """Copy the heads, and tell what came of it."""
        opened: list[Place] = []
        beside: list[Change] = []
        shown: list[Change] = []
        settled: list[Change] = []
        for agreement, fold in self._folds.items():
            if fold.is_touched:
                copies.keep(self._connection, agreement, fold.heads, fold.clock)
            for field in fold.opened():
                opened.append((agreement, *field))
                beside += fold.heads.of(*field)
            shown += fold.shown()
            settled += fold.settled()
        (waiting,) = self._connection.execute("SELECT count(*) FROM waiting").fetchone()
        for table in ("need", "ready"):
            self._connection.execute(f"DROP TABLE temp.{table}")
        return Outcome(waiting, tuple(opened), tuple(beside), tuple(shown), tuple(settled))


class _Fold:
    """The heads of one agreement as they become, and what each touched field had before."""

    def __init__(self, heads: Heads | None = None, clock: int = 0) -> None:
        self.heads = heads or Heads()
        self.clock = clock
        self.is_touched = False
        self._ids = {head.id for head in self.heads}
        self._before: dict[tuple[str, str], tuple[Change, ...]] = {}

    def apply(self, change: Change) -> None:
        field = change.item, change.field
        if field not in self._before:
            self._before[field] = self.heads.of(*field)
        self._ids.difference_update(head.id for head in self.heads.apply(change))
        self._ids.add(change.id)
        self.clock = max(self.clock, change.clock)

    def known(self, ids: set[str]) -> set[str]:
        """Of `ids`, those that the heads alone prove to have counted."""
        return (ids & self._ids) | (ids & self.heads.items())

    def opened(self) -> Iterator[tuple[str, str]]:
        """The fields that have two values now and had not."""
        for field, before in self._before.items():
            if not is_difference(before) and is_difference(self.heads.of(*field)):
                yield field

    def shown(self) -> Iterator[Change]:
        """What stands now in the fields that show another value than before."""
        for field, before in self._before.items():
            pick = self.heads.of(*field)[-1]
            if canonical(pick.value) != canonical(before[-1].value if before else None):
                yield pick

    def settled(self) -> Iterator[Change]:
        """What stands now in the fields that had two values and have one."""
        for field, before in self._before.items():
            if is_difference(before) and not is_difference(after := self.heads.of(*field)):
                yield after[-1]


def _waiting(connection: sqlite3.Connection) -> Iterator[Change]:
    ids = connection.execute("SELECT id FROM waiting").fetchall()
    for id in ids:
        for row in connection.execute("SELECT id, body FROM change WHERE id = ?", id):
            yield read_change(*row)


def _by_agreement(changes: Iterable[Change]) -> Iterator[tuple[str, list[Change]]]:
    groups: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes:
        groups[change.agreement].append(change)
    yield from groups.items()


def _check_chain(change: Change, tip: Tip) -> None:
    if (change.writer, change.seq) != (tip.writer, tip.seq + 1):
        raise ChangeError("the predecessor belongs to another chain")
