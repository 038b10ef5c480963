"""Where the window stands: as it was left, but always on a screen that is there now."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QMainWindow

from agreement_viewer.store.settings import Settings

MINIMUM = QSize(1000, 520)
_FIRST = QSize(1360, 800)
_TITLE_BAR = 32
"""Room for the window's frame, which Qt does not know before the window is shown."""


def place(window: QMainWindow, settings: Settings) -> None:
    """Give `window` the place that `settings` remember, or a first one."""
    screen = window.screen().availableGeometry()
    room = screen.adjusted(0, _TITLE_BAR, 0, 0)
    window.setMinimumSize(MINIMUM.boundedTo(room.size()))
    wanted = QRect(*settings.geometry) if settings.geometry else QRect(room.topLeft(), _FIRST)
    if settings.geometry is None:
        wanted.moveCenter(room.center())
    window.setGeometry(clamped(wanted, room))
    too_large = wanted.width() > room.width() or wanted.height() > room.height()
    if settings.maximized or too_large:
        window.showMaximized()


def remember(window: QMainWindow, settings: Settings) -> None:
    """Keep the place of `window` in `settings`."""
    box = window.normalGeometry()
    settings.geometry = (box.x(), box.y(), box.width(), box.height())
    settings.maximized = window.isMaximized()


def clamped(wanted: QRect, screen: QRect) -> QRect:
    """`wanted`, moved and made smaller so that it lies within `screen`."""
    size = wanted.size().expandedTo(MINIMUM).boundedTo(screen.size())
    box = QRect(wanted.topLeft(), size)
    box.moveLeft(min(max(box.left(), screen.left()), screen.right() + 1 - size.width()))
    box.moveTop(min(max(box.top(), screen.top()), screen.bottom() + 1 - size.height()))
    return box
