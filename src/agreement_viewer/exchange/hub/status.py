"""What the hub has and this computer has not, and the other way round."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from agreement_viewer.exchange.hub.address import Address
from agreement_viewer.exchange.hub.chains import agency_of, chains_at
from agreement_viewer.i18n import translate
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger

if TYPE_CHECKING:
    import psycopg

_COUNTS: Final = "SELECT writer, count(*) FROM change WHERE agreement = ? GROUP BY writer"


def status_of(
    connection: "psycopg.Connection",
    address: Address,
    folder: DataFolder,
    ledger: Ledger,
) -> Iterator[str]:
    """A few lines. Raises UserError."""
    agreement = ledger.agreement
    names = {party.id: party.name for party in agreement.parties}
    agency = agency_of(connection, agreement.id)
    theirs = chains_at(connection, agreement.id)
    with folder.database.reading() as sqlite:
        ours = dict(sqlite.execute(_COUNTS, (agreement.id,)).fetchall())
    yield translate(
        "Hub",
        "Server {host}, as {name} of {agency}.",
        host=address.host,
        name=address.parameters["user"],
        agency=names.get(agency, agency),
    )
    changes = sum(chain.changes for chain in theirs.values())
    yield translate(
        "Hub", "Changes there: {count}, of {writers} computers.", count=changes, writers=len(theirs)
    )
    missing = sum(max(0, chain.changes - ours.get(name, 0)) for name, chain in theirs.items())
    yield translate("Hub", "There and not here: {count}.", count=missing)
    own = {name: chain.changes for name, chain in theirs.items() if chain.agency == agency}
    own.setdefault(ledger.writer, 0)
    waiting = sum(max(0, ours.get(name, 0) - count) for name, count in own.items())
    yield translate("Hub", "Here and not there, of this agency: {count}.", count=waiting)
