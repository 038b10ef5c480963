"""Work that takes longer than a blink, off the GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

from agreement_viewer.errors import UserError


class Work(QObject):
    """Runs a function once in a thread. Cancelling discards what it comes to.

    It has no parent: the thread keeps it until the function has ended, whoever else has gone.
    """

    done = Signal(object)
    failed = Signal(str)
    """The user's fault, in one sentence."""
    discarded = Signal()
    """It ended after it was cancelled."""
    _ended = Signal(object, object)

    def __init__(self, function: Callable[[], object]) -> None:
        super().__init__()
        self._function = function
        self._cancelled = False
        self._ended.connect(self._report)

    def start(self) -> None:
        """Begin; one of the signals follows unless it is cancelled."""
        QThreadPool.globalInstance().start(self._run)

    def cancel(self) -> None:
        """Let neither `done` nor `failed` come."""
        self._cancelled = True

    def _run(self) -> None:
        try:
            self._ended.emit(self._function(), None)
        except Exception as fault:  # noqa: BLE001 (raised again in the GUI thread)
            self._ended.emit(None, fault)

    def _report(self, result: object, fault: Exception | None) -> None:
        if self._cancelled:
            self.discarded.emit()
        elif isinstance(fault, UserError):
            self.failed.emit(str(fault))
        elif fault is not None:
            raise fault
        else:
            self.done.emit(result)
