"""The window: it arranges the panels and connects them; what they show is theirs."""

import datetime
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QVBoxLayout, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.office import read_agreement_file
from agreement_viewer.ui import placing
from agreement_viewer.ui.checklist_panel import ChecklistPanel
from agreement_viewer.ui.columns import Columns
from agreement_viewer.ui.commands import Commands
from agreement_viewer.ui.details_panel import DetailsPanel
from agreement_viewer.ui.programme_panel import ProgrammePanel
from agreement_viewer.ui.reporting import Reporting
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips import Strips
from agreement_viewer.ui.theme import M, Theme

TEXT_PERCENT = range(80, 201, 10)
LIST_WIDTH = 560


class MainWindow(QMainWindow):
    """One programme in three columns; two and tabs where the window is narrow."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self._theme = theme
        self._saved_text = ""
        self.checklist = ChecklistPanel(session)
        self.details = DetailsPanel(session)
        self.programme = ProgrammePanel(session)
        self.strips = Strips(session)
        self.reporting = Reporting(session, self)
        self.columns = Columns(self, self.checklist, self.programme, self.details)
        self.columns.restore(session.settings.columns)
        self._status = QLabel(self)
        self._status.setContentsMargins(M, 0, M, 0)
        self.statusBar().addWidget(self._status, 1)
        self.setCentralWidget(self._centre())
        Commands(self)
        self._connect()
        self._show_title()
        placing.place(self, session.settings)
        self.checklist.focus_list()

    def _centre(self) -> QWidget:
        centre = QWidget(self)
        centre.setMinimumWidth(LIST_WIDTH)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strips)
        layout.addWidget(self.checklist, 1)
        return centre

    def _connect(self) -> None:
        self.session.saved.connect(self._show_saved)
        self.session.opened.connect(self._show_title)
        self.checklist.current_changed.connect(self.details.show_item)
        self.details.show_tasks_requested.connect(self.checklist.select)
        self.programme.item_requested.connect(self.checklist.select)
        self.strips.show_requested.connect(self.checklist.show_only)
        self.strips.identified.connect(self._show_status)
        self.strips.left.connect(self.checklist.focus_list)
        self.reporting.written.connect(self._show_written)
        self.reporting.failed.connect(self.session.refused)
        self.details.show_item(self.checklist.current_id())

    def _show_title(self) -> None:
        agreement = self.session.agreement
        parties = " – ".join(party.short for party in agreement.parties)
        years = f"{agreement.years.first}–{agreement.years.last}"
        self.setWindowTitle(f"{agreement.short_title} · {parties} · {years}")
        self._saved_text = ""
        self._show_status()

    def _show_saved(self, at: datetime.datetime) -> None:
        time = translate("Window", "{hour}:{minute}", hour=f"{at:%H}", minute=f"{at:%M}")
        self._saved_text = translate("Window", "Saved at {time}", time=time)
        self._show_status()

    def _show_status(self) -> None:
        officer = self.session.officer
        party = self.session.agreement.party(officer.unit)
        who = ", ".join(filter(None, (officer.name, party.short if party else officer.unit)))
        self._status.setText(" · ".join(filter(None, (self._saved_text, who))))

    def _show_written(self, path: Path) -> None:
        self.strips.tell(
            translate("Window", "Written: {file}", file=path),
            translate("Window", "Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )

    def choose_programme(self) -> None:
        """Ask for another programme's file and open it."""
        dialog = QFileDialog(self, translate("Window", "Open programme…"))
        dialog.setNameFilter(translate("Window", "Programmes (*.toml)"))
        dialog.fileSelected.connect(lambda file: self.open_programme(Path(file)))
        dialog.open()

    def open_programme(self, path: Path) -> None:
        """Show another programme; one that cannot be read leaves this one as it is."""
        self.save()
        try:
            self.session.open(*read_agreement_file(path))
            self.session.settings.agreement_file = str(path.absolute())
            self.session.folder.settings.save()
        except UserError as fault:
            self.session.refused.emit(str(fault))

    def open_data_folder(self) -> None:
        """Show the folder of the data in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.session.folder.path)))

    def save(self) -> None:
        """Record what is being typed."""
        self.checklist.finish_editing()
        self.details.save()

    def change_settings(self) -> None:
        """Show the settings."""
        from agreement_viewer.ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self.session, self._apply_theme, self)
        dialog.finished.connect(self._show_status)
        dialog.finished.connect(self.strips.review)
        dialog.open()

    def zoom(self, steps: int) -> None:
        """Larger or smaller text, by steps of ten per cent."""
        settings = self.session.settings
        wanted = settings.text_percent + steps * TEXT_PERCENT.step
        settings.text_percent = min(max(wanted, TEXT_PERCENT[0]), TEXT_PERCENT[-1])
        self._apply_theme()

    def _apply_theme(self) -> None:
        settings = self.session.settings
        self._theme.apply(settings.appearance, settings.text_percent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.arrange(event.size().width())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.save()
        settings = self.session.settings
        placing.remember(self, settings)
        settings.columns = self.columns.state()
        try:
            self.session.folder.settings.save()
        except UserError as fault:
            self.session.refused.emit(str(fault))
        event.setAccepted(not self.session.unsaved or self.strips.may_leave_unsaved())
