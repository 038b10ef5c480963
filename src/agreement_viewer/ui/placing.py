"""Where the window stands: as it was left, but always on a screen that is there now."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QMainWindow

from agreement_viewer.store.settings import Settings

MINIMUM = QSize(1000, 520)
_FIRST = QSize(1360, 800)


def place(window: QMainWindow, settings: Settings) -> None:
    """Give `window` the place that `settings` remember, or a first one."""
    screen = window.screen().availableGeometry()
    window.setMinimumSize(MINIMUM.boundedTo(screen.size()))
    if settings.geometry is None:
        wanted = QRect(screen.topLeft(), _FIRST.boundedTo(screen.size()))
        wanted.moveCenter(screen.center())
    else:
        wanted = QRect(*settings.geometry)
    window.setGeometry(clamped(wanted, screen))
    fills = _FIRST.width() >= screen.width() or _FIRST.height() >= screen.height()
    if settings.maximized or (settings.geometry is None and fills):
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
