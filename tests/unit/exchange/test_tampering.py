"""Bundles that somebody altered, cut, forged or blew up: refused, and nothing is touched."""

import hashlib
import random
import tracemalloc
from collections.abc import Callable, Iterator
from io import BytesIO

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey
from office import NOW
from unit.exchange.offices import Office, offices

from agreement_viewer.errors import UserError
from agreement_viewer.exchange.bundle import Bundle
from agreement_viewer.exchange.checking import check
from agreement_viewer.exchange.faults import BundleError
from agreement_viewer.exchange.heads import write_head
from agreement_viewer.exchange.manifest import read_manifest, write_manifest
from agreement_viewer.exchange.records import Kind, RecordWriter, read_records
from agreement_viewer.exchange.sealing import CHUNK, start_reading, start_writing
from agreement_viewer.exchange.taking import examine, take
from agreement_viewer.ledger.change import encode, seal
from agreement_viewer.ledger.edit import Tip
from agreement_viewer.store.signed_heads import sign_head

Parts = list[tuple[int, bytes]]
HEADER = 10
KEY = SigningKey(bytes(range(32)))


@pytest.fixture(scope="module")
def pair() -> Iterator[tuple[Office, Office]]:
    """A sender with notes and a document, and a receiver who has the sender as a partner."""
    with offices() as (a, b):
        for text in ("một", "hai", "ba"):
            a.note(text)
        b.receive(a.send())
        a.attach("a.pdf", bytes(1000))
        a.note("bốn")
        b.note("khác", "area-2")
        yield a, b


def refused(office: Office, data: bytes, reason: str | None = None) -> None:
    """That a file with these bytes is refused in one sentence and touches nothing."""
    before = office.state()
    path = office.home / "đến.agx"
    path.write_bytes(data)
    with pytest.raises(UserError, match=reason) as fault:
        office.receive(path)
    assert "\n" not in str(fault.value)
    assert office.state() == before


def parts_of(data: bytes) -> Parts:
    """The records of a plain bundle."""
    source = BytesIO(data[HEADER:])
    return [(record.kind, record.data()) for record in read_records(source)]


def joined(parts: Parts, sign: Callable[[bytes], bytes] | None = None) -> bytes:
    """A plain bundle of these records; signed anew where `sign` is given."""
    file = BytesIO()
    sink, _finish = start_writing(file, "")
    writer = RecordWriter(sink)
    for kind, payload in parts:
        digest = writer.digest
        signed = sign and digest + sign(b"agreement-viewer bundle 1\n" + digest)
        writer.put(kind, signed if kind == Kind.END and signed else payload)
    return file.getvalue()


def with_manifest(parts: Parts, **values: object) -> Parts:
    """These records, their manifest altered."""
    kind, data = parts[0]
    altered = msgspec.structs.replace(read_manifest(data), **values)
    return [(kind, write_manifest(altered)), *parts[1:]]


def signature(message: bytes) -> bytes:
    return KEY.sign(message).signature


class TestBytes:
    @settings(deadline=None, max_examples=150)
    @given(st.data())
    def test_no_byte_can_be_altered(self, pair: tuple[Office, Office], data: st.DataObject) -> None:
        a, b = pair
        whole = bytearray(a.send().read_bytes())
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] ^= data.draw(st.integers(1, 255))
        refused(b, bytes(whole))

    @settings(deadline=None, max_examples=60)
    @given(st.data())
    def test_nothing_can_be_cut_off_left_out_or_put_in(
        self, pair: tuple[Office, Office], data: st.DataObject
    ) -> None:
        a, b = pair
        whole = a.send().read_bytes()
        first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
        put_in = data.draw(st.binary(max_size=40))
        altered = whole[:first] + put_in + whole[last:]
        if altered != whole:
            refused(b, altered)

    def test_the_file_as_it_was_is_taken_in_after_all_that(
        self, pair: tuple[Office, Office]
    ) -> None:
        a, b = pair
        b.receive(a.send())
        assert a.ids() <= b.ids()


class TestRecords:
    @settings(deadline=None, max_examples=60)
    @given(st.randoms(use_true_random=False), st.sampled_from(["move", "repeat", "drop", "kind"]))
    def test_the_sender_alone_puts_records_together(
        self, pair: tuple[Office, Office], chance: random.Random, how: str
    ) -> None:
        a, b = pair
        parts = parts_of(a.send().read_bytes())
        before = list(parts)
        place = chance.randrange(len(parts))
        match how:
            case "move":
                parts.insert(chance.randrange(len(parts)), parts.pop(place))
            case "repeat":
                parts.insert(place, parts[place])
            case "drop":
                parts.pop(place)
            case "kind":
                parts[place] = (chance.randrange(256), parts[place][1])
        if parts != before:
            refused(b, joined(parts))

    def test_a_bundle_in_a_bundle_is_refused(self) -> None:
        with offices() as (a, b):
            a.note("một")
            whole = a.send().read_bytes()
            parts = parts_of(whole)
            refused(b, joined([parts[0], *parts], a.folder.sign))
            refused(b, joined([*parts, *parts], a.folder.sign))
            refused(b, whole + whole)
            evidence = (Kind.EVIDENCE, hashlib.sha256(whole).digest() + whole)
            refused(b, joined([parts[0], evidence, *parts[1:]], a.folder.sign))

    def test_an_evil_sender_brings_no_file_that_no_change_names(self) -> None:
        with offices() as (a, b):
            a.attach("a.pdf", b"%PDF")
            parts = parts_of(a.send().read_bytes())
            altered = [
                (kind, data[:32] + b"other" if kind == Kind.EVIDENCE else data)
                for kind, data in parts
            ]
            refused(b, joined(altered, a.folder.sign))


