"""The head of a part of the details, which some can be folded by."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.theme import Type


class Section(QWidget):
    """A heading under a line, with `body` beneath it."""

    unfolded = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, *, foldable: bool) -> None:
        super().__init__(parent)
        self._title = title
        self._heading = Label(title, Type.STRONG)
        self.fold_button = QToolButton(self)
        self.fold_button.setArrowType(Qt.ArrowType.RightArrow)
        self.fold_button.setAutoRaise(True)
        self.fold_button.setCheckable(True)
        self.fold_button.setAccessibleName(title)
        self.fold_button.toggled.connect(self._fold)
        self.fold_button.setVisible(foldable)
        self.fold_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._heading.setBuddy(self.fold_button)
        head = QHBoxLayout()
        head.setSpacing(theme.XS)
        head.addWidget(self.fold_button)
        head.addWidget(self._heading, 1)
        self._body = QWidget(self)
        self._body.setVisible(not foldable)
        self.body = QVBoxLayout(self._body)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.S)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.S, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addLayout(head)
        layout.addWidget(self._body)

    @property
    def is_unfolded(self) -> bool:
        """Whether the body shows."""
        return not self._body.isHidden()

    def count(self, number: int) -> None:
        """Tell in the heading how many there are."""
        self._heading.say(f"{self._title} ({number})" if number else self._title)

    def _fold(self, unfolded: bool) -> None:
        arrow = Qt.ArrowType
        self.fold_button.setArrowType(arrow.DownArrow if unfolded else arrow.RightArrow)
        self._body.setVisible(unfolded)
        if unfolded:
            self.unfolded.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the heading folds as one on the arrow does."""
        on_heading = self._heading.geometry().contains(event.position().toPoint())
        if self.fold_button.isVisible() and on_heading:
            self.fold_button.click()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The line that parts it from what stands above."""
        painter = QPainter(self)
        painter.setPen(theme.colour("line"))
        painter.drawLine(0, 0, self.width(), 0)
