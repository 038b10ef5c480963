"""A record (biên bản) that two sides sign: a sheet with its own head, text and two signatures."""

from collections.abc import Iterable
from typing import NamedTuple

from agreement_viewer.ledger.records import Profile
from agreement_viewer.report import words
from agreement_viewer.report.blocks import Block
from agreement_viewer.report.printable import Texts


class Side(NamedTuple):
    """Who signs: as what, and the name below, empty where it is written by hand."""

    title: str
    name: str


def record_sheet(
    profile: Profile,
    subject: str,
    opening: str,
    blocks: Iterable[Block],
    closing: str,
    sides: tuple[Side, Side],
) -> dict[str, Texts]:
    """The texts of the record that the agency with this profile draws up; its number is blank."""
    return {
        "form": "record",
        "governing": profile.governing,
        "issuing": profile.issuing,
        "number": words.record_number(profile.suffix),
        "day": "",
        "title": "Biên bản",
        "subject": subject,
        "span": "",
        "addressee": "",
        "grounds": [],
        "opening": opening,
        "blocks": list(blocks),
        "closing": closing,
        "sides": [side._asdict() for side in sides],
        "annexes": [],
        "code": "",
    }
