"""The small form in which a deadline is put off: the new one, why, and by which document."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.deadline import Deadline, due_day
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.fields.drafts import DraftBook
from agreement_viewer.ui.fields.due import DueEdit
from agreement_viewer.ui.fields.form_draft import Blank, FormDraft
from agreement_viewer.ui.flow_layout import FlowLayout
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Type

EXTENSION: Final = "extension"
"""The form's name in the drafts."""


class ExtensionForm(QWidget):
    """The deadline before it stays in the record."""

    extended = Signal(Entry, Deadline)
    """The entry as it was shown, and the deadline that is to be recorded for it."""
    ended = Signal()
    """It was recorded, or given up by the officer, who was in the form."""

    def __init__(self, session: Session, drafts: DraftBook, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._entry: Entry | None = None
        self.due = DueEdit(self)
        self.reason = QLineEdit(self)
        self.document = QLineEdit(self)
        self.message = Label("", Type.CAPTION, "bad")
        self._draft = FormDraft(
            drafts,
            EXTENSION,
            {
                "due": Blank(self.due.line.text, self.due.put),
                "reason": Blank(self.reason.text, self.reason.setText),
                "document": Blank(self.document.text, self.document.setText),
            },
            self,
        )
        self._lay_out()
        self.due.edited.connect(self._draft.touch)
        for line in (self.reason, self.document):
            line.textEdited.connect(self._draft.touch)
        for line in (self.due.line, self.reason, self.document):
            line.returnPressed.connect(self._extend)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, 0, 0, theme.S)
        layout.setSpacing(theme.XS)
        for text, field, line in (
            (translate("Details", "New deadline"), self.due, self.due.line),
            (translate("Details", "Reason for extension"), self.reason, self.reason),
            (translate("Details", "Approving document"), self.document, self.document),
        ):
            caption = Label(text, tone="muted")
            caption.setBuddy(line)
            line.setAccessibleName(text)
            layout.addWidget(caption)
            layout.addWidget(field)
        extend = QPushButton(translate("Details", "Record extension"), self)
        extend.clicked.connect(self._extend)
        cancel = QPushButton(translate("Details", "Cancel"), self)
        cancel.clicked.connect(self.finish)
        buttons = FlowLayout()
        buttons.addWidget(extend)
        buttons.addWidget(cancel)
        layout.addWidget(self.message)
        layout.addLayout(buttons)

    def open(self, entry: Entry) -> None:
        """Ask for the extension of the deadline of `entry`."""
        self._entry = entry
        self.due.today = self._session.today()
        self.due.put("")
        self.due.accept("")
        self.reason.clear()
        self.document.clear()
        self._say("")
        self._draft.begin(entry.id)
        self.show()

    def keep(self) -> None:
        """Keep what is typed while another item is shown."""
        if not self.isHidden():
            self._draft.keep()

    def finish(self) -> None:
        """The extension is recorded, or given up."""
        if self._entry:
            self._draft.drop(self._entry.id)
        self.ended.emit()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)

    def _extend(self) -> None:
        if self._entry and self._entry.deadline:
            try:
                self.extended.emit(self._entry, self._extension(self._entry.deadline))
            except UserError as fault:
                self._say(str(fault))

    def _extension(self, before: Deadline) -> Deadline:
        due = self.due.due()
        if due is None:
            self.due.explain(insist=True)
            raise UserError(translate("Details", "State the new deadline in a known form."))
        if not self.reason.text().strip():
            raise UserError(translate("Details", "State the reason for the extension."))
        old, new = (due_day(stated, self._session.today()) for stated in (before.due, due))
        if old and new and new <= old:
            raise UserError(translate("Details", "The new deadline is not later than the old one."))
        return before.extended(due, self.reason.text(), self.document.text())

    def _say(self, text: str) -> None:
        self.message.say(text)
        self.message.setVisible(bool(text))
