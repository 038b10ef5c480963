"""What the programme's column says: all of what was signed but the items, which the list shows."""

import datetime
from collections.abc import Container

from agreement_viewer.agreement import Agreement, CitedDocument, Group, Wording
from agreement_viewer.i18n import translate
from agreement_viewer.ui import theme
from agreement_viewer.ui.programme.prose_writer import ProseWriter
from agreement_viewer.ui.programme.wording import marked
from agreement_viewer.ui.theme import Type

ITEM = "item:"
"""Links with this prefix lead to the item whose id follows."""
PUBLISHED = "published:"
"""Links with this prefix show or hide the published wording of the text before them."""


class ProgrammeContent:
    """Writes the column; the published wordings whose links are in `unfolded` with it."""

    def __init__(
        self, writer: ProseWriter, agreement: Agreement, unfolded: Container[str] = ()
    ) -> None:
        self._writer = writer
        self._agreement = agreement
        self._unfolded = unfolded
        self._links = 0

    def write(self) -> None:
        """All sections, in the order in which an officer reads them."""
        self._writer.title(self._agreement.short_title)
        self._wording(self._agreement.title)
        self._signing()
        self._heading(translate("Programme", "Purpose"))
        self._wording(self._agreement.purpose)
        self._people()
        for group in self._agreement.groups:
            self._group(group)
        self._documents()
        self._photos()
        self._source()

    def _signing(self) -> None:
        event = self._agreement.event
        self._heading(translate("Programme", "The signing"))
        self._wording(event.title)
        self._label(translate("Programme", "Day"))
        self._writer.run(day(event.date))
        self._writer.run(f" ({event.time})", colour="muted")
        self._label(translate("Programme", "Place"))
        self._wording(event.place, begin=False)
        self._label(translate("Programme", "Parties"))
        for party in self._agreement.parties:
            self._writer.paragraph(indent=theme.M)
            self._writer.run(party.name)
            self._writer.run(f" ({party.short})", colour="muted")

    def _people(self) -> None:
        if not self._agreement.participants and not self._agreement.attendees:
            return
        self._heading(translate("Programme", "Participants"))
        for person in self._agreement.participants:
            self._writer.paragraph(above=theme.S)
            self._writer.run(f"{person.honorific} {person.name}", Type.STRONG)
            for office in person.offices:
                self._wording(office, indent=theme.M)
        for people in self._agreement.attendees:
            self._wording(people, above=theme.S)

    def _group(self, group: Group) -> None:
        self._heading(group.title)
        if group.given_by:
            self._label(translate("Programme", "Given by"))
            self._wording(group.given_by, begin=False)
        if group.introduction:
            self._wording(group.introduction)
        self._writer.paragraph()
        self._writer.link(translate("Programme", "Show in the list"), ITEM + group.items[0].id)

    def _documents(self) -> None:
        if self._agreement.documents:
            self._heading(translate("Programme", "Cited documents"))
        for document in self._agreement.documents:
            self._document(document)

    def _document(self, document: CitedDocument) -> None:
        self._writer.paragraph(above=theme.S)
        self._writer.run(
            translate(
                "Programme", "{kind} No. {number}", kind=document.kind, number=document.number
            ),
            Type.STRONG,
        )
        self._writer.paragraph(indent=theme.M)
        dated = day(document.date) if document.date else ""
        self._writer.run(" · ".join(filter(None, (document.issuer, dated))))
        self._wording(document.subject, indent=theme.M)
        self._writer.paragraph(indent=theme.M)
        self._writer.run(translate("Programme", "Cited in:") + " ", colour="muted")
        self._writer.link(self._item_name(document.cited_in), ITEM + document.cited_in)

    def _item_name(self, item_id: str) -> str:
        group, item = self._agreement.group_of(item_id), self._agreement.item(item_id)
        return f"{group.title} {item.number}" if group and item else item_id

    def _photos(self) -> None:
        photos = self._agreement.photos
        if photos is None:
            return
        self._heading(translate("Programme", "Photos"))
        self._wording(photos.heading)
        for number, caption in enumerate(photos.captions, start=1):
            self._writer.paragraph(indent=theme.M)
            self._writer.run(f"{number}. ", colour="muted")
            self._wording(caption, begin=False, indent=theme.M)
        self._writer.paragraph()
        self._writer.run(
            translate("Programme", "Captions only: the pictures are not kept here."),
            Type.CAPTION,
            "muted",
        )

    def _source(self) -> None:
        source = self._agreement.source
        self._heading(translate("Programme", "Source"))
        self._writer.paragraph()
        self._writer.run(source.title)
        self._writer.paragraph()
        self._writer.run(source.publisher)
        if source.author:
            self._writer.run(f" ({source.author})", colour="muted")

    def _heading(self, text: str) -> None:
        self._writer.heading(text)

    def _label(self, text: str) -> None:
        self._writer.paragraph()
        self._writer.run(f"{text}: ", colour="muted")

    def _wording(
        self, wording: Wording, *, begin: bool = True, above: int = theme.XS, indent: int = 0
    ) -> None:
        """The text, then a link to its published wording where that differs."""
        if begin:
            self._writer.paragraph(above, indent)
        self._writer.run(wording.text)
        if wording.published is None:
            return
        link = f"{PUBLISHED}{self._links}"
        self._links += 1
        is_unfolded = link in self._unfolded
        self._writer.run(" ")
        sign = "▾" if is_unfolded else "▸"
        text = translate("Programme", "As published")
        self._writer.link(f"{sign}\N{NO-BREAK SPACE}{text}", link, Type.CAPTION, "muted")
        if is_unfolded:
            self._writer.paragraph(indent=indent + theme.M)
            write_marked(self._writer, wording.published, wording.text)


def write_marked(writer: ProseWriter, text: str, other: str) -> None:
    """`text`, underlined where `other` has it otherwise."""
    for piece, differs in marked(text, other):
        writer.run(piece, Type.STRONG if differs else Type.BODY, underlined=differs)


def day(date: datetime.date) -> str:
    """A day as offices write it."""
    return date.strftime("%d/%m/%Y")
