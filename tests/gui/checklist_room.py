"""What the tests of the checklist share: tasks, keys as UniKey sends them, the list as text."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from office import AGREEMENT_FILE, NOW
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.fields import parse_value
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.checklist.panel import ChecklistPanel
from agreement_viewer.ui.checklist.roles import Role
from agreement_viewer.ui.checklist.row_model import RowModel
from agreement_viewer.ui.session import Session

UNIKEY = {
    "đề": "d<đe<ê<ề",
    "hội thảo": "ho<ôi<<ội thao<<ảo",
    "đo lường": "d<đo luwong<<<<<ương<<<<ường",
}
"""Words as UniKey sends them: letters, Backspace (<), and what stands in their place."""

OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support")
"""The platform without a screen says so of each window that it shows."""


def unikey(widget: QWidget, strokes: str) -> None:
    """Type as UniKey does; the widget must keep the focus all the while."""
    for letter in strokes:
        key, text = (Qt.Key.Key_Backspace, "") if letter == "<" else (Qt.Key(0), letter)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            )
        assert QApplication.focusWidget() is widget


def shown_panel(
    qtbot: QtBot, session: Session, width: int = 690, height: int = 460
) -> ChecklistPanel:
    """The panel as a window with the search box on top, and the focus in the list."""
    panel = ChecklistPanel(session)
    panel.complete()
    qtbot.addWidget(panel)
    panel.layout().insertWidget(0, panel.search)
    panel.resize(width, height)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.focus_list()
    qtbot.waitUntil(panel.view.hasFocus)
    return panel


def entry(session: Session, id: str) -> Entry:
    """The item or task as it stands."""
    found = session.checklist.entry(id)
    assert found is not None
    return found


def add_task(session: Session, item: str, title: str, **fields: str) -> str:
    """A new task; its id. The fields are given as an officer types them."""
    session.perform(actions.add_task(item, title))
    id = session.checklist.tasks(item)[-1].id
    for name, text in fields.items():
        put(session, id, name, text)
    return id


def put(session: Session, id: str, name: str, text: str) -> None:
    """Fill in a field as an officer types it."""
    value = parse_value(name, text)
    session.perform(actions.set_value(entry(session, id), name, value, session.today()))


def lines(model: RowModel, above: QModelIndex | None = None) -> list[str]:
    """What is shown, as a screen reader reads it, indented by depth."""
    above = above or QModelIndex()
    found = []
    for place in range(model.rowCount(above)):
        index = model.index(place, 0, above)
        text = index.data(Qt.ItemDataRole.AccessibleTextRole)
        found += [text, *("  " + line for line in lines(model, index))]
    return found


def ids(model: RowModel, above: QModelIndex | None = None) -> list[str]:
    """The ids of the items and tasks that are shown."""
    above = above or QModelIndex()
    found: list[str] = []
    for place in range(model.rowCount(above)):
        index = model.index(place, 0, above)
        found += [*filter(None, [index.data(Role.ID)]), *ids(model, index)]
    return found


def field(panel: ChecklistPanel) -> QLineEdit:
    """The field in which a name is being typed."""
    found = [child for child in panel.view.findChildren(QLineEdit) if child.isVisible()]
    assert len(found) == 1
    return found[0]


def is_typing(panel: ChecklistPanel) -> bool:
    """Whether there is such a field."""
    return any(child.isVisible() for child in panel.view.findChildren(QLineEdit))


@contextmanager
def other_process(session: Session) -> Iterator[Session]:
    """Another process at work on the same file, as the command line is."""
    folder = DataFolder(session.folder.path, session.folder.path.parent / "keys")
    other = Session(folder, lambda: NOW)
    other.open(session.agreement, AGREEMENT_FILE.read_bytes())
    try:
        yield other
    finally:
        folder.close()
