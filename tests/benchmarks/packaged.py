"""(f) The start of the Windows program, beside a bare window that is packaged in the same way.

Both are made by the build's own steps and run through Wine; the first time takes some minutes.
"""

import functools
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import wine
from benchmarks.measuring import Line, alternate, milliseconds
from benchmarks.starting import BOUND, PAINTED
from freeze import SPECIFICATION, freeze
from places import BUILD, EXECUTABLES, PACKAGING, ROOT
from steps import Step, carry_out
from tools import tools

PLACE: Final = BUILD / "benchmark"
WITHOUT: Final = {"bare": "agreement_viewer", "ours": ""}
PROGRAM: Final = EXECUTABLES[1]
"""The one with a console, so that it can tell when it is painted."""


def measure(folder: Path, quick: bool) -> list[Line]:
    """Both started in turn in one Windows that is running, with a data folder that is not new."""
    carry_out([*tools(), *(_package(name) for name in WITHOUT)])
    data = ("--data-dir", wine.windows_path(folder / "data"))
    with _windows(folder / "wine") as variables:
        ours, theirs = alternate(
            lambda: _start(variables, "ours", *data),
            lambda: _start(variables, "bare"),
            3 if quick else 11,
        )
    times = (milliseconds(ours), milliseconds(theirs))
    return [Line("start of the Windows program, through Wine", *times, ours / theirs, BOUND)]


def _package(name: str) -> Step:
    place = PLACE / name
    sources = [ROOT / "src", ROOT / "resources"] if name == "ours" else []
    return Step(
        f"program {name}",
        functools.partial(freeze, place, PAINTED, WITHOUT[name]),
        [*sources, SPECIFICATION, PACKAGING / "freeze.py", PAINTED],
        [place],
    )


@contextmanager
def _windows(prefix: Path) -> Iterator[dict[str, str]]:
    """A Windows that goes on running between two programs, as a PC does; its variables."""
    wine.make_prefix(prefix)
    variables = os.environ | wine.variables(prefix, os.environ["DISPLAY"])
    waiting = subprocess.Popen(
        ["wine", "cmd.exe"], env=variables, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    try:
        yield variables
    finally:
        waiting.kill()
        waiting.communicate()
        wine.end(prefix)


def _start(variables: dict[str, str], name: str, *arguments: str) -> float:
    """Seconds from starting one until it has painted its window; then it is ended."""
    begun = time.perf_counter()
    with subprocess.Popen(
        ["wine", str(PLACE / name / "AgreementViewer" / PROGRAM), name, *arguments],
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,  # Python in Wine wants pipes
        encoding="utf-8",
    ) as process:
        try:
            assert process.stdout
            assert process.stdout.readline().strip() == "painted"
            return time.perf_counter() - begun
        finally:
            process.kill()
