"""A row of the database as a change. A body that does not hash to its id is never believed."""

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import Change, ChangeError, decode
from agreement_viewer.store.database import DamagedFile


class DamagedChange(DamagedFile):
    """A stored change whose bytes are not those that were recorded."""


def read_change(id: str, body: str) -> Change:
    """The change of a row. Raises DamagedChange."""
    try:
        change = decode(body.encode())
    except ChangeError:
        change = None
    if change is None or change.id != id:
        raise DamagedChange(
            translate(
                "Store",
                "Change {id} in the data file was altered: restore the file from a backup.",
                id=id[:12],
            )
        )
    return change
