"""The programme's file, table by table, as its writer fills it in.

It differs from the model where a writer is spared something: a text that was published without
a slip is a plain string, items need no number, and a short title only where the text is long.
"""

import datetime
from typing import Annotated

from msgspec import Meta, Struct

from agreement_viewer.agreement.model import Party, Source, Wording, Years
from agreement_viewer.agreement.values import Id, Line

Text = Line | Wording


class EventForm(Struct, forbid_unknown_fields=True):
    """`[event]`"""

    title: Text
    date: datetime.date
    time: Line
    place: Text


class ParticipantForm(Struct, forbid_unknown_fields=True):
    """`[[participants]]`"""

    honorific: Line
    name: Line
    offices: tuple[Text, ...]


class ItemForm(Struct, forbid_unknown_fields=True):
    """`[[groups.items]]`"""

    id: Id
    text: Text
    title: Line | None = None


class GroupForm(Struct, forbid_unknown_fields=True):
    """`[[groups]]`"""

    kind: Id
    title: Line
    items: Annotated[tuple[ItemForm, ...], Meta(min_length=1)]
    given_by: Text | None = None
    introduction: Text | None = None


class CitedDocumentForm(Struct, forbid_unknown_fields=True):
    """`[[documents]]`"""

    kind: Line
    number: Line
    issuer: Line
    subject: Text
    cited_in: Id
    date: datetime.date | None = None


class PhotosForm(Struct, forbid_unknown_fields=True):
    """`[photos]`"""

    heading: Text
    captions: Annotated[tuple[Text, ...], Meta(min_length=1)]


class AgreementForm(Struct, forbid_unknown_fields=True):
    """The whole file."""

    id: Id
    title: Text
    short_title: Line
    purpose: Text
    years: Years
    parties: Annotated[tuple[Party, ...], Meta(min_length=1)]
    event: EventForm
    groups: Annotated[tuple[GroupForm, ...], Meta(min_length=1)]
    source: Source
    participants: tuple[ParticipantForm, ...] = ()
    attendees: tuple[Text, ...] = ()
    documents: tuple[CitedDocumentForm, ...] = ()
    photos: PhotosForm | None = None
