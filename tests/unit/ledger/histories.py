"""Random histories of an office: several writers who know of each other's work only in part."""

import dataclasses
import random
from collections.abc import Sequence

from hypothesis import strategies as st

from agreement_viewer.ledger.change import By, Change
from agreement_viewer.ledger.counting import count
from agreement_viewer.ledger.edit import Edit, Stamp, Tip, stamp
from agreement_viewer.ledger.fold import Heads

ITEMS = ("area-1", "area-2")
FIELDS = ("status", "note", "withdrawn")
VALUES = ("a", "b", None)
AGREEMENT = "can-tho-2021-2025"


@dataclasses.dataclass
class Writer:
    """One copy of the ledger and the officer who writes in it."""

    key: str
    known: dict[str, Change] = dataclasses.field(default_factory=dict)
    tip: Tip | None = None

    def write(self, edits: Sequence[Edit], at: str = "2025-01-01T00:00:00.000Z") -> list[Change]:
        clock = max((change.clock for change in self.known.values()), default=0)
        place = Stamp(self.key, AGREEMENT, By("Cán bộ A", "skhcn"), at, self.tip, clock)
        changes = stamp(edits, place)
        self.known.update((change.id, change) for change in changes)
        self.tip = Tip(self.key, changes[-1].seq, changes[-1].id)
        return changes

    def heads(self) -> Heads:
        return Heads(count(self.known.values()).order)

    def learn(self, other: "Writer") -> None:
        self.known.update(other.known)


def history(seed: int, writers: int = 3, steps: int = 30) -> list[Change]:
    """The union of what `writers` wrote in `steps` random edits and exchanges."""
    chance = random.Random(seed)
    copies = [Writer(f"{number:064x}") for number in range(1, writers + 1)]
    for step in range(steps):
        copy = chance.choice(copies)
        if chance.random() < 0.3:
            copy.learn(chance.choice(copies))
            continue
        item, name = chance.choice(ITEMS), chance.choice(FIELDS)
        shown = copy.heads().of(item, name)
        at = f"2025-01-{chance.randint(1, 28):02}T00:00:00.{step:03}Z"
        edit = Edit.set(item, name, chance.choice(VALUES), [head.id for head in shown])
        copy.write([edit], at)
    return [change for copy in copies for change in copy.known.values()]


def histories() -> st.SearchStrategy[list[Change]]:
    """Histories without repeats, in the order of writing."""
    return st.integers(0, 1 << 32).map(lambda seed: list({c.id: c for c in history(seed)}.values()))
