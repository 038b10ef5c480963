"""The overview: made when it is first seen, right while it is seen, all of it in words as well."""

import datetime

import pytest
from gui.checklist_room import add_task, entry, put
from office import AGREEMENT_FILE, TODAY
from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.agreement import read_agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.status import Status
from agreement_viewer.ui.columns import Columns
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.overview.bars import Bars
from agreement_viewer.ui.overview.course import Course
from agreement_viewer.ui.overview.panel import OverviewPanel
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: Session) -> MainWindow:
    session.settings.reminded_on = TODAY
    shown = MainWindow(session, Theme(qapp))
    qtbot.addWidget(shown)
    shown.setWindowState(Qt.WindowState.WindowNoState)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.setGeometry(0, 0, 1360, 780)
    qtbot.waitUntil(lambda: shown.width() == 1360)
    shown.activateWindow()
    shown.checklist.focus_list()
    return shown


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key)


def look(qtbot: QtBot, window: MainWindow) -> OverviewPanel:
    """Bring the overview to the front with its key."""
    press(qtbot, window, Qt.Key.Key_F7)
    panel = window.overview
    qtbot.waitUntil(lambda: panel.page is not None and bool(said(panel)))
    return panel


def said(panel: OverviewPanel) -> str:
    return panel.accessibleDescription()


def tick(session: Session, id: str) -> None:
    session.perform(actions.set_status(entry(session, id), Status.DONE, TODAY))


def notes(panel: OverviewPanel) -> str:
    labels = panel.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisibleTo(panel))


