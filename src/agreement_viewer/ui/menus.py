"""The window's commands, in its menus and on its toolbar."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QToolButton, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui.icons import icon

_SEARCH_WIDTH: Final = 360


class Menus:
    """Builds menus and toolbar. Icons come after the first painting: they are slow to load."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._icons: list[tuple[QAction, str]] = []
        self._toolbar = QToolBar(translate("Window", "Toolbar"), window)
        self._toolbar.setObjectName("toolbar")
        self._toolbar.setMovable(False)
        self._toolbar.setIconSize(QSize(18, 18))
        self._toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        window.addToolBar(self._toolbar)
        QTimer.singleShot(0, window, self._load_icons)

    def action(
        self, text: str, slot: Callable[[], object], *keys: str, picture: str = ""
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

    def tools(self, left: Sequence[QAction], right: QWidget) -> None:
        """The toolbar: commands at its left, a widget at its right."""
        self._toolbar.addActions(list(left))
        space = QWidget(self._toolbar)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._toolbar.addWidget(space)
        right.setMaximumWidth(_SEARCH_WIDTH)
        self._toolbar.addWidget(right)
        more = self._toolbar.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setAccessibleName(translate("Window", "More commands"))

    def _load_icons(self) -> None:
        for action, picture in self._icons:
            action.setIcon(icon(picture))
