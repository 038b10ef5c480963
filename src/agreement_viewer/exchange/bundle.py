"""The bundle: what one ledger gives another as a single file, `.agx`.

It is read twice: once to the end, with nothing touched, until its digest and its sender's
signature are known to be right; then again to take it in, and what is read then has to come to
the same digest.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Self

from agreement_viewer.errors import UserError
from agreement_viewer.exchange.carrier import Tell
from agreement_viewer.exchange.faults import damaged, unreadable
from agreement_viewer.exchange.heads import write_head
from agreement_viewer.exchange.manifest import read_manifest, write_manifest
from agreement_viewer.exchange.outgoing import Outgoing
from agreement_viewer.exchange.records import HASH, Kind, Record, RecordWriter, read_records
from agreement_viewer.exchange.sealing import CHUNK, start_reading, start_writing
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.signed_heads import is_signed

_CHANGE: Final = 600
"""About how many bytes a change takes, for the progress."""
PURPOSE: Final = b"agreement-viewer bundle 1\n"


def write_bundle(
    path: Path,
    outgoing: Outgoing,
    folder: DataFolder,
    passphrase: str = "",
    tell: Tell = lambda _done: None,
) -> None:
    """Write `outgoing` to `path`, in place of an older file once it is whole on the disk.

    Works in any thread. Raises UserError.
    """
    with writing(path, folder, passphrase) as writer:
        _write_records(writer, outgoing, folder, tell)


@contextlib.contextmanager
def writing(path: Path, folder: DataFolder, passphrase: str = "") -> Iterator[RecordWriter]:
    """A bundle that is signed and lies at `path` when this ends. Raises UserError."""
    beside = path.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            sink, finish = start_writing(file, passphrase)
            writer = RecordWriter(sink)
            yield writer
            digest = writer.digest
            writer.put(Kind.END, digest, folder.sign(PURPOSE + digest))
            finish()
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        _flush_folder(path.parent)
    except OSError as fault:
        raise UserError(
            translate(
                "Exchange",
                "{file} cannot be written: check the disk and the room on it.",
                file=path,
            )
        ) from fault
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _write_records(
    writer: RecordWriter, outgoing: Outgoing, folder: DataFolder, tell: Tell
) -> None:
    writer.put(Kind.MANIFEST, write_manifest(outgoing.manifest))
    for data in outgoing.agreement_files:
        writer.put(Kind.AGREEMENT, data)
    for head in outgoing.heads:
        writer.put(Kind.HEAD, write_head(head))
    evidence = sum(file.size for file in outgoing.evidence)
    total = evidence + len(outgoing.rows) * _CHANGE or 1
    done = 0

    def content(file: EvidenceFile) -> Iterator[bytes]:
        nonlocal done
        yield bytes.fromhex(file.sha256)
        for chunk in folder.evidence.chunks(file):
            yield chunk
            tell((done := done + len(chunk)) / total)

    for file in outgoing.evidence:
        writer.put_chunks(Kind.EVIDENCE, HASH + file.size, content(file))
    with folder.database.aside() as database:
        for number, (id, body) in enumerate(outgoing.changes(database)):
            writer.put(Kind.CHANGE, bytes.fromhex(id), body)
            if number % 1000 == 0:
                tell((evidence + number * _CHANGE) / total)


class Bundle:
    """A bundle that was received: its records, read as often as asked for."""

    def __init__(self, path: Path, passphrase: str = "", tell: Tell = lambda _done: None) -> None:
        """Open the file at `path`; each reading tells how much of it is done.

        Raises BundleError, PassphraseNeeded, UserError.
        """
        self._digest: bytes | None = None
        self._file = _Medium(path, tell)
        try:
            self._content = start_reading(self._file, passphrase)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self._file.close()

    def records(self) -> Iterator[Record]:
        """All records but the last, which has proved them all when this ends. Raises UserError."""
        sender = ""
        for record in read_records(self._content()):
            match record.kind:
                case Kind.END:
                    self._prove(record, sender)  # and goes on: nothing may follow it
                case Kind.MANIFEST:
                    data = record.data()
                    sender = read_manifest(data).writer
                    yield record._replace(chunks=iter((data,)))
                case _:
                    yield record

    def _prove(self, end: Record, sender: str) -> None:
        payload = end.data()
        digest, signature = payload[:HASH], payload[HASH:]
        if digest != end.before or self._digest not in (None, digest):
            raise damaged()
        if not is_signed(sender, PURPOSE + digest, signature):
            raise damaged()
        self._digest = digest


class _Medium:
    """The file where it lies: on a stick, which may be pulled out while it is read."""

    def __init__(self, path: Path, tell: Tell) -> None:
        self._path = path
        self._tell = tell
        self._untold = 0
        try:
            self._file = path.open("rb")
            self._size = os.fstat(self._file.fileno()).st_size or 1
        except OSError as fault:
            raise unreadable(self._path) from fault

    def read(self, size: int) -> bytes:
        """The next `size` bytes; fewer only at the end. Raises UserError."""
        try:
            data = self._file.read(size)
            self._untold += len(data)
            place = self._file.tell() if self._untold >= CHUNK else 0
        except OSError as fault:
            raise unreadable(self._path) from fault
        if place:
            self._untold = 0
            self._tell(min(place / self._size, 1.0))
        return data

    def seek(self, place: int) -> None:
        """Go on from there. Raises UserError."""
        try:
            self._file.seek(place)
        except OSError as fault:
            raise unreadable(self._path) from fault

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _flush_folder(folder: Path) -> None:
    """The new name, too, is on the disk: a stick may be removed. Windows knows no such call."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
