"""Checking a ledger's file from end to end without holding it in memory.

Pages by SQLite's own check, every change by its hash, every chain by its links. The file is only
read, whatever version wrote it.
"""

import contextlib
import hashlib
import itertools
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import REDACT, Change
from agreement_viewer.ledger.redaction import redacted_by, vouches
from agreement_viewer.store.rows import read_change

_ROWS: Final = (
    "SELECT agreement, writer, seq, id, body, item FROM change ORDER BY agreement, writer, seq"
)
_TELL_EVERY: Final = 2000
UNREADABLE: Final = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite answers of a damaged file; its own words of it may be damaged too."""


class Unsound(UserError):
    """The file is damaged or is no ledger; one sentence names the place."""


class Contents(NamedTuple):
    """What a sound ledger holds."""

    changes: int
    last: str
    """When the latest change was recorded, as `Change.at` writes it; empty where there is none."""


class _Link(msgspec.Struct):
    """As much of a change as ties it to its place."""

    agreement: str
    writer: str
    seq: int
    prev: str | None
    item: str
    at: str
    kind: str
    redacted: bool = False


_link = msgspec.json.Decoder(_Link)


def check(path: Path, tell: Callable[[int], object] = lambda _read: None) -> Contents:
    """What the ledger in the file `path` holds, once all of it was found in order.

    `tell` is given the number of changes checked so far, and may raise to stop. Raises Unsound.
    """
    try:
        with reading(path) as connection:
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if found != "ok":
                raise unsound(path, str(found))
            return _check_changes(path, connection, tell)
    except (*UNREADABLE, OSError) as fault:
        raise unsound(path, str(fault)) from fault


@contextlib.contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """One state of any ledger's file, to be read and never written. Raises OSError, sqlite3.Error.

    A file from elsewhere is believed nothing: its views and triggers stay without effect.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    connection = sqlite3.connect(path, isolation_level=None, timeout=5.0)
    try:
        for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {pragma}")
        kind = "SELECT 1 FROM sqlite_master WHERE name = 'change' AND type = 'table'"
        if connection.execute(kind).fetchone() is None:
            raise sqlite3.DatabaseError("no ledger")
        connection.execute("BEGIN")
        yield connection
    finally:
        connection.close()


def _check_changes(
    path: Path, connection: sqlite3.Connection, tell: Callable[[int], object]
) -> Contents:
    waiting = {id for (id,) in connection.execute("SELECT id FROM waiting")}
    left: dict[str, Change] = {}
    redactions: list[Change] = []
    count, last = 0, ""
    chains = itertools.groupby(connection.execute(_ROWS), key=lambda row: row[:2])
    for _, chain in chains:
        before: set[str] = set()  # the ids with the number before this one: several after a fork
        for seq, group in itertools.groupby(chain, key=lambda row: row[2]):
            here: set[str] = set()
            for agreement, writer, _, id, body, item in group:
                link = _read_link(path, id, body)
                if (link.agreement, link.writer, link.seq, link.item) != (
                    *(agreement, writer),
                    *(seq, item),
                ):
                    raise unsound(path, id[:12])
                if link.prev is not None and link.prev not in before and id not in waiting:
                    raise unsound(path, id[:12])
                if link.redacted:
                    left[id] = read_change(id, body)
                elif link.kind == REDACT:
                    redactions.append(read_change(id, body))
                here.add(id)
                last = max(last, link.at)
                count += 1
                if count % _TELL_EVERY == 0:
                    tell(count)
            before = here
    for redaction in redactions:
        change = left.get(redacted_by(redaction))
        if change and not vouches(redaction, change):
            raise unsound(path, change.id[:12])
    return Contents(count, last)


def _read_link(path: Path, id: str, body: object) -> _Link:
    try:
        data = body.encode() if isinstance(body, str) else b""
        if hashlib.sha256(data).hexdigest() != id:
            read_change(id, body)
        return _link.decode(data)
    except (msgspec.MsgspecError, UserError) as fault:
        raise unsound(path, str(id)[:12]) from fault


def unsound(path: Path, place: str) -> Unsound:
    """The file is damaged, at `place` as its reader tells it."""
    return Unsound(
        translate("Backups", "{file} is damaged or is no backup ({place}).", file=path, place=place)
    )
