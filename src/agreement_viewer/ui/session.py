"""The session: takes what an officer intends, records it, and tells the views what changed.

Views read `checklist` and refresh only what a `Touched` names. Nothing else writes to the ledger.
"""

import contextlib
import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from msgspec import structs
from PySide6.QtCore import QObject, QTimer, Signal

from agreement_viewer.agreement import Agreement
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.asof import end_of
from agreement_viewer.ledger.change import CREATE, SET, By, Change
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.ledger.edit import Edit, instant
from agreement_viewer.ledger.fields import WITHDRAWN
from agreement_viewer.ledger.fold import Heads
from agreement_viewer.ledger.undo import UndoStack
from agreement_viewer.log import note
from agreement_viewer.store.database import StoreBusy
from agreement_viewer.store.drafts import Drafts
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Appended, Ledger, only_a_view

Clock = Callable[[], datetime.datetime]

BUSY_SECONDS: Final = 0.1
"""How long the window may stand still for another program that is writing."""
RETRY_MS: Final = 1000
"""When it tries again by itself."""


class Touched(NamedTuple):
    """What a view must show anew: these items and things, and whether rows came or went."""

    items: frozenset[str]
    structure: bool

    @classmethod
    def by(cls, changes: Iterable[Change]) -> "Touched":
        """What `changes` touch."""
        changes = list(changes)
        structure = any(c.kind == CREATE or c.field == WITHDRAWN for c in changes)
        return cls(frozenset(change.item for change in changes), structure)


