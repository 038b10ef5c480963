"""The window: it arranges the panels and connects them; what they show is theirs."""

import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QVBoxLayout, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.office import read_agreement_file
from agreement_viewer.ui import placing
from agreement_viewer.ui.about_dialog import AboutDialog
from agreement_viewer.ui.checklist_panel import ChecklistPanel
from agreement_viewer.ui.columns import Columns
from agreement_viewer.ui.details_panel import DetailsPanel
from agreement_viewer.ui.help_dialog import HelpDialog
from agreement_viewer.ui.icons import app_icon
from agreement_viewer.ui.menus import Menus
from agreement_viewer.ui.programme_panel import ProgrammePanel
from agreement_viewer.ui.reporting import Reporting
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.settings_dialog import SettingsDialog
from agreement_viewer.ui.strips import Strips
from agreement_viewer.ui.theme import Theme

TEXT_PERCENT = range(80, 201, 10)
LIST_WIDTH = 560


class MainWindow(QMainWindow):
    """One programme in three columns; two and tabs where the window is narrow."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self.checklist = ChecklistPanel(session)
        self.details = DetailsPanel(session)
        self.programme = ProgrammePanel(session)
        self.strips = Strips(session)
        self._reporting = Reporting(session, self)
        self._columns = Columns(self, self.programme, self.details)
        self._columns.restore(session.settings.columns)
        self._saved_text = ""
        self._status = QLabel(self)
        self.statusBar().addWidget(self._status, 1)
        self.setCentralWidget(self._centre())
        self._make_commands()
        self._connect()
        placing.place(self, session.settings)
        self._show_title()
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
        session = self._session
        session.saved.connect(self._show_saved)
        session.changed.connect(self._show_undo)
        session.opened.connect(self._show_title)
        self.checklist.current_changed.connect(self.details.show_item)
        self.programme.item_requested.connect(self.checklist.select)
        self.strips.show_requested.connect(self.checklist.show_only)
        self.strips.identified.connect(self._show_status)
        self._reporting.written.connect(self._show_written)
        self._reporting.failed.connect(session.refused)
        if current := self.checklist.current_id():
            self.details.show_item(current)

    def _make_commands(self) -> None:
        menus = self._menus = Menus(self)
        action, report, session = menus.action, self._reporting, self._session
        open_file = action(
            translate("Window", "Open programme…"), self._choose_programme, ("Ctrl+O",)
        )
        print_report = action(
            translate("Window", "Print report…"),
            lambda: report.preview(print_at_once=True),
            ("Ctrl+P",),
            "mdi6.printer-outline",
        )
        preview = action(translate("Window", "Print preview"), report.preview, ("Ctrl+Shift+P",))
        pdf = action(
            translate("Window", "Export PDF"), report.export, ("Ctrl+E",), "mdi6.file-pdf-box"
        )
        folder = action(translate("Window", "Open data folder"), self._open_folder)
        leave = action(translate("Window", "Quit"), self.close, ("Ctrl+Q",))
        save = action(translate("Window", "Save"), self.details.save, ("Ctrl+S",))
        self._undo = action(translate("Window", "Undo"), session.undo, ("Ctrl+Z",), "mdi6.undo")
        self._redo = action(
            translate("Window", "Redo"), session.redo, ("Ctrl+Y", "Ctrl+Shift+Z"), "mdi6.redo"
        )
        find = action(translate("Window", "Find"), self.checklist.search.start, ("Ctrl+F",))
        settings = action(translate("Window", "Settings"), self._change_settings, ("Ctrl+,",))
        larger = action(
            translate("Window", "Larger text"), lambda: self._zoom(1), ("Ctrl++", "Ctrl+=")
        )
        smaller = action(translate("Window", "Smaller text"), lambda: self._zoom(-1), ("Ctrl+-",))
        column = action(translate("Window", "Next column"), self._next_column, ("F6",))
        keys = action(
            translate("Window", "Keys and help"), lambda: HelpDialog(self).open(), ("F1",)
        )
        about = action(
            translate("Window", "About"), lambda: AboutDialog(session.folder.path, self).open()
        )
        menus.menu(
            translate("Window", "&File"),
            [open_file, None, preview, print_report, pdf, None, folder, None, leave],
        )
        menus.menu(
            translate("Window", "&Edit"),
            [self._undo, self._redo, None, *self.checklist.commands, None, save, find, settings],
        )
        docks = (self._columns.programme, self._columns.details)
        menus.menu(
            translate("Window", "&View"),
            [larger, smaller, None, column, *(dock.toggleViewAction() for dock in docks)],
        )
        menus.menu(translate("Window", "&Help"), [keys, about])
        menus.tools([print_report, pdf, self._undo, self._redo, None, self.checklist.search])
        self._show_undo()
        QTimer.singleShot(0, menus.load_icons)

    def _show_title(self) -> None:
        agreement = self._session.agreement
        parties = " – ".join(party.short for party in agreement.parties)
        years = f"{agreement.years.first}–{agreement.years.last}"
        self.setWindowTitle(f"{agreement.short_title} · {parties} · {years}")
        self._saved_text = ""
        self._show_undo()
        self._show_status()

    def _show_saved(self, at: datetime.datetime) -> None:
        self._saved_text = translate("Window", "Saved at {time}", time=clock_time(at))
        self._show_status()

    def _show_status(self) -> None:
        officer = self._session.officer
        party = self._session.agreement.party(officer.unit)
        who = ", ".join(filter(None, (officer.name, party.short if party else officer.unit)))
        self._status.setText(" · ".join(filter(None, (self._saved_text, who))))

    def _show_undo(self) -> None:
        self._undo.setEnabled(self._session.can_undo)
        self._redo.setEnabled(self._session.can_redo)

    def _show_written(self, path: Path) -> None:
        self.strips.tell(
            translate("Window", "Written: {file}", file=path),
            translate("Window", "Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )

    def _choose_programme(self) -> None:
        dialog = QFileDialog(self, translate("Window", "Open programme…"))
        dialog.setNameFilter(translate("Window", "Programmes (*.toml)"))
        dialog.fileSelected.connect(lambda file: self.open_programme(Path(file)))
        dialog.open()

    def open_programme(self, path: Path) -> None:
        """Show another programme; one that cannot be read leaves this one as it is."""
        self.details.save()
        try:
            self._session.open(*read_agreement_file(path))
            self._session.settings.agreement_file = str(path)
            self._session.folder.settings.save()
        except UserError as fault:
            self._session.refused.emit(str(fault))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.folder.path)))

    def _change_settings(self) -> None:
        dialog = SettingsDialog(self._session, self._apply_theme, self)
        dialog.finished.connect(self._show_status)
        dialog.open()

    def _apply_theme(self) -> None:
        settings = self._session.settings
        self._theme.apply(settings.appearance, settings.text_percent)

    def _zoom(self, steps: int) -> None:
        settings = self._session.settings
        wanted = settings.text_percent + steps * TEXT_PERCENT.step
        settings.text_percent = min(max(wanted, TEXT_PERCENT[0]), TEXT_PERCENT[-1])
        self._apply_theme()

    def _next_column(self) -> None:
        columns: list[QWidget] = [self.checklist, self.details, self.programme]
        shown = [column for column in columns if not column.visibleRegion().isEmpty()]
        here = next((i for i, column in enumerate(shown) if column.isAncestorOf(self._focus())), -1)
        there = shown[(here + 1) % len(shown)]
        if there is self.checklist:
            self.checklist.focus_list()
        else:
            there.setFocus()
            there.focusNextPrevChild(True)

    def _focus(self) -> QWidget:
        return self.focusWidget() or self

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_menus"):
            QTimer.singleShot(0, self._menus.load_icons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._columns.arrange(event.size().width())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.details.save()
        settings = self._session.settings
        placing.remember(self, settings)
        settings.columns = self._columns.state()
        try:
            self._session.folder.settings.save()
        except UserError as fault:
            self._session.failed.emit(str(fault))
        event.setAccepted(not self._session.unsaved or self.strips.may_leave_unsaved())


def clock_time(at: datetime.datetime) -> str:
    """The time of day as the status line says it."""
    return translate("Window", "{hour}:{minute}", hour=at.strftime("%H"), minute=at.strftime("%M"))
