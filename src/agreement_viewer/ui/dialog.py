"""What the program's own dialogs have in common: they fit the smallest screen, Esc closes them."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from agreement_viewer.ui import theme
from agreement_viewer.ui.background import Work

LARGEST: Final = QSize(1040, 500)
"""What a screen of 1366×768 at 125 % has room for; officers may pull a dialog larger."""


class Dialog(QDialog):
    """A body that can scroll, and standard buttons below it. Deleted once it is closed."""

    def __init__(
        self,
        title: str,
        body: QWidget,
        buttons: QDialogButtonBox.StandardButton,
        parent: QWidget | None = None,
        wanted: QSize | None = None,
    ) -> None:
        """`wanted` is the size at first; without it the dialog is as large as its body wants."""
        super().__init__(parent)
        self._work: Work | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setSizeGripEnabled(True)
        self.buttons = QDialogButtonBox(buttons, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.M)
        layout.addWidget(body, 1)
        layout.addWidget(self.buttons)
        self.resize((wanted or self.sizeHint()).boundedTo(LARGEST))

    def work(
        self,
        function: Callable[[], object],
        done: Callable[[Any], object],
        failed: Callable[[str], object],
    ) -> None:
        """Run `function` off the GUI thread, in place of what still runs for this dialog.

        Whoever closes the dialog does not wait for what comes of it.
        """
        if self._work:
            self._work.cancel()
        self._work = Work(function)
        self._work.done.connect(done)
        self._work.failed.connect(failed)
        self._work.start()

    def done(self, result: int) -> None:
        """See Qt."""
        if self._work:
            self._work.cancel()
        super().done(result)
