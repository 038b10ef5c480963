"""The backups: which there are, making one, a second place for them, restoring."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.store.archive import SUFFIX, write_archive
from agreement_viewer.store.backups import Backup, Held, back_up
from agreement_viewer.store.recovery import candidates
from agreement_viewer.store.soundness import check
from agreement_viewer.ui import theme
from agreement_viewer.ui.asking_files import ask_file, ask_folder, ask_target
from agreement_viewer.ui.backups.model import BackupsModel
from agreement_viewer.ui.dialog import LARGEST, Dialog
from agreement_viewer.ui.flow_layout import FlowLayout
from agreement_viewer.ui.long_work import LongWork, Tell
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone
from agreement_viewer.ui.text_table import text_table


class BackupsDialog(Dialog):
    """Lists the backups of the data folder, here and at the second place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._session = session
        body = QWidget()
        self.notice = Strip(Tone.INFO, body)
        self.notice.add_closing()
        self.model = BackupsModel(session.folder.path, body)
        self.view = text_table(self.model, translate("Backups", "Backups"), body)
        self.view.setWordWrap(False)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        self.empty = QLabel(translate("Backups", "There are no backups yet."), body)
        self.place = QLabel(body)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setWordWrap(True)
        self.choose = self._button(translate("Backups", "Choose…"), self._choose_place, body)
        self.forget = self._button(translate("Backups", "Clear"), self._forget_place, body)
        self.now = self._button(translate("Backups", "Back up now"), self.back_up_now, body)
        self.to_file = self._button(translate("Backups", "Into one file…"), self._ask_file, body)
        self.check = self._button(translate("Backups", "Check"), self._check_row, body)
        self.restore = self._button(translate("Backups", "Restore…"), self._restore_row, body)
        self.restore_file = self._button(
            translate("Backups", "Restore from a file…"), self._ask_backup, body
        )
        self.long_work = LongWork(body)
        self.long_work.begun.connect(self._enable)
        self.long_work.ended.connect(self.review)
        self._lay_out(body)
        title = translate("Backups", "Backups")
        super().__init__(title, body, QDialogButtonBox.StandardButton.Close, parent, LARGEST)
        self.view.selectionModel().currentRowChanged.connect(self._enable)
        self.view.doubleClicked.connect(lambda _index: self._restore_row())
        self.review()

    def _button(self, text: str, slot: object, parent: QWidget) -> QPushButton:
        button = QPushButton(text, parent)
        button.clicked.connect(slot)
        button.setAutoDefault(False)
        return button

    def _lay_out(self, body: QWidget) -> None:
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        explained = QLabel(
            translate(
                "Backups",
                "A verified backup is made by itself at the first start of each day. It is kept"
                " daily for 14 days, weekly for 8 weeks, monthly for 24 months.",
            ),
            body,
        )
        explained.setWordWrap(True)
        layout.addWidget(explained)
        layout.addWidget(self.notice)
        layout.addWidget(self.empty)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.long_work)
        buttons, place = FlowLayout(), QHBoxLayout()
        for button in (self.now, self.to_file, self.check, self.restore, self.restore_file):
            buttons.addWidget(button)
        layout.addLayout(buttons)
        place.addWidget(self.place, 1)
        place.addWidget(self.choose)
        place.addWidget(self.forget)
        layout.addLayout(place)

    def review(self) -> None:
        """Read anew which backups there are."""
        second = self._session.settings.backup_folder
        found = candidates(self._session.folder.path, second)
        self.model.show_backups(found)
        self.empty.setVisible(not found)
        self.view.setVisible(bool(found))
        if found:
            self.view.selectRow(0)
        self.place.setText(
            translate("Backups", "Second place: {folder}", folder=second)
            if second
            else translate("Backups", "Second place: none. Choose another disk or a memory stick.")
        )
        self._enable()

    def _enable(self, *_indexes: QModelIndex) -> None:
        idle = not self.long_work.is_running
        for button in (self.now, self.to_file, self.restore_file, self.choose):
            button.setEnabled(idle)
        self.forget.setEnabled(idle and bool(self._session.settings.backup_folder))
        for button in (self.check, self.restore):
            button.setEnabled(idle and self._current() is not None)

    def _current(self) -> Backup | None:
        return self.model.backup(self.view.currentIndex())

    def back_up_now(self) -> None:
        """Make a backup, here and at the second place."""
        folder, second = self._session.folder, self._session.settings.backup_folder
        now = self._session.now()

        def work(tell: Tell) -> tuple[Backup, str]:
            folder.sign_for_backup()
            return back_up(folder.path, folder.database.path, second, now, tell)

        self.long_work.run(translate("Backups", "Backing up…"), work, self._made, self.notice.tell)

    def _made(self, made: tuple[Backup, str]) -> None:
        said = translate("Backups", "Backed up and verified: {file}.", file=made[0].path.name)
        self.notice.tell(" ".join(filter(None, (said, made[1]))))

    def _check_row(self) -> None:
        """Check the chosen backup once more: a disk or a stick can have lost it since."""
        backup = self._current()
        if backup is None:
            return
        total = max(backup.held.changes, 1)
        self.long_work.run(
            translate("Backups", "Checking…"),
            lambda tell: check(backup.path, lambda count: tell(count * 100 // total)),
            lambda _contents: self.notice.tell(
                translate("Backups", "In order: {file}.", file=backup.path.name)
            ),
            self.notice.tell,
        )

    def _ask_file(self) -> None:
        name = f"{translate('Backups', 'Backup')} {self._session.now():%d-%m-%Y}{SUFFIX}"
        title = translate("Backups", "Into one file…")
        pattern = translate("Backups", "Backups (*.zip)")
        ask_target(self, self._session.settings, "backup", title, name, pattern, self.write_file)

    def write_file(self, path: Path) -> None:
        """Back up into one file."""
        folder = self._session.folder

        def said(_held: Held) -> None:
            self.notice.tell(translate("Backups", "Backed up and verified: {file}.", file=path))

        def work(tell: Tell) -> Held:
            folder.sign_for_backup()
            return write_archive(path, folder.path, folder.database.path, tell)

        self.long_work.run(translate("Backups", "Backing up…"), work, said, self.notice.tell)

    def _choose_place(self) -> None:
        title = translate("Backups", "Second place for backups")
        ask_folder(self, title, self._session.settings.backup_folder, self.use_place)

    def _forget_place(self) -> None:
        self.use_place("")

    def use_place(self, folder: str) -> None:
        """Keep backups in `folder` too, from the next one on; empty for none."""
        self._session.settings.backup_folder = folder
        try:
            self._session.folder.settings.save()
        except UserError as fault:
            self.notice.tell(str(fault))
        self.review()

    def _restore_row(self) -> None:
        if backup := self._current():
            self.show_restore(backup.path)

    def _ask_backup(self) -> None:
        title = translate("Backups", "Restore from a file…")
        pattern = translate("Backups", "Backups (*.zip *.sqlite3)")
        ask_file(self, self._session.settings, "backup", title, pattern, self.show_restore)

    def show_restore(self, path: Path) -> Any:
        """Show what restoring `path` would bring, and offer it."""
        from agreement_viewer.ui.backups.restore import RestoreDialog

        dialog = RestoreDialog(self._session, path, self)
        dialog.restored.connect(self.notice.tell)
        dialog.finished.connect(self.review)
        dialog.open()
        return dialog

    def done(self, result: int) -> None:
        """See Qt."""
        self.long_work.stop()
        super().done(result)
