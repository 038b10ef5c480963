"""A programme's file that cannot be used: one sentence with the place and what was expected."""

import re
import tomllib
from typing import Final

import msgspec

from agreement_viewer.agreement.explaining import explained
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate

_TOML_PLACE: Final = re.compile(r"\(at line (\d+), column (\d+)\)\Z")
_CHECKED: Final = re.compile(r"(.*?)(?: - at `\$\.?([^`]*)`)?", re.DOTALL)


class AgreementError(UserError):
    """A file that is no programme; nothing was opened, and the program goes on as it was."""


def refusal(file: str, fault: str, place: str = "") -> AgreementError:
    """The error for `fault`, a translated clause, at `place` or in the file as a whole."""
    if not place:
        return AgreementError(
            translate("Agreement", "{file} was not opened: {fault}.", file=file, fault=fault)
        )
    return AgreementError(
        translate(
            "Agreement",
            "{file} was not opened: at {place}, {fault}.",
            file=file,
            place=place,
            fault=fault,
        )
    )


def toml_refusal(file: str, error: ValueError) -> AgreementError:
    """The error for text that is not TOML, with line and column where the parser tells them."""
    fault = translate(
        "Agreement",
        'TOML is expected: name = "text", [table] or [[list of tables]], no name twice',
    )
    if found := _TOML_PLACE.search(str(error)):
        line, column = found.groups()
        place = translate("Agreement", "line {line}, column {column}", line=line, column=column)
        return refusal(file, fault, place)
    if isinstance(error, tomllib.TOMLDecodeError):
        return refusal(file, fault, translate("Agreement", "the end of the file"))
    return refusal(file, fault)


def check_refusal(file: str, error: msgspec.ValidationError) -> AgreementError:
    """The error for TOML that is no programme; its place reads as `groups[0].items[2].text`."""
    found = _CHECKED.fullmatch(str(error))
    message, place = found.groups("") if found else ("", "")
    return refusal(file, explained(message), place)
