"""What a bundle says of itself, read from its two ends: cheap enough for a folder full of them."""

import os
from pathlib import Path
from typing import BinaryIO, NamedTuple

from agreement_viewer.exchange.bundle import PURPOSE
from agreement_viewer.exchange.checking import MOST
from agreement_viewer.exchange.faults import damaged
from agreement_viewer.exchange.heads import read_head
from agreement_viewer.exchange.manifest import Manifest, read_manifest
from agreement_viewer.exchange.records import HASH, SIGNATURE, Kind, read_records
from agreement_viewer.exchange.sealing import start_reading
from agreement_viewer.ledger.edit import Tip
from agreement_viewer.store.signed_heads import is_signed


class Peeked(NamedTuple):
    """A bundle that seems to be whole; only reading all of it tells."""

    manifest: Manifest
    tips: tuple[Tip, ...]
    """The ends of the chains that whoever has this bundle and its base has."""

    @property
    def given(self) -> list[Tip]:
        """Those that it leads to itself, beyond its base."""
        seen = {(tip.writer, tip.id) for tip in self.manifest.base or ()}
        return [tip for tip in self.tips if (tip.writer, tip.id) not in seen]


def peek(path: Path) -> Peeked:
    """What the bundle at `path` holds. Raises BundleError where its end is not there, OSError."""
    with path.open("rb") as file:
        content = start_reading(file, "")
        manifest: Manifest | None = None
        tips: list[Tip] = []
        for number, record in enumerate(read_records(content())):
            if number > MOST:
                raise damaged()
            match record.kind:
                case Kind.MANIFEST:
                    manifest = read_manifest(record.data())
                case Kind.HEAD:
                    head = read_head(record.data())
                    tips.append(Tip(head.writer, head.seq, head.id))
                case Kind.AGREEMENT:
                    pass
                case _:
                    break
        if manifest is None or not _is_ended(file, manifest.writer):
            raise damaged()
        return Peeked(manifest, tuple(tips))


def _is_ended(file: BinaryIO, writer: str) -> bool:
    """Whether the sender's signature stands at the end."""
    file.seek(-(HASH + SIGNATURE), os.SEEK_END)
    digest, signature = file.read(HASH), file.read()
    return is_signed(writer, PURPOSE + digest, signature)
