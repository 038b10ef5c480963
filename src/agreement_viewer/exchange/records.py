"""The inside of a bundle: records in a fixed order, closed by their digest and a signature.

A record is its kind, the length of its payload, the payload. No length is believed before it is
compared with what its kind may have.
"""

import enum
import hashlib
import struct
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from agreement_viewer.exchange.faults import damaged
from agreement_viewer.exchange.sealing import CHUNK, Sink, Source
from agreement_viewer.ledger.change import MAX_BYTES as MAX_CHANGE
from agreement_viewer.store.evidence import MAX_BYTES as MAX_EVIDENCE


class Kind(enum.IntEnum):
    """The kinds of record, in the order in which they stand."""

    MANIFEST = 1
    AGREEMENT = 2
    HEAD = 3
    EVIDENCE = 4
    """The SHA-256, then the file."""
    CHANGE = 5
    """The id, then the canonical bytes."""
    END = 6
    """The digest of all records before, and the sender's signature of it."""


HASH: Final = 32
SIGNATURE: Final = 64
_LONGEST: Final = {
    Kind.MANIFEST: 8 << 20,
    Kind.AGREEMENT: 1 << 20,
    Kind.HEAD: 1 << 10,
    Kind.EVIDENCE: HASH + MAX_EVIDENCE,
    Kind.CHANGE: HASH + MAX_CHANGE,
    Kind.END: HASH + SIGNATURE,
}
_SHORTEST: Final = {Kind.EVIDENCE: HASH, Kind.CHANGE: HASH, Kind.END: HASH + SIGNATURE}
_ONCE: Final = (Kind.MANIFEST, Kind.END)
_HEADER: Final = struct.Struct(">BQ")


class Record(NamedTuple):
    """One record. Its payload can be read once, before the next record is asked for."""

    kind: Kind
    length: int
    chunks: Iterator[bytes]
    before: bytes
    """The digest of all records before this one."""

    def data(self) -> bytes:
        """The whole payload: for kinds whose payloads are small."""
        return b"".join(self.chunks)

    def sha256(self) -> str:
        """The hash that stands before a file of evidence; the chunks that follow are the file's."""
        return next(self.chunks).hex()


class RecordWriter:
    """Writes records and keeps their digest."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._digest = hashlib.sha256()

    @property
    def digest(self) -> bytes:
        """The SHA-256 of all records so far."""
        return self._digest.digest()

    def put(self, kind: Kind, *parts: bytes) -> None:
        """Write a record whose payload is `parts`."""
        self.put_chunks(kind, sum(map(len, parts)), parts)

    def put_chunks(self, kind: Kind, length: int, chunks: Iterable[bytes]) -> None:
        """Write a record whose payload of `length` bytes comes in `chunks`."""
        self._write(_HEADER.pack(kind, length))
        for chunk in chunks:
            self._write(chunk)

    def _write(self, data: bytes) -> None:
        self._digest.update(data)
        self._sink.write(data)


def read_records(source: Source) -> Iterator[Record]:
    """The records of `source`, in memory that does not grow with it. Raises BundleError."""
    digest = hashlib.sha256()
    last: Kind | None = None
    while last is not Kind.END:
        before = digest.digest()
        header = _exactly(source, _HEADER.size)
        number, length = _HEADER.unpack(header)
        kind = _checked(number, length, last)
        digest.update(header)
        chunks = _payload(source, kind, length, digest)
        yield Record(kind, length, chunks, before)
        for _passed_over in chunks:
            pass
        last = kind
    if source.read(1):
        raise damaged()


def _checked(number: int, length: int, last: Kind | None) -> Kind:
    if number not in _LONGEST:
        raise damaged()
    kind = Kind(number)
    if last is None and kind is not Kind.MANIFEST:
        raise damaged()
    if last is not None and (kind < last or (kind is last and kind in _ONCE)):
        raise damaged()
    if not _SHORTEST.get(kind, 1) <= length <= _LONGEST[kind]:
        raise damaged()
    return kind


def _payload(source: Source, kind: Kind, length: int, digest: "hashlib._Hash") -> Iterator[bytes]:
    most = HASH if kind is Kind.EVIDENCE else CHUNK
    while length:
        chunk, most = _exactly(source, min(length, most)), CHUNK
        digest.update(chunk)
        length -= len(chunk)
        yield chunk


def _exactly(source: Source, size: int) -> bytes:
    data = source.read(size)
    if len(data) != size:
        raise damaged()
    return data
