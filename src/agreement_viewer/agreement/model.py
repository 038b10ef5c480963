"""The agreement as the rest of the program sees it: frozen, complete, every text in NFC."""

import datetime
from typing import Final

from msgspec import Struct

from agreement_viewer.agreement.values import Id, Line, Lines, Year

SAME_WORDING: Final = "published wording equal to the proofread one"
YEARS_REVERSED: Final = "first year after the last"


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """A proofread text and, only where it differs, the text exactly as it was published."""

    text: Line
    published: Line | None = None

    def __post_init__(self) -> None:
        if self.published == self.text:
            raise ValueError(SAME_WORDING)

    @property
    def as_published(self) -> str:
        """What was actually published, slips of the pen included."""
        return self.text if self.published is None else self.published


class Years(Struct, frozen=True, forbid_unknown_fields=True):
    """The years that the programme covers, both included."""

    first: Year
    last: Year

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(YEARS_REVERSED)


class Party(Struct, frozen=True, forbid_unknown_fields=True):
    """An agency that signed; the ledger records `id` as the unit of its officers."""

    id: Id
    name: Line
    short: Line


class Event(Struct, frozen=True):
    """The signing: `date` is for reckoning, `time` is how the source words it."""

    title: Wording
    date: datetime.date
    time: str
    place: Wording


class Participant(Struct, frozen=True):
    """Somebody whom the source names, with every office it gives them."""

    honorific: str
    name: str
    offices: tuple[Wording, ...]


class Item(Struct, frozen=True):
    """One thing agreed or directed, whose doing is followed; `id` stays for ever.

    `number` is its position in its group, from 1; `title` is its wording, shortened for lists
    where that is too long.
    """

    id: str
    number: int
    title: str
    text: Wording


class Group(Struct, frozen=True):
    """Items that belong together, with the words that introduced them and who gave them."""

    kind: str
    title: str
    given_by: Wording | None
    introduction: Wording | None
    items: tuple[Item, ...]


class CitedDocument(Struct, frozen=True):
    """A document that item `cited_in` names; `date` is None where the source gives none."""

    kind: str
    number: str
    date: datetime.date | None
    issuer: str
    subject: Wording
    cited_in: str


class Photos(Struct, frozen=True):
    """The captions of the source's photos in its order, and the heading above them."""

    heading: Wording
    captions: tuple[Wording, ...]


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where all of this was published; `article` is the whole text, word for word."""

    title: Line
    publisher: Line
    article: Lines
    author: Line | None = None


class Agreement(Struct, frozen=True):
    """A signed programme of co-operation."""

    id: str
    title: Wording
    short_title: str
    years: Years
    parties: tuple[Party, ...]
    purpose: Wording
    event: Event
    participants: tuple[Participant, ...]
    attendees: tuple[Wording, ...]
    groups: tuple[Group, ...]
    documents: tuple[CitedDocument, ...]
    photos: Photos | None
    source: Source

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all groups, in the order of the file."""
        return tuple(item for group in self.groups for item in group.items)

    def item(self, item_id: str) -> Item | None:
        """The item with this id, or None: a ledger may speak of items that a file has lost."""
        return next((item for item in self.items if item.id == item_id), None)

    def group_of(self, item_id: str) -> Group | None:
        """The group that holds this item."""
        return next(
            (group for group in self.groups if item_id in {item.id for item in group.items}), None
        )

    def party(self, party_id: str) -> Party | None:
        """The party with this id."""
        return next((party for party in self.parties if party.id == party_id), None)