class Session(QObject):
    """One open programme and its ledger, for one window."""

    changed = Signal(Touched)
    saved = Signal(datetime.datetime)
    """An action is on the disk; `changed` follows once the checklist shows it."""
    failed = Signal(str)
    """A save failed, for the reason in this sentence; `retry` does it again."""
    refused = Signal(str)
    """What was intended is not possible, for the reason in this sentence."""
    stepped = Signal(str)
    """Something was undone or redone in this item or task, or in it first."""
    opened = Signal()
    """Another programme was opened: everything is to be shown anew."""

    def __init__(self, folder: DataFolder, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.settings = folder.settings.values
        self._clock = clock
        self._unsaved: list[Sequence[Edit]] = []
        self._again = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._again.timeout.connect(self.retry)
        self._unreadable = ""
        self.past: datetime.date | None = None
        """The day that is looked back at; None for the present."""

    def open(self, agreement: Agreement, data: bytes) -> None:
        """Show `agreement`, read from a file with the bytes `data`. Raises UserError."""
        self.ledger: Ledger = self.folder.ledger(agreement, data)
        self.agreement = agreement
        self.drafts: Drafts = self.folder.drafts(agreement)
        self._show_present()
        self._undo_stack = UndoStack()
        self.past = None
        self.folder.database.wait_at_most(BUSY_SECONDS)
        self.opened.emit()

    def look_back(self, day: datetime.date, heads: Heads) -> None:
        """Show the checklist with the heads of the end of `day`; nothing can be changed there."""
        self.checklist = Checklist(self.agreement, heads)
        self.past = day
        self.opened.emit()

    def return_to_present(self) -> None:
        """Show what is recorded now, and let it be changed again."""
        self.ledger.refresh()
        self._show_present()
        self.past = None
        self.opened.emit()

    def _show_present(self) -> None:
        self._heads = self.ledger.heads
        self.checklist = Checklist(self.agreement, self._heads)

    def now(self) -> datetime.datetime:
        """The moment, with the computer's time zone."""
        return self._clock()

    def today(self) -> datetime.date:
        """The day on the officer's wall calendar, or the one that is looked back at."""
        return self.past or self._clock().date()

    @property
    def until(self) -> str | None:
        """Up to when is looked back, as in `Change.at`; None for the present."""
        return instant(end_of(self.past, self.now().tzinfo)) if self.past else None

    @property
    def officer(self) -> By:
        """Who works here, as entered; changes carry it."""
        return self.settings.officer

    def identify(self, name: str, unit: str) -> None:
        """Keep who works here. Raises UserError."""
        self.settings.officer_name = name
        self.settings.officer_unit = unit
        self.folder.settings.save()

    def perform(self, edits: Sequence[Edit]) -> bool:
        """Record an action. False where it could not be saved: it is kept for `retry`."""
        if not edits:
            return True
        if self.refuses():
            return True
        self._supersede(edits)
        try:
            self._record(edits)
        except UserError as fault:
            self.keep(edits, fault)
            return False
        return True

    def refuses(self) -> bool:
        """Whether nothing can be changed, for a past day or a view is shown; then it is said."""
        if self.folder.is_view:
            self.refused.emit(only_a_view())
            return True
        if self.past:
            self.refused.emit(
                translate("Session", "A past day is shown and cannot be changed: return to today.")
            )
        return self.past is not None

    def record(self, edits: Sequence[Edit]) -> None:
        """Record what is no action to undo: a closed period, a printed report. Raises UserError."""
        self._announce(self._append(edits))

    def redaction(self, changes: Sequence[Change], reason: str) -> Callable[[], None]:
        """What takes the words of `changes` out for ever, to be run off the GUI thread.

        It raises UserError; `redacted` is to follow either way.
        """
        ledger, by, now = self.ledger, self.officer, self._clock()

        def redact() -> None:
            with ledger.aside() as aside:
                aside.redact(changes, reason, by, now)

        return redact

    def redacted(self, id: str) -> None:
        """Show all anew, with `id` current: what was read may hold words that are taken out."""
        self.return_to_present()
        self.stepped.emit(self._shown_at(id))

    def take(self, changes: Sequence[Change]) -> None:
        """Show an action that was recorded in another thread, by `ledger.record`."""
        self.saved.emit(self._clock())
        self._complete(self.ledger.count(list(changes)))

    def keep(self, edits: Sequence[Edit], fault: UserError) -> None:
        """Keep for `retry` an action that could not be recorded because of `fault`."""
        note("not saved", fault)
        self._unsaved.append(edits)
        self._fail(fault)

    def retry(self) -> bool:
        """Record the actions that could not be saved, oldest first."""
        while self._unsaved:
            edits = self._unsaved.pop(0)
            try:
                self._record(edits)
            except UserError as fault:
                self._unsaved.insert(0, edits)
                self._fail(fault)
                return False
        return True

    def resume(self, actions: Iterable[Sequence[Edit]]) -> None:
        """Record what an earlier window could not save; what it stood on may be lost since."""
        for action in actions:
            self.perform([self._standing(edit) for edit in action])

    def _standing(self, edit: Edit) -> Edit:
        here = [id for id in edit.replaces if self.ledger.find(id)]
        # A new thing is named by the edits that follow it, so it stays the same object.
        return structs.replace(edit, replaces=here) if edit.replaces else edit

    def _fail(self, fault: UserError) -> None:
        if isinstance(fault, StoreBusy):
            self._again.start()
        self.failed.emit(str(fault))

    @property
    def is_waiting(self) -> bool:
        """Whether another program keeps it from saving, and it will try again by itself."""
        return self._again.isActive()

    @property
    def unsaved(self) -> Sequence[Sequence[Edit]]:
        """The actions that wait for `retry`."""
        return self._unsaved

    @property
    def can_undo(self) -> bool:
        """Whether an action of this session can be undone."""
        return not self.past and self._undo_stack.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether an undone action can be done again."""
        return not self.past and self._undo_stack.can_redo

    def undo(self) -> None:
        """Undo this session's last action, or say who went on."""
        self.refresh()
        if self.can_undo:
            self._step(self._undo_stack.undo_edits, self._undo_stack.undone)

    def redo(self) -> None:
        """Do the last undone action again, or say who went on."""
        self.refresh()
        if self.can_redo:
            self._step(self._undo_stack.redo_edits, self._undo_stack.redone)

    def refresh(self) -> None:
        """Look whether another process (the command line) has written, and show it."""
        try:
            self.ledger.refresh()
        except UserError as fault:
            if str(fault) != self._unreadable:  # said once, not every time that it looks
                self._unreadable = str(fault)
                self.refused.emit(str(fault))
            return
        self._unreadable = ""
        self._catch_up()

    def _catch_up(self) -> None:
        """Show what the ledger has read anew, whoever had it do so."""
        if self.past or self.ledger.heads is self._heads:
            return
        items = self._heads.differing(self.ledger.heads)
        self._show_present()
        self.changed.emit(Touched(items, structure=True))

    def go_on_as(self, writer: str) -> None:
        """Append under another writer from now on, and show what a restore has brought."""
        self.ledger.go_on_as(writer)
        self.refresh()

    def history(self, *ids: str) -> list[Change]:
        """All changes on these items and things, newest first; of a past day those made by then."""
        until, changes = self.until, self.ledger.history(ids)
        return [change for change in changes if until is None or change.at <= until]

    def _step(self, edits: Callable[..., list[Edit]], taken: Callable[[], None]) -> None:
        try:
            appended = self._append(edits(self.ledger.heads, self.ledger.find))
        except UserError as reason:
            self.refused.emit(str(reason))
            return
        taken()
        self._announce(appended)
        self.stepped.emit(self._shown_at(appended.changes[0].item))

    def _shown_at(self, id: str) -> str:
        """The item or task itself; where it is shown no more, or is a document, what it is of."""
        while self.checklist.entry(id) is None and (created := self.ledger.find(id)):
            id = created.item
        return id

    def _supersede(self, edits: Sequence[Edit]) -> None:
        """What still waits to be saved in a field gives way to what is now entered there."""
        if not self._unsaved:
            return
        entered = {(edit.item, edit.field) for edit in edits if edit.kind == SET}
        waiting = (
            [edit for edit in action if edit.kind != SET or (edit.item, edit.field) not in entered]
            for action in self._unsaved
        )
        self._unsaved = [action for action in waiting if action]

    def _record(self, edits: Sequence[Edit]) -> None:
        """Raises UserError; then nothing was recorded."""
        self._complete(self._append(edits))

    def _complete(self, appended: Appended) -> None:
        self._undo_stack.record(*appended)
        self._announce(appended)

    def _append(self, edits: Sequence[Edit]) -> Appended:
        now = self._clock()
        changes = self.ledger.record(edits, self.officer, now)
        self.saved.emit(now)
        return self.ledger.count(changes)

    def _announce(self, appended: Appended) -> None:
        self._catch_up()
        self.changed.emit(Touched.by(appended.changes))

    def checkpoint(self) -> None:
        """Take the database's log into its file: for a moment in which nobody waits."""
        with contextlib.suppress(UserError):  # the log has everything; the next pause will do
            self.ledger.checkpoint()
