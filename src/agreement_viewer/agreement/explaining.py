"""msgspec's messages in the user's language: what was expected where a file did not pass.

msgspec tells a fault only as an English message. One that is not known here, after an upgrade
say, still gets a sentence, only a less telling one.
"""

import re
from typing import Final

from agreement_viewer.agreement.model import SAME_WORDING, YEARS_REVERSED
from agreement_viewer.agreement.values import ID_PATTERN, LINE_PATTERN, LINES_PATTERN
from agreement_viewer.i18n import translate

_FIELD: Final = re.compile(r"Object (missing required|contains unknown) field `(.*)`", re.DOTALL)
_TYPE: Final = re.compile(r"Expected `([a-z |]+)`, got `\w+`")
_LONGEST_NAME: Final = 40


def explained(message: str) -> str:
    """The translated clause for a message of msgspec's, without its place."""
    if found := _FIELD.fullmatch(message):
        return _field_fault(found[2], missing=found[1] == "missing required")
    if found := _TYPE.fullmatch(message):
        return _type_fault(frozenset(found[1].split(" | ")) - {"null"})
    return _value_fault(message)


def _field_fault(name: str, *, missing: bool) -> str:
    shown = "".join(sign if sign.isprintable() else "?" for sign in name[:_LONGEST_NAME])
    if missing:
        return translate("Agreement", "the field “{field}” is expected and missing", field=shown)
    return translate("Agreement", "no field “{field}” is expected", field=shown)


def _type_fault(types: frozenset[str]) -> str:
    if types == {"str", "object"}:
        return translate("Agreement", "a text, or a table of “text” and “published”, is expected")
    if types == {"str"}:
        return translate("Agreement", "a text is expected")
    if types == {"int"}:
        return translate("Agreement", "a whole number is expected")
    if types == {"date"}:
        return translate("Agreement", "a date such as 2025-12-31 is expected")
    if types == {"array"}:
        return translate("Agreement", "a list is expected")
    if types == {"object"}:
        return translate("Agreement", "a table is expected")
    return translate("Agreement", "another value is expected")


def _value_fault(message: str) -> str:
    if message == SAME_WORDING:
        return translate("Agreement", "“published” is expected only where it differs from “text”")
    if message == YEARS_REVERSED:
        return translate("Agreement", "a first year not after the last is expected")
    if repr(ID_PATTERN) in message:
        return translate(
            "Agreement",
            "an id of a–z, 0–9 and, not first, hyphens is expected: 64 at most, no SHA-256 code",
        )
    if repr(LINE_PATTERN) in message:
        return translate(
            "Agreement",
            "a text is expected in one line, not empty and without control characters",
        )
    if repr(LINES_PATTERN) in message:
        return translate(
            "Agreement",
            "a text is expected, not empty and without control characters but line breaks",
        )
    if message.startswith("Expected `array` of length"):
        return translate("Agreement", "a list with at least one entry is expected")
    if message.startswith("Expected `int`"):
        return translate("Agreement", "a year from 1 to 9999 is expected")
    if message.startswith("Invalid RFC3339"):
        return translate("Agreement", "a date such as 2025-12-31 is expected")
    return translate("Agreement", "another value is expected")
