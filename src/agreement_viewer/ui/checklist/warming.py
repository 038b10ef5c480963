"""Search keys made ready in idle moments, so that the first key typed waits for none."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from PySide6.QtCore import QObject, QTimer

from agreement_viewer.ui.checklist.model import ChecklistModel
from agreement_viewer.ui.checklist.rows import EntryRow

_PAUSE: Final = 100
"""Milliseconds between two portions."""

_PORTION: Final = 100
"""Rows at a time: about two milliseconds' work."""


class SearchWarming(QObject):
    """Goes through the rows of `model` once, and again after a reset."""

    def __init__(self, model: ChecklistModel) -> None:
        super().__init__(model)
        self._model = model
        self._rows: Iterator[EntryRow]
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._go_on)
        model.modelReset.connect(self._begin)
        self._begin()

    def _begin(self) -> None:
        self._rows = self._model.tree.entries
        self._timer.start()

    def _go_on(self) -> None:
        portion = [row.search_key for row in islice(self._rows, _PORTION)]
        if len(portion) < _PORTION:
            self._timer.stop()
