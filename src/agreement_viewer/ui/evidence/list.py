"""The list of documents with what can be done about the current one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.checklist import Evidence
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Link
from agreement_viewer.ui.details.rows import RowsModel
from agreement_viewer.ui.details.rows_view import RowsView
from agreement_viewer.ui.evidence.lines import document_lines
from agreement_viewer.ui.flow_layout import FlowLayout


class EvidenceList(QWidget):
    """Hidden while there are none."""

    open_wanted = Signal(EvidenceFile)
    copy_wanted = Signal(EvidenceFile)
    edit_wanted = Signal(Evidence)
    withdraw_wanted = Signal(Evidence)

    def __init__(self, has: Callable[[EvidenceFile], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.model: RowsModel[Evidence] = RowsModel(lambda thing: document_lines(has, thing))
        self.view = RowsView(translate("Evidence", "Evidence"), self)
        self.view.setModel(self.model)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.selectionModel().currentChanged.connect(self._enable)
        self._links = FlowLayout()
        self.open_ = self._command(
            translate("Evidence", "Open"), "Return", lambda: self._with_file(self.open_wanted.emit)
        )
        self.copy = self._command(
            translate("Evidence", "Save a copy…"),
            "",
            lambda: self._with_file(self.copy_wanted.emit),
        )
        self.edit = self._command(
            translate("Evidence", "Edit"), "F2", lambda: self._with_current(self.edit_wanted.emit)
        )
        self.withdraw = self._command(
            translate("Evidence", "Withdraw"),
            "Del",
            lambda: self._with_current(self.withdraw_wanted.emit),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(self.view)
        layout.addLayout(self._links)
        self.hide()

    def _command(self, text: str, keys: str, run: Callable[[], None]) -> QAction:
        command = QAction(text, self)
        command.setShortcut(QKeySequence(keys))
        command.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        command.triggered.connect(run)
        self.view.addAction(command)
        link = Link(text, self)
        link.clicked.connect(command.trigger)
        command.enabledChanged.connect(link.setEnabled)
        self._links.addWidget(link)
        return command

    def show_documents(self, documents: Sequence[Evidence]) -> None:
        """Show these; the current one stays current."""
        current = self.current()
        self.model.show(documents)
        kept = (
            row for row, document in enumerate(documents) if current and document.id == current.id
        )
        self.view.setCurrentIndex(self.model.index(next(kept, 0), 0))
        self.view.fit()
        self.setVisible(bool(documents))
        self._enable()

    def current(self) -> Evidence | None:
        """The document that commands act on."""
        return self.model.thing(self.view.currentIndex().row())

    def _enable(self) -> None:
        document = self.current()
        for command in (self.edit, self.withdraw):
            command.setEnabled(document is not None)
        for command in (self.open_, self.copy):
            command.setEnabled(document is not None and document.file is not None)

    def _with_current(self, act: Callable[[Evidence], object]) -> None:
        if document := self.current():
            act(document)

    def _with_file(self, act: Callable[[EvidenceFile], object]) -> None:
        document = self.current()
        if document and document.file:
            act(document.file)

    def _show_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(translate("Evidence", "Evidence"))
        menu.addActions([self.open_, self.copy, self.edit, self.withdraw])
        menu.popup(self.view.viewport().mapToGlobal(point))
