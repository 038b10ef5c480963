"""The commands on the checklist and its history. Each returns the exit code, raises UserError."""

import sys

from agreement_viewer.desk import Desk, now
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.deadline import Condition, Deadline
from agreement_viewer.ledger.fields import parse_value
from agreement_viewer.listing import history_lines, list_lines, print_json, to_history, to_list
from agreement_viewer.store.verify import verify

FAULT = 1


def list_(desk: Desk) -> int:
    """Print all items and tasks."""
    entries = list(desk.checklist.entries())
    if desk.options.json:
        print_json(to_list(entries, now().date()))
    else:
        print("\n".join(list_lines(entries, now().date())))
    return 0


def set_(desk: Desk) -> int:
    """Give a field a value."""
    name, text = desk.options.field, " ".join(desk.options.value)
    entry = desk.entry(desk.options.item)
    value = parse_value(name, text)
    desk.record(actions.set_value(entry, name, value, now().date()))
    if isinstance(value, Deadline) and isinstance(value.due, Condition):
        kept = translate("CommandLine", "Kept as a condition: “{text}”.", text=value.due.text)
        print(kept, file=sys.stderr)
    return 0


def add_task(desk: Desk) -> int:
    """Add a task beneath an item."""
    item = desk.entry(desk.options.item)
    if item.is_task:
        raise UserError(translate("CommandLine", "A task stands under an item, not under a task."))
    desk.record(actions.add_task(item.id, " ".join(desk.options.title)))
    return 0


def history(desk: Desk) -> int:
    """Print who changed what and when."""
    ids: list[str] | None = None
    if desk.options.item:
        entry = desk.entry(desk.options.item)
        beneath = [entry, *desk.checklist.all_tasks(entry.id)]
        papers = [paper for thing in beneath for paper in desk.checklist.evidence(thing.id)]
        ids = [thing.id for thing in (*beneath, *papers)]
    changes = desk.ledger.history(ids)
    if desk.options.json:
        print_json(to_history(changes))
    else:
        print("\n".join(history_lines(changes, desk.checklist)))
    return 0


def verify_(desk: Desk) -> int:
    """Check every hash, chain and page of the data."""
    faults = verify(desk.folder.database)
    print("\n".join(faults) or translate("CommandLine", "All in order."))
    return FAULT if faults else 0
