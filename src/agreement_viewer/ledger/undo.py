"""Undo and redo of this session's own actions. Both append; nothing is taken out of the ledger.

An action can be undone while its result, or a change that restores it, is still the head. What it
replaced comes back as one `set` for each replaced change, so that an undone settlement shows both
values again.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.actions import Find
from agreement_viewer.ledger.change import CREATE, Change
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import REDACTION, WITHDRAWN
from agreement_viewer.ledger.fold import Heads

MOST_ACTIONS: Final = 1000
"""How many of the last actions can be undone: a window may stay open for weeks."""


class _FieldStep(Struct, frozen=True):
    """A field's values before and after; to undo is to bring `before` back in place of `after`."""

    item: str
    name: str
    before: tuple[Change, ...]
    after: tuple[Change, ...]

    def undo(self, heads: Heads, find: Find) -> list[Edit]:
        current = heads.of(self.item, self.name)
        roots = {_root(change, find) for change in self.after}
        standing = [head for head in current if self._stands(head, roots, find)]
        if {_root(head, find) for head in standing if roots} != roots or (
            not roots and len(standing) < len(current)
        ):
            raise _gone_on(head for head in current if head not in standing)
        ids = [head.id for head in standing]
        before = [find(change.id) or change for change in self.before]
        if any(change.redacted for change in before):
            raise UserError(
                translate("Undo", "What stood here was removed as a secret: it does not come back.")
            )
        return [self._bring_back(change, ids) for change in before or (None,)]

    def _stands(self, head: Change, roots: set[str], find: Find) -> bool:
        """Whether `head` is of the state after the action; an emptied field is as if never set."""
        return _root(head, find) in roots if roots else _is_empty(head)

    def _bring_back(self, change: Change | None, replaces: Sequence[str]) -> Edit:
        if change is None:
            return Edit.set(self.item, self.name, None, replaces)
        more = {"saw": list(change.saw)} if change.saw else {}
        return Edit.set(self.item, self.name, change.value, replaces, restores=change.id, **more)

    def reversed(self) -> "_FieldStep":
        return _FieldStep(self.item, self.name, self.after, self.before)


class _CreateStep(Struct, frozen=True):
    """A thing that the action made; to undo is to withdraw it, to redo to bring it back."""

    thing: str
    made: frozenset[str]
    exists: bool = True

    def undo(self, heads: Heads, find: Find) -> list[Edit]:
        marks = [head.id for head in heads.of(self.thing, WITHDRAWN)]
        if not self.exists:
            return [Edit.set(self.thing, WITHDRAWN, False, marks)]
        others = [
            head
            for head in heads.of_item(self.thing)
            if _root(head, find) not in self.made and not _is_void(head, heads)
        ]
        if others:
            raise _gone_on(others)
        saw = sorted(head.id for head in heads.of_item(self.thing))
        return [Edit.set(self.thing, WITHDRAWN, True, marks, saw=saw)]

    def reversed(self) -> "_CreateStep":
        return _CreateStep(self.thing, self.made, not self.exists)


_Step = _FieldStep | _CreateStep


class UndoStack:
    """The actions of this session, ready to be undone and redone, newest last."""

    def __init__(self) -> None:
        self._done: list[tuple[_Step, ...]] = []
        self._undone: list[tuple[_Step, ...]] = []

    @property
    def can_undo(self) -> bool:
        """Whether an action is left to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether an undone action can be done again."""
        return bool(self._undone)

    def record(self, changes: Sequence[Change], replaced: Iterable[Change]) -> None:
        """Remember an action: the changes that it appended, and those that they replaced."""
        by_id = {change.id: change for change in replaced}
        self._done.append(_steps(changes, by_id))
        del self._done[:-MOST_ACTIONS]
        self._undone.clear()

    def undo_edits(self, heads: Heads, find: Find) -> list[Edit]:
        """The edits that undo the last action. Raises UserError where somebody went on."""
        return _edits(self._done[-1], heads, find)

    def redo_edits(self, heads: Heads, find: Find) -> list[Edit]:
        """The edits that do the last undone action again. Raises UserError likewise."""
        return _edits([step.reversed() for step in self._undone[-1]], heads, find)

    def undone(self) -> None:
        """The edits of `undo_edits` are in the ledger."""
        self._undone.append(self._done.pop())

    def redone(self) -> None:
        """The edits of `redo_edits` are in the ledger."""
        self._done.append(self._undone.pop())


def _steps(changes: Sequence[Change], replaced: dict[str, Change]) -> tuple[_Step, ...]:
    created = {change.id for change in changes if change.kind == CREATE}
    made = frozenset(change.id for change in changes)
    steps: list[_Step] = [_CreateStep(id, made) for id in sorted(created)]
    for change in changes:
        if change.kind != CREATE and change.item not in created:
            known = (replaced[name] for name in change.replaces if name in replaced)
            before = tuple(sorted(known, key=lambda change: change.order))
            steps.append(_FieldStep(change.item, change.field, before, (change,)))
    return tuple(steps)


def _edits(steps: Iterable[_Step], heads: Heads, find: Find) -> list[Edit]:
    return [edit for step in steps for edit in step.undo(heads, find)]


def _is_void(head: Change, heads: Heads) -> bool:
    """Whether `head` leaves nothing behind: an emptied field, a mark, a thing since withdrawn."""
    if head.kind == CREATE:
        return any(mark.value is True for mark in heads.of(head.id, WITHDRAWN))
    return head.field in (WITHDRAWN, REDACTION) or head.value is None


def _is_empty(head: Change) -> bool:
    """Whether its field is as if never set: nothing stands in it, or a withdrawal taken back."""
    return head.value is None or (head.field == WITHDRAWN and head.value is False)


def _root(change: Change, find: Find) -> str:
    """The change whose value `change` brings back, through all restorings."""
    while change.restores and (older := find(change.restores)):
        change = older
    return change.id


def _gone_on(heads: Iterable[Change]) -> UserError:
    last = max(heads, key=lambda head: head.order, default=None)
    who = last.by.name if last else ""
    return UserError(
        translate(
            "Undo",
            "{who} has changed this since; choose the value in the history.",
            who=who,
        )
    )
