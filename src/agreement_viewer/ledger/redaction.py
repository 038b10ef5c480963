"""Redacting: a state secret typed by mistake is taken out of a change, and a change says so.

The one exception to "nothing is overwritten". What is left of the change is its envelope: who,
when, on what, in place of what; and in its body the ids that counting and undo go by. Its own id
stays, so that chains, cuts and replacings hold. The redaction names the change as what it
replaces, and states the digest of what is left: that can be checked, for the id no longer can.
"""

import hashlib
from collections.abc import Iterable
from typing import Final

import msgspec

from agreement_viewer.ledger.change import (
    CREATE,
    PRINT,
    REDACT,
    SET,
    Change,
    canonical,
    encode,
    is_id,
)
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import COMPLETED_ON, REDACTION, STATUS, WITHDRAWN

_LEFT: Final = "left"
_WORDLESS_KINDS: Final = (CREATE, PRINT)
_WORDLESS_FIELDS: Final = (STATUS, COMPLETED_ON, WITHDRAWN, "issued_on")


def may_redact(change: Change) -> bool:
    """Whether it holds words, or the name of a file, that can be taken out."""
    wordless = change.kind in _WORDLESS_KINDS or change.field in _WORDLESS_FIELDS
    return not (wordless or change.redacted or not change.body)


def to_redact(changes: Iterable[Change], history: Iterable[Change]) -> list[Change]:
    """`changes`, and what else gives one of their fields the same value: restored, typed twice.

    Of `history`, which holds them all; what says nothing (any more) is left out.
    """
    said = {_said(change) for change in changes}
    return [change for change in history if may_redact(change) and _said(change) in said]


def redact(changes: Iterable[Change], reason: str) -> list[Edit]:
    """The edits that record the redaction of `changes`; the store then blanks them."""
    return [
        Edit(
            REDACT,
            change.item,
            REDACTION,
            {"reason": reason, _LEFT: digest_of(left_of(change))},
            (change.id,),
        )
        for change in changes
    ]


def left_of(change: Change) -> Change:
    """What is left of `change` once it is redacted; the same on every copy."""
    names = {"restores": change.restores, _LEFT: _left(change), "saw": list(change.saw)}
    body = {name: value for name, value in names.items() if value}
    return msgspec.structs.replace(change, body=body, redacted=True)


def redacted_by(redaction: Change) -> str:
    """The id of the change that `redaction` names."""
    return redaction.replaces[0] if redaction.replaces else ""


def vouches(redaction: Change, left: Change) -> bool:
    """Whether `left` is what `redaction` says was left of the change that it names."""
    return redacted_by(redaction) == left.id and _left(redaction) == digest_of(left)


def digest_of(left: Change) -> str:
    """The SHA-256, in hex, of what is left of a change."""
    return hashlib.sha256(encode(left)).hexdigest()


def _said(change: Change) -> tuple[str, str, str, bytes]:
    told = canonical(change.value if change.kind == SET else change.id)
    return change.kind, change.item, change.field, told


def _left(change: Change) -> str | None:
    stated = change.body.get(_LEFT)
    return stated if change.kind == REDACT and is_id(stated) else None
