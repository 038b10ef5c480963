"""The help page: every key, and the few things that an officer cannot guess."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui import theme
from agreement_viewer.ui.dialog import Dialog
from agreement_viewer.ui.programme.prose import Prose
from agreement_viewer.ui.programme.prose_writer import ProseWriter
from agreement_viewer.ui.theme import Type

_SIZE: Final = QSize(760, 500)
_SHARES: Final = (30, 70)
Keys = list[tuple[str, str]]
"""A key as text, and what it does."""


class HelpDialog(Dialog):
    """Text only, to be read, selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title = translate("Help", "Keys and help")
        self.text = Prose(title, _write)
        super().__init__(title, self.text, QDialogButtonBox.StandardButton.Close, parent, _SIZE)


def _write(writer: ProseWriter) -> None:
    writer.title(translate("Help", "Keys and help"))
    _table(writer, translate("Help", "In the list"), _list_keys())
    _table(writer, translate("Help", "Everywhere"), _window_keys())
    writer.heading(translate("Help", "How to"))
    for text in _advice():
        writer.paragraph(above=theme.S)
        writer.run(text)


def _table(writer: ProseWriter, heading: str, keys: Keys) -> None:
    writer.heading(heading)
    for (key, action), row in zip(keys, writer.table(len(keys), _SHARES), strict=True):
        row[0].run(key, Type.STRONG)
        row[1].run(action)


def _named(key: str) -> str:
    """A key as the menus name it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _list_keys() -> Keys:
    return [
        (_named("Space"), translate("Help", "Mark as done; again: back to the status before")),
        (
            "Ctrl+1 … Ctrl+5",
            translate("Help", "Not started, in progress, done, paused, dropped"),
        ),
        ("Ctrl+N", translate("Help", "Add a task; Enter adds another, Esc ends")),
        ("Ctrl+V", translate("Help", "Add the tasks of a list copied in Excel or Word")),
        ("F2", translate("Help", "Rename the task")),
        (_named("Delete"), translate("Help", "Withdraw the task, after asking")),
        ("← →", translate("Help", "Fold or unfold the tasks")),
        (translate("Help", "Letters"), translate("Help", "Find what is typed")),
    ]


def _window_keys() -> Keys:
    return [
        ("Ctrl+Z, Ctrl+Y", translate("Help", "Undo, redo")),
        ("Ctrl+F", translate("Help", "Find; tone marks may be left out")),
        ("Ctrl+S", translate("Help", "Save what is being typed")),
        ("Ctrl+P", translate("Help", "Print the report")),
        ("Ctrl+Shift+P", translate("Help", "Print preview")),
        ("Ctrl+E", translate("Help", "Export the report as PDF")),
        ("Ctrl+O", translate("Help", "Open another programme")),
        ("Ctrl++, Ctrl+-, Ctrl+0", translate("Help", "Larger text, smaller text, usual size")),
        ("Ctrl+,", translate("Help", "Settings")),
        ("F6", translate("Help", "Go to the next column")),
        ("F7", translate("Help", "Show the overview")),
        ("F8", translate("Help", "Show what both offices changed and nobody has settled")),
        ("F9", translate("Help", "Exchange with the other offices now")),
        ("Tab, Shift+Tab", translate("Help", "Go to the next or the previous control or link")),
        ("Esc", translate("Help", "Close a dialog or a strip, end typing in the search box")),
        ("F1", translate("Help", "This page")),
        ("Ctrl+Q", translate("Help", "Quit")),
    ]


def _advice() -> list[str]:
    return [
        translate(
            "Help",
            "A deadline is typed as 31/12/2025, 12/2025, quý IV/2025, 2025, hằng năm or thường"
            " xuyên. Any other text can be kept as a condition. A month, quarter or year falls due"
            " on its last day.",
        ),
        translate(
            "Help",
            "Every change is saved at once, with the officer's name and the time. The history of"
            " an item shows them all, and any earlier value can be restored. Nothing is deleted.",
        ),
        translate(
            "Help",
            "An item's status is stated by an officer. Tasks never change it, nor it them.",
        ),
        translate(
            "Help",
            "A file added as evidence is copied into the data folder; the original may then be"
            " moved.",
        ),
        translate("Help", "Do not enter or attach state secrets."),
    ]
