"""The check before printing in the preview: its button, the list beside the pages, the warning."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.report.checks import Finding
from agreement_viewer.ui import theme
from agreement_viewer.ui.icons import icon
from agreement_viewer.ui.precheck.panel import PrecheckPanel
from agreement_viewer.ui.precheck.view import Spot
from agreement_viewer.ui.strips.strip import Strip, Tone

_SHARES: Final = (5, 2)
"""How the width is shared between pages and list."""


class Precheck(QObject):
    """Warns once and never blocks. The dialog places `button`, `warning` and `body`."""

    item_requested = Signal(str, str)
    """Show the item or task with this id, in the field with this name."""
    head_requested = Signal()
    """Show what is entered for the report's head."""
    print_wanted = Signal()
    """Print in spite of the warning."""

    def __init__(self, pages: QWidget, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._pages = pages
        self._count = 0
        self._is_warned = False
        self._spot: Spot | None = None
        self.button = QPushButton(
            icon("mdi6.clipboard-check-outline"),
            translate("Precheck", "Check before printing"),
            dialog,
        )
        self.button.setCheckable(True)
        self.button.toggled.connect(self._show_panel)
        self.panel = PrecheckPanel(dialog)
        self.panel.hide()
        self.panel.item_requested.connect(self.item_requested)
        self.panel.head_requested.connect(self.head_requested)
        self.panel.left.connect(pages.setFocus)
        self.warning = Strip(Tone.WARNING, dialog)
        self.warning.left.connect(pages.setFocus)
        self._look = self.warning.add_button(translate("Precheck", "Show"), self.look)
        self.warning.add_button(translate("Precheck", "Print anyway"), self.print_wanted.emit)
        self.warning.add_closing()
        self.body = QSplitter(Qt.Orientation.Horizontal, dialog)
        self.body.setChildrenCollapsible(False)
        self.body.setHandleWidth(theme.S)
        for place, (widget, share) in enumerate(zip((pages, self.panel), _SHARES, strict=True)):
            self.body.addWidget(widget)
            self.body.setStretchFactor(place, share)

    def spot(self) -> Spot | None:
        """Where the officer is in the list; None where it is not open."""
        return self.panel.view.spot() if self.button.isChecked() else None

    def return_to(self, spot: Spot | None) -> None:
        """Open the list there, if it was open, once there is something to list."""
        self._spot = spot

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these once the report has been checked."""
        self._count = len(findings)
        self.panel.show_findings(findings)
        self.button.setText(
            translate("Precheck", "Check before printing ({count})", count=self._count)
        )
        if self._spot:
            self.look()
            self.panel.view.return_to(self._spot)
            self._spot = None

    def may_print(self) -> bool:
        """Whether to go on printing. The first time that something is not clear it warns instead,
        and hands the keyboard to the answers."""
        if self._count and not self._is_warned:
            self._is_warned = True
            self.warning.tell(
                translate("Precheck", "Points not clear yet: {count}", count=self._count)
            )
            self._look.setFocus()
            return False
        self.warning.hide()
        return True

    def look(self) -> None:
        """Show the list and go into it."""
        self.button.setChecked(True)
        self.panel.setFocus()

    def _show_panel(self, wanted: bool) -> None:
        self.panel.setVisible(wanted)
        (self.panel if wanted else self._pages).setFocus()
