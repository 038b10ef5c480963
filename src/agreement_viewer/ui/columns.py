"""The columns of the window: three where it is wide, two with tabs where it is not."""

from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui.overview.panel import OverviewPanel
from agreement_viewer.ui.room import Room

WIDE: Final = 1200
_NARROW_WIDTHS: Final = (380, 420)
_WIDE_WIDTHS: Final = (320, 16_777_215)  # Qt's own "no limit"
_PROGRAMME_WIDTH: Final = 300
_DETAILS_WIDTH: Final = 400
_PROGRAMME_SMALLEST: Final = QSize(260, 160)


class Columns:
    """The outer columns as docks, the overview a tab beside the programme.

    The wide arrangement remembers where they were put.
    """

    def __init__(self, window: QMainWindow, checklist: QWidget, overview: OverviewPanel) -> None:
        self._window = window
        self.programme_room = Room()
        self.programme_room.setMinimumSize(_PROGRAMME_SMALLEST)
        self.details_room = Room()
        self._in_turn = (checklist, self.details_room, self.programme_room, overview)
        self.programme = self._dock(
            "programme", translate("Window", "Programme"), self.programme_room
        )
        self.details = self._dock("details", translate("Window", "Details"), self.details_room)
        self.overview = self._dock("overview", translate("Window", "Overview"), overview)
        self.overview.visibilityChanged.connect(overview.follow)
        self._wide: bool | None = None
        self._wide_state = QByteArray()

    def _dock(self, name: str, title: str, panel: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        dock.setWidget(panel)
        return dock

    def arrange(self, width: int) -> None:
        """Put the columns where a window of `width` has room for them."""
        wide = width >= WIDE
        if wide is self._wide:
            return
        self._remember()
        self._wide = wide
        right = Qt.DockWidgetArea.RightDockWidgetArea
        left = Qt.DockWidgetArea.LeftDockWidgetArea
        for dock in (self.programme, self.overview, self.details):
            self._window.removeDockWidget(dock)
        self._window.addDockWidget(right, self.details)
        self._window.addDockWidget(left if wide else right, self.programme)
        if not wide:
            self._window.tabifyDockWidget(self.details, self.programme)
        self._window.tabifyDockWidget(self.programme, self.overview)
        least, most = _WIDE_WIDTHS if wide else _NARROW_WIDTHS
        self.details_room.setMinimumWidth(least)
        self.details_room.setMaximumWidth(most)
        for dock in (self.programme, self.overview, self.details):
            bar = None if wide else QWidget(dock)  # None: Qt's own bar, which the stub forgets
            dock.setTitleBarWidget(bar)  # type: ignore[arg-type]
            dock.show()
        self.programme.raise_()
        self.details.raise_()
        self._window.resizeDocks(
            [self.details, self.programme],
            [_DETAILS_WIDTH, _PROGRAMME_WIDTH if wide else _DETAILS_WIDTH],
            Qt.Orientation.Horizontal,
        )
        if wide and not self._wide_state.isEmpty():
            self._window.restoreState(self._wide_state)

    def _remember(self) -> None:
        if self._wide:
            self._wide_state = self._window.saveState()

    def toggles(self) -> list[QAction]:
        """What shows and hides each outer column."""
        return [self.programme.toggleViewAction(), self.details.toggleViewAction()]

    def show_overview(self) -> None:
        """Bring the overview to the front and give it the keyboard."""
        self.overview.show()
        self.overview.raise_()
        self.overview.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next(self) -> None:
        """Give the keyboard to the next column in sight: where it was there, or at its top."""
        shown = [column for column in self._in_turn if self._is_in_sight(column)]
        focus = self._window.focusWidget()
        here = next((n for n, c in enumerate(shown) if focus and c.isAncestorOf(focus)), -1)
        _focus(shown[(here + 1) % len(shown)])

    def focus_details(self) -> None:
        """Show the details, wherever they are, and give them the keyboard."""
        self.details.show()
        self.details.raise_()
        _focus(self.details_room)

    def _is_in_sight(self, column: QWidget) -> bool:
        """Whether it is not the hidden one of two tabs. A room is always covered by its panel."""
        middle = column.mapTo(self._window, column.rect().center())
        there = self._window.childAt(middle)
        return column.isVisible() and there is not None and column.isAncestorOf(there)

    def state(self) -> str:
        """The wide arrangement, to be kept in the settings."""
        self._remember()
        return self._wide_state.toBase64().toStdString()

    def restore(self, state: str) -> None:
        """Take over an arrangement kept in the settings."""
        self._wide_state = QByteArray.fromBase64(state.encode("ascii", "ignore"))


def _focus(column: QWidget) -> None:
    inside = [column.focusWidget(), *column.findChildren(QWidget)]
    first = next((w for w in inside if w and _takes_focus(w)), column)
    first.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _takes_focus(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isVisible() and widget.isEnabled()
