"""From the checklist to the report tree: what is printed is what the checklist showed."""

import datetime

from agreement_viewer.agreement import Agreement
from agreement_viewer.ledger.checklist import Checklist, Entry, Evidence, Section, Thing
from agreement_viewer.ledger.differences import values_beside
from agreement_viewer.ledger.fields import (
    FIELDS,
)
from agreement_viewer.ledger.periods import Period
from agreement_viewer.ledger.records import profile_of, texts_of
from agreement_viewer.ledger.status import Status, Timeliness
from agreement_viewer.report.tree import (
    Difference,
    Document,
    Group,
    Line,
    Report,
    Standing,
)
from agreement_viewer.report.versions import Versions, is_unread


def build_report(
    checklist: Checklist,
    *,
    today: datetime.date,
    recorded_to: datetime.datetime,
    unit: str,
    period: Period | None = None,
) -> Report:
    """The report on `checklist` as it stands on `today`, the last day of `period` where it has one.

    `recorded_to` is the moment up to which changes were read; its time zone is the report's.
    `unit` is the reporting agency: the id of a party or a name, "" for none. Profile and texts are
    those that the agency has recorded.
    """
    if recorded_to.tzinfo is None:
        raise ValueError("recorded_to needs a time zone")
    agreement = checklist.agreement
    builder = _Builder(checklist, today, recorded_to.tzinfo)
    return Report(
        programme=agreement.title.text,
        signed_on=agreement.event.date,
        parties=tuple(party.name for party in agreement.parties),
        years=agreement.years,
        agency=_agency(agreement, unit),
        today=today,
        recorded_to=recorded_to,
        groups=tuple(map(builder.group, checklist.sections())),
        period=period,
        profile=profile_of(checklist.heads, agreement, unit),
        texts=texts_of(checklist.heads, agreement, unit),
    )


def _agency(agreement: Agreement, unit: str) -> str:
    party = agreement.party(unit)
    return party.name if party else unit


class _Builder:
    def __init__(self, checklist: Checklist, today: datetime.date, zone: datetime.tzinfo) -> None:
        self.checklist = checklist
        self.today = today
        self.versions = Versions(checklist.agreement, zone)

    def group(self, section: Section) -> Group:
        first = section.entries[0].id if section.entries else ""
        signed = self.checklist.agreement.group_of(first)
        introduction = signed.introduction if signed else None
        return Group(
            title=section.title,
            introduction=introduction.text if introduction else "",
            items=tuple(map(self.line, section.entries)),
        )

    def line(self, entry: Entry) -> Line:
        timeliness = entry.timeliness(self.today)
        return Line(
            id=entry.id,
            number=entry.number,
            title=entry.title,
            text=entry.text,
            status=entry.status,
            completed_on=entry.completed_on if entry.status is Status.DONE else None,
            timeliness=timeliness,
            standing=standing(entry, timeliness, self.today),
            deadline=entry.deadline,
            lead=entry.lead,
            partners=entry.partners,
            result=entry.cell("result").text(),
            difficulty=entry.cell("difficulty").text(),
            proposal=entry.cell("proposal").text(),
            note=entry.cell("note").text(),
            evidence=tuple(map(self.document, self.checklist.evidence(entry.id))),
            differences=tuple(self.difference(entry, name) for name in entry.differences()),
            newer=bool(entry.not_understood()) or _has_unread(entry),
            tasks=() if entry.is_task else tuple(map(self.line, self.checklist.tasks(entry.id))),
        )

    def document(self, evidence: Evidence) -> Document:
        file = evidence.file
        return Document(
            number=evidence.cell("number").text(),
            issued_on=evidence.issued_on,
            issuer=evidence.cell("issuer").text(),
            subject=evidence.cell("subject").text(),
            file=file.name if file else "",
            differences=tuple(self.difference(evidence, name) for name in evidence.differences()),
            id=evidence.id,
        )

    def difference(self, thing: Thing, name: str) -> Difference:
        return Difference(name, tuple(self.versions.beside(name, values_beside(thing, name))))


def _has_unread(entry: Entry) -> bool:
    return any(pick.field in FIELDS and is_unread(pick) for pick in entry.picks())


def standing(entry: Entry, timeliness: Timeliness, today: datetime.date) -> Standing:
    """Which of the four figures counts `entry`: done without a due day is done on time."""
    match timeliness:
        case Timeliness.DROPPED:
            return Standing.DROPPED
        case Timeliness.ON_TIME:
            return Standing.ON_TIME
        case Timeliness.LATE:
            return Standing.LATE
        case Timeliness.OVERDUE:
            return Standing.OVERDUE
        case Timeliness.IN_TIME | Timeliness.DUE_SOON:
            return Standing.IN_TIME
        case Timeliness.ONGOING | Timeliness.CONDITION | Timeliness.NO_DEADLINE:
            done = entry.status is Status.DONE and (entry.completed_on or today) <= today
            return Standing.ON_TIME if done else Standing.IN_TIME
