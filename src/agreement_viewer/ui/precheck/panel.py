"""Beside the pages: what the report leaves unclear, or that nothing is missing."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.status import Status
from agreement_viewer.report.checks import Finding
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label, icon_side
from agreement_viewer.ui.precheck.view import FindingsView
from agreement_viewer.ui.status_mark import draw_mark
from agreement_viewer.ui.theme import Type

_LEAST_WIDTH: Final = 32
"""In characters of the text."""


class PrecheckPanel(QWidget):
    """Shows findings; what to do about them is the officer's affair."""

    item_requested = Signal(str, str)
    """Show the item or task with this id, in the field with this name."""
    head_requested = Signal()
    """Show what is entered for the report's head."""
    left = Signal()
    """The officer goes back to the pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = FindingsView(self)
        self.view.item_requested.connect(self.item_requested)
        self.view.head_requested.connect(self.head_requested)
        self.view.left.connect(self.left)
        self._hint = Label(
            translate("Precheck", "Choose a line to go where it can be completed."),
            Type.CAPTION,
            "muted",
        )
        self._hint.setContentsMargins(theme.S, 0, theme.S, 0)
        self.nothing = _NothingMissing()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        for widget in (self.nothing, self._hint):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        layout.addStretch(0)
        self.setMinimumWidth(_LEAST_WIDTH * self.fontMetrics().averageCharWidth())
        self.setFocusProxy(self.view)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; none is good news, and said."""
        self.view.findings.show(findings)
        self.nothing.setVisible(not findings)
        for widget in (self._hint, self.view):
            widget.setVisible(bool(findings))


class _NothingMissing(Label):
    """One line with the mark of what is done."""

    def __init__(self) -> None:
        super().__init__(translate("Precheck", "Nothing needs to be completed"), tone="good")
        self.setContentsMargins(theme.S + icon_side(self) + theme.S, theme.XS, theme.S, theme.XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = icon_side(self)
        box = QRectF(theme.S, (self.height() - side) / 2, side, side)
        draw_mark(painter, box, Status.DONE)
