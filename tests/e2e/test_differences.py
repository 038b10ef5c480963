"""Two officers who changed the same fields: settled in the window, alike on both computers."""

from pathlib import Path

import pytest
from e2e.conftest import Start
from e2e.desktop import Desktop, until
from e2e.program import Program
from unit.report.readers import run

VALUES = (
    ("area-1", "note", "của A", "của B"),
    ("area-2", "lead", "Sở KH&CN", "Công an TP"),
    ("area-3", "result", "Đề cương", "Báo cáo"),
    ("area-4", "deadline", "31/12/2025", "quý IV/2025"),
    ("area-5", "status", "paused", "in_progress"),
)


@pytest.fixture
def other(tmp_path: Path) -> Program:
    """The computer of the other office."""
    return Program(tmp_path / "other")


def carry(sender: Program, receiver: Program, file: Path) -> None:
    """Take what one has to the other on a stick."""
    sender.say("export", file)
    receiver.say("import", file, "--accept-new")


def record(program: Program, path: Path) -> str:
    """What the record says from the parties on: above stands who drew it up, and when."""
    program.say("reconcile", "-o", path)
    return run("pdftotext", "-layout", path, "-").partition("1. Các bên đối chiếu")[2]


def open_ones(program: Program) -> list[str]:
    return [id for id, entry in program.listed().items() if entry["differences"]]


def test_two_officers_settle_what_both_changed(
    desktop: Desktop, program: Program, other: Program, start: Start, tmp_path: Path
) -> None:
    for item, field, ours, theirs in VALUES:
        program.say("set", item, field, ours)
        other.say("set", item, field, theirs)
    carry(program, other, tmp_path / "1.agx")
    carry(other, program, tmp_path / "2.agx")
    assert open_ones(program) == open_ones(other) == [item for item, *_ in VALUES]
    window = start()
    desktop.press_and_see("F8")
    desktop.settled()
    for _ in ("the record", "the first value"):
        desktop.press_and_see("Tab")
    for settled in range(1, 4):
        desktop.press("space")
        until(lambda: len(open_ones(program)), lambda count, left=5 - settled: count == left)
    desktop.press("ctrl+z")
    until(lambda: len(open_ones(program)), lambda count: count == 3)
    desktop.press_and_see("Escape")
    desktop.settled()
    assert window.quit() == 0
    other.say("set", "area-5", "status", "done")
    carry(program, other, tmp_path / "3.agx")
    carry(other, program, tmp_path / "4.agx")
    assert open_ones(program) == open_ones(other) == ["area-3", "area-4"]
    assert program.listed() == other.listed()
    texts = record(program, tmp_path / "a.pdf"), record(other, tmp_path / "b.pdf")
    assert texts[0] == texts[1]
    assert texts[0].count("Thống nhất: ") == 3
