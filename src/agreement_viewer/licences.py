"""The licences of the program and of what it is made of, word for word.

The packaged program has them in a folder beside its executable, one for each part. From a checkout,
the packages that are installed bring their own.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from importlib.metadata import Distribution

_OURS: Final = "agreement-viewer"
_FOLDER: Final = "licences"
_STARTS: Final = ("LICEN", "COPYING", "NOTICE")
"""How files with a licence are called."""


def licence_files() -> dict[str, list[Path]]:
    """The files with each part's licence, by the part's name; none where it brought none along."""
    packaged = Path(sys.executable).parent / _FOLDER
    if getattr(sys, "frozen", False):
        return {_OURS: list(packaged.glob(f"{_OURS}.txt"))} | _in_folders(packaged)
    ours, *others = _packages(_OURS, set())
    return {_name(package): _licences(package) for package in [ours, *sorted(others, key=_name)]}


def _in_folders(folder: Path) -> dict[str, list[Path]]:
    parts = sorted(part for part in folder.glob("*") if part.is_dir())
    return {part.name: sorted(part.glob("*.txt")) for part in parts}


def _packages(name: str, seen: set[str]) -> Iterator["Distribution"]:
    """A package, and whatever it needs that is installed."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        package = distribution(name)
    except PackageNotFoundError:  # a need of other systems, or of an extra
        return
    if _name(package) in seen:
        return
    seen.add(_name(package))
    yield package
    for need in package.requires or ():
        if "extra ==" not in need and (found := re.match(r"[\w.-]+", need)):
            yield from _packages(found[0], seen)


def _name(package: "Distribution") -> str:
    return package.metadata["Name"].lower().replace("_", "-")


def _licences(package: "Distribution") -> list[Path]:
    return [
        Path(str(file.locate()))
        for file in package.files or ()
        if file.name.upper().startswith(_STARTS) and ".dist-info" in file.parts[0]
    ]
