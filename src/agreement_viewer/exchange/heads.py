"""A signed head as it travels."""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from agreement_viewer.exchange.faults import damaged
from agreement_viewer.ledger.change import MAX_INTEGER, Id, canonical
from agreement_viewer.store.signed_heads import SignedHead


class _Head(Struct, frozen=True, forbid_unknown_fields=True):
    agreement: str
    writer: Id
    seq: Annotated[int, Meta(ge=1, le=MAX_INTEGER)]
    id: Id
    signature: bytes


def write_head(head: SignedHead) -> bytes:
    """The bytes of `head`."""
    return canonical(_Head(*head))


def read_head(data: bytes) -> SignedHead:
    """The head in `data`, signed by its writer. Raises BundleError."""
    try:
        read = msgspec.json.decode(data, type=_Head)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
        raise damaged() from fault
    head = SignedHead(*msgspec.structs.astuple(read))
    if not head.is_genuine:
        raise damaged()
    return head
