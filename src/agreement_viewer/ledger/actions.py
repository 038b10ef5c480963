"""What an officer does, as the edits that record it.

Each action is given what its panel showed (cells, entries), and replaces exactly those heads: what
came in meanwhile stays and is shown as a difference.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import Change, canonical
from agreement_viewer.ledger.checklist import Cell, Entry, Thing
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import (
    COMPLETED_ON,
    EVIDENCE,
    STATUS,
    TASK,
    TITLE,
    WITHDRAWN,
    parse_status,
    to_value,
)
from agreement_viewer.ledger.status import Status
from agreement_viewer.ledger.text import clean

Find = Callable[[str], Change | None]


def set_field(thing: Thing, name: str, value: object) -> list[Edit]:
    """A new value for a field. An unchanged value appends nothing; settling a difference does."""
    if name == STATUS:
        raise ValueError("a status is set with set_status")
    return _set(thing, thing.cell(name), name, to_value(value))


def set_status(entry: Entry, status: Status, today: datetime.date) -> list[Edit]:
    """A status, with the day of completion: today where done has none, none where not done."""
    edits = _set(entry, entry.cell(STATUS), STATUS, status.value)
    day = entry.cell(COMPLETED_ON)
    if day.is_difference:
        return edits
    if status is Status.DONE:
        return edits if day.value else edits + _set(entry, day, COMPLETED_ON, today.isoformat())
    return edits + _set(entry, day, COMPLETED_ON, None)


def key_status(entry: Entry, status: Status, today: datetime.date) -> list[Edit]:
    """A status by a single key, which never settles a difference. Raises UserError there."""
    if entry.cell(STATUS).is_difference:
        raise UserError(
            translate(
                "Actions",
                "Both offices changed the status: choose a value in the details.",
            )
        )
    return set_status(entry, status, today)


def toggle_done(entry: Entry, find: Find, today: datetime.date) -> list[Edit]:
    """Done, or again the status before it; `find` gives a change by its id."""
    if entry.status is not Status.DONE:
        return key_status(entry, Status.DONE, today)
    return key_status(entry, _status_before(entry.cell(STATUS), find), today)


def _status_before(cell: Cell, find: Find) -> Status:
    change = cell.pick
    while change is not None and change.value == Status.DONE:
        older = filter(None, map(find, change.replaces))
        change = max(older, key=lambda change: change.order, default=None)
    return parse_status(change.value) if change and change.value else Status.NOT_STARTED


def set_completed_on(entry: Entry, day: datetime.date | None, today: datetime.date) -> list[Edit]:
    """The day of completion, never in the future. Raises UserError."""
    if day is not None and day > today:
        raise UserError(translate("Actions", "The completion date cannot be in the future."))
    return set_field(entry, COMPLETED_ON, day)


def set_value(entry: Entry, name: str, value: object, today: datetime.date) -> list[Edit]:
    """Any field, each by its own rule. Raises UserError where the value breaks one."""
    if name == STATUS:
        return set_status(entry, Status(str(value)), today)
    if name == COMPLETED_ON:
        return set_completed_on(entry, value if isinstance(value, datetime.date) else None, today)
    if name == TITLE:
        return rename(entry, str(value or ""))
    return set_field(entry, name, value)


def add_task(item: str, title: str) -> list[Edit]:
    """A new task beneath `item`."""
    task = Edit.create(item, TASK)
    return [task, Edit.set(task, TITLE, _title(title))]


def rename(task: Entry, title: str) -> list[Edit]:
    """A new title for a task; an item's wording is what was signed. Raises UserError."""
    if not task.is_task:
        raise UserError(translate("Actions", "The wording of what was signed cannot be changed."))
    return set_field(task, TITLE, _title(title))


def _title(title: str) -> str:
    text = " ".join(clean(title).split())
    if not text:
        raise UserError(translate("Actions", "A task needs a name."))
    return text


def add_evidence(parent: str, document: Mapping[str, object]) -> list[Edit]:
    """A document of evidence beneath an item or task; `document` maps its fields to values."""
    evidence = Edit.create(parent, EVIDENCE)
    values = {name: to_value(value) for name, value in document.items() if value not in ("", None)}
    if not values:
        raise UserError(translate("Actions", "Enter at least one detail of the document."))
    return [
        evidence,
        *(Edit.set(evidence, name, value) for name, value in values.items()),
    ]


def withdraw(thing: Thing) -> list[Edit]:
    """Withdraw a task or document: it stays in the history and can be brought back."""
    cell = thing.cell(WITHDRAWN)
    if thing.withdrawn and not thing.unseen() and not cell.is_difference:
        return []
    return [Edit.set(thing.id, WITHDRAWN, True, cell.ids, saw=thing.seen())]


def bring_back(thing: Thing) -> list[Edit]:
    """Undo a withdrawal."""
    return _set(thing, thing.cell(WITHDRAWN), WITHDRAWN, False)


def restore_value(thing: Thing, change: Change) -> list[Edit]:
    """Give a field the value that `change`, found in its history, had given it."""
    cell = thing.cell(change.field)
    return _set(thing, cell, change.field, change.value, restores=change.id)


def settle(thing: Thing, change: Change) -> list[Edit]:
    """Let `change`, one of the different values of a field, stand.

    With a status goes the day of completion that was recorded in the same action.
    """
    edits = restore_value(thing, change)
    if change.field == STATUS and (day := thing.cell(COMPLETED_ON)).is_difference:
        action = change.writer, change.at
        for head in day.heads:
            if (head.writer, head.at) == action:
                edits += restore_value(thing, head)
    return edits


def _set(thing: Thing, cell: Cell, name: str, value: Any, **more: Any) -> list[Edit]:
    if not cell.is_difference and canonical(value) == canonical(cell.value):
        return []
    return [Edit.set(thing.id, name, value, cell.ids, **more)]
