"""Salvage: every change in a damaged file whose hash still holds.

First SQLite reads what it can, passing over the rows that it cannot. Then the pages are read by
themselves, whether anything leads to them or not, and at last the bytes are searched, in the file
and its log: a change lies beside its id, in the table and in the copies of the heads, so that it
proves itself wherever it is found.
"""

import contextlib
import json
import mmap
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from agreement_viewer.ledger.change import REDACT, Change, ChangeError, decode, is_id
from agreement_viewer.ledger.redaction import redacted_by, vouches
from agreement_viewer.store.rows import opened
from agreement_viewer.store.salvage_pages import rows
from agreement_viewer.store.soundness import UNREADABLE
from agreement_viewer.store.union import Sealed

_BEGINNING: Final = re.compile(rb'\{"agreement":"')
_ID, _BODY = 1, 6
"""Places in a row of `change`."""
_PAGE: Final = 4096
"""SQLite's page, which no version of the program has made another."""
_STEP: Final = 256
_ROWS_A_PAGE: Final = 16
_SEQ_BYTES: Final = range(9)
_PIECE: Final = 1 << 16
"""No page is larger, and what runs over several pages is not found in one piece."""
_decoder = json.JSONDecoder()


def salvage(path: Path) -> Iterator[Sealed]:
    """The changes in the database `path` and its log, some several times.

    Every one is what was recorded under its id, or what a redaction says was left of it. SQLite
    works on the file: give it a copy.
    """
    redactions: list[Change] = []
    left: dict[str, bytes] = {}
    for id, body in _candidates(path):
        change = _decoded(id, body)
        if change is None:
            continue
        if change.redacted:
            left[id] = body
            continue
        if change.kind == REDACT:
            redactions.append(change)
        yield id, body
    for redaction in redactions:
        id = redacted_by(redaction)
        if id in left and vouches(redaction, opened(id, left[id])):
            yield id, left[id]


def _candidates(path: Path) -> Iterator[Sealed]:
    yield from _by_rows(path)
    yield from _by_pages(path)
    for file in (path, path.with_name(f"{path.name}-wal")):
        yield from _by_bytes(file)


def recorded_in(path: Path) -> int | None:
    """How many changes the database held, by its last row; None where that cannot be told."""
    with contextlib.suppress(*UNREADABLE), contextlib.closing(_connect(path)) as connection:
        last = connection.execute("SELECT ifnull(max(row), 0) FROM change").fetchone()[0]
        if 0 <= last <= _most_rows(connection):
            return int(last)
    return None


def salvage_rows(path: Path, query: str) -> Iterator[tuple[object, ...]]:
    """The rows of a query as far as they can be read."""
    with contextlib.suppress(*UNREADABLE), contextlib.closing(_connect(path)) as connection:
        yield from connection.execute(query)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.text_factory = bytes
    return connection


def _by_rows(path: Path) -> Iterator[Sealed]:
    with contextlib.suppress(*UNREADABLE), contextlib.closing(_connect(path)) as connection:
        highest = _most_rows(connection)
        for first in range(1, highest + 1, _STEP):
            yield from _range(connection, first, min(first + _STEP - 1, highest))


def _most_rows(connection: sqlite3.Connection) -> int:
    """More rows than the file's pages have room for: the last row is not always to be read."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    return int(pages) * _ROWS_A_PAGE


def _range(connection: sqlite3.Connection, first: int, last: int) -> Iterator[Sealed]:
    """The rows from `first` to `last`; where one cannot be read, the halves for themselves."""
    query = "SELECT id, body FROM change NOT INDEXED WHERE row BETWEEN ? AND ?"
    try:
        found = connection.execute(query, (first, last)).fetchall()
    except UNREADABLE:
        if first < last:
            middle = (first + last) // 2
            yield from _range(connection, first, middle)
            yield from _range(connection, middle + 1, last)
        return
    for id, body in found:
        if isinstance(id, bytes) and isinstance(body, bytes):
            yield id.decode("ascii", "replace"), body


def _decoded(id: str, body: bytes) -> Change | None:
    """The change, where `body` is what was recorded under `id`."""
    try:
        return opened(id, body)
    except ChangeError:
        return None


def _by_pages(path: Path) -> Iterator[Sealed]:
    with _mapped(path) as data:
        for row in rows(data, _PAGE) if data else ():
            if row.last == _BODY and {_ID, _BODY} <= row.texts.keys():
                yield row.texts[_ID].decode("ascii", "replace"), row.texts[_BODY]


@contextlib.contextmanager
def _mapped(path: Path) -> Iterator[mmap.mmap | None]:
    if not path.is_file() or not path.stat().st_size:
        yield None
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        yield data


def _by_bytes(path: Path) -> Iterator[Sealed]:
    with _mapped(path) as data:
        for found in _BEGINNING.finditer(data) if data else ():
            start = found.start()
            body = data and _json_at(data[start : start + _PIECE])
            change = _envelope(body) if body else None
            if change and body and data:
                for id in _ids_before(data[max(0, start - 300) : start], change):
                    yield id, body


def _json_at(piece: bytes) -> bytes | None:
    text = piece.decode("utf-8", "replace")
    try:
        _, end = _decoder.raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return text[:end].encode()


def _envelope(body: bytes) -> Change | None:
    try:
        return decode(body)
    except ChangeError:
        return None


def _ids_before(before: bytes, change: Change) -> Iterator[str]:
    """What may be the id in front of a body: in a row of `change`, and in one of `head`."""
    between = len(change.agreement) + len(change.writer) + len(change.item)
    for gap in (0, *(between + seq_bytes for seq_bytes in _SEQ_BYTES)):
        id = before[: len(before) - gap][-64:].decode("ascii", "replace")
        if is_id(id):
            yield id
