"""Bringing into sight what an officer works at, in the page that scrolls around it."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_sight(widget: QWidget, box: QRect) -> None:
    """Scroll as little as shows `box`, in the pixels of `widget`; its top where it is too high."""
    above = widget.parentWidget()
    while above and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if not isinstance(above, QScrollArea):
        return
    bar, height = above.verticalScrollBar(), above.viewport().height()
    top = widget.mapTo(above.viewport(), box.topLeft()).y() + bar.value()
    bar.setValue(min(max(bar.value(), top + box.height() - height), top))
