"""The commands on the checklist and its history. Each returns the exit code, raises UserError."""

import sys

from agreement_viewer.desk import Desk, now
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.deadline import Condition, Deadline
from agreement_viewer.ledger.fields import parse_value
from agreement_viewer.ledger.redaction import may_redact
from agreement_viewer.ledger.text import clean
from agreement_viewer.listing import history_lines, list_lines, print_json, to_history, to_list
from agreement_viewer.redaction_words import confirmation_word, consequences, is_confirmed
from agreement_viewer.store.verify import redacted, verify

FAULT = 1
SHORTEST_ID = 6
"""Letters that tell one change from the others."""


def list_(desk: Desk) -> int:
    """Print all items and tasks."""
    if desk.options.json:
        print_json(to_list(desk.checklist.entries(), now().date()))
    else:
        print("\n".join(list_lines(desk.checklist, now().date())))
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


def redact(desk: Desk) -> int:
    """Take out what a change says, once the word of confirmation was typed."""
    ledger, begun = desk.ledger, desk.options.change
    found = [change for change in ledger.history() if change.id.startswith(begun)]
    if len(begun) < SHORTEST_ID or len(found) != 1:
        raise UserError(
            translate(
                "CommandLine",
                "There is no change “{id}”: `agreement-viewer history --json` shows all.",
                id=begun,
            )
        )
    changes = [change for change in found if may_redact(change)]
    reason = clean(desk.options.reason)
    if not changes:
        raise UserError(translate("Redaction", "This change holds no words to remove."))
    if not reason:
        raise UserError(translate("Redaction", "Give a reason."))
    print("\n".join(consequences()), file=sys.stderr)
    word = confirmation_word()
    print(translate("Redaction", "Type {word} to confirm", word=word), file=sys.stderr)
    if not is_confirmed(sys.stdin.readline()):
        raise UserError(translate("Redaction", "Not confirmed: nothing was removed."))
    ledger.redact(changes, reason, desk.folder.settings.values.officer, now())
    print(translate("Redaction", "Removed. What lies elsewhere is not reached."))
    return 0


def verify_(desk: Desk) -> int:
    """Check every hash, chain and page of the data."""
    faults = verify(desk.folder.database)
    print("\n".join(faults) or translate("CommandLine", "All in order."))
    for change in redacted(desk.folder.database) if not faults else ():
        print(translate("CommandLine", "Removed as a secret: change {id}.", id=change.id[:12]))
    return FAULT if faults else 0
