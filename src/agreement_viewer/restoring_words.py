"""What a restore brings, in words: for the command line and the window alike."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import SET
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.ledger.edit import moment
from agreement_viewer.ledger.fields import FIELDS, TITLE, WITHDRAWN
from agreement_viewer.ledger.words import field_label, value_words
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
    """What of the items and tasks shown now will show another value, or two; by their order."""
    opened = {place[1:] for place in arrival.outcome.differences}
    shown = {(c.item, c.field): c for c in arrival.outcome.shown if c.kind == SET}
    fields = (*FIELDS, TITLE, WITHDRAWN)
    return [
        Differing(
            f"{entry.number}. {entry.title}",
            field_label(name) if name != WITHDRAWN else translate("Restore", "In the list"),
            value_words(name, entry.cell(name).value),
            value_words(name, shown.get((entry.id, name), entry.cell(name)).value),
            (entry.id, name) in opened,
        )
        for entry in checklist.entries()
        for name in fields
        if (entry.id, name) in shown.keys() | opened
    ]


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
