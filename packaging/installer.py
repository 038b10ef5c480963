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


def make_installer(
    number: str = "", folder: Path = DIST, *, signed: bool = False, quick: bool = False
) -> Path:
    """Pack the program under a version (its own if none is given). Raises BuildError.

    `quick` does not compress: good enough to try an upgrade with.
    """
    number = number or version()
    target = setup_file(number, folder)
    folder.mkdir(exist_ok=True)
    files = [file.relative_to(PROGRAM) for file in files_in([PROGRAM])]
    _LISTS.write_text(_lists(files), "utf-8")
    kilobytes = sum((PROGRAM / file).stat().st_size for file in files) // 1024
    defines = {
        "VERSION": number,
        "LISTS": _LISTS,
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


def _lists(files: Iterable[Path]) -> str:
    executables = [Path(name) for name in EXECUTABLES]
    others = [file for file in files if file not in executables]
    folders = sorted({up for file in others for up in file.parents} - {Path()}, reverse=True)
    ours = [*(_windows(file) for file in [*executables, *others]), "uninstall.exe"]
    return "\n".join(
        [
            *_macro("InstallFiles", map(_install, [*others, *executables])),
            *_macro(
                "RefuseForeignFiles", (f'!insertmacro RefuseForeign "{name}"' for name in ours)
            ),
            *_macro("RemoveFiles", _removal(ours[:-1], folders)),
        ]
    )


def _macro(name: str, lines: Iterable[str]) -> list[str]:
    return [f"!macro {name}", *(f"    {line}" for line in lines), "!macroend", ""]


def _install(file: Path) -> str:
    folder = "" if file.parent == Path() else f"\\{_windows(file.parent)}"
    return f'SetOutPath "$INSTDIR{folder}"\n    File "{PROGRAM / file}"'


def _removal(names: Iterable[str], folders: Iterable[Path]) -> Iterable[str]:
    yield from (f'Delete "$INSTDIR\\{name}"' for name in names)
    yield from (f'RMDir "$INSTDIR\\{_windows(folder)}"' for folder in folders)


def _windows(path: Path) -> str:
    return str(PureWindowsPath(path))
