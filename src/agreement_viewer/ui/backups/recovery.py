"""The window before the window, where the data are damaged: what is there, and recovering them."""

import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.restoring_words import day_and_time, held_words
from agreement_viewer.store.database import FILE_NAME
from agreement_viewer.store.recovery import Recovered, candidates, in_words, recover_folder
from agreement_viewer.store.settings import FILE_NAME as SETTINGS_NAME
from agreement_viewer.store.settings import Settings, SettingsFile
from agreement_viewer.ui import theme
from agreement_viewer.ui.asking_files import ask_file
from agreement_viewer.ui.dialog import Dialog
from agreement_viewer.ui.long_work import LongWork

_WANTED: Final = (84, 14)
"""Its width and height, in letters and lines."""


class RecoveryDialog(Dialog):
    """Accepted once the data are recovered and the officer wants to go on."""

    def __init__(
        self, data_dir: Path, key_dir: Path, unsaved: int, parent: QWidget | None = None
    ) -> None:
        """`unsaved` actions wait for it."""
        self._place = data_dir, key_dir
        self._named: Path | None = None
        self._is_recovered = False
        body = QWidget()
        file = data_dir / FILE_NAME
        said = translate("Recovery", "The data file {file} is damaged or gone.", file=file)
        self.told = _text(said, body)
        self.source = _text(self._newest(), body)
        self.plan = _text(
            translate(
                "Recovery",
                "A new data file is made of this backup and of every change that is still whole in"
                " the damaged file. The damaged file is kept.",
            ),
            body,
        )
        self.waiting = _text(
            translate(
                "Recovery",
                "Not saved: {count}. It is recorded after the recovery, and lost without it.",
                count=unsaved,
            ),
            body,
        )
        self.waiting.setVisible(bool(unsaved))
        self.long_work = LongWork(body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        for part in (self.told, self.source, self.plan, self.waiting):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.long_work)
        letters, lines = _WANTED
        metrics = body.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * letters, metrics.lineSpacing() * lines)
        standard = QDialogButtonBox.StandardButton
        title = translate("Recovery", "The data are damaged")
        super().__init__(title, body, standard.Ok | standard.Close, parent, wanted)
        self.ok = self.buttons.button(standard.Ok)
        self.ok.setText(translate("Recovery", "Recover"))
        self.choose = QPushButton(translate("Recovery", "Another backup…"), self)
        self.buttons.addButton(self.choose, QDialogButtonBox.ButtonRole.ActionRole)
        self.choose.clicked.connect(self._ask_backup)
        self.long_work.ended.connect(self._enable)
        self.ok.setFocus()

    def _newest(self) -> str:
        data_dir, _ = self._place
        for backup in candidates(data_dir, self._settings().backup_folder)[:1]:
            return translate(
                "Recovery",
                "Newest backup: {when}, {held}.",
                when=day_and_time(backup.at),
                held=held_words(backup.held),
            )
        return translate("Recovery", "There is no backup on this computer.")

    def _settings(self) -> Settings:
        data_dir, _ = self._place
        try:
            return SettingsFile(data_dir / SETTINGS_NAME).values
        except UserError:
            return Settings()

    def _ask_backup(self) -> None:
        pattern = translate("Backups", "Backups (*.zip *.sqlite3)")
        title = translate("Recovery", "Another backup…")
        ask_file(self, self._settings(), "backup", title, pattern, self.use)

    def use(self, path: Path) -> None:
        """Recover with this backup."""
        self._named = path
        self.source.setText(translate("Recovery", "Backup: {file}", file=path))

    def accept(self) -> None:
        """Recover; then, asked once more, go on."""
        if self._is_recovered:
            super().accept()
            return
        for button in (self.ok, self.choose):
            button.setEnabled(False)
        now = datetime.datetime.now().astimezone()
        self.long_work.run(
            translate("Recovery", "Recovering…"),
            lambda tell: recover_folder(*self._place, now, self._named, tell),
            self._recovered,
            self.told.setText,
        )

    def _enable(self) -> None:
        self.ok.setEnabled(True)
        self.choose.setEnabled(not self._is_recovered)

    def _recovered(self, recovered: Recovered) -> None:
        self._is_recovered = True
        self.told.setText(in_words(recovered))
        self.source.hide()
        self.plan.hide()
        self.waiting.hide()
        self.choose.hide()
        self.buttons.button(QDialogButtonBox.StandardButton.Close).hide()
        self.setWindowTitle(translate("Recovery", "The data are recovered"))
        self.ok.setText(translate("Recovery", "Go on"))
        self.ok.setFocus()

    def done(self, result: int) -> None:
        """See Qt. While it works, closing it stops the work first."""
        if self.long_work.is_running:
            self.long_work.stop()
        else:
            super().done(result)


def _text(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
