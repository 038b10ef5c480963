"""What is installed: the frozen program, its licences and list of components, its limits."""

import shutil
import zipfile
from pathlib import Path
from typing import Final

from components import component_list, write_licences
from places import DIST, EXECUTABLES, FROZEN, PROGRAM, portable_file, setup_file, version
from signing import sign
from steps import BuildError, digest_of, files_in

MEGABYTE: Final = 1_000_000
INSTALLED_LIMIT: Final = 145 * MEGABYTE
INSTALLER_LIMIT: Final = 46 * MEGABYTE
COMPONENTS: Final = "components.cdx.json"
SUMS: Final = "SHA256SUMS"
_BENCH: Final = ("icuuc", "bcryptprimitives", "mscms")
"""What stands in for parts of Windows while building on Linux."""
_LARGEST: Final = 20
_PORTABLE: Final = "portable.txt"
_PORTABLE_TEXT: Final = (
    "Có tệp này bên cạnh, chương trình giữ dữ liệu ngay trong thư mục này.\r\n"
    "With this file beside it, the program keeps its data in this folder.\r\n"
)


def assemble(*, signed: bool) -> None:
    """Put together what is installed. Raises BuildError where it is not as it must be."""
    shutil.rmtree(PROGRAM.parent, ignore_errors=True)
    shutil.copytree(FROZEN, PROGRAM)
    write_licences(PROGRAM / "licences")
    (PROGRAM / COMPONENTS).write_text(component_list(), "utf-8")
    if signed:
        for name in EXECUTABLES:
            sign(PROGRAM / name)
    if strays := [file for file in files_in([PROGRAM]) if file.stem.lower() in _BENCH]:
        raise BuildError(f"The test bench's own libraries are in the program: {strays}")


def pack_portable(*, quick: bool = False) -> Path:
    """The same as a zip, with the file that keeps data beside the program."""
    DIST.mkdir(exist_ok=True)
    way = zipfile.ZIP_STORED if quick else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(portable_file(version()), "w", way, compresslevel=9) as zip_:
        for file in files_in([PROGRAM]):
            zip_.write(file, Path(PROGRAM.name, file.relative_to(PROGRAM)))
        zip_.writestr(f"{PROGRAM.name}/{_PORTABLE}", _PORTABLE_TEXT)
    return portable_file(version())


def write_sums() -> None:
    """The SHA-256 of what is handed out, as `sha256sum -c` reads it, and the list of components."""
    shutil.copy2(PROGRAM / COMPONENTS, DIST / COMPONENTS)
    files = [setup_file(version()), portable_file(version()), DIST / COMPONENTS]
    lines = [f"{digest_of(file)}  {file.name}\n" for file in files]
    (DIST / SUMS).write_text("".join(lines), "ascii", newline="\n")


def measure() -> None:
    """Print how large it is, and of what. Raises BuildError where it is too large."""
    files = files_in([PROGRAM])
    sizes = sorted(((file.stat().st_size, file) for file in files), reverse=True)
    installed = sum(size for size, _file in sizes)
    for size, file in sizes[:_LARGEST]:
        print(f"    {size / MEGABYTE:7.2f} MB  {file.relative_to(PROGRAM).as_posix()}")
    _hold("installed", installed, INSTALLED_LIMIT)
    _hold("installer", setup_file(version()).stat().st_size, INSTALLER_LIMIT)
    _hold("portable", portable_file(version()).stat().st_size, INSTALLED_LIMIT)


def _hold(what: str, size: int, limit: int) -> None:
    print(f"    {size / MEGABYTE:7.2f} MB  {what} (at most {limit / MEGABYTE:.0f})")
    if size > limit:
        raise BuildError(f"{what}: {size} bytes are more than {limit}.")
