"""(c) Opening a ledger of a million changes beside one of two thousand with the same heads."""

import datetime
import sys
from pathlib import Path
from typing import Final

from benchmarks.measuring import Line, alternate, milliseconds, seconds

from agreement_viewer.agreement import Agreement, read_agreement
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import TASK, TITLE
from agreement_viewer.resources import resource
from agreement_viewer.store.database import Database
from agreement_viewer.store.ledger import Ledger

WRITER: Final = "a" * 64
OFFICER: Final = By("Cán bộ A", "skhcn")
START: Final = datetime.datetime(2022, 3, 3, 9, tzinfo=datetime.UTC)
FIELDS: Final = (TITLE, "status", "lead", "result", "note")
TASKS: Final = 180
SMALL: Final = 2_000
BOUND: Final = 1.2


def measure(folder: Path, quick: bool) -> list[Line]:
    """The time from a closed file to a ledger with its heads, warm."""
    large = 50_000 if quick else 1_000_000
    file = min(resource("agreements").glob("*.toml"))
    data = file.read_bytes()
    agreement = read_agreement(data, file.name)
    paths = {count: folder / f"{count}" / "ledger.sqlite3" for count in (SMALL, large)}
    for count, path in paths.items():
        print(f"(c) writing {count:,} changes …", file=sys.stderr)
        write(path, agreement, data, count)
    compare_heads(*(open_ledger(path, agreement, data)[1] for path in paths.values()))

    def opening(path: Path) -> float:
        opened: list[Database] = []
        spent = seconds(lambda: opened.append(open_ledger(path, agreement, data)[0]))
        opened[0].close()
        return spent

    ours, theirs = alternate(
        lambda: opening(paths[large]), lambda: opening(paths[SMALL]), 11 if quick else 51
    )
    what = f"open a ledger of {large:,} changes, beside {SMALL:,} with the same heads"
    return [Line(what, milliseconds(ours), milliseconds(theirs), ours / theirs, BOUND)]


def open_ledger(path: Path, agreement: Agreement, data: bytes) -> tuple[Database, Ledger]:
    """As the program opens it."""
    database = Database(path)
    return database, Ledger(database, agreement, data, WRITER)


def write(path: Path, agreement: Agreement, data: bytes, count: int) -> None:
    """Record `count` changes: tasks, and their fields over and over, ending in equal values.

    The snapshot is up to date at the end, as an idle moment leaves it.
    """
    database, ledger = open_ledger(path, agreement, data)
    fill(ledger, count)
    ledger.checkpoint()
    database.close()


def fill(ledger: Ledger, count: int) -> None:
    """Record `count` changes."""
    agreement = ledger.agreement
    items = [item.id for item in agreement.items]
    creates = [Edit.create(items[n % len(items)], TASK) for n in range(TASKS)]
    tasks = [change.id for change in ledger.append(creates, OFFICER, START).changes]
    cells = [(task, name) for task in tasks for name in FIELDS]
    rounds, extra = divmod(count - TASKS, len(cells))
    for turn in range(rounds, -1, -1):
        edits = [
            Edit.set(task, name, value(name, turn), (h.id for h in ledger.heads.of(task, name)))
            for task, name in (cells if turn < rounds else cells[:extra])
        ]
        ledger.append(edits, OFFICER, START)


def value(name: str, turn: int) -> str:
    """What an officer might write; the same in the last rounds of every ledger."""
    if name == "status":
        return ("done", "in_progress", "paused")[turn % 3]
    return f"Đã phối hợp xây dựng kế hoạch và triển khai, lần {turn % 10}"


def compare_heads(large: Ledger, small: Ledger) -> None:
    """Both must show the same."""
    shown = [
        sorted((head.item, head.field, str(head.body)) for head in ledger.heads)
        for ledger in (large, small)
    ]
    assert shown[0] == shown[1]
    assert len(shown[0]) == TASKS * (1 + len(FIELDS))
