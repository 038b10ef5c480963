"""What a delivery holds, in words: for the command line and the window."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from agreement_viewer.agreement import Agreement
from agreement_viewer.exchange.manifest import Manifest
from agreement_viewer.exchange.outgoing import Outgoing
from agreement_viewer.exchange.taking import Contents, Findings
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.ledger.edit import moment
from agreement_viewer.ledger.words import by_words, day_words, field_label
from agreement_viewer.store.arriving import Place
from agreement_viewer.store.union import Arrival

_LONGEST: Final = 120
_NAMED: Final = 3
"""Fields in a sentence."""


def who(agreement: Agreement, by: By) -> str:
    """An officer and the agency, as they call themselves: no longer than a line."""
    words = " ".join(by_words(agreement, by).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def sender_words(agreement: Agreement, manifest: Manifest) -> str:
    """From whom it is, and when it was written."""
    at = moment(manifest.at).astimezone()
    name, time, day = who(agreement, manifest.by), f"{at:%H:%M}", day_words(at.date())
    if manifest.handover:
        return translate(
            "Exchange", "Handover by {name}, {time} {day}.", name=name, time=time, day=day
        )
    return translate("Exchange", "From {name}, {time} {day}.", name=name, time=time, day=day)


def content_words(agreement: Agreement, findings: Findings, unit: str) -> Iterator[str]:
    """What taking it in would come to, in a few lines, for an officer of the agency `unit`."""
    arrival = findings.arrival
    if findings.manifest.handover and unit and findings.manifest.by.unit != unit:
        yield translate(
            "Exchange",
            "Another agency hands over its own work here: to exchange data, ask it for a file made"
            " with “Send to partner”.",
        )
    if findings.is_new:
        yield translate("Exchange", "New changes: {count}", count=arrival.new)
    else:
        yield translate("Exchange", "Nothing in it is new: all of it is here already.")
    if arrival.by:
        officers = sorted(arrival.by, key=lambda by: (by.unit, by.name))
        names = "; ".join(f"{who(agreement, by)} ({arrival.by[by]})" for by in officers)
        yield translate("Exchange", "Recorded by: {names}", names=names)
    if count := len(findings.evidence):
        yield translate("Exchange", "New files of evidence: {count}", count=count)
    if count := len(arrival.outcome.differences):
        yield translate("Exchange", "New differences to settle: {count}", count=count)
    for home, by in findings.borrowed:
        yield translate(
            "Exchange",
            "Recorded on the computer of {home} in the name of {name}: ask the sender.",
            home=who(agreement, home),
            name=who(agreement, by),
        )
    if count := arrival.outcome.waiting:
        yield translate(
            "Exchange",
            "Changes that wait for others: {count}. Ask for a file with everything.",
            count=count,
        )


def difference_words(checklist: Checklist, places: Iterable[Place]) -> Iterator[str]:
    """Where two values stand or would stand, a line each."""
    entries = checklist.shown_with()
    for _agreement, item, field in places:
        entry = entries.get(item)
        yield f"{entry.title}: {field_label(field)}" if entry else field_label(field)


def stranger_words(agreement: Agreement, contents: Contents) -> Iterator[str]:
    """Who was never accepted here, each with a code. Takes half a second for each."""
    from agreement_viewer.exchange.codes import code_of

    for stranger in contents.strangers:
        yield translate(
            "Exchange",
            "New sender: {name}, code {code}",
            name=who(agreement, stranger.by),
            code=code_of(stranger.writer),
        )


def taken_words(checklist: Checklist, arrivals: Sequence[Arrival]) -> Iterator[str]:
    """What was taken in, what is to be settled since, and what somebody has settled."""
    outcomes = [arrival.outcome for arrival in arrivals]
    differences = [place[1:] for outcome in outcomes for place in outcome.differences]
    settled: defaultdict[By, list[tuple[str, str]]] = defaultdict(list)
    for outcome in outcomes:
        for change in outcome.settled:
            settled[change.by].append((change.item, change.field))
    count = sum(arrival.new for arrival in arrivals)
    yield translate("Exchange", "Changes taken in: {count}.", count=count)
    if differences:
        names = _some(checklist, differences)
        yield translate("Exchange", "Both sides changed: {names}.", names=names)
    for by, fields in settled.items():
        name, names = who(checklist.agreement, by), _some(checklist, fields)
        yield translate("Exchange", "Settled by {name}: {names}.", name=name, names=names)


def touched(checklist: Checklist, arrivals: Iterable[Arrival]) -> set[str]:
    """The items and tasks that show something else since."""
    outcomes = [arrival.outcome for arrival in arrivals]
    things = {place[1] for outcome in outcomes for place in outcome.differences}
    things.update(change.item for outcome in outcomes for change in outcome.shown)
    entries = checklist.shown_with()
    return {entries[thing].id for thing in things & entries.keys()}


def _some(checklist: Checklist, fields: Iterable[tuple[str, str]]) -> str:
    """Items and things with their fields, each item once: a title is told from what it is of."""
    entries = checklist.shown_with()
    by_title: defaultdict[str, list[str]] = defaultdict(list)
    for item, field in fields:
        entry = entries.get(item)
        by_title[f"“{entry.title}”" if entry else "…"].append(field_label(field))
    named = [f"{title} ({', '.join(labels)})" for title, labels in by_title.items()]
    more = ["…"] if len(named) > _NAMED else []
    return "; ".join(named[:_NAMED] + more)


def left_words(count: int) -> str:
    """What was left for others."""
    return translate("Exchange", "Changes left for others: {count}.", count=count)


def written_words(outgoing: Outgoing, file: Path) -> str:
    """That it is written, and on the disk."""
    count = outgoing.manifest.changes
    return translate(
        "Exchange",
        "Changes written: {count}, in {file}. The stick may be removed.",
        count=count,
        file=file.name,
    )


def handed_over_words(outgoing: Outgoing, record: Path) -> str:
    """That both are written, and on the disk."""
    return translate(
        "Exchange",
        "Changes written: {count}, and the record to sign: {file}. The stick may be removed.",
        count=outgoing.manifest.changes,
        file=record.name,
    )


def left_out_words(outgoing: Outgoing) -> Iterator[str]:
    """What could not be sent."""
    if outgoing.missing:
        names = ", ".join(sorted({file.name for file in outgoing.missing}))
        yield translate(
            "Exchange", "Not on this computer, or altered, and left out: {files}", files=names
        )
    if outgoing.unsigned:
        yield translate(
            "Exchange",
            "Not yet signed where they were recorded, and left out: {count} changes. Send once from"
            " the account that recorded them; where its key is lost, enter them anew.",
            count=outgoing.unsigned,
        )
