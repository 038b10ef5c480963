"""One change of the ledger: who, when, on what, in place of what; and its canonical bytes.

The `id` is the SHA-256 of the canonical bytes of all the rest, so that a change that was altered,
removed or moved is found by recomputing. Bytes are stored and exchanged as they are.
"""

import hashlib
import re
import unicodedata
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta, Struct

MAX_BYTES: Final = 4 << 20
MAX_DEPTH: Final = 8
MAX_INTEGER: Final = (1 << 63) - 1

Id = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Count = Annotated[int, Meta(ge=1, le=MAX_INTEGER)]
Name = Annotated[str, Meta(pattern=r"\A[a-z0-9][a-z0-9_-]{0,63}\Z")]
Instant = Annotated[str, Meta(pattern=r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\Z")]

CREATE: Final = "create"
SET: Final = "set"
CLOSE: Final = "close"
PRINT: Final = "print"
REDACT: Final = "redact"


class ChangeError(Exception):
    """Bytes that are not a change; the text names the reason for `verify` and for imports."""


class By(Struct, frozen=True, forbid_unknown_fields=True):
    """The officer as he or she was known then: full name, and the agency's id in the agreement."""

    name: str
    unit: str


class Change(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A sealed change. `at` is UTC with milliseconds; `clock` orders, `at` only tells.

    `id` is empty while the bytes are made and read, which keeps it out of what it is the hash of.
    Of a redacted change only the envelope is left (redaction.py): its id, which what is left no
    longer hashes to, is told by whoever kept it.
    """

    writer: Id
    seq: Count
    prev: Id | None
    clock: Count
    at: Instant
    by: By
    agreement: Name
    kind: Name
    item: Name
    field: Name
    replaces: tuple[Id, ...]
    body: dict[str, Any]
    redacted: bool = False
    id: str = ""

    @property
    def value(self) -> Any:
        """The value that a `set` gives its field; None where the field was emptied."""
        return self.body.get("value")

    @property
    def restores(self) -> str | None:
        """The id of the change whose value this one brings back."""
        named = self.body.get("restores")
        return named if is_id(named) else None

    @property
    def saw(self) -> tuple[str, ...]:
        """The heads that the officer who withdrew a thing had seen of it."""
        named = self.body.get("saw", ())
        return tuple(filter(is_id, named)) if isinstance(named, list | tuple) else ()

    @property
    def order(self) -> tuple[int, str]:
        """The key that every copy sorts by alike."""
        return self.clock, self.id


_ID: Final = re.compile("[0-9a-f]{64}")
_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(Change)


def is_id(value: object) -> bool:
    """Whether `value` has the form of a change's id."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def canonical(value: object) -> bytes:
    """UTF-8 JSON with sorted keys and no spaces: equal values have equal bytes."""
    return _encoder.encode(value)


def encode(change: Change) -> bytes:
    """The canonical bytes of all of `change` but its id."""
    return _encoder.encode(msgspec.structs.replace(change, id=""))


def seal(change: Change) -> Change:
    """`change` with its id; refuses (ChangeError) what `decode` would refuse."""
    return decode(encode(change))


def decode(data: bytes) -> Change:
    """The change whose canonical bytes are `data`. Raises ChangeError; meaning is not judged.

    What is left of a redacted change comes without its id.
    """
    if len(data) > MAX_BYTES:
        raise ChangeError("larger than 4 MiB")
    try:
        change = _decoder.decode(data)
        again = _encoder.encode(change)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
        raise ChangeError(str(fault)) from fault
    if change.id or again != data:
        raise ChangeError("not in canonical form")
    _check_chain_start(change)
    _check_text(change.by.name)
    _check_text(change.by.unit)
    _check_value(change.body, MAX_DEPTH)
    if change.redacted:
        return change
    return msgspec.structs.replace(change, id=hashlib.sha256(data).hexdigest())


def _check_chain_start(change: Change) -> None:
    if (change.prev is None) != (change.seq == 1):
        raise ChangeError("only a writer's first change has no predecessor")
    if list(change.replaces) != sorted(set(change.replaces)):
        raise ChangeError("replaced changes are not sorted")


def _check_text(text: str) -> None:
    if not unicodedata.is_normalized("NFC", text):
        raise ChangeError("text is not in NFC")


def _check_value(value: object, depth: int) -> None:
    """Strings in NFC, integers within 63 bits, no floats, at most `depth` levels."""
    match value:
        case None | bool():
            return
        case str():
            _check_text(value)
        case int():
            if abs(value) > MAX_INTEGER:
                raise ChangeError("integer beyond 63 bits")
        case dict() | list() if depth == 0:
            raise ChangeError("nested too deeply")
        case dict():
            for key, inner in value.items():
                _check_text(key)
                _check_value(inner, depth - 1)
        case list():
            for inner in value:
                _check_value(inner, depth - 1)
        case _:
            raise ChangeError(f"a value of type {type(value).__name__}")
