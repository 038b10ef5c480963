"""A calendar that opens beneath a field, for those who would rather point at a day."""

import datetime

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui import theme


class CalendarPopup(QFrame):
    """Closes with Esc or a click elsewhere; `chosen` tells the day otherwise."""

    chosen = Signal(datetime.date)

    def __init__(self, parent: QWidget, latest: datetime.date | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(translate("Details", "Calendar"))
        self._calendar = QCalendarWidget(self)
        self._calendar.setAccessibleName(translate("Details", "Calendar"))
        header = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        self._calendar.setVerticalHeaderFormat(header)
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._name_buttons()
        self._colour_weekends()
        if latest:
            self._calendar.setMaximumDate(_qdate(latest))
        self._calendar.clicked.connect(self._choose)
        self._calendar.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XS, theme.XS, theme.XS, theme.XS)
        layout.addWidget(self._calendar)

    def _name_buttons(self) -> None:
        for name, text in (
            ("qt_calendar_prevmonth", translate("Details", "Previous month")),
            ("qt_calendar_nextmonth", translate("Details", "Next month")),
        ):
            button = self._calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setAccessibleName(text)
                button.setToolTip(text)

    def _colour_weekends(self) -> None:
        look = QTextCharFormat()
        look.setForeground(QColor(theme.colour("bad")))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, look)

    def open_below(self, field: QWidget, day: datetime.date) -> None:
        """Show `day` beneath `field`, above it where the screen ends."""
        self._calendar.setSelectedDate(_qdate(day))
        size, screen = self.sizeHint(), field.screen().availableGeometry()
        place = field.mapToGlobal(QPoint(0, field.height()))
        if place.y() + size.height() > screen.bottom():
            place = field.mapToGlobal(QPoint(0, -size.height()))
        place.setX(max(screen.left(), min(place.x(), screen.right() - size.width())))
        self.move(place)
        self.show()
        self._calendar.setFocus()

    def _choose(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(datetime.date(day.year(), day.month(), day.day()))


def _qdate(day: datetime.date) -> QDate:
    return QDate(day.year, day.month, day.day)
