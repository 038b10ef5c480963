"""Failing disks: a scripted session on a disk that is full, or that fails at any of its writes.

At each write, once and from then on, with "no space" and "input/output error": nothing that was
shown as saved is lost, the file opens again, every chain verifies, and who could not save is told.
"""

import errno
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from e2e.faults_ledger import opened

from agreement_viewer.store.verify import verify

FULL: Final = 10_000
"""More than there are: every write in every way."""
_HERE: Final = Path(__file__).parent
_SIZES_KIB: Final = (96, 128, 160, 192, 224, 256, 320, 384, 512, 640)
_SECONDS: Final = 60


def run(n: int, place: Path, seed: int) -> Iterator[str]:
    """Let the session run on `n` failing disks at most, and on some full ones."""
    del seed
    if shutil.which("gcc") is None:
        yield "skipped: the disk that fails is made by gcc, which is not there"
        return
    shim = place / "faults_disk.so"
    command = ("gcc", "-shared", "-fPIC", "-O1", "-o", shim, _HERE / "faults_disk.c", "-ldl")
    subprocess.run(command, check=True)
    writes = _writes(place, shim)
    ways = [
        (at, {"FAULT_AT": str(at), "FAULT_ERROR": str(code), **once})
        for at in range(1, writes + 1)
        for code in (errno.ENOSPC, errno.EIO)
        for once in ({}, {"FAULT_ONCE": "1"})
    ]
    chosen = ways[:: len(ways) // n | 1]  # an odd step meets every way
    outcomes: Counter[str] = Counter()
    for number, (_, way) in enumerate(chosen):
        outcomes[_on_a_failing_disk(place / f"{number}", shim, way)] += 1
    yield f"{len(chosen)} of {len(ways)} faults at {writes} writes: {_told(outcomes)}"
    yield from _full_disks(place)


def _told(outcomes: Counter[str]) -> str:
    return ", ".join(f"{words} {count}" for words, count in sorted(outcomes.items()))


def _writes(place: Path, shim: Path) -> int:
    """How many writes the session makes on a disk that is in order."""
    counted = place / "writes"
    said = _session(place / "sound", _shimmed(place / "sound", shim, {"FAULT_AT": "0"}, counted))
    assert said[-1] == "unsaved 0"
    assert not [line for line in said if line.startswith(("failed", "refused"))], said
    return int(counted.read_text("ascii"))


def _shimmed(
    office: Path, shim: Path, way: dict[str, str], count: Path | None = None
) -> dict[str, str]:
    counting = {"FAULT_COUNT": str(count)} if count else {}
    return {"LD_PRELOAD": str(shim), "FAULT_FOLDER": str(office / "data"), **way, **counting}


def _session(office: Path, environment: dict[str, str]) -> list[str]:
    """What a session in `office` told."""
    office.mkdir(parents=True, exist_ok=True)
    (office / "data").mkdir(exist_ok=True)
    path = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, str(_HERE / "faults_session.py"), str(office)],
        env=os.environ | {"PYTHONPATH": path} | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=_SECONDS,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout.splitlines()


def _on_a_failing_disk(office: Path, shim: Path, way: dict[str, str]) -> str:
    said = _session(office, _shimmed(office, shim, way))
    outcome = _check(office, said)
    shutil.rmtree(office)
    return outcome


def _check(office: Path, said: list[str]) -> str:
    """Whether what was shown is there now that the disk is in order; how the session took it."""
    with opened(office) as (folder, ledger):
        assert verify(folder.database) == []
        kept = {change.id for change in ledger.changes()}
    shown = {line.removeprefix("shown ") for line in said if line.startswith("shown ")}
    assert shown <= kept, f"shown as saved and lost: {shown - kept}"
    if said[0].startswith("refused"):
        return "not opened, and said so"
    told = any(line.startswith(("failed", "refused")) for line in said)
    if said[-1] != "unsaved 0":
        assert told, "something is not saved and nobody was told"
        return "not all saved, and said so"
    return "said, and saved when tried again" if told else "all saved"


def _full_disks(place: Path) -> Iterator[str]:
    """The same session on file systems in memory that are too small for it."""
    disk = place / "disk"
    disk.mkdir()
    outcomes: Counter[str] = Counter()
    for size in _SIZES_KIB:
        mount = ("mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(disk))
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            yield "full disks skipped: only root can mount a small file system"
            return
        try:
            said = _session(disk, {})
            subprocess.run((*mount[:4], "remount,size=16m", *mount[5:]), check=True)
            outcomes[_check(disk, said)] += 1
        finally:
            subprocess.run(("umount", str(disk)), check=True)
    yield f"{len(_SIZES_KIB)} full disks of {_SIZES_KIB[0]}-{_SIZES_KIB[-1]} KiB: {_told(outcomes)}"
