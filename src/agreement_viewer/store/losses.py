"""What is known to be missing from a ledger: gaps in its chains, and tails by their witness."""

import datetime
import sqlite3
from collections import defaultdict
from pathlib import Path
from typing import Final, NamedTuple

from agreement_viewer.ledger.edit import moment
from agreement_viewer.store.rows import read_change
from agreement_viewer.store.soundness import reading
from agreement_viewer.store.witness import witnessed, witnessed_at

_CHAINS: Final = (
    "SELECT agreement, writer, max(seq), count(DISTINCT seq) FROM change GROUP BY agreement, writer"
)
_SEQS: Final = "SELECT seq, id FROM change WHERE agreement = ? AND writer = ? ORDER BY seq"


class Loss(NamedTuple):
    """Changes that were recorded once and are not there."""

    changes: int
    until: datetime.datetime | None
    """When the last of them was recorded at the latest, by the clock on the wall."""
    waiting: int
    """Changes that are there and stand on them."""
    is_certain: bool
    """Whether the damaged file still told how many it held, or the witness knows every chain."""


def loss(database: Path, data_dir: Path, recorded: int | None) -> Loss:
    """What the ledger `database` lacks, as far as it can be known.

    `recorded` is how many changes the damaged file says it held; None where it no longer tells.
    """
    missing = 0
    moments: list[datetime.datetime] = []
    with reading(database) as connection:
        tips = defaultdict(int, {row[:2]: row[2] for row in connection.execute(_CHAINS)})
        counts = defaultdict(int, {row[:2]: row[3] for row in connection.execute(_CHAINS)})
        ends = witnessed(data_dir)
        known = {(agreement, tip.writer) for agreement, tip in ends.items()}
        is_certain = recorded is not None or (bool(known) and known >= counts.keys())
        for agreement, tip in ends.items():
            chain = agreement, tip.writer
            if tip.seq > tips[chain]:
                moments.append(witnessed_at(data_dir, agreement))
                missing += tip.seq - tips[chain]
        for chain, count in counts.items():
            if tips[chain] > count:
                missing += tips[chain] - count
                moments.append(_end_of_last_gap(connection, *chain))
        (waiting,) = connection.execute("SELECT count(*) FROM waiting").fetchone()
        (present,) = connection.execute("SELECT count(*) FROM change").fetchone()
    missing = max(missing, (recorded or 0) - present)
    return Loss(missing, max(moments, default=None), waiting, is_certain)


def _end_of_last_gap(
    connection: sqlite3.Connection, agreement: str, writer: str
) -> datetime.datetime:
    """When the change behind the last gap of a chain was recorded."""
    before, end = 0, ""
    for seq, id in connection.execute(_SEQS, (agreement, writer)):
        if seq > before + 1:
            end = id
        before = seq
    row = connection.execute("SELECT id, body FROM change WHERE id = ?", (end,)).fetchone()
    return moment(read_change(*row).at).astimezone()
