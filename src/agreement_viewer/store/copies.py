"""The snapshot: copies of the heads, so that opening costs as much as there are heads.

It lags behind the changes: an append does not touch it. Opening folds what was appended since on
top of it; an idle moment, or an opening that finds it far behind, takes it forward. Whatever does
not fit together is rebuilt from the changes.

What lies beyond the snapshot was appended here: each change there counts, and follows all that it
names. Whoever stores changes that may wait for others has to `rebuild` in the same transaction.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from agreement_viewer.ledger.change import Change, encode
from agreement_viewer.ledger.counting import count, named
from agreement_viewer.ledger.fold import FOLD_VERSION, Heads
from agreement_viewer.store.rows import DamagedChange, read_change

_INSERT_HEAD: Final = (
    "INSERT OR REPLACE INTO head (agreement, item, field, id, body) VALUES (?, ?, ?, ?, ?)"
)
_DELETE_HEAD: Final = "DELETE FROM head WHERE agreement = ? AND item = ? AND field = ? AND id = ?"
_NONE: Final[Mapping[str, Change]] = {}
_REDACTED: Final = '"redacted":true'
"""In the canonical bytes of a redacted change, and of no other: in a text the marks are escaped."""
_SINCE: Final = (  # by rows alone: by an index of the agreement it would pass all its changes
    "SELECT id, body FROM change WHERE row > ? AND +agreement = ? ORDER BY row"
)


class Folded(NamedTuple):
    """How far the snapshot of an agreement has come."""

    row: int = 0
    """The highest row folded, of any agreement."""
    clock: int = 0
    """The greatest clock counted."""
    digest: int = 0
    """The XOR of the ids of the heads and of `row`."""
    version: int = FOLD_VERSION


def folded(connection: sqlite3.Connection, agreement: str) -> Folded:
    """How far the snapshot of `agreement` has come; not at all where there is none."""
    query = "SELECT row, clock, digest, version FROM folded WHERE agreement = ?"
    found = connection.execute(query, (agreement,)).fetchone()
    if found is None:
        return Folded()
    row, clock, digest, version = found
    return Folded(row, clock, int(digest, 16), version)


def last_row(connection: sqlite3.Connection) -> int:
    """The row of the last change of any agreement; 0 where there is none."""
    (row,) = connection.execute("SELECT ifnull(max(row), 0) FROM change").fetchone()
    return int(row)


def since(connection: sqlite3.Connection, agreement: str, row: int) -> Iterator[Change]:
    """The changes appended after `row`. Raises DamagedChange."""
    for found in connection.execute(_SINCE, (row, agreement)):
        yield read_change(*found)


def load(
    connection: sqlite3.Connection, agreement: str, known: Mapping[str, Change] = _NONE
) -> Heads | None:
    """The heads, from the snapshot and what was appended since; None where it does not fit.

    Changes that are `known`, and have not lost their words, are not read again.
    """
    at = folded(connection, agreement)
    query = "SELECT id, body FROM head WHERE agreement = ?"
    rows = connection.execute(query, (agreement,))
    try:
        heads = Heads(_unless_known(known, *row) for row in rows)
    except DamagedChange:
        return None
    beyond = at.row > last_row(connection)
    if beyond or at.version != FOLD_VERSION or _digest(heads, at.row) != at.digest:
        return None
    for change in since(connection, agreement, at.row):
        heads.apply(change)
    return heads


def _unless_known(known: Mapping[str, Change], id: str, body: object) -> Change:
    here = known.get(id)
    if here and isinstance(body, str) and here.redacted == (_REDACTED in body):
        return here
    return read_change(id, body)


def lag(connection: sqlite3.Connection, agreement: str) -> int:
    """How many rows the snapshot is behind the changes."""
    return last_row(connection) - folded(connection, agreement).row


def advance(connection: sqlite3.Connection, agreement: str) -> None:
    """Take the snapshot forward to the last change. Raises DamagedChange."""
    at = folded(connection, agreement)
    row, clock, digest = last_row(connection), at.clock, at.digest ^ at.row
    for change in since(connection, agreement, at.row):
        for name in change.replaces:
            key = (agreement, change.item, change.field, name)
            if connection.execute(_DELETE_HEAD, key).rowcount:
                digest ^= int(name, 16)
        _insert_heads(connection, agreement, (change,))
        digest ^= int(change.id, 16)
        clock = max(clock, change.clock)
    _keep(connection, agreement, Folded(row, clock, digest ^ row, at.version))


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the snapshots of all agreements anew from the changes. Raises DamagedChange."""
    for table in ("head", "folded", "waiting"):
        connection.execute(f"DELETE FROM {table}")
    agreements = connection.execute("SELECT DISTINCT agreement FROM change").fetchall()
    for (agreement,) in agreements:
        _rebuild_one(connection, agreement)


def _rebuild_one(connection: sqlite3.Connection, agreement: str) -> None:
    heads = Heads()
    counted: set[str] = set()
    pending: list[Change] = []
    greatest = 0

    def fold(change: Change) -> None:
        nonlocal greatest
        heads.apply(change)
        counted.add(change.id)
        greatest = max(greatest, change.clock)

    query = "SELECT id, body FROM change WHERE agreement = ? ORDER BY row"
    for row in connection.execute(query, (agreement,)):
        change = read_change(*row)
        if named(change) <= counted:
            fold(change)
        else:
            pending.append(change)
    arrived = count(pending, counted.intersection)
    for change in arrived.order:
        fold(change)
    connection.executemany("INSERT INTO waiting VALUES (?)", [(id,) for id in arrived.waiting])
    keep(connection, agreement, heads, greatest)


def complete(connection: sqlite3.Connection) -> dict[str, tuple[Heads, int]]:
    """The heads of all that has counted and the greatest clock, by agreement.

    Raises DamagedChange.
    """
    names = [name for (name,) in connection.execute("SELECT DISTINCT agreement FROM change")]
    loaded = {name: load(connection, name) for name in names}
    if None in loaded.values():
        rebuild(connection)
        return complete(connection)
    return {
        name: (heads or Heads(), greatest_clock(connection, name)) for name, heads in loaded.items()
    }


def greatest_clock(connection: sqlite3.Connection, agreement: str) -> int:
    """The greatest clock counted. Raises DamagedChange."""
    at = folded(connection, agreement)
    return max((at.clock, *(change.clock for change in since(connection, agreement, at.row))))


def keep(connection: sqlite3.Connection, agreement: str, heads: Heads, clock: int) -> None:
    """Make the snapshot anew: `heads` are those of all changes that are here now."""
    connection.execute("DELETE FROM head WHERE agreement = ?", (agreement,))
    _insert_heads(connection, agreement, heads)
    row = last_row(connection)
    _keep(connection, agreement, Folded(row, clock, _digest(heads, row)))


def _insert_heads(connection: sqlite3.Connection, agreement: str, heads: Iterable[Change]) -> None:
    rows = ((agreement, head.item, head.field, head.id, encode(head).decode()) for head in heads)
    connection.executemany(_INSERT_HEAD, rows)


def _keep(connection: sqlite3.Connection, agreement: str, at: Folded) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO folded (agreement, row, clock, digest, version)"
        " VALUES (?, ?, ?, ?, ?)",
        (agreement, at.row, at.clock, f"{at.digest:064x}", at.version),
    )


def _digest(heads: Iterable[Change], row: int) -> int:
    digest = row
    for head in heads:
        digest ^= int(head.id, 16)
    return digest
