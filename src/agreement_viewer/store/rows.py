"""A row of the database as a change. A body that does not hash to its id is never believed.

What is left of a redacted change hashes to nothing: the redaction vouches for it (verify.py).
"""

import msgspec

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import Change, ChangeError, decode, is_id
from agreement_viewer.store.database import DamagedFile


class DamagedChange(DamagedFile):
    """A stored change whose bytes are not those that were recorded."""


def opened(id: str, data: bytes) -> Change:
    """The change that was kept or sent with this id and these bytes. Raises ChangeError."""
    change = decode(data)
    if change.redacted and is_id(id):
        return msgspec.structs.replace(change, id=id)
    if change.id != id:
        raise ChangeError("its bytes do not hash to its id")
    return change


def read_change(id: object, body: object) -> Change:
    """The change of a row, in which a damaged page may leave anything. Raises DamagedChange."""
    try:
        if not isinstance(id, str) or not isinstance(body, str):
            raise ChangeError("not text")
        return opened(id, body.encode())
    except ChangeError as fault:
        raise DamagedChange(
            translate(
                "Store",
                "Change {id} in the data file was altered: restore the file from a backup.",
                id=str(id)[:12],
            )
        ) from fault
