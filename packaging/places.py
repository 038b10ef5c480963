"""Where the build finds and leaves things, and the version that all of it bears."""

import re
import sys
from pathlib import Path
from typing import Final

PACKAGING: Final = Path(__file__).resolve().parent
ROOT: Final = PACKAGING.parent
PINS: Final = PACKAGING / "pins"
BUILD: Final = ROOT / "build" / "windows"
DIST: Final = ROOT / "dist"

PYTHON: Final = BUILD / "python"
"""The Windows interpreter, with all packages in it."""
PREFIX: Final = BUILD / "wine"
ICON: Final = BUILD / "agreement-viewer.ico"
SIDE: Final = BUILD / "installer.bmp"
"""The picture beside the installer's last page."""
FROZEN: Final = BUILD / "frozen" / "AgreementViewer"
"""What PyInstaller made."""
PROGRAM: Final = BUILD / "program" / "AgreementViewer"
"""What is installed: the frozen program, its licences, its list of components."""
EXECUTABLES: Final = ("agreement-viewer.exe", "agreement-viewer-cli.exe")
ON_WINDOWS: Final = sys.platform == "win32"


def version() -> str:
    """The program's version, `MAJOR.MINOR.PATCH`, from the one place that states it."""
    source = (ROOT / "src" / "agreement_viewer" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', source, re.MULTILINE)
    if found is None:
        raise ValueError("agreement_viewer/__init__.py states no version of three numbers")
    return found[1]


def setup_file(number: str, folder: Path = DIST) -> Path:
    """The installer of a version."""
    return folder / f"AgreementViewer-{number}-x64.exe"


def portable_file(number: str) -> Path:
    """The portable program of a version."""
    return DIST / f"AgreementViewer-{number}-x64-portable.zip"
