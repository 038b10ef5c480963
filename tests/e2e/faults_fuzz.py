"""Bad input: agreements, databases, settings and bundles altered by chance, read in a process.

Each is read or refused with a sentence: no other exception, none over two seconds, no growth over
200 MB, and the ledger beside is as it was.
"""

import hashlib
import multiprocessing
import random
import resource
import shutil
import signal
import sqlite3
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Final

from e2e.faults_bundle import bundles, read_bundle
from e2e.faults_ledger import AGREEMENT, DATA, content, opened, write

from agreement_viewer.agreement import read_agreement
from agreement_viewer.errors import UserError
from agreement_viewer.store.database import FILE_NAME
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.settings import Settings, SettingsFile
from agreement_viewer.store.verify import verify

FULL: Final = 100_000
_BATCH: Final = 1000
_SECONDS: Final = 2
"""Of the processor's time."""
_BUSY: Final = 10
"""How many times that may pass on a machine with other work, before it is a hang."""
_GROWTH_KIB: Final = 200 << 10
_TOKENS: Final = tuple(
    token.encode()
    for token in (
        *("[[", "]]", "{", "}", '"""', "'''", "\\u202e", "\\ud800", "\u202e", "\u200b", "e\u0301"),
        *(
            "null",
            "true",
            "-1",
            "9" * 40,
            "1e999",
            "[" * 500,
            "2026-02-30",
            "\r\n",
            "\0",
            "\\",
            '"',
        ),
        *("id = ", "text = ", "[[groups]]", "[[groups.items]]", "published", "\ufeff", "🂡" * 9),
    )
)
Reader = Callable[[bytes, Path], str]


def run(n: int, place: Path, seed: int) -> Iterator[str]:
    """Read `n` altered inputs with each reader, a thousand to a process."""
    for name, (reader, prepare) in READERS.items():
        room = place / name
        room.mkdir()
        seeds = prepare(room)
        outcomes: Counter[str] = Counter()
        growth = 0
        for first in range(0, n, _BATCH):
            count = min(_BATCH, n - first)
            came, grew = _in_a_process(reader, seeds, room, count, f"{seed} {name} {first}")
            outcomes += came
            growth = max(growth, grew)
        told = ", ".join(f"{words} {count}" for words, count in sorted(outcomes.items()))
        yield f"{name}: {n} inputs: {told}; grew by at most {growth >> 10} MB"


def _in_a_process(
    reader: Reader, seeds: list[bytes], room: Path, count: int, seed: str
) -> tuple[Counter[str], int]:
    mine, theirs = multiprocessing.Pipe(duplex=False)
    work = multiprocessing.get_context("fork").Process(
        target=_read_many, args=(reader, seeds, room, count, seed, theirs)
    )
    work.start()
    theirs.close()
    try:
        told = mine.recv()
    except EOFError:
        told = "the process ended"
    work.join()
    assert isinstance(told, tuple), f"{told}; the input lies in {room / 'input'}, by seed {seed!r}"
    return told


def _read_many(
    reader: Reader,
    seeds: list[bytes],
    room: Path,
    count: int,
    seed: str,
    pipe: "multiprocessing.connection.Connection",
) -> None:
    signal.signal(signal.SIGPROF, _too_long)
    signal.signal(signal.SIGALRM, _too_long)
    chance = random.Random(seed)
    outcomes: Counter[str] = Counter()
    reader(seeds[0], room)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    data = b""
    try:
        for _ in range(count):
            data = mutated(chance.choice(seeds), chance)
            signal.setitimer(signal.ITIMER_PROF, _SECONDS)
            signal.setitimer(signal.ITIMER_REAL, _SECONDS * _BUSY)
            outcomes[reader(data, room)] += 1
            _stop_the_clocks()
        grew = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        if grew > _GROWTH_KIB:
            raise MemoryError(f"{grew >> 10} MB")
        pipe.send((outcomes, grew))
    except BaseException as fault:  # noqa: BLE001 (that is what is looked for)
        _stop_the_clocks()
        (room / "input").write_bytes(data)
        pipe.send("".join(traceback.format_exception(fault)))


def _stop_the_clocks() -> None:
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"over {_SECONDS} s")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with one or several parts altered."""
    altered = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(altered) + 1)
        end = min(at + int(chance.paretovariate(0.7)), len(altered))
        match chance.randrange(7):
            case 0:
                altered[at:end] = b""
            case 1:
                altered[at:at] = chance.choice(_TOKENS)
            case 2:
                altered[at:end] = chance.randbytes(end - at)
            case 3:
                altered[at:at] = altered[at:end] * chance.choice((1, 2, 50))
            case 4 if at < len(altered):
                altered[at] ^= 1 << chance.randrange(8)
            case 5:
                other = chance.randrange(len(altered) + 1)
                altered[at:end] = altered[other : other + end - at]
            case 6 if chance.random() < 0.2:
                del altered[at:]
        del altered[4 << 20 :]
    return bytes(altered)


def _agreements(room: Path) -> list[bytes]:
    with opened(room) as (_, ledger):
        write(ledger, random.Random(1))
    return [DATA]


def _read_agreement(data: bytes, room: Path) -> str:
    try:
        agreement = read_agreement(data, "altered.toml")
    except UserError:
        return "refused"
    before = _changes(room)
    folder = DataFolder(room / "data", room / "keys")
    try:
        folder.ledger(agreement, data)
    finally:
        folder.close()
    assert _changes(room) == before, "the ledger changed"
    return "read"


def _changes(room: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(room / "data" / FILE_NAME) as connection:
        rows = connection.execute("SELECT id, body FROM change ORDER BY row").fetchall()
    connection.close()
    return rows


def _databases(room: Path) -> list[bytes]:
    with opened(room / "made") as (folder, ledger):
        chance = random.Random(1)
        for _ in range(12):
            write(ledger, chance)
        folder.database.rewrite()
    return [(room / "made" / "data" / FILE_NAME).read_bytes()]


def _read_database(data: bytes, room: Path) -> str:
    office = room / "office"
    shutil.rmtree(office / "data", ignore_errors=True)
    (office / "data").mkdir(parents=True)
    (office / "data" / FILE_NAME).write_bytes(data)
    try:
        with opened(office) as (folder, ledger):
            content(ledger)
            folder.drafts(AGREEMENT).all()
            return "read, faults told by verifying" if verify(folder.database) else "read"
    except UserError:
        return "refused"


def _settings(room: Path) -> list[bytes]:
    file = SettingsFile(room / "seed.json")
    file.values.officer_name = "Cán bộ A"
    file.values.geometry = (1, 2, 3, 4)
    file.save()
    return [(room / "seed.json").read_bytes()]


def _read_settings(data: bytes, room: Path) -> str:
    path = room / "settings.json"
    path.write_bytes(data)
    values = SettingsFile(path).values
    assert isinstance(values, Settings)
    assert isinstance(values.officer.name, str)
    if path.exists():
        return "read"
    kept = hashlib.sha256(path.with_suffix(".damaged").read_bytes())
    assert kept.digest() == hashlib.sha256(data).digest(), "not set aside as it was"
    return "set aside"


READERS: Final[dict[str, tuple[Reader, Callable[[Path], list[bytes]]]]] = {
    "agreement": (_read_agreement, _agreements),
    "settings": (_read_settings, _settings),
    "database": (_read_database, _databases),
    "bundle": (read_bundle, bundles),
}
