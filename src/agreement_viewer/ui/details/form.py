"""The fields of an item or task in two columns; where the panel is narrow, in one."""

from collections.abc import Iterator
from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.fields import TITLE
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.standing import TasksNotice, TimelinessLine
from agreement_viewer.ui.fields.base import Field
from agreement_viewer.ui.fields.date import CompletionField
from agreement_viewer.ui.fields.deadline import DeadlineEdit
from agreement_viewer.ui.fields.drafts import DraftBook
from agreement_viewer.ui.fields.status import StatusField
from agreement_viewer.ui.fields.text import TextField
from agreement_viewer.ui.fields.typed import TypedField
from agreement_viewer.ui.fields.units import LeadField, PartnersField
from agreement_viewer.ui.session import Session

LONG = ("result", "difficulty", "proposal", "note")


class Shape(Enum):
    """How captions stand to their fields."""

    STACKED = 0
    """All above: the text is large for the width."""
    NARROW = 1
    """Beside short fields, above long ones."""
    WIDE = 2
    """All beside."""


class FieldForm(QWidget):
    """Every field is made once and shows one entry after the other."""

    show_tasks_requested = Signal(str)

    def __init__(self, session: Session, drafts: DraftBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shape: Shape | None = None
        self.title = TextField(session, TITLE, drafts, self, one_paragraph=True)
        self.status = StatusField(session, self)
        self.timeliness = TimelinessLine(self)
        self.tasks = TasksNotice(session, self)
        self.tasks.show_requested.connect(self.show_tasks_requested)
        self.completed_on = CompletionField(session, drafts, self)
        self.deadline = DeadlineEdit(session, drafts, self)
        self.lead = LeadField(session, drafts, self)
        self.partners = PartnersField(session, drafts, self)
        self.texts = [TextField(session, name, drafts, self) for name in LONG]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.S)
        self._grid.setColumnStretch(1, 1)

    def fields(self) -> Iterator[Field]:
        """All fields from top to bottom."""
        yield from (self.title, self.status, self.completed_on, self.deadline)
        yield from (self.lead, self.partners, *self.texts)

    def focus_field(self, name: str) -> None:
        """Give the keyboard to the field `name`; one that is not here changes nothing."""
        for field in self.fields():
            if field.name == name:
                field.named.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def select_text(self, name: str) -> None:
        """Let what is typed next take the place of what the field `name` holds."""
        for field in self.typed_fields():
            if field.name == name:
                named = field.named
                editor = named.lineEdit() if isinstance(named, QComboBox) else named
                if isinstance(editor, QLineEdit | QPlainTextEdit):
                    editor.selectAll()

    def typed_fields(self) -> Iterator[TypedField]:
        """Those that are typed."""
        return (field for field in self.fields() if isinstance(field, TypedField))

    def begin(self, entry: Entry, item: Entry) -> None:
        """Show another entry; `item` is the one itself, or the one above a task."""
        for shown in (self.title, self.title.caption):
            shown.setVisible(entry.is_task)
        self.forget()
        self.status.show_entry(entry)
        for field in self.typed_fields():
            field.begin(entry)
        self._show_standing(entry, item)

    def forget(self) -> None:
        """Show nothing that could be recorded."""
        for field in self.fields():
            field.forget()

    def show_entry(self, entry: Entry, item: Entry) -> None:
        """Show what changed in the entry that is shown."""
        for field in self.fields():
            field.show_entry(entry)
        self._show_standing(entry, item)

    def _show_standing(self, entry: Entry, item: Entry) -> None:
        self.timeliness.show_value(entry.timeliness(self._session.today()))
        self.tasks.show_item(item, of_task=entry.is_task)

    def record(self) -> None:
        """Record what is being typed."""
        for field in self.typed_fields():
            field.record()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_grid"):
            self._shape = None
            self._arrange()

    def _arrange(self) -> None:
        """Lay the fields out for the width, measured in the captions' own."""
        captions = [field.caption for field in self.fields()]
        widest = max(
            caption.fontMetrics().horizontalAdvance(caption.text()) for caption in captions
        )
        share = self.width() / max(widest, 1)
        shape = Shape.STACKED if share < 2.2 else Shape.NARROW if share < 4 else Shape.WIDE
        if shape is self._shape:
            return
        self._shape = shape
        self._grid.setColumnMinimumWidth(0, 0 if shape is Shape.STACKED else widest)
        row = 0
        for field in self.fields():
            above = shape is Shape.STACKED or (
                shape is Shape.NARROW and (field in self.texts or field is self.title)
            )
            row = self._place(row, field.caption, field, above=above)
            if field is self.status:
                row = self._place(row, None, self.timeliness, above=shape is Shape.STACKED)
                row = self._place(row, None, self.tasks, above=True)

    def _place(self, row: int, caption: QWidget | None, field: QWidget, *, above: bool) -> int:
        """Put a field into the grid from `row` on; the row after it."""
        columns = 2 if above else 1
        if caption:
            lines = self.completed_on.editor.sizeHint().height(), caption.fontMetrics().height()
            caption.setContentsMargins(0, 0 if above else (lines[0] - lines[1]) // 2, 0, 0)
            top = Qt.AlignmentFlag.AlignBottom if above else Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(caption, row, 0, 1, columns, top)
        first = row + 1 if above and caption else row
        self._grid.addWidget(field, first, 0 if above else 1, 1, columns)
        return first + 1
