"""The first painting: the list with its nine items, and everything else right after it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMenuBar, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger.status import Status
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Theme

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class FirstPainting(QObject):
    """Remembers where everything was when the list was first painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.places: dict[str, QRect] = {}
        self.filled = True
        self.rows = 0
        window.checklist.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() == QEvent.Type.Paint and not self.places:
            view = self._window.checklist.view
            self.places = places(self._window)
            self.filled = is_filled(self._window)
            index = view.indexAt(view.rect().topLeft())
            while index.isValid() and view.visualRect(index).bottom() < view.height():
                self.rows += 1
                index = view.indexBelow(index)
        return False


def places(window: MainWindow) -> dict[str, QRect]:
    """Where the parts of the window are."""
    kinds = (QDockWidget, QMenuBar, QToolBar)
    parts: list[QWidget] = [part for kind in kinds for part in window.findChildren(kind)]
    parts += [window.centralWidget(), window.statusBar(), window.checklist.view]
    return {f"{type(part).__name__} {part.objectName()}": part.geometry() for part in parts}


def is_filled(window: MainWindow) -> bool:
    """Whether one of the outer columns has anything in it."""
    rooms = (window.columns.details_room, window.columns.programme_room)
    return any(room.findChildren(QWidget) for room in rooms)


def new_window(qtbot: QtBot, qapp: QApplication, session: Session) -> MainWindow:
    window = MainWindow(session, Theme(qapp))
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)  # the offscreen screen is a small one
    window.setGeometry(0, 0, 1360, 780)
    return window


@pytest.fixture
def unpainted(qtbot: QtBot, qapp: QApplication, session: Session) -> Iterator[MainWindow]:
    """A window that has the keyboard before it was ever painted."""
    window = new_window(qtbot, qapp, session)
    window.setUpdatesEnabled(False)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.checklist.view.hasFocus)
    assert not is_filled(window)
    yield window
    window.setUpdatesEnabled(True)


def test_the_list_is_painted_before_the_columns_are_filled_and_nothing_moves_then(
    qtbot: QtBot, qapp: QApplication, session: Session
) -> None:
    window = new_window(qtbot, qapp, session)
    first = FirstPainting(window)
    with qtbot.waitSignal(window.completed):
        window.show()
    assert not first.filled
    assert first.rows >= len(session.agreement.items)
    assert window.checklist.view.hasFocus()
    qtbot.waitUntil(window.details.isVisible)
    assert is_filled(window)
    assert places(window) == first.places


def test_space_at_once_ticks_the_first_item(unpainted: MainWindow, session: Session) -> None:
    QTest.keyClick(unpainted.checklist.view, Qt.Key.Key_Space)
    entry = session.checklist.entry(session.agreement.items[0].id)
    assert entry is not None
    assert entry.status is Status.DONE


def test_ctrl_f_at_once_searches(unpainted: MainWindow) -> None:
    QTest.keyClick(unpainted.checklist.view, Qt.Key.Key_F, CTRL)
    assert unpainted.checklist.search.hasFocus()


def test_f6_at_once_goes_to_the_next_column(unpainted: MainWindow) -> None:
    QTest.keyClick(unpainted.checklist.view, Qt.Key.Key_F6, NONE)
    assert unpainted.details.isAncestorOf(QApplication.focusWidget())


def test_ctrl_p_at_once_prints(unpainted: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(
        unpainted.reporting, "preview", lambda *, print_at_once=False: asked.append(print_at_once)
    )
    QTest.keyClick(unpainted.checklist.view, Qt.Key.Key_P, CTRL)
    assert asked == [True]


def test_closing_at_once_keeps_the_place(unpainted: MainWindow, session: Session) -> None:
    assert unpainted.close()
    assert session.settings.geometry is not None
    assert session.settings.geometry[2:] == (1360, 780)
