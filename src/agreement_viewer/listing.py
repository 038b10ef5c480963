"""The checklist and its history as lines to read and as JSON to work with."""

import datetime
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from agreement_viewer.history_words import document_name, event_words, events
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import CLOSE, CREATE, Change
from agreement_viewer.ledger.checklist import Checklist, Entry, Evidence
from agreement_viewer.ledger.deadline import describe, due_day
from agreement_viewer.ledger.differences import Difference, open_differences
from agreement_viewer.ledger.edit import moment
from agreement_viewer.ledger.fields import EVIDENCE, FIELDS, TASK, WITHDRAWN, is_reserved
from agreement_viewer.ledger.periods import read_closing
from agreement_viewer.ledger.status import Timeliness, status_label, timeliness_label
from agreement_viewer.ledger.words import field_label, who_words


def print_json(value: object) -> None:
    """Print `value`, indented, dates in ISO form."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")


def to_list(entries: Iterable[Entry], today: datetime.date) -> list[dict[str, Any]]:
    """One object an entry, each with every field, empty ones too."""
    return [_to_object(entry, today) for entry in entries]


def _to_object(entry: Entry, today: datetime.date) -> dict[str, Any]:
    deadline = entry.deadline
    fields = {name: entry.cell(name).value for name in FIELDS}
    return {
        "id": entry.id,
        "kind": entry.kind,
        "parent": entry.parent,
        "number": entry.number,
        "title": entry.title,
        "text": entry.text,
        **fields,
        "status": entry.status,
        "timeliness": entry.timeliness(today),
        "due_on": due_day(deadline.due, today) if deadline else None,
        "differences": entry.differences(),
    }


def list_lines(checklist: Checklist, today: datetime.date) -> Iterator[str]:
    """One line an entry: id, number, wording, status, timeliness, deadline, what is not settled.

    Tasks are set in.
    """
    unsettled: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for difference in open_differences(checklist):
        unsettled[difference.entry.id][_unsettled_label(difference)] = None
    for entry in checklist.entries():
        timeliness = entry.timeliness(today)
        deadline = entry.deadline if timeliness is not Timeliness.ONGOING else None
        states = (
            status_label(entry.status),
            timeliness_label(timeliness),
            describe(deadline.due) if deadline else "",
            _unsettled_words(unsettled[entry.id]),
        )
        indent, id = ("  ", entry.id[:12]) if entry.is_task else ("", entry.id)
        state = ", ".join(filter(None, states))
        yield f"{indent}{id:<14}{entry.number}. {entry.title} [{state}]"


def _unsettled_label(difference: Difference) -> str:
    if difference.thing is not difference.entry:
        return translate("Evidence", "Evidence")
    if difference.field == WITHDRAWN:
        return translate("Restore", "In the list")
    return field_label(difference.field)


def _unsettled_words(labels: Iterable[str]) -> str:
    names = "; ".join(labels)
    return translate("CommandLine", "not settled: {fields}", fields=names) if names else ""


def to_history(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """One object a change, as recorded."""
    return [
        {
            "id": change.id,
            "at": change.at,
            "by": change.by,
            "item": change.item,
            "kind": change.kind,
            "field": change.field,
            "value": change.value,
            "redacted": change.redacted,
            "replaces": change.replaces,
        }
        for change in changes
    ]


def history_lines(changes: Iterable[Change], checklist: Checklist) -> Iterator[str]:
    """One line an event: when, who, on what, and in words what was done."""
    changes = list(changes)
    subjects = dict(_subjects(changes, checklist))
    for event in events(changes, subjects):
        change = event.change
        at = moment(change.at).astimezone().strftime("%d/%m/%Y %H:%M:%S")
        place = "" if is_reserved(change.item) else change.item[:12]
        made = f"({change.id[:12]})" if change.kind == CREATE else ""
        words = " ".join(event_words(event).split())
        what = " ".join(filter(None, (place, words, made)))
        yield f"{at}  {who_words(checklist.agreement, change)}  {what}"


def _subjects(changes: Iterable[Change], checklist: Checklist) -> Iterator[tuple[str, str]]:
    """What names the tasks, documents and closed periods that `changes` are about, by their ids."""
    for change in changes:
        if change.kind == CREATE and change.field == TASK:
            yield change.id, Entry(change.id, TASK, change.item, 0, checklist.heads, None).title
        elif change.kind == CREATE:
            document = Evidence(change.id, EVIDENCE, change.item, 0, checklist.heads)
            yield change.id, document_name(document)
        elif change.kind == CLOSE and (closing := read_closing(change)):
            yield change.id, closing.period.name
