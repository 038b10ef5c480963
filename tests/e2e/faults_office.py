"""Months of office use at speed: officers' actions by chance, undone, redone, and others' between.

At each thousandth step what the window's model shows, what the session holds and a fold of the
database from scratch agree; the memory is flat.
"""

import ctypes
import datetime
import gc
import multiprocessing
import os
import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.managers import BaseManager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from e2e.faults_ledger import AGREEMENT, DATA, any_edits, opened
from office import NOW, OFFICER_B, TODAY

from agreement_viewer.exchange.bundle import Bundle, write_bundle
from agreement_viewer.exchange.outgoing import gather
from agreement_viewer.exchange.taking import examine, take
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.ledger.counting import count
from agreement_viewer.ledger.edit import instant
from agreement_viewer.ledger.fold import Heads
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.partners import heard_of
from agreement_viewer.store.verify import verify

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtWidgets import QApplication

from agreement_viewer.ui.checklist.model import ChecklistModel
from agreement_viewer.ui.checklist.tree import Tree
from agreement_viewer.ui.session import Session

FULL: Final = 50_000
_STEP: Final = 1000
_TOLD: Final = 5000
_MOST_GROWTH_MB: Final = 15
"""In the second half: until then there is ever more on the list."""


def run(n: int, place: Path, seed: int) -> Iterator[str]:
    """Do `n` operations."""
    application = QApplication.instance() or QApplication(["faults"])
    with opened(place) as (folder, _):
        office = _Office(folder, place, seed)
        memory: list[int] = []
        heads: list[int] = []
        for number in range(1, n + 1):
            office.step()
            if number % _STEP == 0 or number == n:
                office.check(place)
                memory.append(_resident_mb())
                heads.append(sum(1 for _ in office.session.ledger.heads))
                if number % _TOLD == 0:
                    yield f"{number:6}: {memory[-1]} MB, with {heads[-1]} values shown"
        office.close()
    half = len(memory) // 2
    grown = memory[-1] - memory[half]
    yield f"{n} operations: {', '.join(f'{k} {v}' for k, v in sorted(office.done.items()))}"
    yield f"{len(memory)} times model, session and database agreed; {office.changes} changes"
    for when, index in (("first", 0), ("half-way", half), ("last", -1)):
        yield f"memory at the {when} check: {memory[index]} MB, with {heads[index]} values shown"
    yield f"memory at most: {max(memory)} MB"
    assert grown <= _MOST_GROWTH_MB, f"grew by {grown} MB in the second half"
    del application


class _Others:
    """The officer's second program and another agency, which live in a process of their own."""

    def __init__(self, place: Path, seed: int) -> None:
        self._chance = random.Random(seed + 1)
        self._second = DataFolder(place / "data", place / "other-keys")
        self._second_ledger: Ledger = self._second.ledger(AGREEMENT, DATA)
        self._partner = DataFolder(place / "partner", place / "partner-keys")
        self._partner_ledger: Ledger = self._partner.ledger(AGREEMENT, DATA)

    def writer(self) -> str:
        """The partner's."""
        return self._partner_ledger.writer

    def write(self) -> None:
        """Half of the time without having seen what was written last: differences come of it.

        What it wrote is signed, as by its own exchange or backup: else it could not be given on.
        """
        if self._chance.random() < 0.5:
            self._second_ledger.refresh()
        self._record(self._second_ledger)
        self._second.sign_chains()

    def send(self, file: Path, receiver: str) -> None:
        """The partner records something and sends it."""
        for _ in range(self._chance.randint(1, 4)):
            self._record(self._partner_ledger)
        _send(file, self._partner, self._partner_ledger, receiver)

    def receive(self, file: Path) -> None:
        """The partner takes in what it was sent."""
        _receive(file, self._partner, self._partner_ledger)
        self._partner_ledger.refresh()

    def _record(self, ledger: Ledger) -> None:
        ledger.append(any_edits(Checklist(AGREEMENT, ledger.heads), self._chance), OFFICER_B, NOW)


class _Process(BaseManager):
    """Where the others live: the memory that is judged is the window's alone."""

    if TYPE_CHECKING:

        def others(self, place: Path, seed: int) -> _Others: ...


_Process.register("others", _Others)


