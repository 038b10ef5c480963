"""The cut of all that has counted, without reading every change."""

import sqlite3
from typing import Final

from agreement_viewer.ledger.counting import Cut, cut_of
from agreement_viewer.ledger.edit import Tip
from agreement_viewer.store.rows import read_change

_CHAINS: Final = "SELECT writer, max(seq), count(*) FROM change WHERE agreement = ? GROUP BY writer"
_LAST: Final = "SELECT id FROM change WHERE agreement = ? AND writer = ? AND seq = ?"
_COUNTED: Final = (
    "SELECT id, body FROM change WHERE agreement = ? AND id NOT IN (SELECT id FROM waiting)"
)


def current_cut(connection: sqlite3.Connection, agreement: str) -> Cut:
    """The tips of all counted chains. Whole chains without a fork are told by an index alone."""
    chains = connection.execute(_CHAINS, (agreement,)).fetchall()
    if waits(connection) or any(last != count for _, last, count in chains):
        return cut_of(read_change(*row) for row in connection.execute(_COUNTED, (agreement,)))
    return Cut(
        Tip(writer, last, *connection.execute(_LAST, (agreement, writer, last)).fetchone())
        for writer, last, _ in chains
    )


def waits(connection: sqlite3.Connection) -> bool:
    """Whether changes wait for others that have not arrived."""
    return connection.execute("SELECT 1 FROM waiting LIMIT 1").fetchone() is not None
