"""Tab from top to bottom, also through what appears while the window is open."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

_ROW = 8
"""Pixels; what begins no further apart stands in one row."""


class TabOrder(QObject):
    """Orders the stops of `page` by their places whenever its layout has changed.

    Qt's own order is that of making, and differences, offers and forms are made when needed. No
    field may hand the focus on to its editor by a proxy: Tab would halt there, too, out of turn.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._order)
        page.installEventFilter(self)
        self._order()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See Qt."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._timer.start(0)
        return False

    def _order(self) -> None:
        stops = filter(self._is_stop, self._page.findChildren(QWidget))
        placed = [(widget.mapTo(self._page, QPoint(0, 0)), widget) for widget in stops]
        for stop, following in pairwise(_as_read(placed)):
            QWidget.setTabOrder(stop, following)

    def _is_stop(self, widget: QWidget) -> bool:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return takes_tab and widget.focusProxy() is None and widget.isVisibleTo(self._page)


def _as_read(placed: Iterable[tuple[QPoint, QWidget]]) -> Iterator[QWidget]:
    """Row by row, and from left to right."""
    row: list[tuple[QPoint, QWidget]] = []
    for place, widget in sorted(placed, key=lambda stop: stop[0].y()):
        if row and place.y() - row[0][0].y() > _ROW:
            yield from _from_left(row)
            row = []
        row.append((place, widget))
    yield from _from_left(row)


def _from_left(row: list[tuple[QPoint, QWidget]]) -> list[QWidget]:
    return [widget for _, widget in sorted(row, key=lambda stop: stop[0].x())]
