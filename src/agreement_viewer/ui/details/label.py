"""Text and links as the details show them: plain, wrapped anywhere if need be, never HTML."""

import re
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from agreement_viewer.ui import theme
from agreement_viewer.ui.theme import Type

_LONG_RUN: Final = re.compile(r"(\S{16})(?=\S)")
_DRESSING: Final = frozenset(
    (
        QEvent.Type.PaletteChange,
        QEvent.Type.StyleChange,
        QEvent.Type.ApplicationFontChange,
        QEvent.Type.FontChange,
    )
)


def breakable(text: str) -> str:
    """`text` with places to break in runs without blanks: QLabel breaks lines nowhere else."""
    return _LONG_RUN.sub("\\1\u200b", text)


class Label(QLabel):
    """Wrapped plain text in one of the theme's type sizes and, by name, one of its colours."""

    def __init__(self, text: str = "", kind: Type = Type.BODY, tone: str = "text") -> None:
        super().__init__()
        self._kind = kind
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.say(text)
        self._dress()

    def say(self, text: str, tone: str | None = None) -> None:
        """Show `text`, in another colour if `tone` names one."""
        self.setAccessibleName(text)
        self.setText(breakable(text))
        if tone is not None:
            self._tone = tone
            self._dress()

    def dress(self, kind: Type) -> None:
        """Show the text in another of the theme's sizes."""
        self._kind = kind
        self._dress()

    def colour(self) -> QColor:
        """The text's colour in the appearance in use."""
        return theme.colour(self._tone)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DRESSING and hasattr(self, "_tone"):
            self._dress()

    def _dress(self) -> None:
        font, colour = theme.font(self._kind), self.colour()
        if self.font() != font:
            self.setFont(font)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)


class Link(QPushButton):
    """A button that looks like a link.

    A click leaves the focus where it is: it must not end the typing in the field beside it.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        """The text with room enough to hit it."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + 2 * theme.XS
        return QSize(width, metrics.height() + theme.XS)

    def minimumSizeHint(self) -> QSize:
        """A link is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The text in the accent's colour, underlined under the mouse, framed with the focus."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if self.isEnabled() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.XS, theme.XS)


def icon_side(widget: QWidget) -> int:
    """The side of a small mark beside text, growing with the text."""
    from PySide6.QtWidgets import QStyle  # costs 566 names, which the first painting does without

    small = widget.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
    return max(small, widget.fontMetrics().height())
