"""Work that takes longer than a blink, off the GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMetaObject, QObject, Qt, QThreadPool, Signal, Slot

from agreement_viewer.errors import UserError


class Work(QObject):
    """Runs a function once in a thread. Cancelling discards what it comes to.

    The application holds it until its end is told, whoever else has gone; then it is deleted.
    """

    done = Signal(object)
    failed = Signal(str)
    """The user's fault, in one sentence."""
    discarded = Signal(object)
    """It ended after it was cancelled, with this result: None where it failed."""

    def __init__(self, function: Callable[[], object]) -> None:
        super().__init__(QCoreApplication.instance())
        self._function = function
        self._cancelled = False
        self._result: object = None
        self._fault: Exception | None = None

    def start(self) -> None:
        """Begin; one of the signals follows unless it is cancelled."""
        QThreadPool.globalInstance().start(self._run)

    def cancel(self) -> None:
        """Let neither `done` nor `failed` come."""
        self._cancelled = True

    def _run(self) -> None:
        try:
            self._result = self._function()
        except Exception as fault:  # noqa: BLE001 (raised again in the GUI thread)
            self._fault = fault
        # An event, and not a signal: emitting goes on for a moment after the GUI thread has got it.
        QMetaObject.invokeMethod(self, "_report", Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _report(self) -> None:
        self.deleteLater()
        if self._cancelled:
            self.discarded.emit(self._result)
        elif isinstance(self._fault, UserError):
            self.failed.emit(str(self._fault))
        elif self._fault is not None:
            raise self._fault
        else:
            self.done.emit(self._result)
