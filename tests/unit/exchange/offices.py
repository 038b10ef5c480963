"""Several offices, each with a computer of its own, who send each other bundles."""

import contextlib
import datetime
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from office import AGREEMENT_FILE, NOW, OFFICER_A, OFFICER_B

from agreement_viewer.agreement import read_agreement
from agreement_viewer.exchange.bundle import Bundle, write_bundle
from agreement_viewer.exchange.carrier import Carrier, Tell
from agreement_viewer.exchange.outgoing import Outgoing, gather
from agreement_viewer.exchange.rounds import Round, exchange
from agreement_viewer.exchange.taking import Findings, examine, take
from agreement_viewer.handing_over import hand_over
from agreement_viewer.ledger.change import By, Change
from agreement_viewer.ledger.checklist import Cell
from agreement_viewer.ledger.counting import Cut
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.partners import cut_of_partner
from agreement_viewer.store.union import Arrival

_DATA: Final = AGREEMENT_FILE.read_bytes()
_AGREEMENT: Final = read_agreement(_DATA, AGREEMENT_FILE.name)


class Crash(Exception):
    """The end of the process, in the midst of a round."""


def crash_at(moment: int) -> Tell:
    """Breaks a round off where its progress is told for the `moment`-th time."""
    moments = iter(range(moment))

    def tell(_done: float) -> None:
        if next(moments, None) is None:
            raise Crash

    return tell


class Office:
    """One computer and the officer at it."""

    def __init__(self, home: Path, by: By) -> None:
        self.home = home
        self.by = by
        self.folder = DataFolder(home / "data", home / "keys")
        self._moments = 0
        self.ledger: Ledger = self.folder.ledger(_AGREEMENT, _DATA)

    def start_again(self) -> None:
        """Open what is on the disk, as after the end of the process."""
        self.folder.close()
        self.folder = DataFolder(self.home / "data", self.home / "keys")
        self.ledger = self.folder.ledger(_AGREEMENT, _DATA)

    def close(self) -> None:
        """Close what is open."""
        self.folder.close()

    def note(self, text: str, item: str = "area-1") -> Change:
        """Record a note in place of the one that is shown."""
        shown = Cell(self.ledger.heads.of(item, "note")).ids
        (change,) = self.ledger.append([Edit.set(item, "note", text, shown)], self.by, NOW).changes
        return change

    def act(self, what: str, number: int, item: str) -> None:
        """Record a "note" on `item`, or "attach" a file: the `number`-th thing that is done."""
        match what:
            case "note":
                self.note(f"lần {number}", item)
            case "attach":
                self.attach(f"{number}.pdf", f"%PDF {number}".encode())

    def attach(self, name: str, content: bytes) -> str:
        """Add a document with a file of this content; the file's hash."""
        source = self.home / name
        source.write_bytes(content)
        file = self.folder.evidence.copy_in(source)
        document = Edit.create("area-1", "evidence")
        value = {"sha256": file.sha256, "name": file.name, "size": file.size}
        self.ledger.append([document, Edit.set(document, "file", value)], self.by, NOW)
        return file.sha256

    def exchange(
        self, carrier: Carrier, tell: Tell = lambda _done: None, *, accept_new: bool = True
    ) -> Round:
        """A round, as the program does it."""
        now = self.later()
        done = exchange(
            carrier, self.folder, self.ledger, self.by, now, tell, accept_new=accept_new
        )
        self.ledger.refresh()
        return done

    def gather(self, base: Cut | None = None) -> Outgoing:
        """What it would send to somebody who has seen `base`."""
        return gather(self.folder, self.ledger, self.by, self.later(), base)

    def later(self) -> datetime.datetime:
        """A minute later than the last time."""
        self._moments += 1
        return NOW + datetime.timedelta(minutes=self._moments)

    def send(self, base: Cut | None = None, passphrase: str = "") -> Path:
        """A bundle of it."""
        path = self.home / "gửi.agx"
        write_bundle(path, self.gather(base), self.folder, passphrase)
        return path

    def hand_over(self) -> Path:
        """A handover of it."""
        path = self.home / "bàn giao.agx"
        hand_over(path, self.folder, self.ledger, self.by, NOW)
        return path

    def seen_by(self, other: "Office") -> Cut | None:
        """What `other` had when it last sent something here."""
        with self.folder.database.reading() as connection:
            return cut_of_partner(connection, _AGREEMENT.id, other.by.name)

    def examine(self, path: Path, passphrase: str = "") -> Findings:
        """What taking a bundle in would come to."""
        with Bundle(path, passphrase) as bundle:
            return examine(bundle, self.folder, self.ledger)

    def receive(self, path: Path, passphrase: str = "") -> Arrival:
        """Take a bundle in; whoever it is from is accepted."""
        with Bundle(path, passphrase) as bundle:
            findings = examine(bundle, self.folder, self.ledger)
            accepted = findings.strangers
            arrival = take(bundle, self.folder, self.ledger, findings, accepted, NOW)
        self.ledger.refresh()
        return arrival

    def heads(self) -> set[str]:
        """The heads of its checklist."""
        return {head.id for head in self.ledger.heads}

    def rows(self) -> list[tuple[object, ...]]:
        """The copies of the heads, byte for byte."""
        self.ledger.checkpoint()
        with self.folder.database.aside() as database:
            heads = "SELECT agreement, item, field, id, body FROM head ORDER BY 1, 2, 3, 4"
            return database.connection.execute(heads).fetchall()

    def evidence(self) -> set[str]:
        """The names of the files of evidence that are kept here."""
        folder = self.folder.path / "evidence"
        return {path.name for path in folder.rglob("*") if path.is_file()}

    def ids(self) -> set[str]:
        """All its changes."""
        return {change.id for change in self.ledger.changes()}

    def state(self) -> tuple[object, ...]:
        """Everything that receiving could alter."""
        tables = ("change", "head", "waiting", "signed_head", "partner", "partner_cut")
        connection = self.folder.database.connection
        rows = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
        return *rows, sorted(
            path.name for path in (self.home / "data").rglob("*") if path.is_file()
        )


@contextlib.contextmanager
def offices(number: int = 2) -> Iterator[list[Office]]:
    """So many offices, under folders of their own that go when they close."""
    with tempfile.TemporaryDirectory() as place, contextlib.ExitStack() as open_ones:
        made = []
        for index in range(number):
            name = (OFFICER_A, OFFICER_B)[index % 2]
            by = name if index < 2 else By(f"Cán bộ {index}", name.unit)
            office = Office(Path(place, str(index)), by)
            open_ones.callback(office.close)
            made.append(office)
        yield made
