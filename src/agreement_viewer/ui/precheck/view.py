"""The list of findings: arrows go through it, a click or Enter shows what a finding is about."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QTreeView, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.report.checks import Finding
from agreement_viewer.ui.precheck.delegate import FindingDelegate
from agreement_viewer.ui.precheck.model import FindingsModel


class Spot(NamedTuple):
    """Where an officer was in the list, to go on from there."""

    ahead: list[Finding]
    """From the current one on: the first of them that is still there will be current."""
    top: int
    """How far the list was scrolled."""


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingsView(QTreeView):
    """Groups fold; a finding leads to its item, or to what is entered for the report's head."""

    item_requested = Signal(str, str)
    """Show the item or task with this id, in the field with this name."""
    head_requested = Signal()
    """Show what is entered for the report's head."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingsModel(self)
        self.setAccessibleName(translate("Precheck", "Check before printing"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        # by pixels Qt would measure every row at once
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setModel(self.findings)
        self._delegate = FindingDelegate(self, self.findings)
        self.setItemDelegate(self._delegate)
        self.findings.modelReset.connect(self.expandAll)
        self.clicked.connect(self._follow)

    def _follow(self, index: QModelIndex) -> None:
        finding = self.findings.finding(index)
        if finding is None:
            self.setExpanded(index, not self.isExpanded(index))
        elif finding.item:
            self.item_requested.emit(finding.item, finding.field)
        else:
            self.head_requested.emit()

    def spot(self) -> Spot:
        """Where the officer is."""
        all_, current = self.findings.all(), self.findings.finding(self.currentIndex())
        ahead = all_[all_.index(current) :] if current else all_
        return Spot(ahead, self.verticalScrollBar().value())

    def return_to(self, spot: Spot) -> None:
        """Go there again, or as near as what has been completed since allows."""
        places = {(found.gap, found.item): found for found in reversed(self.findings.all())}
        wanted = ((found.gap, found.item) for found in spot.ahead)
        if current := next((places[key] for key in wanted if key in places), None):
            self.setCurrentIndex(self.findings.index_of(current))
        self.verticalScrollBar().setValue(spot.top)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a click; Esc leaves the list, not the dialog."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._follow(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first finding; Qt would begin with the heading, and select nothing."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.findings.index(0, 0, self.findings.index(0, 0)))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words are wrapped to the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the rows to new fonts."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        self._delegate.measure()
        self.scheduleDelayedItemsLayout()
