"""The checklist and its history as lines to read and as JSON to work with."""

import datetime
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import CREATE, Change
from agreement_viewer.ledger.checklist import Checklist, Entry
from agreement_viewer.ledger.deadline import due_day
from agreement_viewer.ledger.edit import moment
from agreement_viewer.ledger.fields import FIELDS
from agreement_viewer.ledger.status import status_label, timeliness_label


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


def list_lines(entries: Iterable[Entry], today: datetime.date) -> Iterator[str]:
    """One line an entry: id, number, wording, status, timeliness; tasks are set in."""
    for entry in entries:
        states = (status_label(entry.status), timeliness_label(entry.timeliness(today)))
        indent, id = ("  ", entry.id[:12]) if entry.is_task else ("", entry.id)
        state = ", ".join(filter(None, states))
        yield f"{indent}{id:<14}{entry.number}. {entry.title} [{state}]"


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
            "replaces": change.replaces,
        }
        for change in changes
    ]


def history_lines(changes: Iterable[Change], checklist: Checklist) -> Iterator[str]:
    """One line a change: when, who, on what, the value."""
    for change in changes:
        at = moment(change.at).astimezone().strftime("%d/%m/%Y %H:%M:%S")
        party = checklist.agreement.party(change.by.unit)
        who = ", ".join(filter(None, (change.by.name, party.short if party else change.by.unit)))
        what = f"{change.item[:12]} {change.field}"
        if change.kind == CREATE:
            yield f"{at}  {who}  {what}: {translate('CommandLine', 'created')} {change.id[:12]}"
        else:
            yield f"{at}  {who}  {what}: {msgspec.json.encode(change.value).decode()}"
