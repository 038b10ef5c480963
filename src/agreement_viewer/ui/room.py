"""The place of what comes after the first painting."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Room(QWidget):
    """Keeps its place until it takes what it is for, so that nothing on screen moves then."""

    def take(self, widget: QWidget) -> None:
        """Show `widget`, made with this room as its parent; Tab finds it where it stands."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(widget)
        _bring_tab_to(self, widget)
        widget.show()


def _bring_tab_to(room: QWidget, widget: QWidget) -> None:
    """Let the stops of Tab in `widget` follow those before `room`; Qt put them at the end."""
    chain = [room]
    while (following := chain[-1].nextInFocusChain()) is not None and following is not room:
        chain.append(following)
    stops = [each for each in chain if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    inside = [stop for stop in stops if widget.isAncestorOf(stop)]
    outside = [stop for stop in stops if not widget.isAncestorOf(stop)]
    for before, after in pairwise((*outside[-1:], *inside)):
        QWidget.setTabOrder(before, after)
