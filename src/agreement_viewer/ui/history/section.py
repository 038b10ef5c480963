"""The history of an item: read when it is unfolded, each value one act away from coming back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.history_words import Event, event_words
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.words import when_words, who_words
from agreement_viewer.ui.details.folded_label import FoldedLabel
from agreement_viewer.ui.details.label import Link
from agreement_viewer.ui.details.rows import Line, RowsModel
from agreement_viewer.ui.details.rows_view import RowsView
from agreement_viewer.ui.details.section import Section
from agreement_viewer.ui.history.reading import History, read_history
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Type

LONGEST: Final = 160
"""Characters of a value that a row shows; the whole stands beneath the list."""


class HistorySection(Section):
    """Folded at first. `history` is what was read last."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(translate("History", "History"), parent, foldable=True)
        self._session = session
        self._entry: Entry | None = None
        self.history = History([], {})
        self.model: RowsModel[Event] = RowsModel(self._lines_of)
        self.withdrawn_only = QCheckBox(self)
        self.withdrawn_only.toggled.connect(self._show)
        self.view = RowsView(translate("History", "History"), self)
        self.view.setModel(self.model)
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.whole = FoldedLabel()
        self.restore = QAction(self)
        self.restore.setShortcut(QKeySequence("Ctrl+Return"))
        self.restore.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.restore.triggered.connect(self._restore)
        self.view.addAction(self.restore)
        self.redact = QAction(translate("History", "Remove a secret…"), self)
        self.redact.triggered.connect(self._redact)
        self.restore_link = Link(translate("History", "Restore this value"), self)
        self.restore_link.clicked.connect(self.restore.trigger)
        for widget in (self.withdrawn_only, self.view, self.whole, self.restore_link):
            self.body.addWidget(widget)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._read)
        self.unfolded.connect(self._read)

    def show_entry(self, entry: Entry) -> None:
        """Show the history of `entry`, read once the window has been drawn."""
        self._entry = entry
        if self.is_unfolded:
            self._timer.start(0)

    def _read(self) -> None:
        if self._entry is None:
            return
        try:
            self.history = read_history(self._session, self._entry)
        except UserError as fault:
            self._session.failed.emit(str(fault))
            return
        self._show()

    def _show(self) -> None:
        """Show what was read, the current row staying where it was."""
        current = self._current()
        shown = [event for event in self.history.events if self._is_back_able(event)]
        text = translate("History", "Withdrawn ones only ({count})", count=len(shown))
        self.withdrawn_only.setText(text)
        self.withdrawn_only.setVisible(bool(shown) or self.withdrawn_only.isChecked())
        if not self.withdrawn_only.isChecked():
            shown = self.history.events
        self.model.show(shown)
        rows = range(self.model.rowCount())
        kept = (row for row in rows if current and shown[row].change.id == current.change.id)
        self.view.setCurrentIndex(self.model.index(next(kept, 0), 0))
        self.view.fit()
        self._show_current()

    def _lines_of(self, event: Event) -> Sequence[Line]:
        who = who_words(self._session.agreement, event.change)
        when = when_words(event.change)
        return Line(f"{when} · {who}", Type.CAPTION, "muted"), Line(event_words(event, LONGEST))

    def _is_back_able(self, event: Event) -> bool:
        return event.withdraws and self.history.may_restore(event)

    def _current(self) -> Event | None:
        return self.model.thing(self.view.currentIndex().row())

    def _show_current(self) -> None:
        event = self._current()
        words = event_words(event) if event else ""
        is_cut = event is not None and words != event_words(event, LONGEST)
        self.whole.say(words if is_cut else "")
        self.whole.setVisible(is_cut)
        bring_back = event is not None and event.withdraws
        text = (
            translate("History", "Bring back")
            if bring_back
            else translate("History", "Restore this value")
        )
        self.restore.setText(text)
        self.redact.setEnabled(event is not None and bool(event.redactable()))
        may_restore = event is not None and self.history.may_restore(event)
        if self.restore_link.hasFocus() and not may_restore:
            self.view.setFocus()  # a link that is disabled would lose the focus to nowhere
        self.restore.setEnabled(may_restore)
        self.restore_link.setText(text)
        self.restore_link.setAccessibleName(text)
        self.restore_link.setEnabled(self.restore.isEnabled())

    def _restore(self) -> None:
        event = self._current()
        if event and self.history.may_restore(event):
            self._session.perform(self.history.restoring(event))

    def _redact(self) -> None:
        from agreement_viewer.ui.history.redaction import RedactionDialog

        event = self._current()
        if event and not self._session.refuses():
            RedactionDialog(self._session, event, self.window()).open()

    def _show_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(translate("History", "History"))
        menu.addAction(self.restore)
        menu.addSeparator()
        menu.addAction(self.redact)
        menu.popup(self.view.viewport().mapToGlobal(point))
