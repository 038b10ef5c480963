"""What stands first in whatever is sent: from whom, when, how much, and what the sender has."""

from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from agreement_viewer.exchange.faults import damaged, newer
from agreement_viewer.ledger.change import MAX_INTEGER, By, Id, Instant, canonical, is_id
from agreement_viewer.ledger.edit import Tip

FORMAT: Final = 1
_Number = Annotated[int, Meta(ge=0)]
LONGEST_NAME: Final = 200
"""Characters of each text; longer ones are cut where the manifest is made."""


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """The manifest. Its texts are the sender's own words, to be shown as plain text."""

    format: int
    agreement: str
    title: str
    digest: Id
    """Of the programme's file that the sender works with."""
    writer: Id
    """The sender's, who signs the whole."""
    by: By
    at: Instant
    handover: bool
    changes: _Number
    evidence: _Number
    cut: tuple[Tip, ...]
    """All that the sender has counted."""
    base: tuple[Tip, ...] | None
    """What the receiver was taken to have already; None where the whole is sent."""


def write_manifest(manifest: Manifest) -> bytes:
    """The bytes of `manifest`."""
    return canonical(manifest)


def read_manifest(data: bytes) -> Manifest:
    """The manifest in `data`. Raises BundleError."""
    try:
        if msgspec.json.decode(data, type=_Format).format > FORMAT:
            raise newer()
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
        raise damaged() from fault
    texts = (manifest.title, manifest.by.name, manifest.by.unit)
    tips = (*manifest.cut, *(manifest.base or ()))
    if any(len(text) > LONGEST_NAME for text in texts) or not all(map(_is_tip, tips)):
        raise damaged()
    return manifest


def _is_tip(tip: Tip) -> bool:
    return is_id(tip.writer) and is_id(tip.id) and 1 <= tip.seq <= MAX_INTEGER


class _Format(Struct):
    format: int
