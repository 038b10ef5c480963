"""Union: taking another ledger's changes into this one, in one transaction.

Bytes, hashes and chains are checked, never meaning: what only a newer version understands is kept
and passed on. A union can be repeated, reordered and cut in parts; the heads come out the same.
"""

import itertools
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from agreement_viewer.agreement import agreement_digest
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import By, Change, ChangeError, is_id
from agreement_viewer.store.arriving import Arriving, Opened, Outcome
from agreement_viewer.store.database import Database
from agreement_viewer.store.partners import Accepted, Told, accept, keep_told
from agreement_viewer.store.redaction import blank
from agreement_viewer.store.rows import opened
from agreement_viewer.store.signed_heads import SignedHead, keep_heads

BATCH: Final = 2000
"""Changes that are in memory at a time."""
_CACHE_KIB: Final = 192 << 10
_GREATEST_CLOCK: Final = 1 << 62
"""A greater one would leave this ledger no clock to go on with."""
_KNOWN: Final = "SELECT value FROM json_each(?) CROSS JOIN change ON change.id = value"

Sealed = tuple[str, bytes]
"""A change as it travels: its id, and its canonical bytes."""


class Incoming(NamedTuple):
    """What another ledger gives: its changes, and what its programmes' files and items read."""

    changes: Iterable[Sealed]
    agreement_files: Iterable[tuple[str, str, str, bytes]] = ()
    """Rows of `agreement_file`: digest, agreement, when it was first opened, bytes."""
    wordings: Iterable[tuple[str, str, str]] = ()
    """Rows of `wording`: agreement, item, digest."""
    heads: Iterable[SignedHead] = ()
    """Signatures that stand for the changes; genuine ones."""
    partners: Iterable[Accepted] = ()
    told: Iterable[Told] = ()
    """What partners had when they last sent something."""


class Arrival(NamedTuple):
    """What a union came to."""

    new: int
    """Changes that were not here before."""
    outcome: Outcome
    by: dict[By, int]
    """How many of the new changes each officer recorded."""
    shares_writer: bool
    """Whether another copy wrote under our own writer: we must go on under a new one."""


def union(
    path: Path,
    incoming: Incoming,
    writer: str | None,
    tell: Callable[[int], object] = lambda _read: None,
    *,
    dry_run: bool = False,
) -> Arrival:
    """Take `incoming` into the database at `path`, all of it or nothing. `writer` is our own.

    A dry run tells what would come, and takes nothing in. Works through a connection of its own,
    in any thread. `tell` is given the number of changes read so far, and may raise to stop.
    Raises StoreError, and UserError where the other ledger is not as it was recorded; then nothing
    was taken in.
    """
    database = Database(path)
    try:
        database.connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        with database.transaction() as connection:
            arrival = _take_in(connection, incoming, writer, tell)
            if dry_run:
                connection.execute("ROLLBACK")
                connection.execute("BEGIN")  # for the end of the transaction, now empty
            return arrival
    finally:
        database.close()


def _take_in(
    connection: sqlite3.Connection,
    incoming: Incoming,
    writer: str | None,
    tell: Callable[[int], object],
) -> Arrival:
    arriving = Arriving(connection)
    by: Counter[By] = Counter()
    touched: set[tuple[str, str]] = set()
    shares_writer = False
    read = 0
    for batch in _batches(incoming.changes):
        ids = json.dumps([id for id, _ in batch])
        known = {id for (id,) in connection.execute(_KNOWN, (ids,))}
        new = {id: (_open(id, body), body) for id, body in batch if id not in known}
        _count(arriving, new)
        by.update(change.by for change, _ in new.values())
        touched.update((change.agreement, change.item) for change, _ in new.values())
        shares_writer |= any(change.writer == writer for change, _ in new.values())
        read += len(batch)
        tell(read)
    outcome = arriving.finish()
    _take_wording(connection, incoming)
    blank(connection, touched)
    keep_heads(connection, incoming.heads)
    accept(connection, incoming.partners)
    keep_told(connection, incoming.told)
    return Arrival(by.total(), outcome, dict(by), shares_writer)


def _batches(changes: Iterable[Sealed]) -> Iterator[list[Sealed]]:
    rest = iter(changes)
    while batch := list(itertools.islice(rest, BATCH)):
        yield batch


def _open(id: str, body: bytes) -> Change:
    try:
        change = opened(id, body)
    except ChangeError as fault:
        raise _refused(id) from fault
    if change.clock > _GREATEST_CLOCK:
        raise _refused(id)
    return change


def _count(arriving: Arriving, new: dict[str, Opened]) -> None:
    try:
        arriving.take(list(new.values()))
    except ChangeError as fault:
        raise _refused(next(iter(new), "")) from fault


def _refused(id: str) -> UserError:
    name = id[:12] if is_id(id) else "?"
    return UserError(
        translate(
            "Union",
            "Change {id} is not as it was recorded: nothing was taken in. Ask for the file again.",
            id=name,
        )
    )


def _take_wording(connection: sqlite3.Connection, incoming: Incoming) -> None:
    """What was first opened here stays; a programme's file must have the digest it goes by."""
    connection.executemany(
        "INSERT OR IGNORE INTO agreement_file VALUES (?, ?, ?, ?)",
        (row for row in incoming.agreement_files if agreement_digest(row[3]) == row[0]),
    )
    connection.executemany("INSERT OR IGNORE INTO wording VALUES (?, ?, ?)", incoming.wordings)
