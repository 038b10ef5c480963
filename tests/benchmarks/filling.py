"""(d) A thousand tasks and ten thousand: filling the list, a key in the search box, a status."""

import statistics
from pathlib import Path
from typing import Final

from benchmarks.measuring import Line, milliseconds, seconds
from benchmarks.window import Office, now
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from agreement_viewer.ledger.status import Status
from agreement_viewer.office import bundled_agreement, read_agreement_file
from agreement_viewer.ui.checklist.panel import ChecklistPanel
from agreement_viewer.ui.session import Session

FRAME: Final = 0.016
FEW: Final = 1_000
MANY: Final = 10_000
WORDS: Final = "phoi hop 7"
"""Its first letters stand in every task, all of it in few."""
WORK: Final = (
    "first fill of the list",
    "opening all its items",
    "slowest key in the search box",
    "a status by key",
)


def measure(folder: Path, quick: bool) -> list[Line]:
    """Each until it is painted; against a frame, and how it grows."""
    runs = 3 if quick else 15
    few, many = (medians(folder / f"{count}", count, runs) for count in (FEW, MANY))
    lines = []
    for what, small, large in zip(WORK, few, many, strict=True):
        frame, grown = milliseconds(FRAME), milliseconds(small)
        lines += [
            Line(f"{what}, {FEW:,} tasks, beside a frame", grown, frame, small / FRAME, 1),
            Line(f"the same with {MANY:,}", milliseconds(large), grown, large / small),
        ]
    return lines


def medians(folder: Path, count: int, runs: int) -> list[float]:
    """In seconds, in the order of `WORK`."""
    with Office(folder, count) as office:
        fills, openings = zip(*(fill(office) for _ in range(runs)), strict=True)
        office.window.activateWindow()
        assert QTest.qWaitForWindowActive(office.window)
        office.window.checklist.view.expandAll()
        QTest.qWait(count // 4)  # idle moments, in which the program makes search keys ready
        keys = zip(*(search(office) for _ in range(runs)), strict=True)
        changes = [set_status(office) for _ in range(runs)]
    return [
        statistics.median(fills),
        statistics.median(openings),
        max(map(statistics.median, keys)),
        statistics.median(changes),
    ]


def fill(office: Office) -> tuple[float, float]:
    """The list alone takes in a programme, as at the start; then all its items are opened."""
    session = Session(office.data, now)
    session.open(*read_agreement_file(bundled_agreement()))
    panel = ChecklistPanel(session)
    panel.complete()
    panel.resize(660, 600)
    panel.show()
    assert QTest.qWaitForWindowExposed(panel)

    def show() -> None:
        session.opened.emit()
        office.app.processEvents()

    def expand() -> None:
        panel.view.expandAll()
        office.app.processEvents()

    spent = seconds(show), seconds(expand)
    panel.close()
    panel.deleteLater()
    return spent


def search(office: Office) -> list[float]:
    """Type the words; the time of each key."""
    panel = office.window.checklist

    def type_key(key: str) -> None:
        QTest.keyClicks(panel.search, key)
        office.app.processEvents()

    spent = [seconds(lambda key=key: type_key(key)) for key in WORDS]  # type: ignore[misc]
    panel.clear_filters()
    office.app.processEvents()
    return spent


def set_status(office: Office) -> float:
    """Give a task in the middle another status."""
    panel = office.window.checklist
    item = list(panel.model.tree.items)[4]
    task = next(task for task in item.tasks if task.status is not Status.PAUSED)
    panel.select(task.id)
    office.app.processEvents()

    def press() -> None:
        QTest.keyClick(panel.view, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
        office.app.processEvents()

    spent = seconds(press)
    assert task.entry.status is Status.PAUSED
    return spent
