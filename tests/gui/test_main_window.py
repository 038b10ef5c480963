"""The window as officers meet it: columns, keys, places, and nothing left unnamed."""

import sqlite3
from pathlib import Path

import pytest
from gui.checklist_room import add_task
from gui.qt_text import open_context_menu, recorded_qt_texts, speak
from hypothesis import given
from hypothesis import strategies as st
from office import AGREEMENT_FILE, TODAY
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from agreement_viewer.i18n import use_language
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.status import Status
from agreement_viewer.store.settings import Settings
from agreement_viewer.ui import placing
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: Session) -> MainWindow:
    shown = MainWindow(session, Theme(qapp))
    shown.complete()
    qtbot.addWidget(shown)
    shown.setWindowState(Qt.WindowState.WindowNoState)  # the offscreen screen is a small one
    with qtbot.waitExposed(shown):
        shown.show()
    shown.setGeometry(0, 0, 1360, 780)
    qtbot.waitUntil(lambda: shown.width() == 1360)
    shown.activateWindow()
    shown.checklist.focus_list()
    return shown


def key(qtbot: QtBot, window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    target = QApplication.focusWidget() or window
    combined = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        combined |= modifier
    qtbot.keyClick(target, key, combined)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_at_start_the_first_item_is_selected_and_space_ticks_it(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    first = session.agreement.items[0].id
    assert window.checklist.current_id() == first
    with qtbot.waitSignal(session.saved):
        key(qtbot, window, Qt.Key.Key_Space)
    entry = session.checklist.entry(first)
    assert entry is not None
    assert (entry.status, entry.completed_on) == (Status.DONE, TODAY)
    with qtbot.waitSignal(session.saved):
        key(qtbot, window, Qt.Key.Key_Space)
    assert entry.status is Status.NOT_STARTED


@pytest.mark.parametrize("number", range(1, 6))
def test_ctrl_and_a_number_set_the_statuses(
    qtbot: QtBot, window: MainWindow, session: Session, number: int
) -> None:
    key(qtbot, window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
    entry = session.checklist.entry(session.agreement.items[0].id)
    assert entry is not None
    assert entry.status is list(Status)[number - 1]


def test_undo_and_redo_by_key(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    entry = session.checklist.entry(session.agreement.items[0].id)
    assert entry is not None
    key(qtbot, window, Qt.Key.Key_Space)
    key(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert entry.status is Status.NOT_STARTED
    key(qtbot, window, Qt.Key.Key_Y, CTRL)
    assert entry.status is Status.DONE


def test_undo_and_redo_show_what_they_changed(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    add_task(session, "area-3", "Khảo sát")
    (task,) = session.checklist.tasks("area-3")
    session.perform(actions.set_status(task, Status.DONE, TODAY))
    session.perform(actions.add_evidence("directive-2", {"number": "7/BC"}))
    for back in ("directive-2", task.id, "area-3"):
        window.checklist.select("area-1")
        key(qtbot, window, Qt.Key.Key_Z, CTRL)
        assert window.checklist.current_id() == back
    for again in (task.id, task.id, "directive-2"):
        window.checklist.select("area-1")
        key(qtbot, window, Qt.Key.Key_Y, CTRL)
        assert window.checklist.current_id() == again


def test_find_takes_the_focus_and_escape_gives_it_back(qtbot: QtBot, window: MainWindow) -> None:
    key(qtbot, window, Qt.Key.Key_F, CTRL)
    assert window.checklist.search.hasFocus()
    qtbot.keyClicks(window.checklist.search, "do luong")
    assert window.checklist.current_id() == "area-3"
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not window.checklist.search.hasFocus()


@pytest.mark.parametrize("width", [1000, 1366, 1920])
@pytest.mark.parametrize("percent", [80, 120, 150, 200])
def test_the_search_box_has_room_at_every_text_size(
    qtbot: QtBot, window: MainWindow, session: Session, width: int, percent: int
) -> None:
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window.width() == width)
    try:
        while session.settings.text_percent != percent:
            window.zoom(1 if session.settings.text_percent < percent else -1)
        search = window.checklist.search
        key(qtbot, window, Qt.Key.Key_F, CTRL)
        assert search.hasFocus()
        qtbot.waitUntil(lambda: search.visibleRegion().boundingRect() == search.rect())
        assert search.width() >= search.fontMetrics().horizontalAdvance(search.placeholderText())
        assert search.mapTo(window, search.rect().topRight()).x() < width
    finally:
        while session.settings.text_percent != 100:
            window.zoom(1 if session.settings.text_percent < 100 else -1)


def test_the_commands_say_their_names_where_there_is_room(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    toolbar = window.findChild(QToolBar, "toolbar")
    assert toolbar
    window.resize(1600, 700)
    qtbot.waitUntil(lambda: toolbar.width() == 1600)
    assert toolbar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    window.resize(1000, 700)
    while session.settings.text_percent < 200:
        window.zoom(1)
    qtbot.waitUntil(lambda: toolbar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly)
    buttons = [
        button
        for button in map(toolbar.widgetForAction, toolbar.actions())
        if isinstance(button, QToolButton)
    ]
    assert len(buttons) == 7
    assert all(button.isVisible() and button.text() and button.toolTip() for button in buttons)
    while session.settings.text_percent > 100:
        window.zoom(-1)
    window.resize(1600, 700)
    qtbot.waitUntil(
        lambda: toolbar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    )


def test_two_columns_with_tabs_where_the_window_is_narrow(qtbot: QtBot, window: MainWindow) -> None:
    assert window.programme.isVisible()
    assert window.programme.mapTo(window, window.programme.rect().topLeft()).x() < 100
    window.resize(1093, 543)
    qtbot.waitUntil(window.programme.visibleRegion().isEmpty)
    assert window.centralWidget().width() >= 560
    assert 380 <= window.details.width() <= 420
    assert window.programme.visibleRegion().isEmpty()
    window.resize(1360, 780)
    qtbot.waitUntil(lambda: not window.programme.visibleRegion().isEmpty())


def test_it_fits_the_smallest_window(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1000, 520)
    qtbot.waitUntil(lambda: window.width() == 1000)
    assert window.minimumSizeHint().width() <= 1000
    assert window.size() == QSize(1000, 520)


def test_another_programme_has_its_own_checklist_and_a_bad_file_changes_nothing(
    qtbot: QtBot, window: MainWindow, session: Session, tmp_path: Path
) -> None:
    key(qtbot, window, Qt.Key.Key_Space)
    bad = tmp_path / "hong.toml"
    bad.write_text("id = 3", encoding="utf-8")
    with qtbot.waitSignal(session.refused) as refused:
        window.open_programme(bad)
    assert refused.args is not None
    assert "hong.toml" in refused.args[0]
    assert session.agreement.id == "can-tho-2021-2025"
    other = tmp_path / "khac.toml"
    other.write_bytes(
        AGREEMENT_FILE.read_bytes().replace(b'id = "can-tho-2021-2025"', b'id = "khac"')
    )
    with qtbot.waitSignal(session.opened):
        window.open_programme(other)
    entry = session.checklist.entry("area-1")
    assert entry is not None
    assert entry.status is Status.NOT_STARTED
    window.open_programme(AGREEMENT_FILE)
    again = session.checklist.entry("area-1")
    assert again is not None
    assert again.status is Status.DONE


def test_text_grows_and_shrinks_by_key(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    before = QApplication.font().pointSizeF()
    key(qtbot, window, Qt.Key.Key_Equal, CTRL)
    assert QApplication.font().pointSizeF() > before
    key(qtbot, window, Qt.Key.Key_Minus, CTRL)
    assert QApplication.font().pointSizeF() == pytest.approx(before)


def test_f6_goes_round_the_columns(qtbot: QtBot, window: MainWindow) -> None:
    columns = [window.checklist, window.details, window.programme]
    visited = set()
    for _ in columns:
        assert all(not column.visibleRegion().isEmpty() for column in columns), window.width()
        key(qtbot, window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        visited.update(i for i, column in enumerate(columns) if column.isAncestorOf(focus))
    assert visited == {0, 1, 2}


def test_no_key_means_two_things(window: MainWindow) -> None:
    keys = [
        sequence.toString(QKeySequence.SequenceFormat.PortableText)
        for action in [*window.findChildren(type(window.checklist.commands[0]))]
        for sequence in action.shortcuts()
        if action.isEnabled()
    ]
    assert len(keys) == len(set(keys))


def test_every_control_is_named_for_a_screen_reader(window: MainWindow) -> None:
    unnamed = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(window)
        and not (QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))
        and not widget.objectName().startswith("qt_")
        and not (widget.focusProxy() or isinstance(widget.parent(), type(widget)))
    ]
    assert unnamed == []


def test_leaving_keeps_the_place_and_what_was_typed(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, session: Session
) -> None:
    window.setGeometry(10, 20, 1210, 600)
    window.close()
    assert session.settings.geometry == (10, 20, 1210, 600)


@given(
    st.builds(
        QRect,
        st.integers(-5000, 5000),
        st.integers(-5000, 5000),
        st.integers(1, 6000),
        st.integers(1, 6000),
    ),
    st.sampled_from(
        [(0, 0, 1093, 614), (0, 0, 1920, 1040), (-1366, 0, 1366, 728), (0, 0, 800, 500)]
    ),
)
def test_a_window_always_lies_on_a_screen(wanted: QRect, screen: tuple[int, int, int, int]) -> None:
    box = placing.clamped(wanted, QRect(*screen))
    assert QRect(*screen).contains(box)


def test_settings_of_a_larger_screen_are_clamped(qtbot: QtBot, qapp: QApplication) -> None:
    from PySide6.QtWidgets import QMainWindow

    window = QMainWindow()
    qtbot.addWidget(window)
    placing.place(window, Settings(geometry=(3000, 2000, 3840, 2000)))
    assert window.screen().availableGeometry().contains(window.geometry())


def test_the_status_line_says_saved_only_after_the_commit(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    use_language("vi")
    entry = session.checklist.entry("area-1")
    assert entry is not None
    assert not said(window, "Đã lưu")
    session.perform(actions.set_status(entry, Status.DONE, TODAY))
    assert said(window, "Đã lưu lúc 14 giờ 05 · Cán bộ A, Sở KH&CN")


def test_the_status_line_does_not_say_saved_while_something_is_not(
    window: MainWindow, session: Session
) -> None:
    use_language("vi")
    other = sqlite3.connect(session.folder.database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    session.perform([Edit.set("area-1", "note", "một")])
    assert said(window, "Chưa lưu được: 1 mục · Cán bộ A, Sở KH&CN")
    other.close()
    assert session.retry()
    assert said(window, "Đã lưu lúc 14 giờ 05 · Cán bộ A, Sở KH&CN")


def said(window: MainWindow, text: str) -> bool:
    return any(text in label.text() for label in window.statusBar().findChildren(QLabel))


def test_qt_itself_says_nothing_in_another_language(
    qtbot: QtBot, qapp: QApplication, session: Session
) -> None:
    use_language("vi")
    with recorded_qt_texts(qapp) as missing:
        window = MainWindow(session, Theme(qapp))
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.complete()
        speak(window)
        for editor in window.details.findChildren(QPlainTextEdit):
            open_context_menu(editor)
        open_context_menu(window.checklist.search)
        window.change_settings()
        for dialog in window.findChildren(QDialog):
            speak(dialog)
            dialog.close()
    assert missing == []
