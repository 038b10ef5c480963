"""Appending changes, and what is copied from them: the heads, and how far the fold has come.

The copies are written in the same transaction as the changes, so that opening costs as much as
there are heads. Whatever does not fit together is rebuilt from the changes.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from agreement_viewer.ledger.change import Change, encode
from agreement_viewer.ledger.counting import count, named
from agreement_viewer.ledger.edit import Tip
from agreement_viewer.ledger.fold import FOLD_VERSION, Heads
from agreement_viewer.store.rows import DamagedChange, read_change

INSERT_CHANGE: Final = (
    "INSERT INTO change (id, agreement, writer, seq, item, body) VALUES (?, ?, ?, ?, ?, ?)"
)
_INSERT_HEAD: Final = "INSERT INTO head (agreement, item, field, id, body) VALUES (?, ?, ?, ?, ?)"
_DELETE_HEAD: Final = "DELETE FROM head WHERE agreement = ? AND item = ? AND field = ? AND id = ?"
_FOLDED: Final = (
    "INSERT OR REPLACE INTO folded (agreement, row, clock, digest, version) VALUES (?, ?, ?, ?, ?)"
)
_PLACE: Final = (
    "SELECT tip.seq, tip.id, folded.clock, folded.digest FROM (SELECT 1)"
    " LEFT JOIN folded ON folded.agreement = ?1"
    " LEFT JOIN change AS tip ON tip.row = (SELECT row FROM change"
    " WHERE agreement = ?1 AND writer = ?2 ORDER BY seq DESC, row DESC LIMIT 1)"
)


class Place(NamedTuple):
    """Where an append stands: the end of the writer's chain, and how far the fold has come."""

    tip: Tip | None
    clock: int
    digest: int


def place(connection: sqlite3.Connection, agreement: str, writer: str) -> Place:
    """Where the next change of `writer` goes; to be asked inside its transaction."""
    seq, id, clock, digest = connection.execute(_PLACE, (agreement, writer)).fetchone()
    return Place(Tip(writer, seq, id) if id else None, clock or 0, int(digest or "0", 16))


def append(connection: sqlite3.Connection, changes: Sequence[Change], at: Place) -> None:
    """Append counted changes of one agreement, each following all that it names."""
    agreement, greatest, digest = changes[0].agreement, at.clock, at.digest
    row: int | None = None
    for change in changes:
        body = encode(change).decode()
        values = (change.id, agreement, change.writer, change.seq, change.item, body)
        row = connection.execute(INSERT_CHANGE, values).lastrowid
        for name in change.replaces:
            key = (agreement, change.item, change.field, name)
            if connection.execute(_DELETE_HEAD, key).rowcount:
                digest ^= int(name, 16)
        head = (agreement, change.item, change.field, change.id, body)
        connection.execute(_INSERT_HEAD, head)
        digest ^= int(change.id, 16)
        greatest = max(greatest, change.clock)
    connection.execute(_FOLDED, (agreement, row, greatest, f"{digest:064x}", FOLD_VERSION))


def load(connection: sqlite3.Connection, agreement: str) -> list[Change] | None:
    """The heads as copied; None where the copies do not fit the changes."""
    if not _complete(connection):
        return None
    try:
        rows = connection.execute("SELECT id, body FROM head WHERE agreement = ?", (agreement,))
        heads = [read_change(*row) for row in rows]
    except DamagedChange:
        return None
    digest = _folded(connection, agreement)[1]
    return heads if _xor(heads) == digest else None


def fit(connection: sqlite3.Connection, agreement: str, heads: Iterable[Change]) -> bool:
    """Whether `heads` are those of the file, so that they need not be read again."""
    return _complete(connection) and _xor(heads) == _folded(connection, agreement)[1]


def _complete(connection: sqlite3.Connection) -> bool:
    highest = connection.execute(
        "SELECT ifnull((SELECT max(row) FROM change), 0), ifnull((SELECT max(row) FROM folded), 0),"
        " (SELECT count(*) FROM folded WHERE version <> ?)",
        (FOLD_VERSION,),
    ).fetchone()
    return highest[0] == highest[1] and not highest[2]


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the copies of all agreements anew from the changes. Raises DamagedChange."""
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
    arrived = count(pending, counted.__contains__)
    for change in arrived.order:
        fold(change)
    connection.executemany("INSERT INTO waiting VALUES (?)", [(id,) for id in arrived.waiting])
    connection.executemany(
        _INSERT_HEAD,
        [(agreement, head.item, head.field, head.id, encode(head).decode()) for head in heads],
    )
    (row,) = connection.execute("SELECT max(row) FROM change").fetchone()
    connection.execute(_FOLDED, (agreement, row, greatest, f"{_xor(heads):064x}", FOLD_VERSION))


def complete(connection: sqlite3.Connection) -> dict[str, tuple[Heads, int]]:
    """The heads of all that has counted and the greatest clock, by agreement.

    Raises DamagedChange.
    """
    agreements = [name for (name,) in connection.execute("SELECT agreement FROM folded")]
    loaded = {name: load(connection, name) for name in agreements}
    if None in loaded.values() or not _complete(connection):
        rebuild(connection)
        return complete(connection)
    return {
        name: (Heads(heads or ()), _folded(connection, name)[0]) for name, heads in loaded.items()
    }


def keep(connection: sqlite3.Connection, agreement: str, heads: Heads, clock: int) -> None:
    """Copy `heads` as those of all changes that are here now."""
    connection.execute("DELETE FROM head WHERE agreement = ?", (agreement,))
    connection.executemany(
        _INSERT_HEAD,
        ((agreement, head.item, head.field, head.id, encode(head).decode()) for head in heads),
    )
    (row,) = connection.execute("SELECT max(row) FROM change").fetchone()
    connection.execute(_FOLDED, (agreement, row, clock, f"{_xor(heads):064x}", FOLD_VERSION))


def _folded(connection: sqlite3.Connection, agreement: str) -> tuple[int, int]:
    row = connection.execute(
        "SELECT clock, digest FROM folded WHERE agreement = ?", (agreement,)
    ).fetchone()
    return (row[0], int(row[1], 16)) if row else (0, 0)


def _xor(heads: Iterable[Change]) -> int:
    digest = 0
    for head in heads:
        digest ^= int(head.id, 16)
    return digest
