"""The installer: NSIS, and the lists of files that it installs, looks for and removes."""

from collections.abc import Iterable
from pathlib import Path, PureWindowsPath
from typing import Final

from commands import run
from places import BUILD, DIST, EXECUTABLES, ICON, PACKAGING, PROGRAM, SIDE, setup_file, version
from signing import sign, sign_command
from steps import files_in

SCRIPT: Final = PACKAGING / "installer.nsi"
TEXTS: Final = PACKAGING / "installer-texts.nsh"
_LISTS: Final = BUILD / "installer-lists.nsh"
_LISTED: Final = BUILD / "installed-files.ini"
"""Tells the next version which files in the folder are the program's."""


def make_installer(
    number: str = "",
    folder: Path = DIST,
    *,
    program: Path = PROGRAM,
    signed: bool = False,
    quick: bool = False,
) -> Path:
    """Pack a program under a version (its own if none is given). Raises BuildError.

    `quick` does not compress: good enough to try an upgrade with.
    """
    number = number or version()
    target = setup_file(number, folder)
    folder.mkdir(exist_ok=True)
    files = [file.relative_to(program) for file in files_in([program])]
    _LISTS.write_text(_lists(program, files), "utf-8")
    _LISTED.write_text(_listed(files), "utf-16", newline="\r\n")
    kilobytes = sum((program / file).stat().st_size for file in files) // 1024
    defines = {
        "VERSION": number,
        "LISTS": _LISTS,
        "LISTED": _LISTED,
        "TEXTS": TEXTS,
        "ICON": ICON,
        "SIDE": SIDE,
        "KILOBYTES": kilobytes,
        "OUTPUT": target,
        **({"SIGN": sign_command()} if signed else {}),
        **({"QUICK": 1} if quick else {}),
    }
    options = [f"-D{name}={value}" for name, value in defines.items()]
    run("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, SCRIPT)
    if signed:
        sign(target)
    return target


def _lists(program: Path, files: Iterable[Path]) -> str:
    executables = [Path(name) for name in EXECUTABLES]
    others = [file for file in files if file not in executables]
    folders = sorted({up for file in others for up in file.parents} - {Path()}, reverse=True)
    ours = [_windows(file) for file in [*executables, *others]]
    return "\n".join(
        [
            *_macro("InstallFiles", (_install(program, file) for file in [*others, *executables])),
            *_macro(
                "RefuseForeignFiles", (f'!insertmacro RefuseForeign "{name}"' for name in ours)
            ),
            *_macro("RemoveFiles", _removal(ours, folders)),
        ]
    )


def _listed(files: Iterable[Path]) -> str:
    return "\n".join(["[files]", *(f"{_windows(file)}=1" for file in files), ""])


def _macro(name: str, lines: Iterable[str]) -> list[str]:
    return [f"!macro {name}", *(f"    {line}" for line in lines), "!macroend", ""]


def _install(program: Path, file: Path) -> str:
    folder = "" if file.parent == Path() else f"\\{_windows(file.parent)}"
    return f'SetOutPath "$INSTDIR{folder}"\n    File "{program / file}"'


def _removal(names: Iterable[str], folders: Iterable[Path]) -> Iterable[str]:
    yield from (f'Delete "$INSTDIR\\{name}"' for name in names)
    yield from (f'RMDir "$INSTDIR\\{_windows(folder)}"' for folder in folders)


def _windows(path: Path) -> str:
    return str(PureWindowsPath(path))
