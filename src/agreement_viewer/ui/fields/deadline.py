"""The deadline: typed in one line in any of its forms, or put off, which keeps the old one."""

from PySide6.QtWidgets import QPushButton, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.deadline import Condition, Deadline
from agreement_viewer.ledger.fields import DEADLINE
from agreement_viewer.ledger.words import extension_words
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.fields.drafts import DraftBook
from agreement_viewer.ui.fields.due import DueEdit, typed_form
from agreement_viewer.ui.fields.extension import EXTENSION, ExtensionForm
from agreement_viewer.ui.fields.typed import TypedField
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Type


class DeadlineEdit(TypedField):
    """Typing another deadline corrects the one in force; extensions stay with it."""

    def __init__(self, session: Session, drafts: DraftBook, parent: QWidget | None = None) -> None:
        super().__init__(session, DEADLINE, drafts, parent)
        self.editor = DueEdit(self)
        self.editor.edited.connect(self.touch)
        self.editor.condition_kept.connect(self._record_condition)
        self.editor.line.returnPressed.connect(self.record)
        self.extend = QPushButton(translate("Details", "Extend"), self)
        self.extend.setAutoDefault(False)
        self.extend.clicked.connect(self._extend)
        self.editor.add_button(self.extend)
        self.earlier = Label("", Type.CAPTION, "muted")
        self.extension: ExtensionForm | None = None
        """Made when it is first needed."""
        self.place(self.editor, self.earlier, named=self.editor.line)

    def begin(self, entry: Entry) -> None:
        """See TypedField."""
        self.editor.accept("")
        super().begin(entry)
        if self.extension:
            self.extension.hide()
        if entry.deadline and self._drafts.has_form(entry.id, EXTENSION):
            self._open_extension(entry)

    def show_entry(self, entry: Entry) -> None:
        """See TypedField."""
        self.editor.today = self.session.today()
        if entry.deadline and isinstance(entry.deadline.due, Condition):
            self.editor.accept(entry.deadline.due.text)
        super().show_entry(entry)
        self.extend.setEnabled(entry.deadline is not None)
        words = extension_words(entry.deadline) if entry.deadline else []
        self.earlier.say("\n".join(text[:1].upper() + text[1:] for text in words))
        self.earlier.setVisible(bool(words))

    def forget(self) -> None:
        """See Field."""
        super().forget()
        if self.extension:
            self.extension.hide()

    def typed(self) -> str:
        """See TypedField."""
        return self.editor.line.text()

    def put(self, text: str) -> None:
        """See TypedField."""
        self.editor.put(text)

    def text_of(self, entry: Entry) -> str:
        """See TypedField."""
        return typed_form(entry.deadline.due) if entry.deadline else ""

    def value(self, text: str) -> object:
        """See TypedField."""
        if not text.strip():
            return None
        due = self.editor.due()
        if due is None:
            raise UserError("")  # DueEdit says it, and offers to keep it as a condition
        standing = self.entry.deadline if self.entry else None
        return Deadline(due, standing.extensions if standing else ())

    def record(self) -> bool:
        """See TypedField; a text that is not understood is offered as a condition."""
        if self.extension:
            self.extension.keep()
        is_recorded = super().record()
        if not is_recorded:
            self.editor.explain(insist=True)
        return is_recorded

    def _record_condition(self) -> None:
        self.touch()
        self.record()

    def _extend(self) -> None:
        if self.record() and self.entry and self.entry.deadline:
            self._open_extension(self.entry).due.line.setFocus()

    def _open_extension(self, entry: Entry) -> ExtensionForm:
        if self.extension is None:
            self.extension = ExtensionForm(self.session, self._drafts, self)
            self.extension.extended.connect(self._record_extension)
            self.extension.ended.connect(self.extend.setFocus)
            self._layout.insertWidget(self._layout.indexOf(self.earlier) + 1, self.extension)
        self.extension.open(entry)
        return self.extension

    def _record_extension(self, entry: Entry, deadline: Deadline) -> None:
        recorded = self.perform(lambda: actions.set_field(entry, DEADLINE, deadline))
        if recorded and self.extension:
            self.extension.finish()
