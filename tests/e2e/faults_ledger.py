"""A ledger to do harm to: filled by chance, and what must be in it afterwards."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from office import AGREEMENT_FILE, NOW, OFFICER_A, TODAY

from agreement_viewer.agreement import read_agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.change import Change, encode
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import EVIDENCE, TASK
from agreement_viewer.ledger.status import Status
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger

DATA = AGREEMENT_FILE.read_bytes()
AGREEMENT = read_agreement(DATA, AGREEMENT_FILE.name)
WORDS = ("Đã họp với Đơn vị B", "kế hoạch phối hợp", "Cán bộ A ghi lại", "kết quả", "khó khăn")


class Content(NamedTuple):
    """What a ledger shows: the heads, and every change, by their ids."""

    heads: dict[str, bytes]
    changes: dict[str, bytes]


@contextmanager
def opened(place: Path) -> Iterator[tuple[DataFolder, Ledger]]:
    """The ledger in `place`, as the program opens it."""
    folder = DataFolder(place / "data", place / "keys")
    try:
        yield folder, folder.ledger(AGREEMENT, DATA)
    finally:
        folder.close()


def write(ledger: Ledger, chance: random.Random) -> list[Change]:
    """One action of an officer, chosen by chance."""
    edits = any_edits(Checklist(ledger.agreement, ledger.heads), chance)
    return ledger.append(edits, OFFICER_A, NOW).changes


def any_edits(checklist: Checklist, chance: random.Random) -> list[Edit]:
    """An action of an officer, chosen by chance, that changes something."""
    while True:
        entries = list(checklist.entries())
        entry = chance.choice(entries)
        match chance.randrange(8):
            case 0 if not entry.is_task and len(checklist.heads.of(entry.id, TASK)) < 6:
                edits = actions.add_task(entry.id, any_words(chance))
            case 1 if len(checklist.heads.of(entry.id, EVIDENCE)) < 3:
                edits = actions.add_evidence(entry.id, {"subject": any_words(chance)})
            case 2 if entry.is_task:
                edits = actions.withdraw(entry)
            case 3 if hidden := [t for t in checklist.all_tasks(entry.id) if t.withdrawn]:
                edits = actions.bring_back(chance.choice(hidden))
            case 3:
                edits = actions.set_field(entry, "lead", any_words(chance)[:20])
            case 4 | 5:
                edits = actions.set_status(entry, chance.choice(list(Status)), TODAY)
            case _:
                name = chance.choice(("result", "difficulty", "proposal", "note"))
                edits = actions.set_field(entry, name, any_words(chance))
        if edits:
            return edits


def any_words(chance: random.Random) -> str:
    """Some words of an officer."""
    return " ".join(chance.choices(WORDS, k=chance.randint(1, 30)))


def content(ledger: Ledger) -> Content:
    """What the ledger shows now. Raises UserError where it refuses to."""
    heads = {head.id: encode(head) for head in ledger.heads}
    by_item = [change for item in ledger.heads.items() for change in ledger.history([item])]
    changes = {change.id: encode(change) for change in (*ledger.changes(), *by_item)}
    assert len(by_item) <= len(changes)
    return Content(heads, changes)
