"""The status: a choice that is recorded at once."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QWidget

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.fields import STATUS
from agreement_viewer.ledger.status import Status, status_label
from agreement_viewer.ui.details.label import icon_side
from agreement_viewer.ui.fields.base import Field
from agreement_viewer.ui.fields.combo import QuietCombo
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.status_mark import status_icon


class StatusField(Field):
    """Choosing a status settles a difference in it, since both values stand beneath."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, STATUS, parent)
        self.editor = QuietCombo(self)
        self.editor.setMinimumContentsLength(8)
        self.editor.setSizeAdjustPolicy(
            QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for status in Status:
            self.editor.addItem(status_icon(status), status_label(status), status)
        self.editor.activated.connect(self._choose)
        queued = Qt.ConnectionType.QueuedConnection  # the list closes before its choice is told
        self.editor.closed.connect(self._show_latest, queued)
        self._latest: Entry | None = None
        self._fit_icon()
        self.place(self.editor, named=self.editor)

    def show_entry(self, entry: Entry) -> None:
        """Show the status; while the list is open it stays as it was opened."""
        self._latest = entry
        if not self.editor.view().isVisible() or (self.entry and self.entry.id != entry.id):
            self._show_latest()

    def _show_latest(self) -> None:
        if self._latest:
            super().show_entry(self._latest)
            self.editor.setCurrentIndex(self.editor.findData(self._latest.status))

    def _choose(self, index: int) -> None:
        if entry := self.entry:
            status = Status(self.editor.itemData(index))
            self.perform(lambda: actions.set_status(entry, status, self.session.today()))
            self._show_latest()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "editor"):
            self._fit_icon()

    def _fit_icon(self) -> None:
        side = icon_side(self)
        self.editor.setIconSize(QSize(side, side))
