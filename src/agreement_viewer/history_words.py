"""What was recorded, in words: which field, from which value to which; closings and reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import CLOSE, CREATE, PRINT, REDACT, SET, Change
from agreement_viewer.ledger.checklist import Evidence
from agreement_viewer.ledger.fields import (
    EVIDENCE,
    EVIDENCE_FIELDS,
    FIELDS,
    PROFILE,
    REDACTION,
    TASK,
    TEXTS,
    TITLE,
    WITHDRAWN,
)
from agreement_viewer.ledger.periods import RECORD, read_closing, read_print
from agreement_viewer.ledger.redaction import may_redact
from agreement_viewer.ledger.words import change_words, field_label, is_readable, value_words

_LEAD: Final = 40
"""Characters that stand before the first difference of two texts, where both are cut."""


class Event(NamedTuple):
    """One row of the history."""

    change: Change
    replaced: tuple[Change, ...]
    """What the change replaced, as far as it is of the same history."""
    subject: str
    """The task, document or period that it is about; empty for the item's own fields."""
    told: tuple[Change, ...] = ()
    """The changes beside its own that it tells of: the values that something was added with."""

    @property
    def is_known(self) -> bool:
        """Whether this version understands it."""
        change = self.change
        if change.redacted:
            return True
        if change.kind == REDACT:
            return change.field == REDACTION
        if change.kind == CREATE:
            return change.field in (TASK, EVIDENCE)
        if change.kind == CLOSE:
            return read_closing(change) is not None
        if change.kind == PRINT:
            return read_print(change) is not None
        if change.item in (PROFILE, TEXTS):
            return change.kind == SET and isinstance(change.value, dict)
        known = change.field in (*FIELDS, *EVIDENCE_FIELDS, TITLE, WITHDRAWN)
        return change.kind == SET and known and is_readable(change.field, change.value)

    @property
    def withdraws(self) -> bool:
        """Whether something can be brought back here."""
        return self.is_known and self.change.field == WITHDRAWN and self.change.value is True

    def redactable(self) -> list[Change]:
        """The changes it tells of whose words can be taken out."""
        return [change for change in (self.change, *self.told) if may_redact(change)]

    @property
    def is_restorable(self) -> bool:
        """Whether a field can have this value back."""
        is_value = self.is_known and self.change.kind == SET and not self.change.redacted
        return is_value and self.change.field != WITHDRAWN


def events(changes: Iterable[Change], subjects: Mapping[str, str]) -> list[Event]:
    """The rows for `changes`, newest first. `subjects` names tasks and documents by their ids.

    The values that a task or document was added with are told by its adding, not by rows of their
    own.
    """
    found = sorted(changes, key=lambda change: change.order, reverse=True)
    by_id = {change.id: change for change in found}
    told: defaultdict[str, list[Change]] = defaultdict(list)
    for change in found:
        if _told_by_creation(change, by_id):
            told[change.item].append(change)
    return [
        Event(
            change,
            tuple(by_id[name] for name in change.replaces if name in by_id),
            subjects.get(change.id if change.kind == CREATE else change.item, ""),
            tuple(told[change.id]),
        )
        for change in found
        if not _told_by_creation(change, by_id)
    ]


def _told_by_creation(change: Change, by_id: Mapping[str, Change]) -> bool:
    created = by_id.get(change.item)
    if created is None or change.field not in (*EVIDENCE_FIELDS, TITLE) or change.replaces:
        return False
    return (created.writer, created.at) == (change.writer, change.at)


def document_name(document: Evidence) -> str:
    """The shortest words that name a document."""
    number, subject = document.cell("number").text(), document.cell("subject").text()
    file = document.file.name if document.file else ""
    return number or subject or file or translate("Evidence", "document without a number")


