"""Whatever a file holds, reading it gives a whole agreement or one sentence, and nothing else."""

import datetime
import json
import tomllib
import unicodedata
from typing import Any, Final

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from agreement_viewer.agreement import Agreement, AgreementError, read_agreement
from agreement_viewer.resources import resource

WHOLE: Final = resource("agreements", "can-tho-2021-2025.toml").read_bytes()


def check(data: bytes) -> None:
    """Read `data`, and hold what comes of it to what is promised."""
    try:
        agreement = read_agreement(data, "a.toml")
    except AgreementError as error:
        check_sentence(str(error))
    else:
        check_agreement(agreement)


def check_sentence(sentence: str) -> None:
    assert sentence.startswith("a.toml was not opened: ")
    assert sentence.isprintable()


def check_agreement(agreement: Agreement) -> None:
    ids = [item.id for item in agreement.items]
    assert len(set(ids)) == len(ids) > 0
    assert {document.cited_in for document in agreement.documents} <= set(ids)
    assert unicodedata.is_normalized("NFC", msgspec.json.encode(agreement).decode())


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    check(data)


@given(st.text(alphabet="abid.=[]{}\"'\\u0+-_:#,\n 129T\u0301"))
def test_any_text_of_the_shape_of_toml(text: str) -> None:
    check(text.encode())


@given(
    start=st.integers(0, len(WHOLE)),
    length=st.integers(0, 200),
    instead=st.binary(max_size=20) | st.sampled_from([b"\n", b'"', b"[", b"[[groups]]\n", b"\\u0"]),
)
def test_a_whole_programme_with_some_bytes_replaced(
    start: int, length: int, instead: bytes
) -> None:
    check(WHOLE[:start] + instead + WHOLE[start + length :])


SCALARS: Final = (
    st.text(max_size=8)
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.from_regex(r"\A[0-9a-f]{64}\Z")
    | st.sampled_from(["area-1", "area-9", "skhcn", "", "cafe\u0301", "\u2028", "\ud7ff\uffff"])
)
KEYS: Final = st.text(max_size=5) | st.sampled_from(["text", "published", "number", "id"])
VALUES: Final = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


@given(st.data())
def test_a_whole_programme_with_one_value_changed_dropped_or_added(data: st.DataObject) -> None:
    tables = tomllib.loads(WHOLE.decode())
    nodes = list(containers(tables))
    node = data.draw(st.sampled_from(nodes))
    if isinstance(node, list):
        at = data.draw(st.integers(0, len(node) - 1))
        node[at : at + data.draw(st.integers(0, 1))] = data.draw(st.lists(VALUES, max_size=1))
    else:
        key = data.draw(st.sampled_from(sorted(node)) | KEYS)
        node.pop(key, None)
        node.update(data.draw(st.dictionaries(st.just(key), VALUES, max_size=1)))
    check(toml(tables).encode())


def test_the_programme_itself_survives_the_rewriting_of_these_tests() -> None:
    rewritten = toml(tomllib.loads(WHOLE.decode())).encode()

    assert read_agreement(rewritten, "a.toml") == read_agreement(WHOLE, "a.toml")


def containers(value: Any) -> list[Any]:
    """Every table and list in `value` that holds something, itself included."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] * bool(inner) + [found for entry in inner for found in containers(entry)]


def toml(tables: dict[str, Any]) -> str:
    """`tables` as TOML, every table below the first written inline."""
    return "".join(f"{quoted(key)} = {inline(value)}\n" for key, value in tables.items())


def inline(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return quoted(value)
        case datetime.date() | datetime.time():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(inline, value))}]"
        case dict():
            entries = (f"{quoted(key)} = {inline(entry)}" for key, entry in value.items())
            return f"{{{', '.join(entries)}}}"
    return str(value)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