def test_it_is_made_when_it_is_first_seen(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    tick(session, "area-1")
    QApplication.processEvents()
    assert window.overview.page is None
    panel = look(qtbot, window)
    assert "Items: Done: 1;" in said(panel)
    assert panel.isAncestorOf(QApplication.focusWidget())


def test_it_says_every_figure(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    put(session, "area-1", "deadline", "quý II/2024")
    tick(session, "area-1")
    put(session, "area-1", "completed_on", "1/7/2024")
    tick(session, "area-2")
    session.perform(actions.set_status(entry(session, "area-3"), Status.DROPPED, TODAY))
    put(session, add_task(session, "area-4", "Việc"), "deadline", "2023")
    panel = look(qtbot, window)
    for words in (
        "Items: Done: 2; In progress: 0; Paused: 0; Not started: 6; Dropped: 1; total 9.",
        "Items: Completed on time: 1; Completed late: 1; Not completed, in time: 6;",
        "Tasks: Completed on time: 0; Completed late: 0; Not completed, in time: 0;",
        "Not completed, overdue: 1; total 1.",
        "Dropped, not in the total: items 1, tasks 0.",
        "Total: 8. Completed: 2 (1 by 30/09/2024, 2 by 20/11/2025).",
        "Due, added up: 1 (1 by 30/06/2024).",
        "Total: 1. Completed: 0. Due, added up: 1 (1 by 31/12/2023).",
    ):
        assert words in said(panel)


def test_a_tick_shows_at_once_where_it_can_be_seen(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    panel = look(qtbot, window)
    before = picture_of(panel)
    tick(session, "area-1")
    qtbot.waitUntil(lambda: "Items: Done: 1;" in said(panel))
    assert picture_of(panel) != before
    session.undo()
    qtbot.waitUntil(lambda: "Items: Done: 0;" in said(panel))


def picture_of(panel: OverviewPanel) -> QImage:
    assert panel.page
    return panel.page.pictures[0].grab().toImage()


def test_behind_the_programme_it_waits_until_it_is_seen_again(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    panel = look(qtbot, window)
    window.columns.programme.raise_()
    qtbot.waitUntil(panel.visibleRegion().isEmpty)
    tick(session, "area-1")
    QApplication.processEvents()
    assert "Items: Done: 0;" in said(panel)
    press(qtbot, window, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: "Items: Done: 1;" in said(panel))


def test_another_programme_has_figures_of_its_own(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    tick(session, "area-1")
    panel = look(qtbot, window)
    assert "Items: Done: 1;" in said(panel)
    data = AGREEMENT_FILE.read_bytes().replace(b'id = "can-tho-2021-2025"', b'id = "khac"')
    session.open(read_agreement(data, "khac.toml"), data)
    qtbot.waitUntil(lambda: "Items: Done: 0;" in said(panel))


def test_where_there_is_nothing_yet_it_says_what_to_do(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    panel = look(qtbot, window)
    assert "Nothing completed yet. Press Space" in notes(panel)
    assert "No tasks yet. Press Ctrl+N" in notes(panel)
    assert not [chart for chart in panel.findChildren(Course) if chart.isVisibleTo(panel)]
    add_task(session, "area-1", "Việc")
    tick(session, "area-1")
    qtbot.waitUntil(lambda: "yet" not in notes(panel))
    assert [chart for chart in panel.findChildren(Course) if chart.isVisibleTo(panel)]


def test_f6_reaches_it_while_it_is_in_sight(qtbot: QtBot, window: MainWindow) -> None:
    panel = look(qtbot, window)
    window.checklist.focus_list()
    for _ in range(2):
        press(qtbot, window, Qt.Key.Key_F6)
    assert panel.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, Qt.Key.Key_F6)
    assert window.checklist.view.hasFocus()


def test_tab_goes_from_picture_to_picture_and_each_is_named(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    add_task(session, "area-1", "Việc")
    put(session, "area-1", "deadline", "2024")
    panel = look(qtbot, window)
    assert panel.page
    shown = [picture for picture in panel.page.pictures if picture.isVisibleTo(panel)]
    for picture in shown:
        assert picture.hasFocus()
        assert picture.accessibleName()
        assert picture.accessibleDescription()
        press(qtbot, window, Qt.Key.Key_Tab)
    assert len(shown) == 3


def tip(widget: QWidget, place: QPoint) -> str:
    event = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    return QToolTip.text()


def test_hovering_tells_the_exact_figures(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    tick(session, "area-1")
    put(session, "area-2", "deadline", "31/12/2025")
    panel = look(qtbot, window)
    assert panel.page
    bars, _, chart, _ = panel.page.pictures
    assert isinstance(bars, Bars)
    assert isinstance(chart, Course)
    row = round(bars.area().top()) + 5
    assert tip(bars, QPoint(bars.width() - 20, row)) == "Items – Not started: 8 of 9"
    area = chart.area().toRect()
    end = QPoint(area.right() - 6, area.center().y())
    assert tip(chart, end) == "By 31/12/2025: Completed so far: 1, Due: 1, Total: 9"
    before = chart.grab().toImage()
    qtbot.mouseMove(chart, area.center())
    assert chart.grab().toImage() != before


@pytest.mark.parametrize("width", [1360, 1093])
def test_it_is_a_tab_beside_the_programme(qtbot: QtBot, window: MainWindow, width: int) -> None:
    window.resize(width, 543)
    qtbot.waitUntil(lambda: window.width() == width)
    docks = window.columns
    assert docks.overview in window.tabifiedDockWidgets(docks.programme)
    assert window.overview.visibleRegion().isEmpty()
    panel = look(qtbot, window)
    assert panel.page
    assert panel.page.horizontalScrollBar().maximum() == 0


def test_an_arrangement_from_before_there_was_an_overview_still_shows_it(
    qtbot: QtBot, session: Session
) -> None:
    old = QMainWindow()
    qtbot.addWidget(old)
    for name in ("programme", "details"):
        dock = QDockWidget(name, old)
        dock.setObjectName(name)
        old.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    state = old.saveState()
    window = QMainWindow()
    qtbot.addWidget(window)
    panel = OverviewPanel(session)
    columns = Columns(window, QWidget(), panel)
    columns.restore(QByteArray.toBase64(state).toStdString())
    window.resize(1300, 700)
    with qtbot.waitExposed(window):
        window.show()
    columns.arrange(1300)
    columns.show_overview()
    qtbot.waitUntil(lambda: not panel.visibleRegion().isEmpty())


def test_a_new_day_is_told_without_a_change(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    put(session, "area-1", "deadline", "20/11/2025")
    panel = look(qtbot, window)
    assert "overdue: 0" in said(panel)
    session._clock = lambda: datetime.datetime(2025, 11, 21, 8, 0).astimezone()
    panel.follow()
    qtbot.waitUntil(lambda: "overdue: 1" in said(panel))


def test_a_narrow_column_cuts_no_line_of_a_legend_off(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    put(session, "area-1", "deadline", "1/1/2025")
    panel = look(qtbot, window)
    assert panel.page
    for picture in panel.page.pictures:
        if picture.isVisible():
            assert picture.height() >= picture.heightForWidth(picture.width())
