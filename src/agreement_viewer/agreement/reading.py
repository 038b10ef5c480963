"""Reading a programme's file: bytes in, a checked agreement out, or one sentence why not."""

import tomllib
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from agreement_viewer.agreement.faults import check_refusal, refusal, toml_refusal
from agreement_viewer.agreement.filling import agreement_of
from agreement_viewer.agreement.form import AgreementForm
from agreement_viewer.agreement.model import Agreement
from agreement_viewer.i18n import translate

LARGEST_FILE: Final = 1_000_000
"""Bytes; the first programme needs some 14,000."""


def read_agreement(data: bytes, name: str) -> Agreement:
    """The agreement in the TOML file `data`, every text in NFC.

    `name` is how the file is called in the `AgreementError` that tells the first fault found.
    """
    if len(data) > LARGEST_FILE:
        raise refusal(name, translate("Agreement", "a file of at most 1 MB is expected"))
    try:
        form = msgspec.convert(_composed(_tables(data, name)), AgreementForm)
    except msgspec.ValidationError as error:
        raise check_refusal(name, error) from error
    except RecursionError as error:
        fault = translate("Agreement", "tables and lists nested less deeply are expected")
        raise refusal(name, fault) from error
    agreement = agreement_of(form)
    _check_ids(agreement, name)
    _check_citations(agreement, name)
    return agreement


def _tables(data: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise refusal(name, translate("Agreement", "text in UTF-8 is expected")) from error
    except ValueError as error:
        raise toml_refusal(name, error) from error


def _composed(value: Any) -> Any:
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case list():
            return [_composed(entry) for entry in value]
        case dict():
            return {key: _composed(entry) for key, entry in value.items()}
    return value


def _check_ids(agreement: Agreement, name: str) -> None:
    for ids in (_party_ids(agreement), _item_ids(agreement)):
        places: dict[str, str] = {}
        for place, id_ in ids:
            if id_ in places:
                fault = translate(
                    "Agreement",
                    "an id of its own is expected, “{id}” being used at {place}",
                    id=id_,
                    place=places[id_],
                )
                raise refusal(name, fault, place)
            places[id_] = place


def _party_ids(agreement: Agreement) -> Iterator[tuple[str, str]]:
    for index, party in enumerate(agreement.parties):
        yield f"parties[{index}].id", party.id


def _item_ids(agreement: Agreement) -> Iterator[tuple[str, str]]:
    for group_index, group in enumerate(agreement.groups):
        for index, item in enumerate(group.items):
            yield f"groups[{group_index}].items[{index}].id", item.id


def _check_citations(agreement: Agreement, name: str) -> None:
    for index, document in enumerate(agreement.documents):
        if agreement.item(document.cited_in) is None:
            fault = translate(
                "Agreement",
                "the id of an item is expected, not “{id}”",
                id=document.cited_in,
            )
            raise refusal(name, fault, f"documents[{index}].cited_in")
