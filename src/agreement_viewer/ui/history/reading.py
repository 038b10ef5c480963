"""Reading an item's history: its own changes, those of its documents, and withdrawn tasks."""

from typing import NamedTuple

from agreement_viewer.history_words import Event, document_name, events
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Entry, Evidence, Thing
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import EVIDENCE, WITHDRAWN
from agreement_viewer.ui.details.shown import entry_as_shown, evidence_as_shown
from agreement_viewer.ui.session import Session


class History(NamedTuple):
    """The rows, newest first, and the things that they are about as they stood when read."""

    events: list[Event]
    things: dict[str, Thing]

    def may_restore(self, event: Event) -> bool:
        """Whether there is something to bring back that does not stand already."""
        thing = self.things.get(event.change.item)
        if thing is None:
            return False
        if event.withdraws:
            return thing.withdrawn
        cell = thing.cell(event.change.field)
        stands = cell.value == event.change.value and not cell.is_difference
        return event.is_restorable and not stands

    def restoring(self, event: Event) -> list[Edit]:
        """What brings back the value, or the task or document, that `event` tells of."""
        thing = self.things[event.change.item]
        if event.withdraws:
            return actions.bring_back(thing)
        return actions.restore_value(thing, event.change)


def read_history(session: Session, entry: Entry) -> History:
    """All that was recorded on `entry` and its documents. Raises StoreError."""
    checklist = session.checklist
    documents = [
        evidence_as_shown(
            checklist, Evidence(created.id, EVIDENCE, entry.id, number, checklist.heads)
        )
        for number, created in enumerate(checklist.heads.of(entry.id, EVIDENCE), start=1)
    ]
    tasks = checklist.all_tasks(entry.id)
    withdrawn = [entry_as_shown(checklist, task) for task in tasks if task.withdrawn]
    changes = session.history(entry.id, *(document.id for document in documents))
    marks = [head for task in withdrawn for head in task.cell(WITHDRAWN).heads]
    subjects = {task.id: task.title for task in tasks}
    subjects |= {document.id: document_name(document) for document in documents}
    things = {thing.id: thing for thing in (*documents, *withdrawn)}
    things[entry.id] = entry_as_shown(checklist, entry)
    return History(events([*changes, *marks], subjects), things)
