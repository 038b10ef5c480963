"""What a restore brings, in words: for the command line and the window alike."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import SET, Change, is_id
from agreement_viewer.ledger.checklist import Checklist, Thing
from agreement_viewer.ledger.edit import moment
from agreement_viewer.ledger.fields import (
    EVIDENCE,
    EVIDENCE_FIELDS,
    FIELDS,
    SUBJECT,
    TITLE,
    WITHDRAWN,
)
from agreement_viewer.ledger.words import change_words, field_label, value_words
from agreement_viewer.store.backups import Held
from agreement_viewer.store.restoring import Restored
from agreement_viewer.store.union import Arrival


class Differing(NamedTuple):
    """A field that shows another value, or two, after the restore."""

    item: str
    field: str
    now: str
    then: str
    opens_difference: bool


def differing(checklist: Checklist, arrival: Arrival) -> list[Differing]:
    """What will show another value, or two, by the order of the list; then what will be new."""
    shown = {(c.item, c.field): c for c in arrival.outcome.shown if c.kind == SET}
    beside: defaultdict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in arrival.outcome.beside:
        beside[change.item, change.field].append(change)
    rows: list[Differing] = []
    for entry in checklist.entries():
        place = f"{entry.number}. {entry.title}"
        things: list[tuple[Thing, Sequence[str]]] = [(entry, (*FIELDS, TITLE, WITHDRAWN))]
        things += [(each, EVIDENCE_FIELDS) for each in checklist.evidence(entry.id)]
        for thing, fields in things:
            for name in fields:
                if (key := (thing.id, name)) in shown or key in beside:
                    then = beside.get(key) or [shown[key]]
                    rows.append(_differing(place, thing, name, then))
    return rows + list(_new(checklist, shown.values()))


def _differing(place: str, thing: Thing, name: str, then: list[Change]) -> Differing:
    label = field_label(name) if name != WITHDRAWN else translate("Restore", "In the list")
    if thing.kind == EVIDENCE:
        label = f"{translate('Details', 'Evidence')}: {label}"
    now, words = thing.cell(name).value, " / ".join(map(change_words, then))
    return Differing(place, label, value_words(name, now), words, len(then) > 1)


def _new(checklist: Checklist, shown: Iterable[Change]) -> Iterator[Differing]:
    """Tasks and documents that are not here yet, each by its name."""
    known = checklist.heads.items()
    names = {TITLE: translate("Restore", "New task"), SUBJECT: translate("Restore", "New document")}
    for change in shown:
        if change.item not in known and change.field in names and is_id(change.item):
            label = field_label(change.field)
            yield Differing(names[change.field], label, "", change_words(change), False)


def summary(restored: Restored) -> Iterator[str]:
    """What the backup holds and what of it is not here; one sentence each."""
    contents, arrival = restored.contents, restored.arrival
    yield translate(
        "Restore",
        "The backup holds {changes} changes, the last one of {when}.",
        changes=contents.changes,
        when=when(contents.last),
    )
    if restored.is_nothing:
        yield translate("Restore", "All of it is here: there is nothing to restore.")
        yield translate(
            "Restore",
            "Nothing that was recorded is overwritten: “Look at a past day…” shows the list of an"
            " earlier day, and the history of an item restores an earlier value.",
        )
        return
    yield translate(
        "Restore",
        "Not here yet: {changes} changes, {documents} files of evidence.",
        changes=arrival.new,
        documents=restored.documents,
    )
    who = ", ".join(f"{by.name} ({count})" for by, count in sorted(arrival.by.items(), key=str))
    if who:
        yield translate("Restore", "Recorded by: {names}.", names=who)
    if restored.strangers:
        yield translate(
            "Restore",
            "Recorded by computers of which nothing is here yet: {count}. Restore it only where it"
            " is known whose backup this is; a partner's data are received as a sent file.",
            count=restored.strangers,
        )
    if arrival.outcome.differences:
        yield translate(
            "Restore",
            "Differences to be settled afterwards: {count}.",
            count=len(arrival.outcome.differences),
        )
    if arrival.outcome.waiting:
        yield translate(
            "Restore",
            "Changes that wait for others: {count}.",
            count=arrival.outcome.waiting,
        )


def when(last: str) -> str:
    """A moment as `Change.at` writes it, by this computer's time zone; empty where none."""
    return f"{moment(last).astimezone():%H:%M %d/%m/%Y}" if last else "–"


def day_and_time(at: datetime.datetime) -> str:
    """A moment on the wall, for a list of backups."""
    return f"{at:%d/%m/%Y %H:%M}"


def held_words(held: Held) -> str:
    """What a backup holds, in one sentence."""
    return translate(
        "Restore",
        "{changes} changes, {documents} files of evidence",
        changes=held.changes,
        documents=held.documents,
    )
