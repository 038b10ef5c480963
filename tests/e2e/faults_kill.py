"""Power cuts: a window that is being ticked is killed at any moment.

Every tick that it had shown as saved is there, the file opens, every chain verifies.
"""

import os
import random
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from e2e.desktop import Desktop
from e2e.faults_ledger import opened

from agreement_viewer.store.verify import verify

FULL: Final = 1000
_DRIVER: Final = Path(__file__).with_name("faults_window.py")
SECONDS: Final = 60
_IN_A_FOLDER: Final = 25
_LONGEST: Final = 0.6
"""Seconds in which the window is ticked at most, from its first tick on."""
_WHILE_STARTING: Final = 0.15
"""The share that is killed while it starts."""


def run(n: int, place: Path, seed: int) -> Iterator[str]:
    """Kill `n` windows, some in each folder."""
    chance = random.Random(seed)
    shown = recorded = silent = 0
    with Desktop() as screen:
        for first in range(0, n, _IN_A_FOLDER):
            office = place / f"{first}"
            ids: set[str] = set()
            for _ in range(min(_IN_A_FOLDER, n - first)):
                told = _killed(office, screen.display, chance)
                ids |= told
                silent += not told
                _check(office, ids)
            with opened(office) as (_, ledger):
                recorded += len(list(ledger.changes()))
            shown += len(ids)
    yield f"{n} kills, {silent} of them before the first tick"
    yield f"{shown} actions shown as saved, all there; {recorded} changes recorded"


def _killed(office: Path, display: str, chance: random.Random) -> set[str]:
    """The ids that a window told as saved before it was killed."""
    office.mkdir(exist_ok=True)
    command = [sys.executable, str(_DRIVER), str(office), str(chance.randrange(1 << 30))]
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        try:
            _let_it_tick(process, chance)
        finally:
            process.kill()
        assert process.stdout
        return set(process.stdout.read().decode("ascii").split())


def _let_it_tick(process: "subprocess.Popen[bytes]", chance: random.Random) -> None:
    if chance.random() < _WHILE_STARTING:
        time.sleep(chance.uniform(0, 1.5))
    else:
        ready, *_ = select.select([process.stdout], [], [], SECONDS)
        assert ready, "the window does not tick"
        time.sleep(chance.uniform(0, _LONGEST))
    assert process.poll() is None, "the window ended by itself"


def _check(office: Path, ids: set[str]) -> None:
    with opened(office) as (folder, ledger):
        assert verify(folder.database) == []
        assert ledger.lost is None
        missing = ids - {change.id for change in ledger.changes()}
        assert not missing, f"shown as saved and lost: {missing}"
