"""What the checklist says: numbers, labels, tooltips, and what a screen reader reads out."""

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.deadline import describe
from agreement_viewer.ledger.status import Timeliness, status_label, timeliness_label
from agreement_viewer.ui.checklist.rows import (
    AddRow,
    EntryRow,
    ItemRow,
    Row,
    SectionRow,
    TaskRow,
)
from agreement_viewer.ui.tooltip import as_tip


def number(row: EntryRow) -> str:
    """The number on screen: "2" for an item, "2.1" for the first task beneath it."""
    own = str(row.entry.number)
    return f"{row.item.entry.number}.{own}" if isinstance(row, TaskRow) else own


def title(row: Row) -> str:
    """The row's own words."""
    match row:
        case SectionRow():
            return row.title or translate("Checklist", "No longer in the programme's file")
        case EntryRow():
            return row.entry.title
        case _:
            return add_label(row)


def add_label(row: Row) -> str:
    """What the last row beneath an item says."""
    if isinstance(row.parent, ItemRow) and row.parent.tasks:
        return translate("Checklist", "Add task")
    return translate("Checklist", "No tasks yet. Press Ctrl+N or paste a list from Excel.")


def deadline_label(row: EntryRow) -> str:
    """The deadline in words; empty where there is none, or where the timeliness says it all."""
    deadline = row.entry.deadline
    if deadline is None or row.timeliness in (Timeliness.ONGOING, Timeliness.DROPPED):
        return ""
    return describe(deadline.due)


def open_label(row: EntryRow) -> str:
    """How many tasks beneath an item are open; empty where none is."""
    if not isinstance(row, ItemRow) or not row.open_tasks:
        return ""
    return translate("Checklist", "Tasks still open: {count}", count=row.open_tasks)


def open_short(row: EntryRow) -> str:
    """The same for where room is short."""
    if not isinstance(row, ItemRow) or not row.open_tasks:
        return ""
    return open_tasks_short(row.open_tasks)


def open_tasks_short(count: int) -> str:
    """So many tasks are open."""
    return translate("Checklist", "Open tasks: {count}", count=count)


def differences_label(row: EntryRow) -> str:
    """A mark for fields on which the offices do not agree; empty where they do."""
    return translate("Checklist", "not settled") if row.differences else ""


def tally_label(row: SectionRow) -> str:
    """How many items of a section are done."""
    return f"{row.tally.done}/{row.tally.total}"


def accessible_text(row: Row) -> str:
    """Everything that the row shows, in the order in which it is read."""
    match row:
        case SectionRow():
            done = translate(
                "Checklist", "done: {done}/{total}", done=row.tally.done, total=row.tally.total
            )
            return ", ".join((title(row), done, *_dropped(row)))
        case EntryRow():
            return ", ".join(filter(None, (number(row), title(row), *_standing(row))))
        case _:
            return title(row)


def _dropped(row: SectionRow) -> tuple[str, ...]:
    return (dropped_label(row.tally.dropped),) if row.tally.dropped else ()


def dropped_label(count: int) -> str:
    """What left the total."""
    return translate("Checklist", "not continued: {count}", count=count)


def _standing(row: EntryRow) -> tuple[str, ...]:
    differences = row.differences and translate(
        "Checklist", "unresolved differences: {count}", count=row.differences
    )
    return (
        status_label(row.status),
        timeliness_label(row.timeliness),
        deadline_label(row),
        open_label(row),
        differences or "",
    )


def accessible_description(row: Row) -> str:
    """What helps beyond the row itself: the whole wording, what a key does here."""
    match row:
        case EntryRow() if row.entry.text != row.entry.title:
            return row.entry.text
        case AddRow():
            return translate("Checklist", "Enter adds a task here.")
        case _:
            return ""


def tooltip(row: Row) -> str:
    """The whole wording."""
    if not isinstance(row, EntryRow):
        return ""
    return as_tip(row.entry.text, ", ".join(filter(None, _standing(row))))
