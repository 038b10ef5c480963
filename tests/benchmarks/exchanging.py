"""(h) Leaving changes at a hub and taking them in, beside bare psycopg's COPY of the same rows."""

import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import psycopg
from benchmarks.measuring import Line, alternate, milliseconds, seconds
from benchmarks.opening import OFFICER, fill
from unit.exchange.offices import Office
from unit.exchange.servers import Place, server

from agreement_viewer.ledger.change import By, encode

BOUND: Final = 2
RUNS: Final = 3
_COPY: Final = """
COPY agreement_viewer.change (agreement, id, agency, writer, seq, prev, body)
FROM STDIN (FORMAT binary)
"""
_TYPES: Final = ("text", "text", "text", "text", "int8", "text", "text")


def measure(folder: Path, quick: bool) -> list[Line]:
    """A server of its own on this computer's loopback, its checks in force for both."""
    count = 5_000 if quick else 100_000
    print(f"(h) writing {count:,} changes …", file=sys.stderr)
    sender = Office(folder / "sender", OFFICER)
    fill(sender.ledger, count)
    rows = [
        (c.agreement, c.id, OFFICER.unit, c.writer, c.seq, c.prev, encode(c).decode())
        for c in sender.ledger.changes()
    ]
    with server() as postgres:
        place, bare = Place(postgres, "measured"), Place(postgres, "bare")

        def put() -> float:
            bare.empty()
            with bare.admin() as owner:  # row-level security knows no COPY
                return seconds(lambda: copy(owner.cursor(), rows))

        def leave() -> float:
            place.empty()
            return seconds(lambda: place.leave(sender))

        fetch = partial(taken_by_new_office, folder, place.fetch)
        receive = partial(taken_by_new_office, folder, place.receive)
        lines = [
            line(f"leave {count:,} changes at a hub", alternate(leave, put, RUNS), BOUND),
            line(f"fetch {count:,} changes from a hub", alternate(fetch, put, RUNS), BOUND),
            line(f"fetch them and take them in, {count:,}", alternate(receive, put, RUNS), None),
        ]
    sender.folder.close()
    return lines


def line(what: str, medians: tuple[float, float], bound: float | None) -> Line:
    """Beside the bare rows."""
    ours, theirs = medians
    what = f"{what}, beside bare COPY of their rows"
    return Line(what, milliseconds(ours), milliseconds(theirs), ours / theirs, bound)


def copy(cursor: psycopg.Cursor, rows: list[tuple[object, ...]]) -> None:
    """The same rows into the same table."""
    with cursor.copy(_COPY) as copying:
        copying.set_types(_TYPES)
        for row in rows:
            copying.write_row(row)


def taken_by_new_office(folder: Path, receive: Callable[[Office], object]) -> float:
    """The seconds that an office with an empty ledger takes."""
    home = folder / "receiver"
    receiver = Office(home, By("Cán bộ B", "cong-an"))
    try:
        return seconds(lambda: receive(receiver))
    finally:
        receiver.folder.close()
        shutil.rmtree(home)
