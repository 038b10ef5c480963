"""A start on damaged data, as an officer lives through it: two keys, and everything is there."""

import json

from e2e.desktop import Desktop, until
from e2e.program import Program
from e2e.window import Window


def wait_for(desktop: Desktop, window: Window, title: str) -> None:
    """Wait for the program's window with this beginning of its title to take keys."""
    search = ("search", "--all", "--sync", "--onlyvisible", "--pid", str(window.process.pid))
    (id,) = desktop.tool("xdotool", *search, "--name", f"^{title}").split()
    desktop.tool("xdotool", "windowactivate", "--sync", id)
    desktop.settled()


def test_the_data_are_recovered_and_the_window_opens(desktop: Desktop, program: Program) -> None:
    program.say("set", "area-1", "note", "một")
    program.say("add-task", "area-2", "Nhiệm vụ A")
    rows = program.rows()
    data = program.database.read_bytes()
    program.database.write_bytes(b"x" * 4096 + data[4096:])
    window = Window(desktop, program)
    wait_for(desktop, window, "Dữ liệu bị hỏng")
    desktop.press("Return")
    wait_for(desktop, window, "Đã khôi phục dữ liệu")
    desktop.press("Return")
    wait_for(desktop, window, "Chương trình phối hợp")
    until(lambda: json.loads(program.say("backups", "--json")), lambda found: len(found) == 1)
    assert window.quit() == 0
    assert window.said() == ""
    assert sorted(row[1] for row in program.rows()) == sorted(row[1] for row in rows)
    assert program.say("verify") == "All in order.\n"


def test_whoever_closes_the_offer_leaves_all_as_it_was(desktop: Desktop, program: Program) -> None:
    program.say("set", "area-1", "note", "một")
    program.database.write_bytes(b"x" * 4096 + program.database.read_bytes()[4096:])
    before = program.database.read_bytes()
    window = Window(desktop, program)
    wait_for(desktop, window, "Dữ liệu bị hỏng")
    desktop.press("Escape")
    assert window.process.wait(20) == 1
    assert program.database.read_bytes() == before
    assert not (program.data_dir / "damaged").exists()
