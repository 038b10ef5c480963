"""Redacting in the file: what a redaction names is blanked.

First the redactions are recorded, then the changes that they name are blanked in one transaction,
which a trigger allows for such changes alone. A mark in the file stands until their traces are gone
too (traces.py), so that the next opening goes on where this one was cut off.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from agreement_viewer.ledger.change import CLOSE, REDACT, Change, encode, is_id
from agreement_viewer.ledger.counting import within
from agreement_viewer.ledger.periods import Closing, read_closing
from agreement_viewer.ledger.redaction import left_of, redacted_by, vouches
from agreement_viewer.store import copies
from agreement_viewer.store.database import Database
from agreement_viewer.store.notes import REDACTED_FILES, REDACTING, note, noted
from agreement_viewer.store.rows import read_change

_ALL: Final = "SELECT id, body FROM change WHERE agreement = ? ORDER BY row"
_REDACTIONS: Final = f"""SELECT id, body FROM change WHERE instr(body, '"kind":"{REDACT}"')"""
_ON_ITEM: Final = f"{_REDACTIONS} AND agreement = ? AND item = ?"
_MANY: Final = 50
"""Items beyond which it costs less to pass all changes once."""
UPDATE: Final = "UPDATE change SET body = ? WHERE id = ?"


def mark(connection: sqlite3.Connection) -> None:
    """Mark, in the open transaction, that traces may be left."""
    note(connection, REDACTING, [])


def announce(database: Database) -> None:
    """Mark that a redaction is on its way. Raises StoreError."""
    with database.transaction() as connection:
        mark(connection)


def blank(
    connection: sqlite3.Connection, touched: Collection[tuple[str, str]] | None = None
) -> None:
    """Blank, in the open transaction, what redactions name and still holds its words.

    To be called wherever changes are taken in, with the agreements and items that those `touched`:
    a redaction lies on the item of what it names. After the mark that it sets `traces.settle`
    follows.
    """
    connection.execute("PRAGMA secure_delete = ON")
    by_agreement: defaultdict[str, list[Change]] = defaultdict(list)
    for change in _speaking(connection, _redactions(connection, touched)):
        by_agreement[change.agreement].append(change)
    for agreement, spoken in by_agreement.items():
        closings = _issued_with(spoken, _changes(connection, agreement))
        for change in spoken:
            connection.execute(UPDATE, (encode(left_of(change)).decode(), change.id))
        _drop_drafts(connection, spoken)
        files = {sha256 for change in spoken for sha256 in _files_in(change.body)}
        files |= {closing.frozen.pdf.sha256 for closing in closings if closing.frozen.pdf}
        note(
            connection, REDACTED_FILES, sorted(files.union(noted(connection, REDACTED_FILES) or ()))
        )
        mark(connection)
    if by_agreement:
        copies.rebuild(connection)


def _redactions(
    connection: sqlite3.Connection, touched: Collection[tuple[str, str]] | None
) -> Iterator[Change]:
    if touched is None or len(touched) > _MANY:
        rows = connection.execute(_REDACTIONS).fetchall()
    else:
        rows = [row for place in touched for row in connection.execute(_ON_ITEM, place)]
    yield from (read_change(*row) for row in rows)


def _speaking(connection: sqlite3.Connection, redactions: Iterable[Change]) -> Iterator[Change]:
    """The changes that `redactions` rightly name and that were not blanked yet."""
    seen: set[str] = set()
    for redaction in redactions:
        query = "SELECT id, body FROM change WHERE id = ?"
        for found in connection.execute(query, (redacted_by(redaction),)):
            change = read_change(*found)
            if change.redacted or change.id in seen or not vouches(redaction, left_of(change)):
                continue
            if (change.agreement, change.item) == (redaction.agreement, redaction.item):
                seen.add(change.id)
                yield change


def _changes(connection: sqlite3.Connection, agreement: str) -> list[Change]:
    return [read_change(*row) for row in connection.execute(_ALL, (agreement,))]


def _issued_with(spoken: Iterable[Change], changes: list[Change]) -> list[Closing]:
    """The closed periods whose report may show what `spoken` say, or compares with one that may."""
    ids = {change.id for change in spoken}
    found = (read_closing(change) for change in changes if change.kind == CLOSE)
    closings = [closing for closing in found if closing is not None]
    shown: set[str] = set()
    for closing in closings:
        cut = within(closing.cut, changes)
        replaced = {name for change in cut for name in change.replaces if change.kind != REDACT}
        if any(change.id in ids - replaced for change in cut):
            shown.add(closing.id)
    return [c for c in closings if c.id in shown or c.frozen.basis.before in shown]


def _drop_drafts(connection: sqlite3.Connection, spoken: Iterable[Change]) -> None:
    """The drafts of their fields, and whatever draft holds one of their texts."""
    for change in spoken:
        connection.execute(
            "DELETE FROM draft WHERE agreement = ? AND item = ? AND field = ?",
            (change.agreement, change.item, change.field),
        )
        connection.executemany(
            "DELETE FROM draft WHERE instr(text, ?)", [(text,) for text in _texts_in(change.body)]
        )


def _texts_in(value: object) -> Iterator[str]:
    match value:
        case str() if value and not is_id(value):
            yield value
        case dict():
            yield from (text for inner in value.values() for text in _texts_in(inner))
        case list():
            yield from (text for inner in value for text in _texts_in(inner))


def _files_in(value: object) -> Iterator[str]:
    match value:
        case {"sha256": str(sha256)} if is_id(sha256):
            yield sha256
        case dict():
            yield from (sha256 for inner in value.values() for sha256 in _files_in(inner))
