"""A day: typed as 31/12/2025, chosen in a calendar, or empty."""

import datetime

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QIconEngine, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.fields import COMPLETED_ON, parse_day
from agreement_viewer.ledger.status import Status
from agreement_viewer.ledger.words import day_words
from agreement_viewer.ui import theme
from agreement_viewer.ui.fields.drafts import DraftBook
from agreement_viewer.ui.fields.typed import TypedField
from agreement_viewer.ui.session import Session


class _CalendarEngine(QIconEngine):
    """Draws a small calendar in the colours of the moment."""

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        side = min(rect.width(), rect.height()) * 0.8
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("muted"), max(1.0, side / 12)))
        sheet = box.adjusted(1, side / 6, -1, -1)
        painter.drawRoundedRect(sheet, 1.5, 1.5)
        head = sheet.top() + sheet.height() * 0.3
        painter.drawLine(QLineF(sheet.left(), head, sheet.right(), head))
        for share in (0.3, 0.7):
            x = sheet.left() + share * sheet.width()
            painter.drawLine(QLineF(x, box.top(), x, sheet.top() + 1))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _CalendarEngine()


class DayEdit(QLineEdit):
    """A line for a day, with a calendar at its end."""

    chosen = Signal()
    """A day was chosen in the calendar; the text states it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.latest: datetime.date | None = None
        """The last day that the calendar offers."""
        self.today = datetime.date.min
        self.setPlaceholderText(translate("Details", "dd/mm/yyyy"))
        text = translate("Details", "Choose in the calendar (Alt+Down)")
        self._calendar = QAction(QIcon(_CalendarEngine()), text, self)
        self._calendar.setToolTip(text)
        self._calendar.triggered.connect(self.open_calendar)
        self.addAction(self._calendar, QLineEdit.ActionPosition.TrailingPosition)

    def offer(self, is_open: bool) -> None:
        """Let a day be stated, or only be read."""
        self.setReadOnly(not is_open)
        self._calendar.setVisible(is_open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Open the calendar at the day typed, or else today."""
        from agreement_viewer.ui.fields.calendar import CalendarPopup

        if self.isReadOnly():
            return
        calendar = CalendarPopup(self, self.latest)
        calendar.chosen.connect(self._choose)
        try:
            day = parse_day(self.text())
        except UserError:
            day = self.today
        calendar.open_below(self, day)

    def _choose(self, day: datetime.date) -> None:
        self.setText(day_words(day))
        self.chosen.emit()


class CompletionField(TypedField):
    """The day of completion, which only what is done has."""

    def __init__(self, session: Session, drafts: DraftBook, parent: QWidget | None = None) -> None:
        super().__init__(session, COMPLETED_ON, drafts, parent)
        self.editor = DayEdit(self)
        self.editor.textEdited.connect(self.touch)
        self.editor.returnPressed.connect(self.record)
        self.editor.chosen.connect(self._choose)
        self.place(self.editor, named=self.editor)

    def show_entry(self, entry: Entry) -> None:
        """See TypedField."""
        super().show_entry(entry)
        self.editor.latest = self.editor.today = self.session.today()
        is_done = entry.status is Status.DONE
        self.editor.offer(is_done or bool(self.typed()))
        hint = translate("Details", "dd/mm/yyyy") if is_done else translate("Details", "once done")
        self.editor.setPlaceholderText(hint)

    def _choose(self) -> None:
        self.touch()
        self.record()

    def typed(self) -> str:
        """See TypedField."""
        return self.editor.text()

    def put(self, text: str) -> None:
        """See TypedField."""
        if text != self.editor.text():
            self.editor.setText(text)

    def text_of(self, entry: Entry) -> str:
        """See TypedField."""
        return day_words(entry.completed_on) if entry.completed_on else ""
