"""PyInstaller's part: the icon, the version's resource, the folder with both executables."""

import shutil
from pathlib import Path
from typing import Final

from commands import run_windows
from places import BUILD, EXECUTABLES, FROZEN, ICON, PACKAGING, PYTHON, ROOT, SIDE, version

PUBLISHER: Final = "Agreement Viewer"
TITLE: Final = "Agreement Viewer"
DRAWING: Final = ROOT / "resources" / "icons" / "agreement-viewer.svg"
SPECIFICATION: Final = PACKAGING / "agreement-viewer.spec"
_DESCRIPTIONS: Final = (TITLE, f"{TITLE} (command line)")
_PYTHON: Final = PYTHON / "python.exe"


def draw_icons() -> None:
    """Draw the icon's ten sizes and the installer's picture. Raises BuildError."""
    run_windows(_PYTHON, PACKAGING / "icon.py", DRAWING, ICON, SIDE)


def freeze(place: Path = FROZEN.parent, start: Path | None = None, without: str = "") -> None:
    """Make the one-folder program in `place`. Raises BuildError.

    `start` is another module to begin with; `without` names modules that are left out.
    """
    shutil.rmtree(place, ignore_errors=True)
    for name, description in zip(EXECUTABLES, _DESCRIPTIONS, strict=True):
        target = BUILD / f"{name.removesuffix('.exe')}-version.txt"
        target.write_text(_version_resource(name, description), "utf-8")
    run_windows(
        *(_PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--workpath", BUILD / "pyinstaller", "--distpath", place, SPECIFICATION),
        environment={
            "AGREEMENT_VIEWER_BUILD": _seen(BUILD),
            "AGREEMENT_VIEWER_START": _seen(start) if start else "",
            "AGREEMENT_VIEWER_WITHOUT": without,
            "PYTHONHASHSEED": "0",
            "SOURCE_DATE_EPOCH": "1735689600",  # the same from the same inputs
        },
    )


def _seen(path: Path) -> str:
    """A path in an environment variable, which Wine does not translate."""
    return path.as_posix()


def _version_resource(name: str, description: str) -> str:
    number = version()
    four = f"({number.replace('.', ', ')}, 0)"
    texts = {
        "CompanyName": PUBLISHER,
        "FileDescription": description,
        "FileVersion": number,
        "InternalName": name.removesuffix(".exe"),
        "LegalCopyright": "MIT",
        "OriginalFilename": name,
        "ProductName": TITLE,
        "ProductVersion": number,
    }
    lines = ", ".join(f"StringStruct({key!r}, {text!r})" for key, text in texts.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3f, flags=0,"
        " OS=0x40004, fileType=1, subtype=0, date=(0, 0)),"
        f" kids=[StringFileInfo([StringTable('042a04b0', [{lines}])]),"
        " VarFileInfo([VarStruct('Translation', [0x042a, 1200])])])\n"
    )
