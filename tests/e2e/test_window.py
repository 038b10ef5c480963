"""A day at the office: the program as it is started, typed at, torn down and started again."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from e2e.conftest import Start
from e2e.desktop import Desktop, until
from e2e.program import Program

TITLE = "Xây dựng kế hoạch phối hợp năm 2025"
RENAMED = "Hội thảo về Đề án 06"


@pytest.fixture
def field(program: Program) -> Callable[..., Any]:
    """Waits until a field of an item has this value, as another process reads it."""

    def wait(item: str, name: str, value: object) -> None:
        until(lambda: program.listed()[item][name], lambda found: found == value)

    return wait


def titles(program: Program) -> list[str]:
    return [entry["title"] for entry in program.listed().values() if entry["kind"] == "task"]


def test_a_tick_outlives_a_power_cut(
    desktop: Desktop, program: Program, start: Start, field: Callable[..., None]
) -> None:
    window = start()
    desktop.press("space")
    field("area-1", "status", "done")
    window.kill()
    assert program.listed()["area-1"]["status"] == "done"
    start()
    desktop.press("space")  # a list that shows it done brings back the status before
    field("area-1", "status", "not_started")
    assert program.say("verify") == "All in order.\n"


def test_the_title_names_the_programme(start: Start) -> None:
    assert "2021–2025" in start().title


def test_keys_for_the_five_statuses(
    desktop: Desktop, start: Start, field: Callable[..., None]
) -> None:
    start()
    desktop.press("Down")
    for number, status in [
        (2, "in_progress"),
        (3, "done"),
        (4, "paused"),
        (5, "dropped"),
        (1, "not_started"),
    ]:
        desktop.press(f"ctrl+{number}")
        field("area-2", "status", status)


def test_undo_and_redo(desktop: Desktop, start: Start, field: Callable[..., None]) -> None:
    start()
    desktop.press("ctrl+4", "space")
    field("area-1", "status", "done")
    desktop.press("ctrl+z")
    field("area-1", "status", "paused")
    desktop.press("ctrl+z")
    field("area-1", "status", "not_started")
    desktop.press("ctrl+y", "ctrl+y")
    field("area-1", "status", "done")


def test_tasks_are_added_and_renamed(desktop: Desktop, program: Program, start: Start) -> None:
    start()
    desktop.press("ctrl+n")
    desktop.write(TITLE)
    desktop.press("Return")
    until(lambda: titles(program), lambda found: found == [TITLE])
    desktop.write("Việc thứ hai")
    desktop.press("Return", "Escape")
    until(lambda: titles(program), lambda found: found == [TITLE, "Việc thứ hai"])
    desktop.press("F2", "ctrl+a")
    desktop.write(RENAMED)
    desktop.press("Return")
    until(lambda: titles(program), lambda found: found == [TITLE, RENAMED])
    desktop.press("space")
    until(
        lambda: [entry["status"] for entry in program.listed().values() if entry["parent"]],
        lambda found: found == ["not_started", "done"],
    )


def test_search_without_tone_marks(
    desktop: Desktop, start: Start, field: Callable[..., None]
) -> None:
    start()
    desktop.press("ctrl+f")
    desktop.write("dam bao an ninh")
    desktop.press("Return", "space")
    field("area-4", "status", "done")


def test_no_single_key_destroys(desktop: Desktop, program: Program, start: Start) -> None:
    program.say("add-task", "area-1", TITLE)
    before = program.listed()
    window = start()
    desktop.press("Right", "Down")
    for key in ("Delete", "BackSpace", "Insert", "Escape", *"aqdxzw1234567890"):
        desktop.press(key, "Escape")
    assert window.quit() == 0
    assert program.listed() == before


def test_what_another_process_writes_is_shown(
    desktop: Desktop, program: Program, start: Start, field: Callable[..., None]
) -> None:
    start()
    before = desktop.settled()
    program.say("set", "area-1", "status", "done")
    until(desktop.pixels, lambda seen: seen != before)
    desktop.press("space")  # only a list that shows it done takes it back
    field("area-1", "status", "not_started")
    assert program.listed()["area-1"]["differences"] == []


def remember_place(program: Program, *box: int, appearance: str = "light") -> None:
    """As if the window had been left there."""
    program.data_dir.mkdir(parents=True)
    kept = {"appearance": appearance, "geometry": box}
    (program.data_dir / "settings.json").write_text(json.dumps(kept))


def test_leaving_remembers_the_place(desktop: Desktop, program: Program, start: Start) -> None:
    remember_place(program, 60, 80, 1200, 640)
    window = start()
    desktop.tool("xdotool", "windowmove", "--sync", window.id, "120", "100")
    desktop.tool("xdotool", "windowsize", "--sync", window.id, "1100", "560")
    left = window.place
    assert (left["WIDTH"], left["HEIGHT"]) == (1100, 560)
    assert window.quit() == 0
    assert not program.database.with_name("ledger.sqlite3-wal").exists()
    assert start().place == left


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_a_small_screen(
    desktop: Desktop, program: Program, start: Start, field: Callable[..., None], appearance: str
) -> None:
    """1366 × 768 at 125 %, with a place kept from a larger screen."""
    remember_place(program, 200, 100, 1800, 1000, appearance=appearance)
    place = start(QT_SCALE_FACTOR="1.25").place
    assert place["X"] >= 0
    assert place["Y"] >= 0
    assert place["X"] + place["WIDTH"] <= 1366
    assert place["Y"] + place["HEIGHT"] <= 768
    desktop.press("Down", "space")
    field("area-2", "status", "done")
