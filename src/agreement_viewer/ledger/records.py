"""What an office records for its reports: a profile and texts of its own.

They are changes like any other, on reserved items: never overwritten, part of every exchange.
"""

from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from agreement_viewer.agreement import Agreement
from agreement_viewer.ledger.checklist import Cell
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import PROFILE, TEXTS
from agreement_viewer.ledger.fold import Heads

_NO_PARTY: Final = "no_party"
"""The field of an office that is of none of the agreement's parties."""


class Margins(Struct, frozen=True, forbid_unknown_fields=True):
    """Of the portrait page, in whole millimetres, within the bands of Nghị định 30/2020/NĐ-CP."""

    top: Annotated[int, Meta(ge=20, le=25)] = 20
    bottom: Annotated[int, Meta(ge=20, le=25)] = 20
    left: Annotated[int, Meta(ge=30, le=35)] = 30
    right: Annotated[int, Meta(ge=15, le=20)] = 15


class Profile(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What an agency's reports say of itself. Empty parts are left out of the paper."""

    governing: str = ""
    issuing: str = ""
    place: str = ""
    suffix: str = ""
    """What follows "BC-" in the report's number."""
    addressee: str = ""
    """After "Kính gửi": only where the report goes to a superior body."""
    grounds: tuple[str, ...] = ()
    authority: str = ""
    """For whom is signed, such as "KT. GIÁM ĐỐC"."""
    office: str = ""
    signer: str = ""
    recipients: tuple[str, ...] = ()
    margins: Margins = Margins()


class OwnTexts(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the officer adds to the report's parts I, III, IV and V; paragraphs by line breaks."""

    direction: str = ""
    assessment: str = ""
    plan: str = ""
    proposals: str = ""


def profile_of(heads: Heads, agreement: Agreement, unit: str) -> Profile:
    """The profile that the agency `unit` reports under; until one is recorded, just its name."""
    party = agreement.party(unit)
    empty = Profile(issuing=party.name if party else unit)
    return _cell(heads, PROFILE, agreement, unit).read(Profile) or empty


def texts_of(heads: Heads, agreement: Agreement, unit: str) -> OwnTexts:
    """The texts that the agency `unit` last gave its reports."""
    return _cell(heads, TEXTS, agreement, unit).read(OwnTexts) or OwnTexts()


def record_profile(
    heads: Heads, agreement: Agreement, unit: str, profile: Profile, texts: OwnTexts
) -> list[Edit]:
    """Record both for the agency `unit`, as far as they differ from what holds now."""
    wanted = (
        (PROFILE, profile, profile_of(heads, agreement, unit)),
        (TEXTS, texts, texts_of(heads, agreement, unit)),
    )
    edits = []
    for item, value, now in wanted:
        cell = _cell(heads, item, agreement, unit)
        if cell.is_difference or value != now:
            body = msgspec.to_builtins(value)
            edits.append(Edit.set(item, _field(agreement, unit), body, cell.ids))
    return edits


def _cell(heads: Heads, item: str, agreement: Agreement, unit: str) -> Cell:
    return Cell(heads.of(item, _field(agreement, unit)))


def _field(agreement: Agreement, unit: str) -> str:
    return unit if agreement.party(unit) else _NO_PARTY
