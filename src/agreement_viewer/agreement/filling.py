"""From the form that a writer filled in to the agreement that the program shows."""

from collections.abc import Iterable

from agreement_viewer.agreement.form import (
    AgreementForm,
    CitedDocumentForm,
    EventForm,
    GroupForm,
    ItemForm,
    ParticipantForm,
    PhotosForm,
    Text,
)
from agreement_viewer.agreement.model import (
    Agreement,
    CitedDocument,
    Event,
    Group,
    Item,
    Participant,
    Photos,
    Wording,
)


def agreement_of(form: AgreementForm) -> Agreement:
    """The agreement that a checked form describes."""
    return Agreement(
        id=form.id,
        title=_wording(form.title),
        short_title=form.short_title,
        years=form.years,
        parties=form.parties,
        purpose=_wording(form.purpose),
        event=_event(form.event),
        participants=tuple(map(_participant, form.participants)),
        attendees=_wordings(form.attendees),
        groups=tuple(map(_group, form.groups)),
        documents=tuple(map(_document, form.documents)),
        photos=None if form.photos is None else _photos(form.photos),
        source=form.source,
    )


def _wording(text: Text) -> Wording:
    return Wording(text) if isinstance(text, str) else text


def _wordings(texts: Iterable[Text]) -> tuple[Wording, ...]:
    return tuple(map(_wording, texts))


def _event(form: EventForm) -> Event:
    return Event(
        title=_wording(form.title),
        date=form.date,
        time=form.time,
        place=_wording(form.place),
    )


def _participant(form: ParticipantForm) -> Participant:
    return Participant(honorific=form.honorific, name=form.name, offices=_wordings(form.offices))


def _group(form: GroupForm) -> Group:
    return Group(
        kind=form.kind,
        title=form.title,
        given_by=None if form.given_by is None else _wording(form.given_by),
        introduction=None if form.introduction is None else _wording(form.introduction),
        items=tuple(_item(item, number) for number, item in enumerate(form.items, start=1)),
    )


def _item(form: ItemForm, number: int) -> Item:
    text = _wording(form.text)
    return Item(id=form.id, number=number, title=form.title or text.text, text=text)


def _document(form: CitedDocumentForm) -> CitedDocument:
    return CitedDocument(
        kind=form.kind,
        number=form.number,
        date=form.date,
        issuer=form.issuer,
        subject=_wording(form.subject),
        cited_in=form.cited_in,
    )


def _photos(form: PhotosForm) -> Photos:
    return Photos(heading=_wording(form.heading), captions=_wordings(form.captions))
