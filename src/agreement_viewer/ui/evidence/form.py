"""The small form for a document of evidence: its details, and optionally its file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.checklist import Evidence
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.ledger.words import field_label
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.evidence.lines import DocumentLines
from agreement_viewer.ui.fields.difference import DifferenceBox
from agreement_viewer.ui.fields.drafts import DraftBook
from agreement_viewer.ui.fields.form_draft import FormDraft
from agreement_viewer.ui.flow_layout import FlowLayout
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Type

EVIDENCE_FORM: Final = "evidence"
"""The form's name in the drafts."""


class Submission(NamedTuple):
    """A filled form: a new document beneath `item`, or new values for a document as shown."""

    item: str
    document: Evidence | None
    values: Mapping[str, object]
    source: Path | None
    """The file that is to be copied in first."""

    @property
    def place(self) -> str:
        """What the form's drafts are kept under."""
        return self.document.id if self.document else self.item

    def edits(self, file: EvidenceFile | None) -> list[Edit]:
        """What records it, with the file that was copied in. Raises UserError."""
        values = {**self.values, "file": file} if file else dict(self.values)
        if self.document is None:
            return actions.add_evidence(self.item, values)
        return [
            edit
            for name, value in values.items()
            for edit in actions.set_field(self.document, name, value)
        ]


class EvidenceForm(QWidget):
    """What is typed into it is kept as drafts."""

    submitted = Signal(Submission)
    file_wanted = Signal()
    chosen = Signal(Evidence, Change)
    """One of the different values of a document's field is to stand."""
    closed = Signal()

    def __init__(self, session: Session, drafts: DraftBook, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._item = ""
        self._document: Evidence | None = None
        self._source: Path | None = None
        self.lines = DocumentLines(self)
        self.differences = {name: DifferenceBox(self) for name in (*self.lines.blanks(), "file")}
        for box in self.differences.values():
            box.chosen.connect(lambda head: self.chosen.emit(self._document, head))
        self.draft = FormDraft(drafts, EVIDENCE_FORM, self.lines.blanks(), self)
        self.lines.edited.connect(self.draft.touch)
        self.lines.entered.connect(self.submit)
        self.lines.subject.refused.connect(self.say)
        self.choose = QPushButton(translate("Evidence", "Choose file…"), self)
        self.choose.clicked.connect(self.file_wanted)
        self.file_name = Label()
        self.accept = QPushButton(self)
        self.accept.clicked.connect(self.submit)
        self.cancel = QPushButton(translate("Evidence", "Cancel"), self)
        self.cancel.clicked.connect(self.give_up)
        self._message = Label("", Type.CAPTION, "bad")
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QFormLayout(self)
        layout.setContentsMargins(theme.M, theme.XS, 0, theme.XS)
        layout.setHorizontalSpacing(theme.M)
        layout.setVerticalSpacing(theme.S)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, line in self.lines.widgets().items():
            caption = Label(field_label(name), tone="muted")
            caption.setWordWrap(False)
            caption.setBuddy(line)
            line.setAccessibleName(field_label(name))
            layout.addRow(caption, _column(line, self.differences[name]))
        file_row = QHBoxLayout()
        file_row.setSpacing(theme.S)
        file_row.addWidget(self.choose)
        file_row.addWidget(self.file_name, 1)
        layout.addRow(Label(field_label("file"), tone="muted"), file_row)
        layout.addRow(self.differences["file"])
        layout.addRow(self._message)
        buttons = FlowLayout()
        buttons.addWidget(self.accept)
        buttons.addWidget(self.cancel)
        layout.addRow(buttons)

    def open(self, item: str, document: Evidence | None) -> None:
        """Ask for a new document beneath `item`, or for changes to `document` as shown."""
        self._item, self._document, self._source = item, document, None
        self.lines.show_document(document, self._session.today())
        for name, box in self.differences.items():
            if document:
                box.show_cell(
                    self._session.agreement, document.cell(name), self._session.ledger.find
                )
            else:
                box.hide()
        kept = document.file if document else None
        self.file_name.say(kept.name if kept else "")
        self.accept.setText(
            translate("Evidence", "Save") if document else translate("Evidence", "Add")
        )
        self.say("")
        self.draft.begin(document.id if document else item)
        self.setEnabled(True)
        self.show()

    def attach(self, source: Path) -> None:
        """Take this file; it is copied in when the form is submitted."""
        self._source = source
        self.file_name.say(source.name)

    def submit(self) -> None:
        """Hand over what is filled in, or say what is wrong with it."""
        try:
            values = self.lines.values()
        except UserError as fault:
            self.say(str(fault))
            return
        self.say("")
        self.submitted.emit(Submission(self._item, self._document, values, self._source))

    def give_up(self) -> None:
        """Close the form; what was typed is forgotten."""
        self.draft.drop(self._document.id if self._document else self._item)
        self.close_form()

    def close_form(self) -> None:
        """Close the form."""
        self.hide()
        self.closed.emit()

    def say(self, text: str) -> None:
        """Show what is wrong beneath the lines."""
        self._message.say(text)
        self._message.setVisible(bool(text))


def _column(*widgets: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.XS)
    for widget in widgets:
        layout.addWidget(widget)
    return column
