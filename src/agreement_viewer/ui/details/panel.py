"""The details of one item or task: what was signed, how it stands, what shows it, its history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import is_id
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.form import FieldForm
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.details.shown import entry_as_shown, find_entry
from agreement_viewer.ui.details.warnings import Warnings
from agreement_viewer.ui.details.wording import WordingView
from agreement_viewer.ui.evidence.section import EvidenceSection
from agreement_viewer.ui.fields.drafts import DraftBook
from agreement_viewer.ui.history.section import HistorySection
from agreement_viewer.ui.session import Session, Touched
from agreement_viewer.ui.tab_order import TabOrder

_WIDE = 560
"""Pixels from which two texts stand side by side."""


class DetailsPanel(QWidget):
    """Shows one entry at a time; what is typed is recorded on leaving a field."""

    show_tasks_requested = Signal(str)
    """The officer wants to see the open tasks of this item."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._id = ""
        self._parent: str | None = None
        drafts = DraftBook(session, self)
        self._empty = Label(translate("Details", "No line of the list is chosen."), tone="muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = QScrollArea(self)
        page = QWidget(self._scroll)  # parents first: what is moved later is styled twice
        self._scroll.setWidget(page)
        self.wording = WordingView(page)
        self.warnings = Warnings(session, page)
        self.form = FieldForm(session, drafts, page)
        self.form.show_tasks_requested.connect(self.show_tasks_requested)
        self.evidence = EvidenceSection(session, drafts, page)
        self.history = HistorySection(session, page)
        TabOrder(page)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(translate("Details", "Details"))
        self._lay_out(page)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scroll)
        session.changed.connect(self._follow)
        session.opened.connect(self._forget)

    def _lay_out(self, page: QWidget) -> None:
        layout = QVBoxLayout(page)
        layout.setContentsMargins(theme.M, theme.S, theme.M, theme.M)
        layout.setSpacing(theme.S)
        for part in (self.wording, self.warnings, self.form, self.evidence, self.history):
            layout.addWidget(part)
        layout.addStretch(1)

    def show_item(self, id: str) -> None:
        """Show the item or task `id`; "" or one that is shown nowhere leaves the panel empty."""
        if id == self._id:
            return
        self.save()
        self._id = id
        created = self._session.ledger.find(id) if is_id(id) else None
        self._parent = created.item if created else None
        entry = self._entry()
        if entry is None:
            self._forget()
            return
        shown, item = entry_as_shown(self._session.checklist, entry), self._item(entry)
        self.wording.show_entry(self._session.agreement, entry, item)
        self.warnings.show_entry(shown)
        self.form.begin(shown, item)
        self.evidence.begin(shown)
        self.history.show_entry(entry)
        self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._scroll)

    def save(self) -> None:
        """Record the field that is being typed."""
        self.form.record()
        self.evidence.keep()

    def keep_drafts(self) -> None:
        """Keep what is being typed without recording it."""
        for field in self.form.typed_fields():
            field.keep_draft()
        self.evidence.keep()

    def _entry(self) -> Entry | None:
        """The entry that is shown; None where no list shows it any more."""
        return find_entry(self._session.checklist, self._id, self._parent)

    def _item(self, entry: Entry) -> Entry:
        above = find_entry(self._session.checklist, self._parent, None) if self._parent else None
        return above or entry

    def _forget(self) -> None:
        """Show nothing, once another programme is open say; what was typed is kept as drafts."""
        self._id = ""
        for part in (self.form, self.evidence):
            part.setEnabled(self._session.past is None)
        self.form.forget()
        self.evidence.forget()
        self._stack.setCurrentWidget(self._empty)

    def _follow(self, touched: Touched) -> None:
        entry = self._entry() if self._id else None
        if entry is None:
            return
        shown, item = entry_as_shown(self._session.checklist, entry), self._item(entry)
        self.wording.show_place(self._session.agreement, entry, item)
        self.warnings.show_entry(shown)
        self.form.show_entry(shown, item)
        if touched.structure or self.evidence.shows(touched.items):
            self.evidence.show_entry(shown)
            self.history.show_entry(entry)
        elif entry.id in touched.items:
            self.history.show_entry(entry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.wording.spread(event.size().width() >= _WIDE)
