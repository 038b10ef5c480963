"""A second start on the same data, beside a window that is there, hidden, or killed."""

import subprocess

from e2e.conftest import Start
from e2e.desktop import Desktop, until
from e2e.program import SECONDS, Program


def start_again(desktop: Desktop, program: Program) -> int:
    """Start the program a second time, as an officer does who does not see its window."""
    command = program.command("--data-dir", program.data_dir)
    variables = program.variables() | {"DISPLAY": desktop.display, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command, env=variables, timeout=SECONDS, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout, done.stderr) == ("", "")
    return done.returncode


def windows(desktop: Desktop) -> list[str]:
    """Those of the program that can be seen."""
    search = ("search", "--onlyvisible", "--class", "agreement-viewer")
    return desktop.tool("xdotool", *search).split()


def test_it_brings_the_first_window_to_the_front(
    desktop: Desktop, program: Program, start: Start
) -> None:
    window = start()
    desktop.tool("xdotool", "windowminimize", "--sync", window.id)
    assert start_again(desktop, program) == 0
    until(
        lambda: desktop.tool("xdotool", "getactivewindow").strip(), lambda front: front == window.id
    )
    assert windows(desktop) == [window.id]
    assert program.say("verify") == "All in order.\n"  # the command line goes beside it
    assert window.quit() == 0


def test_after_a_crash_the_next_window_is_the_first(
    desktop: Desktop, program: Program, start: Start
) -> None:
    start().kill()
    window = start()
    assert start_again(desktop, program) == 0
    assert windows(desktop) == [window.id]


def test_two_data_folders_have_a_window_each(
    desktop: Desktop, program: Program, start: Start
) -> None:
    first = start()
    second = start("--data-dir", program.home / "other")
    assert sorted(windows(desktop)) == sorted([first.id, second.id])


def test_why_it_does_not_start_is_said_in_a_window(desktop: Desktop, program: Program) -> None:
    program.home.mkdir(exist_ok=True)
    program.data_dir.write_text("a file", "ascii")
    command = program.command("--data-dir", program.data_dir)
    variables = program.variables() | {"DISPLAY": desktop.display, "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(command, env=variables, stderr=subprocess.DEVNULL)
    try:
        search = ("search", "--all", "--sync", "--onlyvisible", "--pid", str(process.pid))
        shown = desktop.tool("xdotool", *search, "--class", "agreement-viewer").split()
        desktop.tool("xdotool", "windowactivate", "--sync", shown[0], "key", "Return")
        assert process.wait(SECONDS) == 2
    finally:
        process.kill()
        process.wait()
