"""Asking which file or folder. Each kind of file is asked for where one was chosen last."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtWidgets import QWidget

from agreement_viewer.store.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

Kind = Literal["backup", "evidence", "exchange", "programme", "report"]

_UNFIT: Final = str.maketrans('<>:"/\\|?*', "         ")
"""What Windows does not let a file be called."""


def ask_file(
    parent: QWidget,
    settings: Settings,
    kind: Kind,
    title: str,
    pattern: str,
    then: Callable[[Path], object],
) -> None:
    """Ask for a file that is there; `pattern` is one of Qt's name filters, or empty for all."""
    dialog = _dialog(parent, title, str(_last_folder(settings, kind)))
    dialog.setFileMode(dialog.FileMode.ExistingFile)
    dialog.setNameFilter(pattern)
    dialog.fileSelected.connect(lambda file: then(_remembered(settings, kind, file)))
    dialog.open()


def ask_target(
    parent: QWidget,
    settings: Settings,
    kind: Kind,
    title: str,
    name: str,
    pattern: str,
    then: Callable[[Path], object],
) -> None:
    """Ask where to write a file that may well be called `name`."""
    fit = " ".join(name.translate(_UNFIT).split())
    dialog = _dialog(parent, title, str(_last_folder(settings, kind) / fit))
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(fit).suffix.removeprefix("."))
    dialog.setNameFilter(pattern)
    dialog.fileSelected.connect(lambda file: then(_remembered(settings, kind, file)))
    dialog.open()


def ask_folder(parent: QWidget, title: str, at: str, then: Callable[[str], object]) -> None:
    """Ask for a folder, beginning with the one that is set."""
    dialog = _dialog(parent, title, at)
    dialog.setFileMode(dialog.FileMode.Directory)
    dialog.setOption(dialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(then)
    dialog.open()


def _dialog(parent: QWidget, title: str, at: str) -> "QFileDialog":
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QFileDialog  # most starts ask for no file

    dialog = QFileDialog(parent, title, at)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _last_folder(settings: Settings, kind: Kind) -> Path:
    from PySide6.QtCore import QStandardPaths

    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folders = filter(None, (settings.folders.get(kind), QStandardPaths.writableLocation(documents)))
    return next((path for path in map(Path, folders) if path.is_dir()), Path.home())


def _remembered(settings: Settings, kind: Kind, file: str) -> Path:
    path = Path(file)
    settings.folders[kind] = str(path.parent)
    return path
