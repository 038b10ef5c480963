"""A Windows for building and trying on Linux: a Wine prefix of its own.

Two DLLs that Windows 10 has and Wine 8 lacks are stood in for by a few lines of C, in the
prefix's own system folder: never beside the program, where PyInstaller would take them along.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

STUBS: Final = Path(__file__).parent / "wine"
COMPILER: Final = "x86_64-w64-mingw32-gcc"
TOOLS: Final = ("wine", "wineserver", COMPILER)
_LIBRARIES: Final = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
_OVERRIDES: Final = "mscoree,mshtml,winemenubuilder.exe=;icuuc,bcryptprimitives=n"
_SECONDS: Final = 180


def missing_tools() -> list[str]:
    """Which programs are to be installed before Windows programs can be run here."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def variables(prefix: Path, display: str = "") -> dict[str, str]:
    """The environment of a Windows program in this prefix."""
    return {
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": _OVERRIDES,
        "DISPLAY": display,
    }


def make_prefix(prefix: Path) -> None:
    """Set up a new Windows 10. Raises CalledProcessError."""
    shutil.rmtree(prefix, ignore_errors=True)
    prefix.mkdir(parents=True)
    for command in (["wineboot", "--init"], ["wine", "winecfg", "-v", "win10"]):
        _run(command, prefix)
    for name, libraries in _LIBRARIES.items():
        target = prefix / "drive_c" / "windows" / "system32" / f"{name}.dll"
        _run([COMPILER, "-shared", "-Os", "-s", "-o", target, STUBS / f"{name}.c", *libraries])
    end(prefix)


def end(prefix: Path) -> None:
    """End every program in this prefix, and wait for it."""
    for option in ("-k", "-w"):
        subprocess.run(
            ["wineserver", option], env=os.environ | variables(prefix), timeout=60, check=False
        )


def _run(command: Sequence[str | Path], prefix: Path | None = None) -> None:
    subprocess.run(
        command,
        env=os.environ | (variables(prefix) if prefix else {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_SECONDS,
        check=True,
    )


def windows_path(path: Path) -> str:
    """How a program in Wine names a path of this machine."""
    return "Z:" + str(path).replace("/", "\\")
