"""Tab from top to bottom, also through what appears while the window is open."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

_ROW = 8
"""Pixels; what begins no further apart stands in one row."""


class TabOrder(QObject):
    """Orders the stops of `page` by their places whenever its layout has changed.

    Qt's own order is that of making, and differences, offers and forms are made when needed.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._order)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._timer.start(0)
        return super().eventFilter(watched, event)

    def _order(self) -> None:
        stops = sorted(filter(self._is_stop, self._page.findChildren(QWidget)), key=self._place)
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)

    def _is_stop(self, widget: QWidget) -> bool:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return takes_tab and widget.focusProxy() is None and widget.isVisibleTo(self._page)

    def _place(self, widget: QWidget) -> tuple[int, int]:
        place = widget.mapTo(self._page, QPoint(0, 0))
        return place.y() // _ROW, place.x()
