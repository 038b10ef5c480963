"""What the program is made of: each part's version, licence, and the licence's own words."""

import json
import re
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from packages import PACKAGES, PROGRAM_PINS, TOOL_PINS, pinned
from places import PACKAGING, PYTHON, ROOT, version
from steps import BuildError

LICENCES: Final = PACKAGING / "licences"
"""Licence texts that do not lie beside what they are for."""
_OF_PACKAGES: Final = {
    "cffi": "MIT-0",
    "jaraco-classes": "MIT",
    "jaraco-context": "MIT",
    "jaraco-functools": "MIT",
    "keyring": "MIT",
    "lxml": "BSD-3-Clause",
    "more-itertools": "MIT",
    "msgspec": "BSD-3-Clause",
    "platformdirs": "MIT",
    "psycopg": "LGPL-3.0-only",
    "psycopg-binary": "LGPL-3.0-only",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pynacl": "Apache-2.0",
    "pyside6-essentials": "LGPL-3.0-only",
    "python-docx": "MIT",
    "pywin32-ctypes": "BSD-3-Clause",
    "qtawesome": "MIT",
    "segno": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
    "typing-extensions": "PSF-2.0",
    "typst": "Apache-2.0",
    "xlsxwriter": "BSD-2-Clause",
}
_TEXTS: Final = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "psycopg": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "psycopg-binary": ("LGPL-3.0.txt", "GPL-3.0.txt", "Apache-2.0.txt"),
    "qtawesome": ("Apache-2.0.txt",),  # of the typeface with Material Design's icons
}
_INSIDE: Final = {
    "pyside6-essentials": [("Qt", "6.11.3", "LGPL-3.0-only")],
    "psycopg-binary": [("libpq", "", "PostgreSQL"), ("OpenSSL", "3", "Apache-2.0")],
    "pynacl": [("libsodium", "", "ISC")],
    "lxml": [("libxml2", "", "MIT"), ("libxslt", "", "MIT")],
    "qtawesome": [("Material Design Icons", "6.9.96", "Apache-2.0")],
    "typst": [
        ("Libertinus Serif", "", "OFL-1.1"),
        ("DejaVu Sans Mono", "", "Bitstream-Vera"),
        ("New Computer Modern", "", "LPPL-1.3c"),
    ],
}
"""Parts inside packages that the packages' own data do not name."""


def write_licences(folder: Path) -> None:
    """Write each part's licence into a folder of its own. Raises BuildError where one has none."""
    shutil.copytree(LICENCES / "notes", folder)
    shutil.copy2(ROOT / "LICENSE", folder / "agreement-viewer.txt")
    _copy(PYTHON / "LICENSE.txt", folder / "cpython")
    for name in _bundled():
        found = [file for file in _information(name).rglob("*") if _is_licence(file)]
        for file in [*found, *(LICENCES / text for text in _TEXTS.get(name, ()))]:
            _copy(file, folder / name)
        if not (folder / name).is_dir():
            raise BuildError(f"No licence text was found for {name}.")


def component_list() -> str:
    """The list of components, CycloneDX 1.5 in JSON."""
    document: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, _contents())}",
        "version": 1,
        "metadata": {"component": _component("application", "agreement-viewer", version(), "MIT")},
        "components": [
            _component("framework", "CPython", "3.13.2", "PSF-2.0"),
            _component("library", "SQLite", "3.45.3", "blessing"),
            _component("library", "Microsoft Visual C++ Runtime", "14", "LicenseRef-Microsoft"),
            *(_package(name, *pin) for name, pin in _bundled().items()),
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _bundled() -> dict[str, tuple[str, str]]:
    """The program's packages, and PyInstaller, whose loader is in the executables."""
    parts = pinned(PROGRAM_PINS) | {"pyinstaller": pinned(TOOL_PINS)["pyinstaller"]}
    if unknown := parts.keys() ^ _OF_PACKAGES.keys():
        raise BuildError(f"packaging/components.py and the pins differ in {sorted(unknown)}.")
    return parts


def _contents() -> str:
    return "\n".join([version(), *(f"{name} {pin}" for name, pin in _bundled().items())])


def _information(name: str) -> Path:
    number, _digest = _bundled()[name]
    found = {
        re.sub("[._]", "-", folder.name.removesuffix(f"-{number}.dist-info")).lower(): folder
        for folder in PACKAGES.glob(f"*-{number}.dist-info")
    }
    return found[name]


def _is_licence(file: Path) -> bool:
    # Qt's wheels carry only the text of the commercial licence, which is not the one used here.
    start = file.name.upper().startswith(("LICEN", "COPYING", "NOTICE"))
    return file.is_file() and start and "Qt-Commercial" not in file.name


def _copy(file: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    shutil.copy2(file, folder / (file.name if file.suffix else f"{file.name}.txt"))


def _package(name: str, number: str, digest: str) -> dict[str, Any]:
    return {
        **_component("library", name, number, _OF_PACKAGES[name]),
        "purl": f"pkg:pypi/{name}@{number}",
        "hashes": [{"alg": "SHA-256", "content": digest}],
        "components": list(_parts(name)),
    }


def _parts(name: str) -> Iterator[dict[str, Any]]:
    for part, number, licence in _INSIDE.get(name, ()):
        yield _component("library", part, number, licence)
    for list_ in (_information(name) / "sboms").glob("*.json"):
        for part in json.loads(list_.read_text("utf-8"))["components"]:
            kept = ("type", "name", "version", "licenses", "purl", "hashes")
            yield {key: part[key] for key in kept if key in part}


def _component(kind: str, name: str, number: str, licence: str) -> dict[str, Any]:
    return {
        "type": kind,
        "name": name,
        **({"version": number} if number else {}),
        "licenses": [{"expression": licence}],
    }
