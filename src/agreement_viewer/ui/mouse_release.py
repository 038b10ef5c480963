"""The end of a click, for what must not move the page while the mouse button is down."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal


class MouseRelease(QObject):
    """Watches the whole application from `wait` on, and no longer than one click."""

    came = Signal()
    """The button was let go; what lay under the mouse is told of it only now."""

    def wait(self) -> None:
        """Tell of the next release."""
        if app := QCoreApplication.instance():
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt."""
        if event.type() is QEvent.Type.MouseButtonRelease:
            if app := QCoreApplication.instance():
                app.removeEventFilter(self)
            self.came.emit()
        return super().eventFilter(watched, event)
