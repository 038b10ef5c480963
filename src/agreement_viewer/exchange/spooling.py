"""Changes at hand before the ledger is locked: no slow stick or network keeps the officer waiting.

Reading them to their end has proved the delivery, too, before anything is taken in.
"""

import struct
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Final

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.store.union import Sealed

_IN_MEMORY: Final = 16 << 20
"""Bytes; what is more goes to the disk."""
_HEADER: Final = struct.Struct(">32sI")


def at_hand(changes: Iterable[Sealed]) -> Iterator[Sealed]:
    """The same changes, all of them read when this returns. Raises UserError, as reading does."""
    spool = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (closed when it is read)
    try:
        for id, body in changes:
            spool.write(_HEADER.pack(bytes.fromhex(id), len(body)))
            spool.write(body)
        spool.seek(0)
    except OSError as fault:
        spool.close()
        raise UserError(
            translate("Exchange", "There is no room on the disk for what arrives: make some.")
        ) from fault
    except BaseException:
        spool.close()
        raise
    return _read(spool)


def _read(spool: IO[bytes]) -> Iterator[Sealed]:
    with spool:
        while header := spool.read(_HEADER.size):
            id, length = _HEADER.unpack(header)
            yield id.hex(), spool.read(length)