def event_words(event: Event, longest: int | None = None) -> str:
    """What was done; values longer than `longest` characters are cut."""
    change = event.change
    if change.kind == REDACT:
        return _redaction_words(event, longest)
    if not event.is_known:
        return translate(
            "History",
            "{field}: needs a newer version of the program",
            field=field_label(change.field),
        )
    if change.kind == SET:
        return _set_words(event, longest)
    if change.kind == CLOSE:
        return _closing_words(change)
    if change.kind == PRINT:
        return _print_words(change)
    (name,) = _lines([event.subject], longest)
    if change.field == TASK:
        return translate("History", "Task added: {name}", name=name)
    return translate("History", "Document added: {name}", name=name)


def _set_words(event: Event, longest: int | None) -> str:
    change = event.change
    if change.field == WITHDRAWN:
        return _withdrawal_words(event, longest)
    if change.item in (PROFILE, TEXTS) and not change.redacted:
        (value,) = _lines(["; ".join(_texts_in(change.value))], longest)
        return f"{_record_label(change.item)}: {value}"
    what = field_label(change.field)
    if event.subject:
        what = f"{_lines([event.subject], longest)[0]} · {what}"
    values = [change_words(each) for each in (*event.replaced, change)]
    *olds, new = _lines(values, longest)
    return f"{what}: {' / '.join(dict.fromkeys(olds))} → {new}" if olds else f"{what}: {new}"


def _withdrawal_words(event: Event, longest: int | None) -> str:
    change = event.change
    if event.subject:
        subject = _lines([event.subject], longest)[0]
        return f"{subject}: {value_words(change.field, change.value)}"
    if change.value:
        return translate("History", "Task withdrawn")
    return translate("History", "Task brought back")


def _redaction_words(event: Event, longest: int | None) -> str:
    change = event.change
    reason = change_words(change) if change.redacted else str(change.body.get("reason", ""))
    whole = " · ".join(filter(None, (event.subject, *map(_place_words, event.replaced))))
    place, reason = _lines([whole], longest)[0], _lines([reason], longest)[0]
    if place:
        return translate(
            "History", "Removed as a secret ({place}): {reason}", place=place, reason=reason
        )
    return translate("History", "Removed as a secret: {reason}", reason=reason)


def _place_words(change: Change) -> str:
    if change.item in (PROFILE, TEXTS):
        return _record_label(change.item)
    return field_label(change.field)


def _record_label(item: str) -> str:
    if item == PROFILE:
        return translate("History", "Report's heading")
    return translate("History", "Report's own texts")


def _texts_in(value: Any) -> list[str]:
    """The texts of a record, in its own order."""
    match value:
        case str():
            return [value] if value else []
        case dict():
            return [text for inner in value.values() for text in _texts_in(inner)]
        case list():
            return [text for inner in value for text in _texts_in(inner)]
        case _:
            return []


def _closing_words(change: Change) -> str:
    closing = read_closing(change)
    name = closing.period.name if closing else change_words(change)
    return translate("History", "Figures closed: {name}", name=name)


def _print_words(change: Change) -> str:
    from agreement_viewer.report.figures import code_of  # with a report's whole tree

    printed = read_print(change)
    if printed is None:
        return translate("History", "Report issued")
    code = code_of(printed.basis.figures)
    if change.field == RECORD:
        return translate("History", "Reconciliation record issued, code {code}", code=code)
    return translate("History", "Report issued, code {code}", code=code)


def _lines(texts: list[str], longest: int | None) -> list[str]:
    """The texts; where they may be no longer than that, each as a line around what differs."""
    if longest is None:
        return texts
    lines = [" ".join(text.split()) for text in texts]
    start = 0
    if len(lines) > 1 and max(map(len, lines)) > longest:
        letters = enumerate(zip(*lines, strict=False))
        differing = (place for place, each in letters if len(set(each)) > 1)
        common = next(differing, min(map(len, lines)))
        if common > longest - _LEAD:
            start = lines[0].rfind(" ", 0, common - _LEAD) + 1
    return [_part(line, start, start + longest) for line in lines]


def _part(line: str, start: int, end: int) -> str:
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"
