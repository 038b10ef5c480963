"""What goes into the Windows program is what the project is developed and tested with."""

import re
import tomllib
from pathlib import Path

import packages
import places
import pytest

from agreement_viewer import __version__

PINS = sorted(places.PINS.glob("*.txt"))


def constraints() -> dict[str, str]:
    settings = tomllib.loads((places.ROOT / "pyproject.toml").read_text("utf-8"))
    lines = settings["tool"]["uv"]["constraint-dependencies"]
    return dict(line.split("==") for line in lines)


def test_versions_are_the_projects_own() -> None:
    known = constraints()
    pinned = {name: pin[0] for name, pin in packages.pinned(packages.PROGRAM_PINS).items()}
    assert pinned
    assert pinned == {name: known.get(name) for name in pinned}


@pytest.mark.parametrize("file", PINS, ids=lambda file: file.stem)
def test_every_line_bears_a_hash_and_no_address(file: Path) -> None:
    text = file.read_text("ascii")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert len(packages.pinned(file)) == len(lines)
    assert not re.search(r"://|--index|--find-links", text)


def test_the_version_comes_from_one_place() -> None:
    assert places.version() == __version__
