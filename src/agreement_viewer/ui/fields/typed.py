"""A field that is typed: recorded on leaving it, kept as a draft meanwhile, never disturbed.

UniKey types by Backspace and replacement, so between two keys nothing may change the text, move
the cursor or take the focus. While an officer types, the field keeps what it showed when he or she
began, and replaces just that; what came in meanwhile is shown as a difference afterwards.
"""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import parse_value, to_value
from agreement_viewer.ui.fields.base import STAYS, Field
from agreement_viewer.ui.fields.drafts import DraftBook, DraftOffer, Place
from agreement_viewer.ui.mouse_release import MouseRelease
from agreement_viewer.ui.session import Session

_KEY = QKeySequence.StandardKey


class TypedField(Field):
    """Subclasses say how their editor gives and takes text, and what a text means."""

    DRAFT_MS = 2000
    """How long after the last key a draft is kept."""

    def __init__(
        self, session: Session, name: str, drafts: DraftBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, name, parent)
        self._drafts = drafts
        self._shown = ""
        self._touched = False
        self._held_back: Entry | None = None
        """What came in while the officer was typing."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep_draft)
        self._offer: DraftOffer | None = None
        self._release = MouseRelease(self)
        self._release.came.connect(self.record)

    def typed(self) -> str:
        """The text in the editor."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Put `text` into the editor; this is not typing."""
        raise NotImplementedError

    def text_of(self, entry: Entry) -> str:
        """The field's value as it is typed."""
        return entry.cell(self.name).text()

    def value(self, text: str) -> object:
        """What `text` means. Raises UserError."""
        return parse_value(self.name, text)

    def place(self, *editors: QWidget, named: QWidget) -> None:
        """See Field; `named` is where the officer types."""
        super().place(*editors, named=named)
        named.installEventFilter(self)

    def begin(self, entry: Entry) -> None:
        """Show another item's field, with what was typed into it and not recorded."""
        self.entry = self._held_back = None
        self._touched = False
        self.say("")
        self.show_entry(entry)
        text = self._drafts.typed(self._place())
        if text is not None and text != self._shown:
            self.put(text)
            self._touched = True
        self._look_for_draft()

    def show_entry(self, entry: Entry) -> None:
        """Show the field of `entry`, but not over what is being typed."""
        is_typing = self.entry is not None and self._is_typing()
        was_waiting = self._place(entry) in self._drafts.waiting
        waits = self.entry is not None and was_waiting and not self._is_saved_now(entry)
        if waits or (is_typing and not was_waiting):
            self._held_back = entry
            return
        self._held_back = None
        super().show_entry(entry)
        if not is_typing:
            self._put_value(entry)

    def touch(self) -> None:
        """Something was typed."""
        self._touched = True
        self.say("")
        self._timer.start(self.DRAFT_MS)

    def record(self) -> bool:
        """Record what was typed. False where it could not be: it stays, as a draft too."""
        self._timer.stop()
        if self.entry is None or not self._is_dirty():
            self._touched = False
            self.keep_draft()
            if self.entry and self._held_back:
                self.show_entry(self._held_back)
            return True
        return self._record(self.entry, self.typed())

    def _record(self, entry: Entry, text: str) -> bool:
        place = self._place()
        try:
            edits, value = self._edits(entry, text), to_value(self.value(text))
        except UserError as fault:
            self.say(str(fault))
            self.keep_draft()
            return False
        self._touched, self._shown = False, text
        self._drafts.waiting.pop(place, None)
        if not self.session.perform(edits):
            self._drafts.keep(place, text)
            self._drafts.waiting[place] = value
            return False
        self._drafts.drop(place)
        if self.entry and self._place() == place:
            self._put_value(self.entry)
        return True

    def _edits(self, entry: Entry, text: str) -> list[Edit]:
        return actions.set_value(entry, self.name, self.value(text), self.session.today())

    def keep_draft(self) -> None:
        """Keep what is typed now; drop a draft of what is typed no more."""
        if self.entry is None:
            return
        if self._is_dirty():
            self._drafts.keep(self._place(), self.typed())
        elif self._place() not in self._drafts.waiting and self._drafts.typed(self._place()):
            self._drafts.drop(self._place())

    def use(self, head: Change) -> None:
        """Let the value of `head` stand; what was typed is recorded first, for the history."""
        self.record()
        self._touched = False
        super().use(head)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Record when the editor is left; only keep a draft when the focus will come back.

        Ctrl+Z and Ctrl+Y, which the editor would keep to itself, are the window's where nothing
        is typed.
        """
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes, redoes = event.matches(_KEY.Undo), event.matches(_KEY.Redo)
            if (undoes or redoes) and not self._has_step(redo=redoes):
                event.ignore()
                return True
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() in STAYS:
                self.keep_draft()
            elif QApplication.mouseButtons():
                self._release.wait()  # recording would move what is being clicked
            else:
                self.record()
        return super().eventFilter(watched, event)

    def _has_step(self, *, redo: bool) -> bool:
        """Whether what is being typed has a step to undo or redo."""
        editor = self.named.lineEdit() if isinstance(self.named, QComboBox) else self.named
        steps = editor.document() if isinstance(editor, QPlainTextEdit) else editor
        if not self._touched or not isinstance(steps, QLineEdit | QTextDocument):
            return False
        return steps.isRedoAvailable() if redo else steps.isUndoAvailable()

    def _look_for_draft(self) -> None:
        """Offer what an earlier run left; that is rare, so the offer is made when needed."""
        if self._offer is None and self._drafts.found(self._place()) is not None:
            self._offer = DraftOffer(self._drafts, self)
            self._offer.restored.connect(self._restore_draft)
            self._layout.addWidget(self._offer)
        if self._offer:
            self._offer.look(self._place(), self._shown)

    def _restore_draft(self, text: str) -> None:
        self.put(text)
        self.touch()
        self.keep_draft()
        self.named.setFocus()

    def _place(self, entry: Entry | None = None) -> Place:
        shown = entry or self.entry
        return (shown.id if shown else "", self.name)

    def _is_dirty(self) -> bool:
        return self._touched and self.typed() != self._shown

    def _is_typing(self) -> bool:
        return self._touched and (self._is_dirty() or self.named.hasFocus())

    def _is_saved_now(self, entry: Entry) -> bool:
        value = self._drafts.waiting[self._place(entry)]
        if all(head.value != value for head in entry.cell(self.name).heads):
            return False
        del self._drafts.waiting[self._place(entry)]
        if not self._is_dirty():
            self._drafts.drop(self._place(entry))
        return True

    def _put_value(self, entry: Entry) -> None:
        """Show the value, leaving alone a text that has the focus and means the same."""
        if not (self.named.hasFocus() and self._means(entry.cell(self.name).value)):
            self.put(self.text_of(entry))
        self._shown = self.typed()

    def _means(self, value: object) -> bool:
        try:
            return bool(to_value(self.value(self.typed())) == value)
        except UserError:
            return False
