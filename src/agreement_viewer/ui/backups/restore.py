"""Before a restore: what the backup holds, and what will read otherwise afterwards."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.i18n import translate
from agreement_viewer.restoring_words import differing, summary
from agreement_viewer.store.restoring import Restored, look, restore
from agreement_viewer.ui import theme
from agreement_viewer.ui.dialog import LARGEST, Dialog
from agreement_viewer.ui.long_work import LongWork, Tell
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.text_table import TextTableModel, text_table
from agreement_viewer.ui.tooltip import as_tip


class RestoreDialog(Dialog):
    """Looks first; the restore is the officer's to start."""

    restored = Signal(str)
    """The backup was taken in, as this sentence says."""

    def __init__(self, session: Session, path: Path, parent: QWidget | None = None) -> None:
        self._session = session
        self._path = path
        self._is_restoring = False
        body = QWidget()
        file = QLabel(path.name, body)
        file.setTextFormat(Qt.TextFormat.PlainText)
        file.setFont(theme.font(theme.Type.HEADING))
        file.setToolTip(as_tip(str(path)))
        file.setWordWrap(True)
        self.told = QLabel(body)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.model = TextTableModel(_headings(), body)
        self.view = text_table(self.model, translate("Restore", "What will read otherwise"), body)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.view.hide()
        self.long_work = LongWork(body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(file)
        layout.addWidget(self.told)
        layout.addWidget(self.view, 1)
        layout.addStretch(0)
        layout.addWidget(self.long_work)
        standard = QDialogButtonBox.StandardButton
        title = translate("Restore", "Restore from a backup")
        super().__init__(title, body, standard.Ok | standard.Cancel, parent, LARGEST)
        self.ok = self.buttons.button(standard.Ok)
        self.ok.setText(translate("Restore", "Restore"))
        self.ok.setEnabled(False)
        folder = session.folder
        self.long_work.ended.connect(self._finish)
        self.long_work.run(
            translate("Restore", "Looking at the backup…"),
            lambda tell: look(path, folder.path, folder.database.path, tell),
            self._show,
            self._say,
        )

    def _show(self, found: Restored) -> None:
        rows = differing(self._session.checklist, found.arrival)
        lines = list(summary(found))
        if not found.is_nothing:
            lines.append(
                translate(
                    "Restore",
                    "What is here stays. A backup of it is made before, and later entries of this"
                    " computer go on under a new writer.",
                )
            )
        self.told.setText("\n".join(lines))
        self.model.show_rows(
            [
                (
                    row.item,
                    row.field,
                    row.now,
                    row.then + (f" ({_two_values()})" if row.opens_difference else ""),
                )
                for row in rows
            ]
        )
        self.view.setVisible(bool(rows))
        self.view.resizeRowsToContents()
        self.ok.setEnabled(not found.is_nothing)
        (self.ok if self.ok.isEnabled() else self.buttons).setFocus()

    def accept(self) -> None:
        """Restore, and close when that is done."""
        folder, path, now = self._session.folder, self._path, self._session.now()

        def take_in(tell: Tell) -> str:
            restore(path, folder.path, folder.database.path, now, tell)
            return folder.renew_writer()

        self.ok.setEnabled(False)
        self._is_restoring = True
        self.long_work.run(translate("Restore", "Restoring…"), take_in, self._taken_in, self._say)

    def _finish(self) -> None:
        self._is_restoring = False

    def _say(self, fault: str) -> None:
        self.told.setText(fault)
        self.view.hide()

    def _taken_in(self, writer: str) -> None:
        self._session.go_on_as(writer)
        self.restored.emit(translate("Backups", "Restored. What was here has stayed."))
        super().accept()

    def done(self, result: int) -> None:
        """See Qt. While it works, closing it stops the work first."""
        if self.long_work.is_running:
            self.long_work.stop()
        if not self._is_restoring:
            super().done(result)


def _two_values() -> str:
    return translate("Restore", "not settled")


def _headings() -> tuple[str, ...]:
    return (
        translate("Restore", "Item or task"),
        translate("Restore", "Field"),
        translate("Restore", "Now"),
        translate("Restore", "After the restore"),
    )
