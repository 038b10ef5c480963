"""Appending changes at the end of a writer's chain: rows of `change`, and nothing else."""

import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from agreement_viewer.ledger.change import Change, encode
from agreement_viewer.ledger.edit import Tip
from agreement_viewer.store.copies import greatest_clock, last_row

INSERT: Final = (
    "INSERT INTO change (id, agreement, writer, seq, item, body) VALUES (?, ?, ?, ?, ?, ?)"
)
_TIP: Final = (
    "SELECT writer, seq, id FROM change WHERE agreement = ? AND writer = ?"
    " ORDER BY seq DESC, row DESC LIMIT 1"
)


class Place(NamedTuple):
    """Where the next change goes: after which row, in whose chain, after which moment."""

    row: int
    """The last one of any agreement; as long as it is, the rest holds too."""
    tip: Tip | None
    clock: int
    """The greatest counted."""


def place(
    connection: sqlite3.Connection, agreement: str, writer: str, known: Place | None
) -> Place:
    """Where the next change of `writer` goes, to be asked inside its transaction.

    It is `known` unless something was appended since.
    """
    row = last_row(connection)
    if known and known.row == row:
        return known
    tip = connection.execute(_TIP, (agreement, writer)).fetchone()
    return Place(row, Tip(*tip) if tip else None, greatest_clock(connection, agreement))


def append(connection: sqlite3.Connection, changes: Iterable[Change], at: Place) -> Place:
    """Append counted changes, each following all that it names; the place behind them."""
    for change in changes:
        body = encode(change).decode()
        values = (change.id, change.agreement, change.writer, change.seq, change.item, body)
        row = connection.execute(INSERT, values).lastrowid
        assert row is not None
        at = Place(row, Tip(change.writer, change.seq, change.id), max(at.clock, change.clock))
    return at
