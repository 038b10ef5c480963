"""(g) Taking in a million changes of another ledger, beside the same rows put in by sqlite3."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.measuring import Line, alternate, milliseconds, seconds
from benchmarks.opening import write

from agreement_viewer.agreement import read_agreement
from agreement_viewer.resources import resource
from agreement_viewer.store.database import Database
from agreement_viewer.store.union import Incoming, union

BOUND: Final = 2
_ALL: Final = "SELECT id, body FROM change ORDER BY row"
_CACHE: Final = "PRAGMA cache_size = -196608"
"""The union's own, for both."""
_COPY: Final = """
INSERT INTO change (id, agreement, writer, seq, item, body) VALUES (?, ?, ?, ?, ?, ?)
"""


def measure(folder: Path, quick: bool) -> list[Line]:
    """Into an empty ledger, each time a new one; and how the time grows with the number."""
    sizes = (1_000, 10_000) if quick else (10_000, 1_000_000)
    runs = (3, 1) if quick else (7, 1)
    lines, spent = [], []
    file = min(resource("agreements").glob("*.toml"))
    agreement = read_agreement(data := file.read_bytes(), file.name)
    for count, number in zip(sizes, runs, strict=True):
        print(f"(g) writing {count:,} changes …", file=sys.stderr)
        source = folder / f"{count}" / "ledger.sqlite3"
        write(source, agreement, data, count)
        merge, put = (partial(_into_new, folder, source, way) for way in (_merge, _put))
        # The large ones take a minute each, and are cold alike.
        ours, theirs = alternate(merge, put, number) if number > 1 else (merge(), put())
        spent.append((count, ours))
        what = f"take in {count:,} changes, beside their rows by bare sqlite3"
        bound = BOUND if count == sizes[-1] else None
        lines.append(Line(what, milliseconds(ours), milliseconds(theirs), ours / theirs, bound))
    (few, little), (many, much) = spent
    each = (f"{much / many * 1e6:.3g} µs", f"{little / few * 1e6:.3g} µs")
    growth = (much / many) / (little / few)
    lines.append(Line(f"a change of {many:,}, beside one of {few:,}", *each, growth))
    return lines


def _into_new(folder: Path, source: Path, way: Callable[[Path, Path], None]) -> float:
    target = folder / "taken.sqlite3"
    Database(target).close()
    try:
        return seconds(lambda: way(source, target))
    finally:
        for file in folder.glob(f"{target.name}*"):
            file.unlink()


def _merge(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as connection:
        rows = connection.execute(_ALL)
        union(target, Incoming((id, body.encode()) for id, body in rows), None)


def _put(source: Path, target: Path) -> None:
    database = Database(target)
    with closing(sqlite3.connect(source)) as connection:
        database.connection.execute(_CACHE)
        with database.transaction() as open_one:
            open_one.executemany(_COPY, _rows(connection))
    database.close()


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    yield from connection.execute(
        "SELECT id, agreement, writer, seq, item, body FROM change ORDER BY row"
    )
