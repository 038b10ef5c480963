"""A file that somebody sent, opened as the system's file manager opens it."""

import subprocess
from pathlib import Path

import pytest
from e2e.conftest import Start
from e2e.desktop import Desktop, until
from e2e.program import SECONDS, Program


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A file that another computer has sent."""
    other = Program(tmp_path / "other")
    other.say("set", "area-1", "note", "của B")
    path = tmp_path / "Gửi số 1 #%.agx"
    other.say("export", path, "--handover")
    return path


def windows(desktop: Desktop) -> int:
    """How many windows are on the screen, dialogs among them."""
    return desktop.tool("xprop", "-root", "_NET_CLIENT_LIST").count("0x")


def take_in(desktop: Desktop, program: Program) -> None:
    """Accept, in the dialog that is shown, the sender and all that was sent."""
    until(lambda: windows(desktop), lambda found: found == 2)
    read = ("search", "--sync", "--name", "^Tiếp nhận bàn giao$")  # named so once it is read
    desktop.tool("xdotool", *read)
    desktop.press_and_see("space")  # the code's box, which has the keyboard
    desktop.press("Return")
    until(lambda: program.listed()["area-1"]["note"], lambda note: note == "của B")


def test_the_window_opens_and_shows_what_it_would_bring(
    desktop: Desktop, program: Program, start: Start, sent: Path
) -> None:
    start(sent)
    take_in(desktop, program)


def test_it_comes_into_the_window_that_is_open(
    desktop: Desktop, program: Program, start: Start, sent: Path
) -> None:
    window = start()
    command = program.command("--data-dir", program.data_dir, sent.name)
    variables = program.variables() | {"DISPLAY": desktop.display, "LC_ALL": "C.UTF-8"}
    subprocess.run(command, env=variables, cwd=sent.parent, timeout=SECONDS, check=True)
    take_in(desktop, program)
    assert window.quit() == 0


def test_a_file_that_is_not_there_is_said(program: Program, tmp_path: Path) -> None:
    done = program.run(tmp_path / "không có.agx")
    assert done.returncode == 2
    assert "không có.agx cannot be read" in done.stderr
