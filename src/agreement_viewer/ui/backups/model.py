"""The backups as rows, the newest first."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject

from agreement_viewer.i18n import translate
from agreement_viewer.restoring_words import day_and_time, when
from agreement_viewer.store.backups import Backup
from agreement_viewer.ui.text_table import TextTableModel


class BackupsModel(TextTableModel):
    """When it was made, what it holds, where it lies."""

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(_headings(), parent)
        self._data_dir = data_dir
        self._backups: Sequence[Backup] = ()

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these."""
        self._backups = backups
        self.show_rows([self._cells(backup) for backup in backups])

    def backup(self, index: QModelIndex) -> Backup | None:
        """The backup of a row."""
        return self._backups[index.row()] if index.isValid() else None

    def _cells(self, backup: Backup) -> tuple[str, ...]:
        held = backup.held
        here = backup.path.is_relative_to(self._data_dir)
        return (
            day_and_time(backup.at),
            f"{held.changes}",
            when(held.last),
            f"{held.documents}",
            translate("Backups", "This computer") if here else str(backup.path.parent),
        )


def _headings() -> tuple[str, ...]:
    return (
        translate("Backups", "Backed up at"),
        translate("Backups", "Changes"),
        translate("Backups", "Last change"),
        translate("Backups", "Files of evidence"),
        translate("Backups", "Place"),
    )
