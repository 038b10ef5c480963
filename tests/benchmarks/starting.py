"""(a) From the start of the process to the first painted window, and its memory, beside bare Qt."""

import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.measuring import Line, milliseconds
from e2e.program import Program

PAINTED: Final = Path(__file__).with_name("painted.py")
BOUND: Final = 1.5
MIB: Final = 1024


class Start(NamedTuple):
    """Seconds to the first painting, and the proportional set size (KiB) a second later."""

    seconds: float
    memory: int


def measure(folder: Path, quick: bool) -> list[Line]:
    """Both started in turn on one screen, warm, with a data folder that is not new."""
    program = Program(folder)
    program.say("list")
    display = {name: os.environ[name] for name in ("DISPLAY", "LC_ALL")}
    # Compiled modules are kept as on any user's machine, whatever the environment here says.
    compiled = {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    variables = program.variables() | display | compiled
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    pairs = [
        (start(variables, "ours", "--data-dir", str(program.data_dir)), start(variables, "bare"))
        for _ in range((3 if quick else 21) + 1)
    ][1:]
    ours, theirs = (
        Start(
            statistics.median(start.seconds for start in starts),
            round(statistics.median(start.memory for start in starts)),
        )
        for starts in zip(*pairs, strict=True)
    )
    times = (milliseconds(ours.seconds), milliseconds(theirs.seconds))
    sizes = (f"{ours.memory / MIB:.1f} MiB", f"{theirs.memory / MIB:.1f} MiB")
    return [
        Line("start to first painted window", *times, ours.seconds / theirs.seconds, BOUND),
        Line("proportional memory, settled", *sizes, ours.memory / theirs.memory, BOUND),
    ]


def start(variables: dict[str, str], *arguments: str) -> Start:
    """Start one, wait for its window, look at its memory, and end it."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, str(PAINTED), *arguments],
        env=variables,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "painted\n"
            spent = time.perf_counter() - begun
            assert process.stdout.readline() == "settled\n"
            return Start(spent, proportional_memory(process.pid))
        finally:
            process.kill()


def proportional_memory(pid: int) -> int:
    """The process's memory in KiB, what it shares counted in parts."""
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
    assert found
    return int(found[1])
