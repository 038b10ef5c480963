"""Work of seconds or minutes inside a dialog: a bar that moves, and a button that stops it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui import theme
from agreement_viewer.ui.background import Work

Tell = Callable[[int], object]


class _Stopped(Exception):
    """The officer stopped the work; its thread unwinds with this."""


class LongWork(QWidget):
    """A row that is seen while work runs. What was stopped has changed nothing."""

    begun = Signal()
    ended = Signal()
    """It has come to its end, whichever."""
    _progressed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_running = False
        self._is_stopped = False
        self._done: Callable[[Any], object] = print
        self._failed: Callable[[str], object] = print
        self.what = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("LongWork", "Progress"))
        self.stop_button = QPushButton(translate("LongWork", "Stop"), self)
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self.stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self.what)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop_button)
        self._progressed.connect(self.bar.setValue)
        self.hide()

    def run(
        self,
        what: str,
        function: Callable[[Tell], object],
        done: Callable[[Any], object],
        failed: Callable[[str], object],
    ) -> None:
        """Run `function` off the GUI thread; it tells the percentage done. One at a time."""
        self._is_stopped = False
        self.is_running = True
        self._done, self._failed = done, failed
        self.what.setText(what)
        self.bar.setValue(0)
        self.stop_button.setEnabled(True)
        self.show()

        def carry_out() -> object:
            try:
                return function(self._tell)
            except _Stopped:
                return _Stopped

        work = Work(carry_out)
        work.done.connect(self._take)
        work.failed.connect(self._say)
        self.begun.emit()
        work.start()

    def stop(self) -> None:
        """Let the work end at its next step; what is past that comes to its end."""
        self._is_stopped = True
        self.stop_button.setEnabled(False)

    def _tell(self, percent: int) -> None:
        """Called in the thread of the work."""
        if self._is_stopped:
            raise _Stopped
        self._progressed.emit(percent)

    def _take(self, result: object) -> None:
        self._end()
        if result is not _Stopped:
            self._done(result)

    def _say(self, fault: str) -> None:
        self._end()
        self._failed(fault)

    def _end(self) -> None:
        self.is_running = False
        self.hide()
        self.ended.emit()
