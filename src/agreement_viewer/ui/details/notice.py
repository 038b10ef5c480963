"""A line that says something and offers what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label, Link
from agreement_viewer.ui.flow_layout import FlowLayout


class Notice(QWidget):
    """A text on a coloured ground with links: beside it where there is room, else beneath it.

    `tone` is "info", "warning" or "bad". Hidden until it has something to say.
    """

    def __init__(self, tone: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.text = Label()
        self._links = FlowLayout()
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(theme.S, theme.XS, theme.S, theme.XS)
        self._layout.setSpacing(theme.XS)
        self._layout.addWidget(self.text, 1)
        self._layout.addLayout(self._links)
        self.hide()

    def offer(self, text: str, act: Callable[[], object]) -> Link:
        """A link that does `act`."""
        link = Link(text, self)
        link.clicked.connect(act)
        self._links.addWidget(link)
        return link

    def say(self, text: str) -> None:
        """Show the notice with this text; with none, hide it."""
        self.text.say(text)
        self.setVisible(bool(text))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        words = self.text.fontMetrics().horizontalAdvance(self.text.text())
        links = self._links.sizeHint().width()
        fits = words + links + 4 * theme.S <= self.width()
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The ground, with a stroke of the tone at its left edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{self._tone}_strip"))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, theme.XS, theme.XS)
        painter.setBrush(theme.colour("accent" if self._tone == "info" else self._tone))
        painter.drawRoundedRect(QRectF(0, 0, 3, box.height()), 1.5, 1.5)
