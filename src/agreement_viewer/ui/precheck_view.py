"""The list of findings: arrows go through it, a click or Enter shows what a finding is about."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QTreeView, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui.precheck_delegate import FindingDelegate
from agreement_viewer.ui.precheck_model import FindingsModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingsView(QTreeView):
    """Groups fold; a finding of the report's head leads nowhere."""

    item_requested = Signal(str, str)
    """Show the item or task with this id, in the field with this name."""
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
