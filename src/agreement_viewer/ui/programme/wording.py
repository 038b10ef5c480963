"""Where the wording shown differs from the published one, and in which words. No Qt in here."""

import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple

from agreement_viewer.agreement import Agreement, Group, Wording
from agreement_viewer.i18n import translate


class Proofreading(NamedTuple):
    """A text that was corrected, and the words for the place where it stands."""

    place: str
    wording: Wording


def proofreadings(agreement: Agreement) -> list[Proofreading]:
    """Every text of the agreement whose published wording differs, in the order of reading."""
    return [found for found in _texts(agreement) if found.wording.published is not None]


def _texts(agreement: Agreement) -> Iterator[Proofreading]:
    event = translate("Programme", "The signing")
    yield Proofreading(translate("Programme", "Title"), agreement.title)
    yield Proofreading(event, agreement.event.title)
    yield Proofreading(event, agreement.event.place)
    yield Proofreading(translate("Programme", "Purpose"), agreement.purpose)
    for person in agreement.participants:
        for office in person.offices:
            yield Proofreading(f"{person.honorific} {person.name}", office)
    for people in agreement.attendees:
        yield Proofreading(translate("Programme", "Participants"), people)
    for group in agreement.groups:
        yield from _group_texts(group)
    for document in agreement.documents:
        yield Proofreading(document.number, document.subject)
    if agreement.photos:
        photos = translate("Programme", "Photos")
        yield Proofreading(photos, agreement.photos.heading)
        for number, caption in enumerate(agreement.photos.captions, start=1):
            yield Proofreading(f"{photos} · {number}", caption)


def _group_texts(group: Group) -> Iterator[Proofreading]:
    if group.introduction:
        yield Proofreading(group.title, group.introduction)
    if group.given_by:
        yield Proofreading(group.title, group.given_by)
    for item in group.items:
        yield Proofreading(f"{group.title} · {item.number}", item.text)


def marked(text: str, other: str) -> Iterator[tuple[str, bool]]:
    """`text` in pieces that join to it, each with whether `other` words that place otherwise."""
    words, others = (re.findall(r"\s*\S+|\s+", side) for side in (text, other))
    matcher = difflib.SequenceMatcher(
        None, [word.strip() for word in words], [word.strip() for word in others], autojunk=False
    )
    for kind, start, end, _, _ in matcher.get_opcodes():
        piece = "".join(words[start:end])
        bare = piece.lstrip() if kind != "equal" else ""
        if gap := piece.removesuffix(bare):
            yield gap, False
        if bare:
            yield bare, True
