"""An office PC for the tests: Windows through Wine, a screen, somebody who installs and types."""

import json
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path, PureWindowsPath
from typing import Any, Final

import wine
from e2e.desktop import Desktop, until

SECONDS: Final = 180
"""How long a Windows program may take before it counts as hanging."""
FOLDER: Final = PureWindowsPath(r"C:\Phần mềm\AgreementViewer")
_INSTEAD: Final = r"HKCU\Software\Wine\Fonts\Replacements"
_TYPEFACES: Final = ("Segoe UI", "Tahoma", "MS Shell Dlg", "MS Shell Dlg 2")
"""Windows' own, which Wine lacks."""
_REG: Final = PureWindowsPath(r"C:\windows\system32\reg.exe")
_COPY: Final = PureWindowsPath(r"C:\entry.reg")
_START: Final = PureWindowsPath(r"C:\windows\system32\start.exe")
_KEY: Final = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\AgreementViewer"
ENDING: Final = r"HKCU\Software\Classes\.agx"
BUNDLE: Final = r"HKCU\Software\Classes\AgreementViewer.Bundle"


class OfficePC:
    """A Windows of its own below `prefix`, with the windows of its programs on `desktop`."""

    def __init__(self, prefix: Path, desktop: Desktop) -> None:
        self._prefix = prefix
        self._desktop = desktop
        wine.make_prefix(prefix)
        for typeface in _TYPEFACES:
            self.run(_REG, "add", _INSTEAD, "/v", typeface, "/d", "Noto Sans", "/f")

    def file(self, path: PureWindowsPath | str) -> Path:
        """Where a file of this PC lies for the tests."""
        return self._prefix / "drive_c" / PureWindowsPath(path).relative_to("C:\\").as_posix()

    def start(self, program: Path | PureWindowsPath, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a program, given by its path here or there."""
        path = program if isinstance(program, Path) else self.file(program)
        screen = wine.variables(self._prefix, self._desktop.display)
        return subprocess.Popen(
            ["wine", str(path), *arguments],
            env=os.environ | screen | {"LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, program: Path | PureWindowsPath, *arguments: str, code: int = 0) -> str:
        """What a program prints, in UTF-8, which must end with this code."""
        process = self.start(program, *arguments)
        printed, complaints = process.communicate(timeout=SECONDS)
        assert process.returncode == code, (process.returncode, printed, complaints)
        return printed.decode("utf-8").replace("\r\n", "\n")

    def command(self, *arguments: str, code: int = 0) -> str:
        """What the installed program's command line prints."""
        return self.run(FOLDER / "agreement-viewer-cli.exe", *arguments, code=code)

    def install(self, setup: Path, *options: str, code: int = 0) -> None:
        """Install silently. `/D=` is the last option and bears no quotation marks, as NSIS wants
        it: given in pieces, since Wine puts such marks around an argument that has spaces.
        """
        process = self.start_installing(setup, *options)
        printed, complaints = process.communicate(timeout=SECONDS)
        assert process.returncode == code, (process.returncode, printed, complaints)

    def start_installing(self, setup: Path, *options: str) -> subprocess.Popen[bytes]:
        """Install silently, without waiting for it."""
        return self.start(setup, "/S", *options, *f"/D={FOLDER}".split(" "))

    def uninstall(self) -> None:
        """Remove silently; the uninstaller goes on in a copy of itself after it has returned."""
        self.run(FOLDER / "uninstall.exe", "/S")
        until(self.file(FOLDER / "uninstall.exe").exists, lambda there: not there)
        self.settle()

    def settle(self) -> None:
        """Wait until no program runs any more."""
        screen = os.environ | wine.variables(self._prefix)
        subprocess.run(["wineserver", "-w"], env=screen, timeout=SECONDS, check=True)

    def registered(self, name: str, key: str = _KEY) -> str:
        """What the registry holds, by default what "Apps & features" knows of the program.

        Nothing where it is not there; the key's own value where `name` is empty. Read from an
        exported file, since what `reg query` prints has lost its letters.
        """
        copy = self.file(_COPY)
        copy.unlink(missing_ok=True)
        self.start(_REG, "export", key, str(_COPY)).communicate(timeout=SECONDS)
        text = copy.read_text("utf-16") if copy.exists() else ""
        place = f'"{re.escape(name)}"' if name else "@"
        found = re.search(rf'^{place}=(?:"(.*)"|dword:(\w+))$', text, re.MULTILINE)
        return re.sub(r"\\(.)", r"\1", found[1] or found[2]) if found else ""

    def register(self, key: str, value: str) -> None:
        """Let another program write a key's own value."""
        self.run(_REG, "add", key, "/ve", "/d", value, "/f")

    def unregister(self, key: str) -> None:
        """Take a key away, with all below it, if it is there."""
        self.start(_REG, "delete", key, "/f").communicate(timeout=SECONDS)

    def listed(self, *options: str) -> dict[str, dict[str, Any]]:
        """What `list --json` tells, by id."""
        return {item["id"]: item for item in json.loads(self.command("list", "--json", *options))}

    def open_window(self, *arguments: str) -> None:
        """Start the windowed program as from the Start menu, and wait until it has the keyboard."""
        self._wait_for_window(self.start(FOLDER / "agreement-viewer.exe", *arguments))

    def open_file(self, path: PureWindowsPath) -> None:
        """Open a file by double click, and wait until the program's window has the keyboard.

        Wine looks for what opens it among the machine's classes alone, Windows among the user's
        first: so they are copied there meanwhile.
        """
        copies = {key: key.replace("HKCU", "HKLM") for key in (ENDING, BUNDLE)}
        for key, copy in copies.items():
            self.run(_REG, "copy", key, copy, "/s", "/f")
        self._wait_for_window(self.start(_START, str(path)))
        for copy in copies.values():
            self.unregister(copy)

    def _wait_for_window(self, program: "subprocess.Popen[bytes]") -> None:
        self._program = program
        search = ("xdotool", "search", "--sync", "--onlyvisible", "--class", "agreement-viewer.exe")
        window = self._desktop.tool(*search, seconds=SECONDS).split()[0]
        self._desktop.tool("xdotool", "windowactivate", "--sync", window)
        self._process = int(self._desktop.tool("xdotool", "getwindowpid", window))

    def kill_window(self) -> None:
        """End the windowed program as a power cut would."""
        os.kill(self._process, signal.SIGKILL)
        self._program.communicate(timeout=SECONDS)

    def clear(self) -> None:
        """Take away what a test that failed has left of the program."""
        if self.file(FOLDER).exists():
            wine.end(self._prefix)
            shutil.rmtree(self.file(FOLDER))
            for key in (_KEY, ENDING, BUNDLE):
                self.unregister(key)

    def end(self) -> None:
        """Switch the PC off."""
        wine.end(self._prefix)