class TestForging:
    def test_nobody_adds_to_the_chain_of_another(self) -> None:
        with offices(3) as (a, b, evil):
            real = a.note("một")
            evil.receive(a.send())
            b.receive(a.send())
            parts = with_manifest(parts_of(evil.send().read_bytes()), changes=2)
            wrong = msgspec.structs.replace(
                real, seq=2, prev=real.id, clock=2, replaces=(real.id,), body={"value": "giả"}
            )
            forgery = (Kind.CHANGE, bytes.fromhex(seal(wrong).id) + encode(wrong))
            refused(b, joined([*parts[:-1], forgery, parts[-1]], evil.folder.sign), "signed")

    def test_nobody_signs_for_another(self) -> None:
        with offices(3) as (a, b, evil):
            real = a.note("một")
            evil.receive(a.send())
            b.receive(a.send())
            evil.note("hai")
            parts = parts_of(evil.send().read_bytes())
            tip = Tip(a.ledger.writer, real.seq, real.id)
            head = write_head(sign_head(real.agreement, tip, evil.folder.sign))
            altered = [(kind, head if kind == Kind.HEAD else data) for kind, data in parts]
            refused(b, joined(altered, evil.folder.sign))

    def test_who_signs_the_bundle_of_another_anew_is_a_stranger(self) -> None:
        with offices() as (a, b):
            a.note("một")
            b.receive(a.send())
            a.note("hai")
            path = b.home / "forged.agx"
            writer = bytes(KEY.verify_key).hex()
            parts = with_manifest(parts_of(a.send().read_bytes()), writer=writer)
            path.write_bytes(joined(parts, signature))
            assert [partner.writer for partner in b.examine(path).strangers] == [writer]

    def test_a_bundle_is_what_it_was_when_it_was_looked_at(self) -> None:
        with offices() as (a, b):
            a.note("một")
            path = a.send().rename(a.home / "first.agx")
            a.note("hai")
            later = a.send().read_bytes()
            before = b.state()
            with Bundle(path) as bundle:
                findings = examine(bundle, b.folder, b.ledger)
                path.write_bytes(later)
                with pytest.raises(BundleError):
                    take(bundle, b.folder, b.ledger, findings, findings.strangers, NOW)
            assert b.state() == before


class TestMemory:
    def test_it_does_not_grow_with_what_is_written_and_read(self) -> None:
        with offices() as (a, b):
            a.attach("a.pdf", bytes(40 << 20))
            tracemalloc.start()
            path = a.send(passphrase="trời xanh")
            _now, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            assert most < 12 << 20
            with Bundle(path, "trời xanh") as bundle:
                tracemalloc.start()
                check(bundle.records(), a.ledger.agreement.id)
                _now, most = tracemalloc.get_traced_memory()
                tracemalloc.stop()
            assert most < 12 << 20
            b.receive(path, "trời xanh")

    @pytest.mark.parametrize("kind", list(Kind))
    def test_no_length_is_believed(self, pair: tuple[Office, Office], kind: Kind) -> None:
        a, b = pair
        parts = parts_of(a.send().read_bytes())
        place = [number for number, _data in parts].index(kind)
        whole = joined(parts[:place]) + bytes([kind]) + (1 << 62).to_bytes(8) + b"x" * 1000
        refused(b, whole)


class TestSealing:
    @pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
    def test_what_goes_in_comes_out(self, size: int) -> None:
        content = random.Random(size).randbytes(size)
        assert opened(sealed(content)) == content

    @pytest.mark.parametrize("how", ["swap", "drop first", "drop last", "repeat", "cut", "grow"])
    def test_chunks_cannot_be_moved_or_left_out(self, how: str) -> None:
        whole = sealed(bytes(3 * CHUNK))
        start, size = len(whole) - 3 * (CHUNK + 16), CHUNK + 16
        head, body = whole[:start], whole[start:]
        one, two, three = (body[n * size : (n + 1) * size] for n in range(3))
        altered = {
            "swap": two + one + three,
            "drop first": two + three,
            "drop last": one + two,
            "repeat": one + one + two + three,
            "cut": body[:-1],
            "grow": body + b"\0",
        }[how]
        with pytest.raises(BundleError):
            opened(head + altered)

    @pytest.mark.parametrize(("passes", "memory"), [(0, 1 << 20), (1 << 31, 1 << 20), (1, 1 << 31)])
    def test_a_header_cannot_ask_for_all_memory_or_time(self, passes: int, memory: int) -> None:
        whole = bytearray(sealed(b"x"))
        whole[26:34] = passes.to_bytes(4) + memory.to_bytes(4)
        with pytest.raises(BundleError):
            opened(bytes(whole))


def sealed(content: bytes) -> bytes:
    file = BytesIO()
    sink, finish = start_writing(file, "trời xanh")
    sink.write(content)
    finish()
    return file.getvalue()


def opened(data: bytes) -> bytes:
    return start_reading(BytesIO(data), "trời xanh")().read(len(data))
