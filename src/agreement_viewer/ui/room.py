"""The place of what comes after the first painting."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Room(QWidget):
    """Keeps its place until it takes what it is for, so that nothing on screen moves then."""

    def take(self, widget: QWidget) -> None:
        """Show `widget`, made with this room as its parent."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(widget)
        widget.show()
