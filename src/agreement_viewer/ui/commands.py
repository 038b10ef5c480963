"""Every command of the window, its keys, and where it stands."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from agreement_viewer.i18n import translate
from agreement_viewer.ui.enter_key import EnterKey
from agreement_viewer.ui.menus import Menus

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from agreement_viewer.ui.main_window import MainWindow


class Commands:
    """The menus and the toolbar of a window. At first they only have their place and height."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._session = window.session
        self._menus = menus = Menus(window, window.checklist.search)
        self._file_menu = menus.menu(translate("Window", "&File"))
        self._edit_menu = menus.menu(translate("Window", "&Edit"))
        self._view_menu = menus.menu(translate("Window", "&View"))
        self._reports_menu = menus.menu(translate("Window", "&Reports"))
        self._data_menu = menus.menu(translate("Window", "&Data"))
        self._help_menu = menus.menu(translate("Window", "&Help"))
        self._preview = menus.action(
            translate("Window", "Print preview"),
            lambda: self._after_saving(window.reporting.preview),
            "Ctrl+Shift+P",
            picture="mdi6.file-eye-outline",
        )
        menus.tool(self._preview)

    def complete(self) -> None:
        """Fill menus and toolbar."""
        menus, window = self._menus, self._window
        self._undo = menus.action(
            translate("Window", "Undo"),
            lambda: self._after_saving(self._session.undo),
            "Ctrl+Z",
            picture="mdi6.undo",
        )
        self._redo = menus.action(
            translate("Window", "Redo"),
            lambda: self._after_saving(self._session.redo),
            "Ctrl+Y",
            "Ctrl+Shift+Z",
            picture="mdi6.redo",
        )
        self._print = menus.action(
            translate("Window", "Print report…"),
            lambda: self._after_saving(lambda: window.reporting.preview(print_at_once=True)),
            "Ctrl+P",
            picture="mdi6.printer-outline",
        )
        self._pdf = menus.action(
            translate("Window", "Export PDF"),
            lambda: self._after_saving(lambda: window.reporting.export(".pdf")),
            "Ctrl+E",
            picture="mdi6.file-pdf-box",
        )
        self._word = menus.action(
            translate("Window", "Export Word"),
            lambda: self._after_saving(lambda: window.reporting.export(".docx")),
            picture="mdi6.file-word-outline",
        )
        self._excel = menus.action(
            translate("Window", "Export Excel"),
            lambda: self._after_saving(lambda: window.reporting.export(".xlsx")),
            picture="mdi6.file-excel-outline",
        )
        self._file()
        self._edit()
        self._view()
        self._reports()
        self._data()
        self._help()
        for tool in (*self._paper()[1:], self._undo, self._redo):
            menus.tool(tool)
        EnterKey(window)
        self._session.changed.connect(self.refresh)
        self._session.opened.connect(self.refresh)
        self.refresh()

    def load_icons(self) -> None:
        """Give the commands their pictures."""
        self._menus.load_icons()

    def refresh(self) -> None:
        """Undo and redo are offered while there is something to undo or redo."""
        self._undo.setEnabled(self._session.can_undo)
        self._redo.setEnabled(self._session.can_redo)

    def _after_saving(self, command: Callable[[], None]) -> None:
        """A menu does not take the focus: what is being typed is recorded first."""
        self._window.save()
        command()

    def _file(self) -> None:
        menus, window = self._menus, self._window
        open_other = menus.action(
            translate("Window", "Open programme…"), window.choose_programme, "Ctrl+O"
        )
        backups = menus.action(
            translate("Window", "Backups…"), lambda: self._after_saving(self._show_backups)
        )
        folder = menus.action(translate("Window", "Open data folder"), window.open_data_folder)
        leave = menus.action(translate("Window", "Quit"), window.close, "Ctrl+Q")
        menus.fill(
            self._file_menu, [open_other, None, *self._paper(), None, backups, folder, None, leave]
        )

    def _show_backups(self) -> None:
        from agreement_viewer.ui.backups.dialog import BackupsDialog

        BackupsDialog(self._session, self._window).open()

    def _paper(self) -> "list[QAction]":
        return [self._preview, self._print, self._pdf, self._word, self._excel]

    def _reports(self) -> None:
        menus, window = self._menus, self._window
        periods = menus.action(
            translate("Window", "Reporting periods…"),
            lambda: self._after_saving(window.reporting.show_periods),
        )
        profile = menus.action(
            translate("Window", "Report's heading and texts…"),
            lambda: self._after_saving(window.reporting.edit_profile),
        )
        check = menus.action(translate("Window", "Check a code…"), window.reporting.check_code)
        past = menus.action(
            translate("Window", "Look at a past day…"),
            lambda: self._after_saving(window.reporting.choose_past_day),
        )
        menus.fill(self._reports_menu, [periods, profile, None, check, past])

    def _data(self) -> None:
        menus, exchanging = self._menus, self._window.exchanging
        send = menus.action(
            translate("Window", "Send to partner…"), lambda: self._after_saving(exchanging.send)
        )
        receive = menus.action(
            translate("Window", "Receive from partner…"),
            lambda: self._after_saving(exchanging.receive),
        )
        differences = menus.action(
            translate("Window", "Unresolved differences…"),
            lambda: self._after_saving(self._window.show_differences),
            "F8",
        )
        hand_over = menus.action(
            translate("Window", "Hand over…"), lambda: self._after_saving(exchanging.hand_over)
        )
        now = menus.action(
            translate("Window", "Exchange now"),
            lambda: self._after_saving(exchanging.exchange),
            "F9",
        )
        folder = menus.action(translate("Window", "Shared folder…"), exchanging.choose_folder)
        sharing = [send, receive, None, now, folder]
        record = menus.action(
            translate("Differences", "Reconciliation record…"),
            lambda: self._after_saving(self._window.reporting.reconcile),
        )
        menus.fill(self._data_menu, [*sharing, None, differences, record, None, hand_over])

    def _edit(self) -> None:
        menus, window = self._menus, self._window
        save = menus.action(translate("Window", "Save"), window.save, "Ctrl+S")
        find = menus.action(translate("Window", "Find"), window.checklist.search.start, "Ctrl+F")
        settings = menus.action(translate("Window", "Settings"), window.change_settings, "Ctrl+,")
        menus.fill(
            self._edit_menu,
            [
                *(self._undo, self._redo, None),
                *(*window.checklist.commands, None),
                *(save, find, None, settings),
            ],
        )

    def _view(self) -> None:
        menus, window = self._menus, self._window
        larger = menus.action(
            translate("Window", "Larger text"), lambda: window.zoom(1), "Ctrl++", "Ctrl+="
        )
        smaller = menus.action(
            translate("Window", "Smaller text"), lambda: window.zoom(-1), "Ctrl+-"
        )
        usual = menus.action(translate("Window", "Usual text size"), window.reset_zoom, "Ctrl+0")
        column = menus.action(translate("Window", "Next column"), window.columns.focus_next, "F6")
        overview = menus.action(translate("Window", "Overview"), window.columns.show_overview, "F7")
        docks = window.columns.toggles()
        menus.fill(self._view_menu, [larger, smaller, usual, None, column, overview, None, *docks])

    def _help(self) -> None:
        menus = self._menus
        keys = menus.action(translate("Window", "Keys and help"), self._show_keys, "F1")
        about = menus.action(translate("Window", "About"), self._show_about)
        menus.fill(self._help_menu, [keys, about])

    def _show_keys(self) -> None:
        from agreement_viewer.ui.help_dialog import HelpDialog

        HelpDialog(self._window).open()

    def _show_about(self) -> None:
        from agreement_viewer.ui.about_dialog import AboutDialog

        AboutDialog(self._session.folder.path, self._window).open()
