"""A screen with a window manager, and somebody at its keyboard: Xvfb, openbox and xdotool."""

import contextlib
import itertools
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Self, TypeVar

T = TypeVar("T")
TOOLS: Final = ("Xvfb", "openbox", "xdotool", "xprop", "xmodmap", "import")
SECONDS: Final = 20
LOOKS: Final = 8
"""How long anything may take to show before a test gives up."""


def missing_tools() -> list[str]:
    """Which programs are to be installed before a screen can be made."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def keysym(letter: str) -> str:
    """X's name of a letter."""
    return f"U{ord(letter):04X}"


def until(look: Callable[[], T], fits: Callable[[T], bool], seconds: float = SECONDS) -> T:
    """Look until what is seen fits; returns it. A look takes its time, so there is no waiting."""
    end = time.monotonic() + seconds
    while not fits(seen := look()):
        assert time.monotonic() < end, f"still {seen!r}"
    return seen


class Desktop:
    """A screen of `width` × `height` pixels."""

    def __init__(self, width: int = 1366, height: int = 768) -> None:
        self._size = f"{width}x{height}x24"
        self.display = ""
        self._given: set[str] = set()

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            self.display = self._start_screen(stack)
            self._start(stack, "openbox")
            managed = ("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
            until(lambda: self.tool(*managed), lambda said: "window id" in said)
            self._end = stack.pop_all()
        return self

    def __exit__(self, *_fault: object) -> None:
        self._end.close()

    def _start_screen(self, stack: contextlib.ExitStack) -> str:
        reading, writing = os.pipe()
        options = (
            "-displayfd",
            f"{writing}",
            "-screen",
            "0",
            self._size,
            "-nolisten",
            "tcp",
            "-noreset",
        )
        self._start(stack, "Xvfb", *options, pass_fds=[writing])
        os.close(writing)
        with open(reading) as numbers:
            return f":{numbers.readline().strip()}"

    def _start(
        self, stack: contextlib.ExitStack, *command: str, pass_fds: Sequence[int] = ()
    ) -> None:
        process = subprocess.Popen(
            command,
            env=self._environment(),
            pass_fds=pass_fds,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        stack.callback(process.wait, SECONDS)
        stack.callback(process.terminate)

    def _environment(self) -> dict[str, str]:
        return os.environ | {"DISPLAY": self.display, "LC_ALL": "C.UTF-8"}

    def tool(self, *command: str, text: str | None = None, seconds: float = SECONDS) -> str:
        """What a tool prints that works on this screen."""
        done = subprocess.run(
            command,
            env=self._environment(),
            input=text,
            capture_output=True,
            encoding="utf-8",
            timeout=seconds,
            check=True,
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys (`ctrl+n`, `Return`), one after the other."""
        self.tool("xdotool", "key", "--clearmodifiers", "--delay", "30", *keys)

    def write(self, text: str) -> None:
        """Type a text. Letters that the keyboard lacks get keys of their own first, and keep them:
        where xdotool gives and takes keys while it types, some letters are lost.
        """
        letters = {letter for letter in text if ord(letter) > 126} - self._given
        self._give_keys_to([keysym(letter) for letter in sorted(letters)])
        self._given |= letters
        self.tool("xdotool", "type", "--clearmodifiers", "--delay", "30", text)

    def _give_keys_to(self, names: Sequence[str]) -> None:
        table = self.tool("xmodmap", "-pke").splitlines()
        unused = [line.split()[1] for line in table if line.endswith("=")]
        pairs = list(itertools.zip_longest(names[::2], names[1::2], fillvalue="NoSymbol"))
        assert len(pairs) <= len(unused), "no keys left for other letters"
        lines = (f"keycode {key} = {a} {b}" for key, (a, b) in zip(unused, pairs, strict=False))
        self.tool("xmodmap", "-", text="\n".join(lines))

    def picture(self, path: Path) -> Path:
        """Save what the screen shows as a PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.tool("import", "-silent", "-window", "root", str(path))
        return path

    def settled(self) -> str:
        """The screen's pixels once several looks in turn agree: a busy program paints late."""
        seen = [self.pixels()]

        def look() -> bool:
            seen.append(self.pixels())
            return len(seen) > LOOKS and len(set(seen[-LOOKS:])) == 1

        until(look, bool)
        return seen[-1]

    def press_and_see(self, key: str) -> None:
        """Press a key as soon as the screen is still, and wait until it shows something else."""
        before = self.settled()
        self.press(key)
        until(self.pixels, lambda seen: seen != before)

    def pixels(self) -> str:
        """The screen's pixels as one line: differs where anything shown differs."""
        return self.tool("import", "-silent", "-window", "root", "-format", "%#", "info:")
