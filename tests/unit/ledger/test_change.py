"""A change's bytes: canonical, bounded, refused when altered in any way."""

import contextlib
import hashlib
import unicodedata
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement_viewer.ledger.change import By, Change, ChangeError, decode, encode, seal

WRITER = "ab" * 32


def make(**changed: Any) -> Change:
    values: dict[str, Any] = {
        "writer": WRITER,
        "seq": 1,
        "prev": None,
        "clock": 1,
        "at": "2025-11-20T07:05:00.000Z",
        "by": By("Cán bộ A", "skhcn"),
        "agreement": "can-tho-2021-2025",
        "kind": "set",
        "item": "area-2",
        "field": "note",
        "replaces": (),
        "body": {"value": "Đã họp"},
    }
    return Change(**(values | changed))


nfc_text = st.text(st.characters(exclude_categories=["Cs"])).map(
    lambda text: unicodedata.normalize("NFC", text)
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63) + 1, 2**63 - 1) | nfc_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(nfc_text, inner, max_size=3),
    max_leaves=8,
).filter(lambda value: _depth(value) < 7)


def _depth(value: object) -> int:
    inner = list(value.values()) if isinstance(value, dict) else value
    return 1 + max(map(_depth, inner), default=0) if isinstance(inner, list) else 0


@given(json_values)
def test_the_id_is_the_hash_of_bytes_that_read_back(value: object) -> None:
    change = seal(make(body={"value": value}))
    data = encode(change)
    assert change.id == hashlib.sha256(data).hexdigest()
    assert decode(data) == change
    assert b'"id"' not in data[:6]


@given(st.data())
def test_any_altered_byte_is_noticed(data: st.DataObject) -> None:
    change = seal(make())
    original = encode(change)
    place = data.draw(st.integers(0, len(original) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda b: b != original[place]))
    altered = original[:place] + bytes([byte]) + original[place + 1 :]
    with contextlib.suppress(ChangeError):
        assert decode(altered).id != change.id


@given(st.binary(max_size=300))
def test_foreign_bytes_are_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(ChangeError, match=r"."):
        decode(data)


@pytest.mark.parametrize(
    "changed",
    [
        {"writer": "AB" * 32},
        {"writer": WRITER + "\n"},
        {"seq": 0},
        {"seq": 2},
        {"prev": "cd" * 32},
        {"clock": 2**63},
        {"prev": "", "seq": 2},
        {"clock": 0},
        {"at": "2025-11-20T07:05:00Z"},
        {"at": "2025-11-20T07:05:00.00٣Z"},
        {"agreement": "../x"},
        {"item": ""},
        {"kind": "Set"},
        {"field": "note\n"},
        {"replaces": ("a" * 63,)},
        {"replaces": ("b" * 64, "a" * 64)},
        {"replaces": ("a" * 64, "a" * 64)},
        {"by": By("Ca\u0301n bộ", "skhcn")},
        {"body": {"value": 1.5}},
        {"body": {"value": 2**63}},
        {"body": {"value": "e\u0302"}},
        {"body": {"e\u0302": 1}},
        {"body": {"value": [[[[[[[[1]]]]]]]]}},
        {"id": "ab" * 32},
    ],
    ids=str,
)
def test_what_no_honest_copy_writes_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ChangeError):
        decode(msgspec.json.encode(make(**changed), order="sorted"))


@pytest.mark.parametrize(
    "changed",
    [
        {"by": By("Ca\u0301n bộ", "skhcn")},
        {"by": By("Cán bộ A", "\ud800")},
        {"body": {"value": 1.5}},
        {"body": {"value": 2**63}},
        {"body": {"value": "e\u0302"}},
        {"body": {"value": "\ud800"}},
        {"body": {"value": "x" * (4 << 20)}},
        {"body": {"value": [[[[[[[[1]]]]]]]]}},
    ],
    ids=lambda changed: f"{changed}"[:40].encode("ascii", "backslashreplace").decode(),
)
def test_words_that_no_copy_could_read_are_not_sealed(changed: dict[str, Any]) -> None:
    with pytest.raises(ChangeError):
        seal(make(**changed))


def test_a_sealed_body_is_as_it_will_be_read() -> None:
    change = seal(make(body={"value": ("một", "hai")}))
    assert change.body == {"value": ["một", "hai"]}
    assert decode(encode(change)) == change


def test_other_orders_and_spaces_are_not_canonical() -> None:
    data = encode(seal(make()))
    for other in (
        msgspec.json.format(data, indent=1),
        msgspec.json.encode(make()),
        data.replace(b"\xc4\x90", b"\\u0110"),
        data.replace(b'"seq":1', b'"seq":1,"seq":1'),
    ):
        with pytest.raises(ChangeError):
            decode(other)


def test_unknown_kinds_and_fields_are_kept() -> None:
    change = seal(make(kind="vote", field="quorum", body={"of": {"x": [1, "y"]}}))
    assert decode(encode(change)).body == {"of": {"x": [1, "y"]}}
    assert change.value is None
