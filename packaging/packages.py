"""The pinned packages, as their Windows wheels, in the interpreter's own folder."""

import re
import shutil
from pathlib import Path
from typing import Final

from commands import run
from places import PINS, PYTHON

PROGRAM_PINS: Final = PINS / "program.txt"
TOOL_PINS: Final = PINS / "tools.txt"
PACKAGES: Final = PYTHON / "Lib" / "site-packages"


def install_packages() -> None:
    """Lay out every pinned wheel; uv refuses one with another hash. Raises BuildError."""
    shutil.rmtree(PACKAGES, ignore_errors=True)
    run(
        *("uv", "pip", "install", "--quiet", "--no-python-downloads", "--no-config"),
        *("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.13"),
        *("--only-binary", ":all:", "--no-deps", "--require-hashes", "--link-mode", "copy"),
        *("--target", PACKAGES, "-r", PROGRAM_PINS, "-r", TOOL_PINS),
    )


def pinned(file: Path) -> dict[str, tuple[str, str]]:
    """Version and SHA-256 of each package that a file of pins names."""
    lines = re.findall(r"^(\S+)==(\S+) --hash=sha256:(\w{64})$", file.read_text("ascii"), re.M)
    return {name: (version, digest) for name, version, digest in lines}
