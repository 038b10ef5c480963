"""What two agencies put their names to: whose changes were merged, and how differences ended."""

import datetime
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from agreement_viewer.agreement import Agreement
from agreement_viewer.ledger.change import PRINT, Change, canonical
from agreement_viewer.ledger.checklist import Checklist, Evidence
from agreement_viewer.ledger.counting import Cut, cut_of
from agreement_viewer.ledger.differences import (
    first_recorded,
    open_differences,
    settled_differences,
)
from agreement_viewer.ledger.edit import instant
from agreement_viewer.ledger.fields import EVIDENCE
from agreement_viewer.ledger.records import Profile, profile_of
from agreement_viewer.report.tree import Version
from agreement_viewer.report.versions import Versions


class Merged(Struct, frozen=True):
    """The changes of one agency: how many, and how many by each officer."""

    unit: str
    count: int
    officers: tuple[tuple[str, int], ...]


class Reconciled(Struct, frozen=True):
    """One difference: where, what stood beside each other, what stands since; None while open."""

    subject: str
    field: str
    versions: tuple[Version, ...]
    outcome: Version | None


class Reconciliation(Struct, frozen=True):
    """All that the record states. It is the same on every copy with the same changes."""

    programme: str
    parties: tuple[str, ...]
    profile: Profile
    since: datetime.date | None
    """From this day on; None from the beginning."""
    at: datetime.datetime
    merged: tuple[Merged, ...]
    settled: tuple[Reconciled, ...]
    open: tuple[Reconciled, ...]
    cut: Cut
    """What it was made from, prints left aside."""
    digest: str
    """Of everything that has counted here, as `digest_of` gives it."""


def reconciliation(
    checklist: Checklist,
    counted: Sequence[Change],
    *,
    since: datetime.date | None,
    at: datetime.datetime,
    unit: str,
) -> Reconciliation:
    """The record that the agency `unit` draws up at the moment `at` (with a time zone).

    Changes and settlings are those recorded from the day `since` on; what is open is all of it.
    """
    agreement = checklist.agreement
    begin = datetime.datetime.combine(since, datetime.time(), at.tzinfo) if since else None
    lower = instant(begin) if begin else ""
    names = dict(_names(checklist))
    stated = [change for change in counted if change.kind != PRINT]
    find = {change.id: change for change in stated}.get
    assert at.tzinfo
    versions = Versions(agreement, at.tzinfo)
    settled = [
        Reconciled(
            names[each.item],
            each.field,
            tuple(versions.beside(each.field, each.values)),
            versions.of(each.by),
        )
        for each in settled_differences(stated)
        if each.by.at >= lower and each.item in names
    ]
    still_open = [
        Reconciled(
            names[each.thing.id],
            each.field,
            tuple(versions.beside(each.field, (first_recorded(c, find) for c in each.values))),
            None,
        )
        for each in open_differences(checklist)
    ]
    return Reconciliation(
        programme=agreement.title.text,
        parties=tuple(party.name for party in agreement.parties),
        profile=profile_of(checklist.heads, agreement, unit),
        since=since,
        at=at,
        merged=tuple(_merged(agreement, (c for c in stated if c.at >= lower))),
        settled=tuple(settled),
        open=tuple(still_open),
        cut=cut_of(stated),
        digest=digest_of(stated),
    )


def digest_of(counted: Iterable[Change]) -> str:
    """The SHA-256, in hex, of all changes but prints, which each side makes for itself.

    Equal on equal copies.
    """
    ids = sorted(change.id for change in counted if change.kind != PRINT)
    return hashlib.sha256(canonical(ids)).hexdigest()


def _merged(agreement: Agreement, changes: Iterable[Change]) -> Iterator[Merged]:
    by_unit: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for change in changes:
        by_unit[change.by.unit][change.by.name] += 1
    order = {party.id: number for number, party in enumerate(agreement.parties)}
    for unit in sorted(by_unit, key=lambda unit: (order.get(unit, len(order)), unit)):
        party, officers = agreement.party(unit), by_unit[unit]
        yield Merged(
            party.name if party else unit, officers.total(), tuple(sorted(officers.items()))
        )


def _names(checklist: Checklist) -> Iterator[tuple[str, str]]:
    """What each item, task and document is called, withdrawn ones too, by their ids."""
    groups = {item.id: group for group in checklist.agreement.groups for item in group.items}
    for item in checklist.items():
        group = groups.get(item.id)
        name = f"{group.title} {item.number}: {item.title}" if group else item.title
        yield item.id, name
        yield from _documents(checklist, item.id, name)
        for task in checklist.all_tasks(item.id):
            yield task.id, f"{name}, nhiệm vụ “{task.title}”"
            yield from _documents(checklist, task.id, f"{name}, nhiệm vụ “{task.title}”")


def _documents(checklist: Checklist, parent: str, name: str) -> Iterator[tuple[str, str]]:
    for created in checklist.heads.of(parent, EVIDENCE):
        document = Evidence(created.id, EVIDENCE, parent, 0, checklist.heads)
        said = document.cell("number").text() or document.cell("subject").text()
        yield document.id, f"{name}, tài liệu {said}".rstrip()
