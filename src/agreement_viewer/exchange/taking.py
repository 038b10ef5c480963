"""Taking a delivery in: first what it would come to, then all of it or nothing."""

import contextlib
import datetime
import itertools
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from agreement_viewer.agreement import agreement_digest
from agreement_viewer.exchange.carrier import Delivery
from agreement_viewer.exchange.checking import Checked, check
from agreement_viewer.exchange.faults import BundleError, damaged
from agreement_viewer.exchange.manifest import Manifest
from agreement_viewer.exchange.records import HASH, Kind, Record
from agreement_viewer.exchange.spooling import at_hand
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.edit import instant
from agreement_viewer.store import partners
from agreement_viewer.store.evidence import EvidenceFolder
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.partners import Partner
from agreement_viewer.store.traces import settle_again
from agreement_viewer.store.union import Arrival, Incoming, Sealed, union


class NotAccepted(BundleError):
    """A writer in it is not among the partners."""


class Contents(Struct, frozen=True):
    """What a delivery holds, read to its end; nothing was touched."""

    checked: Checked
    strangers: list[Partner]
    """Writers that were never accepted: their codes are to be compared by telephone."""
    evidence: list[str]
    """The hashes of files that are not here yet."""
    borrowed: list[tuple[By, By]]
    """Whose computer it is, and in whose name, of another agency, something was recorded there."""

    @property
    def manifest(self) -> Manifest:
        """From whom it is."""
        return self.checked.manifest


class Findings(Contents, frozen=True):
    """What a delivery would come to besides."""

    arrival: Arrival

    @property
    def is_new(self) -> bool:
        """Whether taking it in would change anything but what the sender has."""
        return bool(self.arrival.new or self.evidence or self.strangers)


def look_into(delivery: Delivery, folder: DataFolder, ledger: Ledger) -> Contents:
    """Read all of `delivery`. Works in any thread. Raises UserError."""
    checked = check(delivery.records(), ledger.agreement.id)
    with folder.database.aside() as database, database.reading() as connection:
        strangers = [
            Partner(writer, by)
            for writer, by in checked.writers.items()
            if writer != ledger.writer
            and not partners.is_known(connection, ledger.agreement.id, writer)
        ]
        homes = checked.writers | partners.accepted_as(connection)
    missing = [name for name in checked.evidence if not folder.evidence.holds(name)]
    borrowed = [
        (homes[writer], by)
        for writer, by in checked.names
        if homes[writer].unit and by.unit and by.unit != homes[writer].unit
    ]
    return Contents(checked, strangers, missing, sorted(borrowed, key=str))


def examine(delivery: Delivery, folder: DataFolder, ledger: Ledger) -> Findings:
    """Read all of `delivery` and try it out. Works in any thread. Raises UserError."""
    seen = look_into(delivery, folder, ledger)
    coming = Incoming(at_hand(_changes(delivery.records())))
    arrival = union(folder.database.path, coming, ledger.writer, dry_run=True)
    return Findings(seen.checked, seen.strangers, seen.evidence, seen.borrowed, arrival)


def take(
    delivery: Delivery,
    folder: DataFolder,
    ledger: Ledger,
    contents: Contents,
    accepted: Collection[Partner],
    at: datetime.datetime,
) -> Arrival:
    """Take in what was seen in `delivery`, all of it or nothing; `accepted` become partners.

    Works in any thread; `ledger.refresh` is to follow. Raises UserError, NotAccepted.
    """
    if not set(contents.strangers) <= set(accepted):
        raise NotAccepted(
            translate("Exchange", "A sender was not accepted, so nothing was taken in.")
        )

    with _evidence_of(delivery.records(), folder.evidence, contents.evidence) as changes:
        incoming = _incoming(contents, ledger, changes, at)
        arrival = union(folder.database.path, incoming, ledger.writer)
    settle_again(folder.database.path)
    if arrival.shares_writer:
        ledger.go_on_as(folder.renew_writer())
    return arrival


def _incoming(
    contents: Contents, ledger: Ledger, changes: Iterator[Record], at: datetime.datetime
) -> Incoming:
    """The changes, and all that is kept together with them."""
    checked, manifest, agreement = contents.checked, contents.manifest, ledger.agreement.id
    files = [
        (agreement_digest(data), agreement, instant(at), data) for data in checked.agreement_files
    ]
    told = partners.tell(agreement, manifest.writer, manifest.at, manifest.cut)
    return Incoming(
        at_hand(_changes(changes)),
        files,
        heads=checked.heads,
        partners=[stranger.accepted(at) for stranger in contents.strangers],
        told=[told] if manifest.writer != ledger.writer else [],
    )


def _changes(records: Iterable[Record]) -> Iterator[Sealed]:
    for record in records:
        if record.kind is Kind.CHANGE:
            payload = record.data()
            yield payload[:HASH].hex(), payload[HASH:]


@contextlib.contextmanager
def _evidence_of(
    records: Iterator[Record], folder: EvidenceFolder, wanted: Collection[str]
) -> Iterator[Iterator[Record]]:
    """Take in the files that are wanted; the changes, which follow them, are left to be read.

    Where taking those in fails, the files are taken back.
    """
    came: list[str] = []
    try:
        for record in records:
            if record.kind is Kind.CHANGE:
                yield itertools.chain((record,), records)
                return
            name = record.sha256() if record.kind is Kind.EVIDENCE else ""
            if name in wanted and name not in came:
                if not folder.take_in(name, record.chunks):
                    raise damaged()
                came.append(name)
        yield iter(())
    except BaseException:
        for name in came:
            folder.take_back(name)
        raise
