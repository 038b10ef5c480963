"""Whether what arrived may be believed: nothing that its writer did not sign for, nothing loose.

Hashes and chains are checked once more, and fully, by the union; here it is told what no union
can know, in one pass and in memory that does not grow with the number of changes.
"""

from collections.abc import Iterable, Sized
from typing import Final, NamedTuple

import msgspec
from msgspec import Struct

from agreement_viewer.exchange.faults import BundleError, damaged
from agreement_viewer.exchange.heads import read_head
from agreement_viewer.exchange.manifest import Manifest, read_manifest
from agreement_viewer.exchange.naming import files_named
from agreement_viewer.exchange.records import HASH, Kind, Record
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import By, Id
from agreement_viewer.store.signed_heads import SignedHead

MOST: Final = 20_000
"""The most writers, open ends of chains, signed heads or files of evidence in one delivery."""
_MOST_AGREEMENTS: Final = 32


class Checked(NamedTuple):
    """What is believed of a delivery."""

    manifest: Manifest
    agreement_files: list[bytes]
    heads: list[SignedHead]
    writers: dict[str, By]
    """Each writer with changes in it, and who wrote last under it; the sender too."""
    evidence: list[str]
    """The hashes that its files of evidence go by."""
    names: set[tuple[str, By]]
    """Under each writer, in whose name changes were recorded."""


class _Envelope(Struct):
    writer: Id
    prev: Id | None
    by: By
    agreement: str


_decoder: Final = msgspec.json.Decoder(_Envelope)


class Chains:
    """The ends of the chains that went by: changes that no other one has as its predecessor."""

    def __init__(self) -> None:
        self.ends: dict[str, str] = {}
        self._awaited: set[tuple[str, str]] = set()

    def add(self, id: str, writer: str, prev: str | None) -> None:
        """Let a change go by. Raises BundleError where too many chains are open at once."""
        if (id, writer) in self._awaited:
            self._awaited.remove((id, writer))
        else:
            self.ends[id] = writer
        if prev is not None:
            if self.ends.get(prev) == writer:
                del self.ends[prev]
            else:
                self._awaited.add((prev, writer))
        if len(self.ends) > MOST or len(self._awaited) > MOST:
            raise damaged()


class _Check:
    """What has gone by of a delivery."""

    def __init__(self, agreement: str) -> None:
        self._agreement = agreement
        self._manifest: Manifest | None = None
        self._agreement_files: list[bytes] = []
        self._heads: dict[str, SignedHead] = {}
        self._loose: set[str] = set()
        self._evidence: list[str] = []
        self._changes = 0
        self._chains = Chains()
        self._writers: dict[str, By] = {}
        self._names: set[tuple[str, By]] = set()

    def take(self, record: Record) -> None:
        """Let a record go by. Raises BundleError."""
        match record.kind:
            case Kind.MANIFEST:
                self._take_manifest(read_manifest(record.data()))
            case Kind.AGREEMENT:
                self._agreement_files.append(record.data())
            case Kind.HEAD:
                head = read_head(record.data())
                self._heads[head.id] = head
            case Kind.EVIDENCE:
                self._take_evidence(record)
            case Kind.CHANGE:
                self._take_change(record.data())
        counted: tuple[Sized, ...] = (self._heads, self._writers, self._names, self._evidence)
        if len(self._agreement_files) > _MOST_AGREEMENTS or max(map(len, counted)) > MOST:
            raise damaged()

    def _take_manifest(self, manifest: Manifest) -> None:
        if manifest.agreement != self._agreement:
            raise BundleError(
                translate(
                    "Exchange",
                    "The file belongs to the programme “{title}”: open that one first.",
                    title=manifest.title,
                )
            )
        self._manifest = manifest
        self._writers[manifest.writer] = manifest.by

    def _take_evidence(self, record: Record) -> None:
        """What some change that follows has to name; whether it is that file, taking it tells."""
        sha256 = record.sha256()
        self._loose.add(sha256)
        self._evidence.append(sha256)

    def _take_change(self, payload: bytes) -> None:
        id, body = payload[:HASH].hex(), payload[HASH:]
        try:
            envelope = _decoder.decode(body)
            files = list(files_named(body))
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
            raise damaged() from fault
        if envelope.agreement != self._agreement:
            raise damaged()
        self._chains.add(id, envelope.writer, envelope.prev)
        self._loose.difference_update(file.sha256 for file in files)
        self._writers[envelope.writer] = envelope.by
        self._names.add((envelope.writer, envelope.by))
        self._changes += 1

    def done(self) -> Checked:
        """What has gone by, if it holds together. Raises BundleError."""
        manifest = self._manifest
        if manifest is None or self._loose:
            raise damaged()
        if (self._changes, len(self._evidence)) != (manifest.changes, manifest.evidence):
            raise damaged()
        for end, writer in self._chains.ends.items():
            head = self._heads.get(end)
            if head is None or (head.writer, head.agreement) != (writer, self._agreement):
                raise _unsigned(self._writers[writer])
        return Checked(
            manifest,
            self._agreement_files,
            list(self._heads.values()),
            self._writers,
            self._evidence,
            self._names,
        )


def check(records: Iterable[Record], agreement: str) -> Checked:
    """Read a delivery for `agreement` to its end. Raises BundleError, UserError."""
    check = _Check(agreement)
    for record in records:
        check.take(record)
    return check.done()


def _unsigned(by: By) -> BundleError:
    return BundleError(
        translate(
            "Exchange",
            "Changes of {name} in the file are not signed, so nothing was taken in:"
            " ask the sender for another file.",
            name=by.name,
        )
    )
