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

_ID: Final = re.compile("[0-9a-f]{64}")
_NAME: Final = re.compile("[a-z0-9][a-z0-9_-]{0,63}")
_INSTANT: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}\.[0-9]{3}Z")

Id = Annotated[str, Meta(pattern=rf"\A{_ID.pattern}\Z")]
Instant = Annotated[str, Meta(pattern=rf"\A{_INSTANT.pattern}\Z")]

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
    What its fields may hold `decode` checks: as patterns of their types they would take four times
    as long as the reading, and opening a ledger is reading.
    Of a redacted change only the envelope is left (redaction.py): its id, which what is left no
    longer hashes to, is told by whoever kept it.
    """

    writer: str
    seq: int
    prev: str | None
    clock: int
    at: str
    by: By
    agreement: str
    kind: str
    item: str
    field: str
    replaces: tuple[str, ...]
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
    return _encoder.encode(msgspec.structs.replace(change, id="") if change.id else change)


def seal(change: Change) -> Change:
    """`change`, made here, with its id, and as it will be read again.

    Refuses (ChangeError) what can be wrong in it: officers' words that `decode` would refuse.
    """
    try:
        data = encode(change)
        again = _decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
        raise ChangeError(str(fault)) from fault
    _check_size(data)
    _check_words(again.by, again.body)
    return msgspec.structs.replace(again, id=hashlib.sha256(data).hexdigest())


def decode(data: bytes) -> Change:
    """The change whose canonical bytes are `data`. Raises ChangeError; meaning is not judged.

    What is left of a redacted change comes without its id.
    """
    _check_size(data)
    try:
        change = _decoder.decode(data)
        again = _encoder.encode(change)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
        raise ChangeError(str(fault)) from fault
    if change.id or again != data:
        raise ChangeError("not in canonical form")
    _check_envelope(change)
    _check_chain_start(change)
    _check_words(change.by, change.body)
    if change.redacted:
        return change
    return msgspec.structs.replace(change, id=hashlib.sha256(data).hexdigest())


def _check_envelope(change: Change) -> None:
    prev = () if change.prev is None else (change.prev,)
    if not all(map(_ID.fullmatch, (change.writer, *prev, *change.replaces))):
        raise ChangeError("an id is not 64 hexadecimal digits")
    if not all(map(_NAME.fullmatch, (change.agreement, change.kind, change.item, change.field))):
        raise ChangeError("a name is not of lower-case letters, digits, - and _")
    if not _INSTANT.fullmatch(change.at):
        raise ChangeError("the moment is not in UTC with milliseconds")
    if not (1 <= change.seq <= MAX_INTEGER and 1 <= change.clock <= MAX_INTEGER):
        raise ChangeError("a count is not within 63 bits")


def _check_size(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise ChangeError("larger than 4 MiB")


def _check_words(by: By, body: object) -> None:
    _check_text(by.name)
    _check_text(by.unit)
    _check_value(body, MAX_DEPTH)


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
