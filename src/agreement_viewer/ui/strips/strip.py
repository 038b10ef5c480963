"""A thin bar above the list that says one thing, and never takes the focus by itself."""

from collections.abc import Callable
from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from agreement_viewer.i18n import translate
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.draw import fill

_MARK: Final = 16


class Tone(Enum):
    """How much a strip matters: the theme's colours of its ground and of its mark."""

    INFO = ("info_strip", "accent")
    WARNING = ("warning_strip", "warning")
    BAD = ("bad_strip", "bad")


class Strip(QFrame):
    """A mark, a text that wraps, then whatever is added to `row`. Hidden until it is told.

    Esc in it, or its closing button, dismisses it.
    """

    dismissed = Signal()
    """The officer closed it."""
    left = Signal()
    """It goes away while the focus is in it."""

    def __init__(self, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setWordWrap(True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme.M + _MARK + theme.S, theme.XS, theme.S, theme.XS)
        self.row.setSpacing(theme.S)
        self.row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def tell(self, text: str) -> None:
        """Show `text`."""
        self._text.setText(text)
        self.appear(text)

    def appear(self, name: str) -> None:
        """Show it; a screen reader says `name` and stays where it is."""
        self.setAccessibleName(name)
        self.show()
        if self.isVisible():  # before the window is shown nobody listens
            _announce(self, name)

    def add_button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """A button at the end."""
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked=False: slot())
        self.row.addWidget(button)
        return button

    def add_closing(self) -> None:
        """The button that dismisses the strip, `closing`; to be added last."""
        button = self.closing = QToolButton(self)
        button.setText("✕")
        button.setAutoRaise(True)
        button.setAccessibleName(translate("Strip", "Close"))
        button.setToolTip(translate("Strip", "Close"))
        button.clicked.connect(self.dismiss)
        self.row.addWidget(button)

    def dismiss(self) -> None:
        """Close it, as the officer does."""
        self.hide()
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        focus = QApplication.focusWidget()
        if focus and self.isAncestorOf(focus) and not event.spontaneous():
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        ground, ink = map(theme.colour, self._tone.value)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, self.rect(), ground)
        fill(painter, QRect(0, 0, 3, self.height()), ink)
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), theme.colour("line"))
        circle = QRectF(theme.M, (self.height() - _MARK) / 2, _MARK, _MARK).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(ink, 1.5))
        painter.drawEllipse(circle)
        sign = -1 if self._tone is Tone.INFO else 1  # an i, or upside down an exclamation mark
        middle = circle.center()
        painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoint(middle + QPointF(0, sign * 3.5))
        painter.drawLine(middle + QPointF(0, sign * 0.2), middle + QPointF(0, sign * -3.5))


def _announce(strip: QWidget, name: str) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(strip, QAccessible.Event.Alert))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(strip, name))
