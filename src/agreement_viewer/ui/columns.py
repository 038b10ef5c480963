"""The columns of the window: three where it is wide, two with tabs where it is not."""

from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from agreement_viewer.i18n import translate

WIDE: Final = 1200
_NARROW_WIDTHS: Final = (380, 420)
_WIDE_WIDTHS: Final = (320, 16_777_215)  # Qt's own "no limit"
_PROGRAMME_WIDTH: Final = 300
_DETAILS_WIDTH: Final = 400


class Columns:
    """The two outer columns as docks. The wide arrangement remembers where they were put."""

    def __init__(
        self, window: QMainWindow, checklist: QWidget, programme: QWidget, details: QWidget
    ) -> None:
        self._window = window
        self._in_turn = (checklist, details, programme)
        self.programme = self._dock("programme", translate("Window", "Programme"), programme)
        self.details = self._dock("details", translate("Window", "Details"), details)
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
        for dock in (self.programme, self.details):
            self._window.removeDockWidget(dock)
        self._window.addDockWidget(right, self.details)
        self._window.addDockWidget(left if wide else right, self.programme)
        if not wide:
            self._window.tabifyDockWidget(self.details, self.programme)
        self.details.widget().setMinimumWidth((_WIDE_WIDTHS if wide else _NARROW_WIDTHS)[0])
        self.details.widget().setMaximumWidth((_WIDE_WIDTHS if wide else _NARROW_WIDTHS)[1])
        for dock in (self.programme, self.details):
            bar = None if wide else QWidget(dock)  # None: Qt's own bar, which the stub forgets
            dock.setTitleBarWidget(bar)  # type: ignore[arg-type]
            dock.show()
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

    def focus_next(self) -> None:
        """Give the keyboard to the next column in sight: where it was there, or at its top."""
        shown = [column for column in self._in_turn if not column.visibleRegion().isEmpty()]
        focus = self._window.focusWidget()
        here = next((n for n, c in enumerate(shown) if focus and c.isAncestorOf(focus)), -1)
        there = shown[(here + 1) % len(shown)]
        inside = [there.focusWidget(), *there.findChildren(QWidget)]
        first = next((w for w in inside if w and _takes_focus(w)), there)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def state(self) -> str:
        """The wide arrangement, to be kept in the settings."""
        self._remember()
        return self._wide_state.toBase64().toStdString()

    def restore(self, state: str) -> None:
        """Take over an arrangement kept in the settings."""
        self._wide_state = QByteArray.fromBase64(state.encode("ascii", "ignore"))


def _takes_focus(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isVisible() and widget.isEnabled()
