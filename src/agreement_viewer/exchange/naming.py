"""Which files of evidence a change names."""

from collections.abc import Iterator

import msgspec

from agreement_viewer.ledger.change import is_id
from agreement_viewer.ledger.fields import EvidenceFile


def files_named(body: bytes) -> Iterator[EvidenceFile]:
    """The files that a change with these canonical bytes names: a document's, or a closing's."""
    if b'"sha256"' not in body:
        return
    inner = msgspec.json.decode(body).get("body")
    for place in ("value", "pdf"):
        try:
            file = msgspec.convert(inner.get(place), EvidenceFile)
        except (msgspec.ValidationError, AttributeError):
            continue
        if is_id(file.sha256) and file.size >= 0:
            yield file
