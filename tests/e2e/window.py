"""The real program's window on a screen of the tests."""

import re
import subprocess
from typing import Self

from e2e.desktop import SECONDS, Desktop, until
from e2e.program import Program


class Window:
    """The program, started on `desktop` as an officer starts it, with the keyboard."""

    def __init__(self, desktop: Desktop, program: Program, *arguments: object) -> None:
        self.desktop = desktop
        self._terminal = program.home / "terminal.txt"
        command = program.command("--data-dir", program.data_dir, *arguments)
        variables = program.variables() | {"DISPLAY": desktop.display, "LC_ALL": "C.UTF-8"}
        with self._terminal.open("ab") as terminal:
            self.process = subprocess.Popen(
                command, env=variables, stdout=terminal, stderr=terminal
            )

    def wait_until_shown(self) -> Self:
        """Wait for the window to be there and to have the keyboard."""
        search = ("search", "--all", "--sync", "--onlyvisible", "--pid", str(self.process.pid))
        found = self.desktop.tool("xdotool", *search, "--class", "agreement-viewer")
        self.id = found.split()[0]
        self.desktop.tool("xdotool", "windowactivate", "--sync", self.id)
        icon = ("xprop", "-id", self.id, "_NET_WM_ICON")  # set once everything is in its place
        until(lambda: self.desktop.tool(*icon), lambda said: "not found" not in said)
        return self

    @property
    def title(self) -> str:
        """What stands in its title bar."""
        return self.desktop.tool("xdotool", "getwindowname", self.id).strip()

    @property
    def place(self) -> dict[str, int]:
        """X, Y, WIDTH and HEIGHT of what is inside its frame, in pixels of the screen."""
        told = self.desktop.tool("xwininfo", "-id", self.id)
        names = {
            "X": "Absolute upper-left X",
            "Y": "Absolute upper-left Y",
            "WIDTH": "Width",
            "HEIGHT": "Height",
        }
        found = {name: re.search(rf"{text}:\s+(-?\d+)", told) for name, text in names.items()}
        return {name: int(match[1]) for name, match in found.items() if match}

    def kill(self) -> None:
        """End the process as a power cut would."""
        self.process.kill()
        self.process.wait(SECONDS)

    def quit(self) -> int:
        """Leave by the keyboard; the exit code."""
        self.desktop.press("ctrl+q")
        return self.process.wait(SECONDS)

    def said(self) -> str:
        """What the program wrote to its terminal: Qt's warnings, tracebacks."""
        return self._terminal.read_text("utf-8")
