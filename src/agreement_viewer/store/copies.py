"""Appending changes, and what is copied from them: the heads, and how far the fold has come.

The copies are written in the same transaction as the changes, so that opening costs as much as
there are heads. Whatever does not fit together is rebuilt from the changes.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from agreement_viewer.ledger.change import Change, encode
from agreement_viewer.ledger.counting import count, named
from agreement_viewer.ledger.edit import Tip
from agreement_viewer.ledger.fold import FOLD_VERSION, Heads
from agreement_viewer.store.rows import DamagedChange, read_change

_INSERT_CHANGE: Final = (
    "INSERT INTO change (id, agreement, writer, seq, item, body) VALUES (?, ?, ?, ?, ?, ?)"
)
_INSERT_HEAD: Final = "INSERT INTO head (agreement, id, item, field, body) VALUES (?, ?, ?, ?, ?)"
_DELETE_HEAD: Final = "DELETE FROM head WHERE agreement = ? AND id = ? AND item = ? AND field = ?"
_FOLDED: Final = (
    "INSERT OR REPLACE INTO folded (agreement, row, clock, digest, version) VALUES (?, ?, ?, ?, ?)"
)
_TIP: Final = (
    "SELECT seq, id FROM change WHERE agreement = ? AND writer = ? ORDER BY seq DESC, id LIMIT 1"
)


def tip(connection: sqlite3.Connection, agreement: str, writer: str) -> Tip | None:
    """The end of a writer's chain."""
    row = connection.execute(_TIP, (agreement, writer)).fetchone()
    return Tip(writer, *row) if row else None


def clock(connection: sqlite3.Connection, agreement: str) -> int:
    """The greatest clock counted in the agreement's ledger."""
    return _folded(connection, agreement)[0]


def append(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Append counted changes of one agreement, each following all that it names."""
    agreement = changes[0].agreement
    greatest, digest = _folded(connection, agreement)
    row: int | None = None
    for change in changes:
        body = encode(change).decode()
        place = (change.id, agreement, change.writer, change.seq, change.item, body)
        row = connection.execute(_INSERT_CHANGE, place).lastrowid
        for name in change.replaces:
            key = (agreement, name, change.item, change.field)
            if connection.execute(_DELETE_HEAD, key).rowcount:
                digest ^= int(name, 16)
        connection.execute(_INSERT_HEAD, (agreement, change.id, change.item, change.field, body))
        digest ^= int(change.id, 16)
        greatest = max(greatest, change.clock)
    connection.execute(_FOLDED, (agreement, row, greatest, f"{digest:064x}", FOLD_VERSION))


def load(connection: sqlite3.Connection, agreement: str) -> list[Change] | None:
    """The heads as copied; None where the copies do not fit the changes."""
    highest = connection.execute(
        "SELECT ifnull((SELECT max(row) FROM change), 0), ifnull((SELECT max(row) FROM folded), 0),"
        " (SELECT count(*) FROM folded WHERE version <> ?)",
        (FOLD_VERSION,),
    ).fetchone()
    if highest[0] != highest[1] or highest[2]:
        return None
    try:
        rows = connection.execute("SELECT id, body FROM head WHERE agreement = ?", (agreement,))
        heads = [read_change(*row) for row in rows]
    except DamagedChange:
        return None
    digest = _folded(connection, agreement)[1]
    return heads if _xor(heads) == digest else None


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
        [(agreement, head.id, head.item, head.field, encode(head).decode()) for head in heads],
    )
    (row,) = connection.execute("SELECT max(row) FROM change").fetchone()
    connection.execute(_FOLDED, (agreement, row, greatest, f"{_xor(heads):064x}", FOLD_VERSION))


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
