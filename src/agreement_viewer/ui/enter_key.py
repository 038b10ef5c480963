"""Enter presses the focused button in the window, as Space does and as dialogs have it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


class EnterKey(QObject):
    """Watches what comes up to `window`: keys that the focused control had no use for."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            focus = self._window.focusWidget()
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and not event.isAutoRepeat() and isinstance(focus, QAbstractButton):
                focus.click()
                return True
        return super().eventFilter(watched, event)
