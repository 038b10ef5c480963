"""The fingerprint of a report's figures, and the short code that stands for it on paper.

Equal figures give the same code on every copy: who reports, when it was made and the officer's own
texts are no part of it. The tree's structs leave out defaults, so that a field that a later version
adds with one leaves the codes of what lacks it as they were.
"""

import datetime
import hashlib
import re
from typing import Any, Final

import msgspec

from agreement_viewer.ledger.change import canonical
from agreement_viewer.report.tree import Report

_FIGURES: Final = ("programme", "signed_on", "today", "groups", "period", "before")
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are read or heard as others."""
_LENGTH: Final = 12
_BITS: Final = 5
_READ_AS: Final = str.maketrans("OIL", "011")


def figures_digest(report: Report) -> str:
    """SHA-256, in hex, of all that `report` states, whatever zone its clock is in."""
    stated = {name: getattr(report, name) for name in _FIGURES}
    figures = _in_utc(msgspec.to_builtins(stated, builtin_types=(datetime.datetime,)))
    return hashlib.sha256(canonical(figures)).hexdigest()


def code_of(digest: str) -> str:
    """The first 60 bits of a digest, to be typed from paper: "7K2M-Q9XD-04TB"."""
    bits = int(digest, 16) >> (256 - _LENGTH * _BITS)
    letters = [_LETTERS[bits >> _BITS * place & 31] for place in reversed(range(_LENGTH))]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, _LENGTH, 4))


def read_code(text: str) -> str | None:
    """A code as typed, in any case and spacing, O read as 0, I and L as 1; None if it is none."""
    letters = re.sub(r"[\s\-–]", "", text).upper().translate(_READ_AS)
    if len(letters) != _LENGTH or not set(letters) <= set(_LETTERS):
        return None
    return "-".join(letters[start : start + 4] for start in range(0, _LENGTH, 4))


def _in_utc(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _in_utc(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_in_utc(inner) for inner in value]
    return (
        value.astimezone(datetime.UTC).isoformat()
        if isinstance(value, datetime.datetime)
        else value
    )
