"""Bad disks: copies of a ledger with bytes flipped, pages zeroed, ends cut, the log cut or gone.

Each shows exactly what was recorded, or the program says that something is wrong: on opening, on
reading, or when it verifies. Nothing wrong is ever shown as right. Then it is recovered, from a
backup of before its last actions and from itself: all is there again, or the loss is named.
"""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from e2e.faults_ledger import Content, content, opened, write
from office import NOW

from agreement_viewer.errors import UserError
from agreement_viewer.store.backups import back_up
from agreement_viewer.store.database import FILE_NAME
from agreement_viewer.store.recovery import recover_folder
from agreement_viewer.store.verify import verify

FULL: Final = 1000
_ACTIONS: Final = 120
_SINCE_THE_BACKUP: Final = 15
_IN_THE_LOG: Final = 15
SAME: Final = "the same"
_LOG: Final = f"{FILE_NAME}-wal"


def run(n: int, place: Path, seed: int) -> Iterator[str]:
    """Damage `n` copies."""
    chance = random.Random(seed)
    office, aside = place / "office", place / "aside"
    whole = _make(office, aside, chance)
    outcomes: Counter[tuple[str, str]] = Counter()
    harms = list(HARMS.items())
    for number in range(n):
        name, harm = harms[number % len(harms)]
        shutil.rmtree(office)
        shutil.copytree(aside, office)  # in its place: a writer is bound to it
        harm(office / "data", chance)
        told = _look(office, whole)
        if told != SAME:
            told = f"{told}, {_recover(office, whole)}"
        outcomes[name, told] += 1
    yield f"{n} damaged copies of {len(whole.changes)} changes; none showed what is not so"
    for name in HARMS:
        found = {told: count for (harm, told), count in sorted(outcomes.items()) if harm == name}
        yield f"{name}: {', '.join(f'{told} {count}' for told, count in found.items())}"


def _make(office: Path, aside: Path, chance: random.Random) -> Content:
    """A ledger whose last actions are in its log alone, as after a power cut."""
    with opened(office) as (folder, ledger):
        for _ in range(_ACTIONS):
            write(ledger, chance)
        back_up(folder.path, folder.database.path, "", NOW)
        for _ in range(_SINCE_THE_BACKUP):
            write(ledger, chance)
        folder.database.rewrite()
        for _ in range(_IN_THE_LOG):
            write(ledger, chance)
        shutil.copytree(office, aside)
        (aside / "data" / f"{FILE_NAME}-shm").unlink()
        return content(ledger)


def _look(office: Path, whole: Content) -> str:
    """How the program takes it; raises AssertionError where it shows what is not so."""
    try:
        with opened(office) as (folder, ledger):
            shown = content(ledger)
            if shown == whole:
                return SAME
            if ledger.lost:
                return "loss told on opening"
            assert verify(folder.database), "other content, and nothing says so"
            return "told by verifying"
    except UserError:
        return "told on opening or reading"


def _recover(office: Path, whole: Content) -> str:
    """What recovering comes to; raises AssertionError where a loss is not named."""
    recovered = recover_folder(office / "data", office / "keys", NOW)
    with opened(office) as (folder, ledger):
        rows = folder.database.connection.execute("SELECT id, body FROM change").fetchall()
        kept = {id: body.encode() for id, body in rows}
        assert kept.items() <= whole.changes.items(), "something that was never recorded"
        if len(kept) == len(whole.changes):
            assert content(ledger) == whole
            return "all recovered"
    lost = len(whole.changes) - len(kept)
    named = recovered.loss.changes
    assert named == lost or not recovered.loss.is_certain, f"{lost} lost, {named} named"
    return "the rest recovered and the loss named"


def _flip(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 1, 8, 64))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def _zero(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    page = chance.randrange(len(data) // 4096) * 4096
    data[page : page + 4096] = bytes(4096)
    path.write_bytes(data)


def _cut(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def _swap_pages(path: Path, chance: random.Random) -> None:
    """As a disk that wrote to the wrong place."""
    data = bytearray(path.read_bytes())
    one, other = (chance.randrange(len(data) // 4096) * 4096 for _ in range(2))
    data[one : one + 4096] = data[other : other + 4096]
    path.write_bytes(data)


def _remove(path: Path, _chance: random.Random) -> None:
    path.unlink()


def _on(name: str, harm: Callable[[Path, random.Random], None]) -> Callable[..., None]:
    return lambda folder, chance: harm(folder / name, chance)


HARMS: Final[dict[str, Callable[[Path, random.Random], None]]] = {
    "bytes flipped": _on(FILE_NAME, _flip),
    "page zeroed": _on(FILE_NAME, _zero),
    "page in the wrong place": _on(FILE_NAME, _swap_pages),
    "end cut off": _on(FILE_NAME, _cut),
    "log: bytes flipped": _on(_LOG, _flip),
    "log: end cut off": _on(_LOG, _cut),
    "log gone": _on(_LOG, _remove),
}
