"""The window's commands, in its menus and on its toolbar."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QActionEvent, QIcon, QKeySequence, QPixmap, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui import theme


class _Toolbar(QToolBar):
    """Its pictures are as high as the text beside them; alone where the texts find no room.

    Qt would put away what stands last, and that is the search box.
    """

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit_icons()
            self._fit_texts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_texts()

    def actionEvent(self, event: QActionEvent) -> None:
        super().actionEvent(event)
        self._fit_texts()

    def _fit_texts(self) -> None:
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if self.sizeHint().width() > self.width():
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def fit_icons(self) -> None:
        side = self.fontMetrics().height()
        self.setIconSize(QSize(side + theme.XS, side))


class Menus:
    """Builds the menus, and the toolbar: commands at its left, one widget at its right."""

    def __init__(self, window: QMainWindow, right: QWidget) -> None:
        self._window = window
        self._icons: list[tuple[QAction, str]] = []
        self._toolbar = _Toolbar(translate("Window", "Toolbar"), window)
        self._toolbar.setObjectName("toolbar")
        self._toolbar.setMovable(False)
        self._toolbar.fit_icons()
        nothing = QPixmap(self._toolbar.iconSize())
        nothing.fill(Qt.GlobalColor.transparent)
        self._blank = QIcon(nothing)  # keeps the place of what is loaded later
        self._toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._lay_out(right)
        window.addToolBar(self._toolbar)

    def action(
        self, text: str, slot: Callable[[], object], *keys: str, picture: str = ""
    ) -> QAction:
        """A command of the window."""
        action = QAction(text, self._window)
        action.triggered.connect(lambda _checked=False: slot())
        action.setShortcuts([QKeySequence(key) for key in keys])
        if picture:
            action.setIcon(self._blank)
            self._icons.append((action, picture))
        return action

    def menu(self, title: str) -> QMenu:
        """A menu, still empty."""
        return self._window.menuBar().addMenu(title)

    def fill(self, menu: QMenu, entries: Sequence[QAction | None]) -> None:
        """Put `entries` into `menu`; None is a line between them."""
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(entry)

    def tool(self, action: QAction) -> None:
        """One more command at the toolbar's left."""
        self._toolbar.insertAction(self._space, action)

    def _lay_out(self, right: QWidget) -> None:
        space = QWidget(self._toolbar)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._space = self._toolbar.addWidget(space)
        self._toolbar.addWidget(right)
        more = self._toolbar.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setAccessibleName(translate("Window", "More commands"))

    def load_icons(self) -> None:
        """Give the commands their pictures."""
        from agreement_viewer.ui.icons import icons

        pictures = icons(*(name for _, name in self._icons))
        for (action, _), picture in zip(self._icons, pictures, strict=True):
            action.setIcon(picture)
