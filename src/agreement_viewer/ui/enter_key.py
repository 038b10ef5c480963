"""Enter presses the focused button in the window, as Space does and as dialogs have it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterKey(QObject):
    """Watches what comes up to `window`: keys that the focused control had no use for."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pressed: QWidget | None = None
        """What had the focus when the key went down: Enter in a line may move it to a button."""
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See Qt."""
        if isinstance(event, QKeyEvent) and event.key() in _ENTER and not event.isAutoRepeat():
            focus = self._window.focusWidget()
            if event.type() is QEvent.Type.ShortcutOverride:
                self._pressed = focus
            elif event.type() is QEvent.Type.KeyPress and focus is self._pressed:
                return self._press(focus)
        return False

    def _press(self, focus: QWidget | None) -> bool:
        if isinstance(focus, QAbstractButton):
            focus.click()
            return True
        return False