def _send(file: Path, folder: DataFolder, ledger: Ledger, receiver: str) -> None:
    """What the receiver had when it was last heard of is not sent again."""
    with folder.database.reading() as connection:
        heard = {who.writer: cut for who, cut in heard_of(connection, AGREEMENT.id)}
    write_bundle(file, gather(folder, ledger, OFFICER_B, NOW, heard.get(receiver)), folder)


def _receive(file: Path, folder: DataFolder, ledger: Ledger) -> None:
    with Bundle(file) as bundle:
        findings = examine(bundle, folder, ledger)
        take(bundle, folder, ledger, findings, findings.strangers, NOW)


class _Office:
    """One officer's session with its model, and what others do meanwhile."""

    def __init__(self, folder: DataFolder, place: Path, seed: int) -> None:
        self._chance = random.Random(seed)
        self._folder = folder
        self._now = NOW
        self.session = Session(folder, lambda: self._now)
        self.session.open(AGREEMENT, DATA)
        self.model = ChecklistModel(self.session)
        self._faults: list[str] = []
        self.session.failed.connect(self._faults.append)
        self._process = _Process(ctx=multiprocessing.get_context("spawn"))
        self._process.start()
        self._others = self._process.others(place, seed)
        self._partner = self._others.writer()
        self._file = place / "exchange.agx"
        self.done: Counter[str] = Counter()
        self.changes = 0

    def step(self) -> None:
        """One operation, chosen by chance."""
        chance, session = self._chance, self.session
        self._now += datetime.timedelta(seconds=1)
        match chance.randrange(20):
            case 0 | 1 | 2:
                self.done["undone"] += session.can_undo
                session.undo()
            case 3 | 4:
                self.done["redone"] += session.can_redo
                session.redo()
            case 5:
                self._others.write()
                self.done["by another process"] += 1
            case 6:
                session.refresh()
                self.done["refreshed"] += 1
            case 7 if chance.random() < 0.1:
                session.checkpoint()
                self.done["checkpoints"] += 1
            case 8 if chance.random() < 0.2:
                self._exchange()
            case 9 if chance.random() < 0.02:
                self._review()
            case _:
                session.perform(any_edits(session.checklist, chance))
                self.done["actions"] += 1
        assert self._faults == []

    def _exchange(self) -> None:
        """The partner sends something, and at times receives what is here."""
        ledger = self.session.ledger
        self._others.send(self._file, ledger.writer)
        _receive(self._file, self._folder, ledger)
        self.session.refresh()
        if self._chance.random() < 0.3:
            _send(self._file, self._folder, ledger, self._partner)
            self._others.receive(self._file)
        self.done["received from a partner"] += 1

    def _review(self) -> None:
        """Look at a past moment and come back."""
        session = self.session
        session.refresh()
        moment = instant(NOW + (self._now - NOW) * self._chance.random())
        session.look_back(TODAY, session.ledger.as_of(moment))
        assert all(head.at <= moment for head in session.checklist.heads)
        session.return_to_present()
        self.done["looked back"] += 1

    def check(self, place: Path) -> None:
        """Compare everything with a fold from scratch, made by a process of its own."""
        self.session.refresh()
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            scratch = pool.submit(_from_scratch, place).result()
        assert scratch.faults == []
        assert scratch.heads == {head.id for head in self.session.ledger.heads}
        assert scratch.rows == _rows(self.model.tree)
        self.changes = scratch.changes

    def close(self) -> None:
        """End the others."""
        self._process.shutdown()


class _Scratch(NamedTuple):
    faults: list[str]
    changes: int
    heads: set[str]
    rows: list[tuple[object, ...]]


def _from_scratch(place: Path) -> _Scratch:
    """What a database comes to whose snapshot nobody believes."""
    with opened(place) as (folder, ledger):
        changes = list(ledger.changes())
        heads = Heads(count(changes).order)
        tree = Tree(Checklist(AGREEMENT, heads), TODAY)
        assert [row.id for row in tree.entries] == [e.id for e in tree.checklist.entries()]
        faults = verify(folder.database)
        return _Scratch(faults, len(changes), {head.id for head in heads}, _rows(tree))


def _rows(tree: Tree) -> list[tuple[object, ...]]:
    return [(row.id, row.status, row.wording, row.differences) for row in tree.entries]


def _resident_mb() -> int:
    """What is in use: looking back reads every change, and frees them again."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") >> 20
