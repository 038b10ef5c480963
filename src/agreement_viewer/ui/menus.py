"""The window's commands, in its menus and on its toolbar, each in one place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QToolButton, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui.icons import icon

Keys = QKeySequence.StandardKey | str


class Menus:
    """Builds menus and toolbar; icons come after the first painting, they are slow to load."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._icons: list[tuple[QAction, str]] = []
        self.toolbar = QToolBar(translate("Window", "Toolbar"), window)
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setMovable(False)
        self.toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        window.addToolBar(self.toolbar)

    def action(
        self, text: str, slot: Callable[[], object], keys: Sequence[Keys] = (), picture: str = ""
    ) -> QAction:
        """A command of the window."""
        action = QAction(text, self._window)
        action.triggered.connect(lambda _checked=False: slot())
        action.setShortcuts([QKeySequence(key) for key in keys])
        if picture:
            self._icons.append((action, picture))
        return action

    def menu(self, title: str, entries: Sequence[QAction | None]) -> None:
        """A menu; None is a line between entries."""
        menu = self._window.menuBar().addMenu(title)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(entry)

    def tools(self, entries: Sequence[QAction | QWidget | None]) -> None:
        """The toolbar; None is the free space between its ends."""
        for entry in entries:
            if isinstance(entry, QAction):
                self.toolbar.addAction(entry)
            else:
                self.toolbar.addWidget(entry or _space())
        more = self.toolbar.findChild(QToolButton, "qt_toolbar_ext_button")
        if more:
            more.setAccessibleName(translate("Window", "More commands"))

    def load_icons(self) -> None:
        """Give each command its icon in the colours in use."""
        for action, picture in self._icons:
            action.setIcon(icon(picture))


def _space() -> QWidget:
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return space
