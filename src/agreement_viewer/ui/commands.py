"""Every command of the window, its keys, and where it stands."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from agreement_viewer.i18n import translate
from agreement_viewer.ui.enter_key import EnterKey
from agreement_viewer.ui.menus import Menus

if TYPE_CHECKING:
    from agreement_viewer.ui.main_window import MainWindow


class Commands:
    """The menus and the toolbar of a window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._session = window.session
        self._menus = menus = Menus(window)
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
        self._preview = menus.action(
            translate("Window", "Print preview"),
            lambda: self._after_saving(window.reporting.preview),
            "Ctrl+Shift+P",
            picture="mdi6.file-eye-outline",
        )
        self._pdf = menus.action(
            translate("Window", "Export PDF"),
            lambda: self._after_saving(window.reporting.export),
            "Ctrl+E",
            picture="mdi6.file-pdf-box",
        )
        self._file()
        self._edit()
        self._view()
        self._help()
        menus.tools(
            [self._preview, self._print, self._pdf, self._undo, self._redo],
            window.checklist.search,
        )
        EnterKey(window)
        self._session.changed.connect(self.refresh)
        self._session.opened.connect(self.refresh)
        self.refresh()

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
        folder = menus.action(translate("Window", "Open data folder"), window.open_data_folder)
        leave = menus.action(translate("Window", "Quit"), window.close, "Ctrl+Q")
        paper = [self._preview, self._print, self._pdf]
        menus.menu(
            translate("Window", "&File"), [open_other, None, *paper, None, folder, None, leave]
        )

    def _edit(self) -> None:
        menus, window = self._menus, self._window
        save = menus.action(translate("Window", "Save"), window.save, "Ctrl+S")
        find = menus.action(translate("Window", "Find"), window.checklist.search.start, "Ctrl+F")
        settings = menus.action(translate("Window", "Settings"), window.change_settings, "Ctrl+,")
        menus.menu(
            translate("Window", "&Edit"),
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
        column = menus.action(translate("Window", "Next column"), window.columns.focus_next, "F6")
        docks = window.columns.toggles()
        menus.menu(translate("Window", "&View"), [larger, smaller, None, column, None, *docks])

    def _help(self) -> None:
        menus = self._menus
        keys = menus.action(translate("Window", "Keys and help"), self._show_keys, "F1")
        about = menus.action(translate("Window", "About"), self._show_about)
        menus.menu(translate("Window", "&Help"), [keys, about])

    def _show_keys(self) -> None:
        from agreement_viewer.ui.help_dialog import HelpDialog

        HelpDialog(self._window).open()

    def _show_about(self) -> None:
        from agreement_viewer.ui.about_dialog import AboutDialog

        AboutDialog(self._session.folder.path, self._window).open()
