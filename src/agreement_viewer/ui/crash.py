"""A fault of the program itself: what is typed is kept, the program ends, and it is told.

It does not go on. What it holds in memory may no longer be what is on the disk, and an officer who
works on would be shown figures that nobody can answer for. Ending costs a second: every action was
on the disk when it was shown as saved, what was being typed is kept as a draft, and the next start
offers it. The fault also goes to the terminal, where there is one, as without all this.
"""

import contextlib
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QTimer, qVersion

from agreement_viewer import __version__
from agreement_viewer.log import describe, note, open_log
from agreement_viewer.store.files import default_log_dir

if TYPE_CHECKING:
    from agreement_viewer.ui.main_window import MainWindow

EXIT_CODE: Final = 1


class Crash:
    """Takes what nobody caught, in a slot, an event or another thread, while the window is open."""

    def __init__(self, window: "MainWindow") -> None:
        self.text = ""
        """What happened, to be shown and copied; empty while nothing did."""
        self._window = window

    def __enter__(self) -> "Crash":
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread
        return self

    def __exit__(self, *_fault: object) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _take(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, fault, trace)
        if isinstance(fault, KeyboardInterrupt):
            QCoreApplication.exit(EXIT_CODE)
            return
        if self.text:  # what follows from the first one, while all comes to its end
            note("crash", fault)
            return
        open_log(default_log_dir())  # it may have come before the window was complete
        note("crash", fault)
        self.text = "\n".join([*_program(), *describe(fault)])
        with contextlib.suppress(Exception):  # the disk may be what failed
            self._window.keep_drafts()
        QCoreApplication.exit(EXIT_CODE)

    def _take_from_thread(self, thrown: threading.ExceptHookArgs) -> None:
        fault = thrown.exc_value or thrown.exc_type()
        app = QCoreApplication.instance()
        if app:
            trace = thrown.exc_traceback
            QTimer.singleShot(0, app, lambda: self._take(thrown.exc_type, fault, trace))


def _program() -> list[str]:
    import platform

    return [
        f"Agreement Viewer {__version__}, Python {platform.python_version()}, Qt {qVersion()}",
        platform.platform(),
    ]
