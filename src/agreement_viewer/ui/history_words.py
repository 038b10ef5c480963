"""The history of an item in words: which field, from which value to which, by whom and when."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from agreement_viewer.agreement import Agreement
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import CREATE, SET, Change
from agreement_viewer.ledger.fields import (
    EVIDENCE,
    EVIDENCE_FIELDS,
    FIELDS,
    TASK,
    TITLE,
    WITHDRAWN,
)
from agreement_viewer.ui.details_rows import Line
from agreement_viewer.ui.field_words import (
    field_label,
    is_readable,
    value_words,
    when_words,
    who_words,
)
from agreement_viewer.ui.theme import Type

LONGEST: Final = 160
"""Characters of a value that a row shows; the whole stands beneath the list."""


class Event(NamedTuple):
    """One row of the history."""

    change: Change
    replaced: tuple[Change, ...]
    """What the change replaced, as far as it is of the same history."""
    subject: str
    """The task or document that it is about; empty for the item's own fields."""

    @property
    def is_known(self) -> bool:
        """Whether this version understands it."""
        change = self.change
        if change.kind == CREATE:
            return change.field in (TASK, EVIDENCE)
        known = change.field in (*FIELDS, *EVIDENCE_FIELDS, TITLE, WITHDRAWN)
        return change.kind == SET and known and is_readable(change.field, change.value)

    @property
    def withdraws(self) -> bool:
        """Whether something can be brought back here."""
        return self.is_known and self.change.field == WITHDRAWN and self.change.value is True

    @property
    def is_restorable(self) -> bool:
        """Whether a field can have this value back."""
        is_value = self.is_known and self.change.kind == SET
        return is_value and self.change.field != WITHDRAWN


def events(changes: Iterable[Change], subjects: Mapping[str, str]) -> list[Event]:
    """The rows for `changes`, newest first. `subjects` names tasks and documents by their ids.

    The values that a document was added with are told by its adding, not by rows of their own.
    """
    found = sorted(changes, key=lambda change: change.order, reverse=True)
    by_id = {change.id: change for change in found}
    return [
        Event(
            change,
            tuple(by_id[name] for name in change.replaces if name in by_id),
            subjects.get(change.id if change.kind == CREATE else change.item, ""),
        )
        for change in found
        if not _told_by_creation(change, by_id)
    ]


def _told_by_creation(change: Change, by_id: Mapping[str, Change]) -> bool:
    created = by_id.get(change.item)
    if created is None or change.field not in EVIDENCE_FIELDS or change.replaces:
        return False
    return (created.writer, created.at) == (change.writer, change.at)


def event_lines(agreement: Agreement, event: Event) -> Sequence[Line]:
    """A row: when and who, then what."""
    who = f"{when_words(event.change)} · {who_words(agreement, event.change)}"
    return Line(who, Type.CAPTION, "muted"), Line(event_words(event, LONGEST))


def event_words(event: Event, longest: int | None = None) -> str:
    """What was done; values longer than `longest` characters are cut."""
    change = event.change
    if not event.is_known:
        return translate(
            "History",
            "{field}: needs a newer version of the program",
            field=field_label(change.field),
        )
    if change.kind == CREATE:
        if change.field == TASK:
            return translate("History", "Task added: {name}", name=_cut(event.subject, longest))
        return translate("History", "Document added: {name}", name=_cut(event.subject, longest))
    what = field_label(change.field)
    value = _cut(value_words(change.field, change.value), longest)
    if change.field == WITHDRAWN and not event.subject:
        if change.value:
            return translate("History", "Task withdrawn")
        return translate("History", "Task brought back")
    if change.field == WITHDRAWN:
        return f"{_cut(event.subject, longest)}: {value}"
    if event.subject:
        what = f"{_cut(event.subject, longest)} · {what}"
    olds = [_cut(value_words(old.field, old.value), longest) for old in event.replaced]
    if not olds:
        return f"{what}: {value}"
    return f"{what}: {' / '.join(dict.fromkeys(olds))} → {value}"


def _cut(text: str, longest: int | None) -> str:
    line = " ".join(text.split())
    return text if longest is None else line if len(line) <= longest else f"{line[:longest]}…"
