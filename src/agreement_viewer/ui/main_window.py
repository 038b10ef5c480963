"""The window: it arranges the panels and connects them; what they show is theirs."""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QVBoxLayout, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.exchange import is_bundle
from agreement_viewer.i18n import translate
from agreement_viewer.office import read_agreement_file
from agreement_viewer.ui import placing
from agreement_viewer.ui.asking_files import ask_file
from agreement_viewer.ui.checklist.panel import ChecklistPanel
from agreement_viewer.ui.columns import Columns
from agreement_viewer.ui.commands import Commands
from agreement_viewer.ui.differences.count import DifferencesCount
from agreement_viewer.ui.exchange.exchanging import Exchanging
from agreement_viewer.ui.overview.panel import OverviewPanel
from agreement_viewer.ui.paper.reporting import Reporting
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.status_line import StatusLine
from agreement_viewer.ui.strips.strips import Strips
from agreement_viewer.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from agreement_viewer.store.union import Arrival
    from agreement_viewer.ui.details.panel import DetailsPanel
    from agreement_viewer.ui.programme.panel import ProgrammePanel

TEXT_PERCENT = range(80, 201, 10)
LIST_WIDTH = 560
_PAUSE_MS = 10
"""Between two parts, so that each is painted before the next is made."""


class MainWindow(QMainWindow):
    """One programme in three columns; two and tabs where the window is narrow."""

    completed = Signal()
    """Everything is there that the first painting did without."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self._theme = theme
        self._is_painted = False
        self.takes_unsaved_along = False
        """Whether it is closed to be followed by another one that records what could not be."""
        self._rest = self._complete()
        self.checklist = ChecklistPanel(session)
        self.strips = Strips(session)
        self.reporting = Reporting(session, self)
        self.exchanging = Exchanging(session, self)
        self.overview = OverviewPanel(session)
        self.columns = Columns(self, self.checklist, self.overview)
        self.columns.restore(session.settings.columns)
        self._status = StatusLine(session, self)
        self.statusBar().addWidget(self._status, 1)
        self.differences = DifferencesCount(session, self)
        self.differences.clicked.connect(self.show_differences)
        self.statusBar().addPermanentWidget(self.differences)
        self._middle = self._centre()
        self.setCentralWidget(self._middle)
        self._commands = Commands(self)
        self._connect()
        self.setAcceptDrops(True)
        self._show_title()
        placing.place(self, session.settings)
        self.checklist.focus_list()
        self.installEventFilter(self)

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
        self.session.opened.connect(self._show_title)
        self.strips.show_requested.connect(self.checklist.show_only)
        self.strips.identified.connect(self._status.review)
        self.strips.left.connect(self.checklist.focus_list)
        self.checklist.tasks_added.connect(self._show_added)
        self.reporting.written.connect(self._show_written)
        self.reporting.failed.connect(self.session.refused)
        self.reporting.item_requested.connect(self._go_to)
        self.strips.takeover_requested.connect(self.exchanging.take_over)
        self.exchanging.received.connect(self._show_received)
        self.exchanging.taken_over.connect(self.strips.offer_agency)

    @cached_property
    def details(self) -> "DetailsPanel":
        """The right column; made after the first painting, or when it is first asked for."""
        from agreement_viewer.ui.details.panel import DetailsPanel

        panel = DetailsPanel(self.session, self.columns.details_room)
        self.checklist.current_changed.connect(panel.show_item)
        panel.show_tasks_requested.connect(self.checklist.select)
        panel.show_item(self.checklist.current_id())
        self.session.opened.connect(lambda: panel.show_item(self.checklist.current_id()))
        self.columns.details_room.take(panel)
        return panel

    @cached_property
    def programme(self) -> "ProgrammePanel":
        """The left column; made after the first painting, or when it is first asked for."""
        from agreement_viewer.ui.programme.panel import ProgrammePanel

        panel = ProgrammePanel(self.session, self.columns.programme_room)
        panel.item_requested.connect(self.checklist.select)
        self.columns.programme_room.take(panel)
        return panel

    def complete(self) -> None:
        """Make at once whatever the first painting did without."""
        for _ in self._rest:
            pass

    def _complete(self) -> Iterator[None]:
        """Make it part by part: in between the window answers."""
        from agreement_viewer.ui.tab_order import TabOrder

        self.checklist.complete()
        self.strips.complete()
        TabOrder(self._middle)
        yield
        self._commands.complete()
        yield
        for column in ("details", "programme"):
            getattr(self, column)
            yield
        self._commands.load_icons()
        self._show_rounds()
        self.removeEventFilter(self)
        self.completed.emit()

    def _show_rounds(self) -> None:
        rounds = self.exchanging.rounds
        self.strips.add(rounds.strip)
        self.statusBar().addPermanentWidget(rounds.status)
        rounds.failed.connect(self.session.refused)
        rounds.mended.connect(self.strips.notice.withdraw)
        rounds.received.connect(self._show_received)

    def _show_received(self, arrivals: "list[Arrival]") -> None:
        from agreement_viewer.exchange.words import taken_words, touched

        checklist, show = self.session.checklist, translate("Window", "Show")
        text, ids = "\n".join(taken_words(checklist, arrivals)), touched(checklist, arrivals)
        differs = any(arrival.outcome.differences for arrival in arrivals)

        def look() -> None:
            self.checklist.show_received(ids)
            if differs:
                self.show_differences()

        self.checklist.forget_received()
        self.strips.tell(text, show if ids else "", look if ids else None)

    def _go_on(self) -> None:
        for _ in islice(self._rest, 1):
            QTimer.singleShot(_PAUSE_MS, self, self._go_on)

    def _show_title(self) -> None:
        agreement = self.session.agreement
        parties = " – ".join(party.short for party in agreement.parties)
        years = f"{agreement.years.first}–{agreement.years.last}"
        self.setWindowTitle(f"{agreement.short_title} · {parties} · {years}")

    def _show_written(self, path: Path) -> None:
        self.strips.tell(
            translate("Window", "Written: {file}", file=path),
            translate("Window", "Open"),
            lambda: open_outside(path),
        )

    def _go_to(self, id: str, field: str) -> None:
        self.checklist.select(id)
        self.columns.focus_details()
        self.details.form.focus_field(field)

    def show_differences(self) -> None:
        """Show the fields in which two offices left different values."""
        from agreement_viewer.ui.differences.dialog import DifferencesDialog

        dialog = DifferencesDialog(self.session, self)
        dialog.item_requested.connect(self._go_to)
        dialog.item_requested.connect(lambda _id, field: self.details.form.select_text(field))
        dialog.record_requested.connect(lambda: self.reporting.reconcile(dialog))
        dialog.open()

    def _show_added(self, text: str) -> None:
        self.strips.tell(text, translate("Window", "Undo"), self.session.undo)

    def choose_programme(self) -> None:
        """Ask for another programme's file and open it."""
        title = translate("Window", "Open programme…")
        pattern = translate("Window", "Programmes (*.toml)")
        ask_file(self, self.session.settings, "programme", title, pattern, self.open_programme)

    def open_programme(self, path: Path) -> None:
        """Show another programme; one that cannot be read leaves this one as it is."""
        self.save()
        try:
            self.session.open(*read_agreement_file(path))
            self.session.settings.agreement_file = str(path.absolute())
            self.session.folder.settings.save()
        except UserError as fault:
            self.session.refused.emit(str(fault))

    def receive(self, path: Path) -> None:
        """Show what a file that somebody sent would bring."""
        self.save()
        self.exchanging.take_in(path)

    def come_forward(self, file: str) -> None:
        """Show this window in front of others, with what a file holds where one is named.

        That is a programme, or what somebody sent. A dialog that asks something comes first.
        """
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        dialog = QApplication.activeModalWidget()
        front = dialog or self
        front.raise_()
        front.activateWindow()
        path = Path(file)
        if file and isinstance(dialog, QDialog):
            self.strips.tell(
                translate("Window", "{file} is shown once the dialog is closed.", file=path.name)
            )
            dialog.finished.connect(
                lambda: QTimer.singleShot(0, self, lambda: self.come_forward(file)),
                Qt.ConnectionType.SingleShotConnection,
            )
        elif file:
            show = self.receive if is_bundle(path) else self.open_programme
            show(path)

    def open_data_folder(self) -> None:
        """Show the folder of the data in the system's file manager."""
        open_outside(self.session.folder.path)

    def save(self) -> None:
        """Record what is being typed."""
        self.checklist.finish_editing()
        self.details.save()

    def keep_drafts(self) -> None:
        """Keep what is being typed without recording it: the program has to end."""
        self.details.keep_drafts()

    def change_settings(self) -> None:
        """Show the settings."""
        from agreement_viewer.ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self.session, self._apply_theme, self)
        dialog.finished.connect(self._status.review)
        dialog.finished.connect(self.strips.review)
        dialog.finished.connect(self.exchanging.rounds.review)
        dialog.open()

    def zoom(self, steps: int) -> None:
        """Larger or smaller text, by steps of ten per cent."""
        settings = self.session.settings
        wanted = settings.text_percent + steps * TEXT_PERCENT.step
        settings.text_percent = min(max(wanted, TEXT_PERCENT[0]), TEXT_PERCENT[-1])
        self._apply_theme()

    def reset_zoom(self) -> None:
        """Text of the usual size."""
        self.session.settings.text_percent = 100
        self._apply_theme()

    def _apply_theme(self) -> None:
        settings = self.session.settings
        self._theme.apply(settings.appearance, settings.text_percent)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Complete the window before it answers its first key."""
        if event.type() is QEvent.Type.ShortcutOverride:
            self.complete()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(_PAUSE_MS, self, self._go_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.arrange(event.size().width())

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        event.setAccepted(self.exchanging.dropped(event.mimeData()) is not None)

    def dropEvent(self, event: "QDropEvent") -> None:
        if path := self.exchanging.dropped(event.mimeData()):
            event.acceptProposedAction()
            self.receive(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.save()
        settings = self.session.settings
        placing.remember(self, settings)
        settings.columns = self.columns.state()
        try:
            self.session.folder.settings.save()
        except UserError as fault:
            self.session.refused.emit(str(fault))
        is_lost = self.session.unsaved and not self.takes_unsaved_along
        event.setAccepted(not is_lost or self.strips.may_leave_unsaved())
        if event.isAccepted():
            self.exchanging.stop()


def open_outside(path: Path) -> None:
    """Show a file or folder in the system's own program for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
