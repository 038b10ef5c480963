"""Things as a panel showed them.

An action replaces exactly the heads that its panel showed. What came in while an officer was
typing is not among them: it stays, and is shown as a difference.
"""

from agreement_viewer.ledger.checklist import Checklist, Entry, Evidence, Thing
from agreement_viewer.ledger.fold import Heads


def entry_as_shown(checklist: Checklist, entry: Entry) -> Entry:
    """`entry` with its fields as they stand now, whatever is recorded later."""
    heads = _heads_now(checklist, entry)
    return Entry(entry.id, entry.kind, entry.parent, entry.number, heads, entry.item)


def evidence_as_shown(checklist: Checklist, document: Evidence) -> Evidence:
    """`document` with its fields as they stand now, whatever is recorded later."""
    heads = _heads_now(checklist, document)
    return Evidence(document.id, document.kind, document.parent, document.number, heads)


def _heads_now(checklist: Checklist, thing: Thing) -> Heads:
    return Heads(checklist.heads.of_item(thing.id))


def find_entry(checklist: Checklist, id: str, parent: str | None) -> Entry | None:
    """The shown item `id`, or the shown task `id` beneath `parent`, looking nowhere else."""
    entries = checklist.items() if parent is None else checklist.tasks(parent)
    return next((entry for entry in entries if entry.id == id), None)
