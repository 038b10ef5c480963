"""How an item stands: timeliness with its mark, and what its tasks suggest."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.status import Status, Timeliness, timeliness_label
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label, icon_side
from agreement_viewer.ui.details.notice import Notice
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.status_mark import timeliness_colour
from agreement_viewer.ui.theme import Type

_WARNS = (Timeliness.OVERDUE, Timeliness.LATE, Timeliness.DUE_SOON)


class TimelinessLine(QWidget):
    """The timeliness as mark, words and colour; hidden where the status says it all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = _Mark(self)
        self._words = _Words("", Type.STRONG)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(self._mark)
        layout.addWidget(self._words, 1)

    def show_value(self, value: Timeliness) -> None:
        """Show `value`."""
        self._mark.show_value(value)
        self._words.show_value(value)
        self.setVisible(bool(self._words.text()))


class _Words(Label):
    """The words in the colour of what they say."""

    value = Timeliness.NO_DEADLINE

    def show_value(self, value: Timeliness) -> None:
        self.value = value
        self.say(timeliness_label(value), "text")

    def colour(self) -> QColor:
        return timeliness_colour(self.value)


class _Mark(QWidget):
    """A triangle with a stroke where there is something to be done, else the face of a clock."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._value = Timeliness.NO_DEADLINE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, value: Timeliness) -> None:
        self._value = value
        self.update()

    def sizeHint(self) -> QSize:
        side = icon_side(self)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        pen = QPen(timeliness_colour(self._value), max(1.2, side / 11))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        box = QRectF(1.5, 1.5, side - 3, side - 3)
        middle = box.center()
        if self._value in _WARNS:
            top = QPointF(middle.x(), box.top())
            painter.drawPolygon(QPolygonF([box.bottomLeft(), top, box.bottomRight()]))
            painter.drawLine(middle + QPointF(0, -side / 12), middle + QPointF(0, side / 8))
            painter.drawPoint(middle + QPointF(0, side * 0.28))
        else:
            painter.drawEllipse(box)
            painter.drawLine(middle, middle - QPointF(0, box.height() * 0.28))
            painter.drawLine(middle, middle + QPointF(box.width() * 0.2, 0))


class TasksNotice(Notice):
    """Open tasks beneath a done item, or an item left open above done tasks: it only offers."""

    show_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("info", parent)
        self._session = session
        self._item: Entry | None = None
        self._show = self.offer(translate("Details", "Show"), self._request)
        self._undo = self.offer(translate("Details", "Mark the item not done"), self._toggle)
        self._mark = self.offer(translate("Details", "Mark the item done"), self._toggle)

    def show_item(self, item: Entry, *, of_task: bool) -> None:
        """Look at `item`: the one that is shown, or the one above the task that is shown."""
        self._item = item
        statuses = [task.status for task in self._session.checklist.tasks(item.id)]
        ended = (Status.DONE, Status.DROPPED)
        count = sum(status not in ended for status in statuses)
        is_done = item.status is Status.DONE
        waits = Status.DONE in statuses and not count and item.status not in ended
        self._show.setVisible(is_done)
        self._undo.setVisible(is_done)
        self._mark.setVisible(not is_done)
        if is_done and count and not of_task:
            self.say(translate("Details", "Tasks still open: {count}", count=count))
        elif waits:
            self.say(
                translate("Details", "All tasks of item {number} are done.", number=item.number)
            )
        else:
            self.say("")

    def _request(self) -> None:
        if self._item:
            self.show_requested.emit(self._item.id)

    def _toggle(self) -> None:
        if item := self._item:
            find, today = self._session.ledger.find, self._session.today()
            try:
                edits = actions.toggle_done(item, find, today)
            except UserError as reason:
                self._session.refused.emit(str(reason))
            else:
                self._session.perform(edits)
