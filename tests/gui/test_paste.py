"""A list copied in Excel becomes tasks: it is shown first, then added as one action."""

import html
import sqlite3
from collections.abc import Iterator

import pytest
from gui.checklist_room import OFFSCREEN, add_task, entry, field, ids, is_typing, put, shown_panel
from gui.qt_text import recorded_qt_texts, speak
from office import TODAY
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger.pasting import Sheet
from agreement_viewer.ledger.pasting_columns import USES
from agreement_viewer.ledger.pasting_text import MOST_ROWS
from agreement_viewer.ledger.status import Status
from agreement_viewer.ledger.words import field_label
from agreement_viewer.store.verify import verify
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.panel import ChecklistPanel
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.paste.adding import Adding
from agreement_viewer.ui.paste.dialog import PasteDialog
from agreement_viewer.ui.paste.model import PasteModel
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal
ROWS = (
    ("STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Tiến độ", "Lãnh đạo"),
    ("1", "Tổ chức hội thảo", "Sở KH&CN", "quý IV/2025", "Xong", "Cán bộ A"),
    ("2", "Khảo sát <b>nhu cầu</b>", "Đơn vị B", "31/11/2025", "Đạt 70%", ""),
    ("", "", "Đơn vị B", "2025", "", ""),
    ("3", "Tập huấn", "", "sau khi có Luật", "Đang triển khai", ""),
)
pytestmark = OFFSCREEN


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[ChecklistPanel]:
    yield shown_panel(qtbot, session)
    QApplication.clipboard().clear()


def copy(rows: tuple[tuple[str, ...], ...] = ROWS) -> None:
    QApplication.clipboard().setText("".join("\t".join(row) + "\r\n" for row in rows))


def sheet(rows: tuple[tuple[str, ...], ...] = ROWS) -> Sheet:
    return Sheet(rows, {use: field_label(use) for use in USES}, TODAY)


def pasted(panel: ChecklistPanel) -> PasteDialog:
    """The preview that Ctrl+V opens."""
    QTest.keyClick(panel.view, KEY.Key_V, CTRL)
    found = QApplication.activeModalWidget()
    assert isinstance(found, PasteDialog)
    return found


def ok(dialog: PasteDialog) -> QPushButton:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def accept(qtbot: QtBot, panel: ChecklistPanel, dialog: PasteDialog) -> None:
    """Add the tasks, and wait until they are there."""
    with qtbot.waitSignal(panel.pasting.added):
        dialog.accept()


def titles(session: Session, item: str) -> list[str]:
    return [task.title for task in session.checklist.tasks(item)]


def column(dialog: PasteDialog, number: int) -> list[str]:
    """What is shown in a column."""
    rows = dialog.rows
    return [rows.index(row, number).data() for row in range(rows.rowCount())]


def test_enter_adds_the_tasks_and_the_first_is_selected(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    add_task(session, "area-2", "Việc cũ")
    panel.select("area-2")
    copy()
    dialog = pasted(panel)
    assert titles(session, "area-2") == ["Việc cũ"]
    assert dialog.headline.text() == "Tasks to add to item 2 (Nội dung phối hợp): 3"
    with qtbot.waitSignal(panel.pasting.added) as added:
        qtbot.keyClick(ok(dialog), KEY.Key_Return)
    assert added.args == ["Tasks added to item 2 (Nội dung phối hợp): 3"]
    new = ["Tổ chức hội thảo", "Khảo sát <b>nhu cầu</b>", "Tập huấn"]
    assert titles(session, "area-2") == ["Việc cũ", *new]
    assert entry(session, panel.current_id()).title == "Tổ chức hội thảo"
    first, second, third = session.checklist.tasks("area-2")[1:]
    assert (first.lead, first.status, first.completed_on) == ("Sở KH&CN", Status.DONE, TODAY)
    assert first.cell("note").text() == "Lãnh đạo: Cán bộ A"
    assert second.cell("note").text() == "Thời hạn: 31/11/2025\nTiến độ: Đạt 70%"
    assert third.status is Status.IN_PROGRESS


def test_it_is_one_action(qtbot: QtBot, panel: ChecklistPanel, session: Session) -> None:
    panel.select("area-2")
    copy()
    dialog = pasted(panel)
    with qtbot.waitSignals([session.saved, session.changed]):
        dialog.accept()
    session.undo()
    assert titles(session, "area-2") == []
    assert not session.can_undo
    session.redo()
    assert len(titles(session, "area-2")) == 3


def test_escape_adds_nothing(qtbot: QtBot, panel: ChecklistPanel, session: Session) -> None:
    copy()
    dialog = pasted(panel)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, KEY.Key_Escape)
    assert titles(session, "area-1") == []


def test_on_a_task_its_neighbours_are_added(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    panel.select(add_task(session, "directive-1", "Việc cũ"))
    copy()
    accept(qtbot, panel, pasted(panel))
    assert len(titles(session, "directive-1")) == 4


def test_new_tasks_are_in_sight_under_a_filter(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    put(session, "area-1", "status", "paused")
    panel.search.insert("phap luat")
    assert ids(panel.model) == ["area-1"]
    copy()
    accept(qtbot, panel, pasted(panel))
    assert ids(panel.model) == ["area-1", *(t.id for t in session.checklist.tasks("area-1"))]


def test_what_cannot_be_saved_waits_as_one_action(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    session.folder.database.connection.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(session.folder.database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    copy()
    dialog = pasted(panel)
    with qtbot.waitSignal(session.failed), qtbot.assertNotEmitted(panel.pasting.added):
        dialog.accept()
    assert (titles(session, "area-1"), len(session.unsaved)) == ([], 1)
    other.close()
    assert session.retry()
    assert len(titles(session, "area-1")) == 3


def test_given_up_in_time_nothing_is_recorded(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    copy(tuple((f"Việc {number}", "Đơn vị B") for number in range(MOST_ROWS)))
    pasted(panel).accept()
    (adding,) = panel.window().findChildren(Adding)
    with qtbot.waitSignal(adding.given_up), qtbot.assertNotEmitted(panel.pasting.added):
        adding.findChildren(QPushButton)[0].click()
    assert session.ledger.history() == []
    assert (titles(session, "area-1"), len(session.unsaved)) == ([], 0)
    add_task(session, "area-1", "Việc sau")
    assert titles(session, "area-1") == ["Việc sau"]


def test_while_thousands_are_recorded_the_window_answers(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    copy(tuple((f"Việc {number}", "Đơn vị B") for number in range(MOST_ROWS)))
    dialog = pasted(panel)
    turns: list[int] = []
    clock = QTimer()
    clock.timeout.connect(lambda: turns.append(len(titles(session, "area-1"))))
    with qtbot.waitSignal(panel.pasting.added, timeout=30_000):
        dialog.accept()
        clock.start(1)
    clock.stop()
    assert turns.count(0) > 3
    assert set(turns) <= {0, MOST_ROWS}  # all or nothing
    assert len(titles(session, "area-1")) == MOST_ROWS
    assert verify(session.folder.database) == []


@pytest.mark.parametrize("text", ["", " \r\n", "Việc\n" * (MOST_ROWS + 1)])
def test_what_cannot_be_pasted_is_said_in_a_sentence(
    qtbot: QtBot, panel: ChecklistPanel, session: Session, text: str
) -> None:
    QApplication.clipboard().setText(text)
    with qtbot.waitSignal(session.refused) as refused:
        QTest.keyClick(panel.view, KEY.Key_V, CTRL)
    assert "clipboard" in refused.args[0]
    assert QApplication.activeModalWidget() is None


def test_in_a_name_that_is_being_typed_text_is_pasted(
    panel: ChecklistPanel, session: Session
) -> None:
    QApplication.clipboard().setText("hội thảo")
    QTest.keyClick(panel.view, KEY.Key_N, CTRL)
    field(panel).insert("Tổ chức ")
    QTest.keyClick(field(panel), KEY.Key_V, CTRL)
    assert field(panel).text() == "Tổ chức hội thảo"
    assert QApplication.activeModalWidget() is None


def test_from_a_menu_the_name_that_is_being_typed_comes_first(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    QTest.keyClick(panel.view, KEY.Key_N, CTRL)
    field(panel).insert("Việc gõ dở")
    copy()
    panel.actions_.paste_tasks.trigger()
    assert not is_typing(panel)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PasteDialog)
    accept(qtbot, panel, dialog)
    assert titles(session, "area-1")[:2] == ["Việc gõ dở", "Tổ chức hội thảo"]


def test_the_command_stands_beside_the_one_that_adds_a_task(panel: ChecklistPanel) -> None:
    commands = panel.commands
    place = commands.index(panel.actions_.add_task)
    assert commands[place + 1] is panel.actions_.paste_tasks


def test_an_item_without_tasks_says_that_a_list_can_be_pasted(panel: ChecklistPanel) -> None:
    item = panel.model.tree.find("area-1")
    assert item is not None
    index = panel.model.index(0, 0, panel.model.index_of(item))
    assert index.data() == "No tasks yet. Press Ctrl+N or paste a list from Excel."


class TestPreview:
    @pytest.fixture
    def dialog(self, qtbot: QtBot) -> PasteDialog:
        shown = PasteDialog(sheet(), "item 2")
        qtbot.addWidget(shown)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        with qtbot.waitExposed(shown):
            shown.show()
        return shown

    def test_each_column_says_what_it_becomes(self, dialog: PasteDialog) -> None:
        found = [combo.currentText() for combo in dialog.header.combos]
        assert found == ["not used", "Task name", "Lead unit", "Deadline", "Status", "Note"]
        names = [combo.accessibleName() for combo in dialog.header.combos]
        assert names[:2] == ["Column 1: STT", "Column 2: Nội dung nhiệm vụ"]
        assert dialog.headed.isChecked()

    def test_what_comes_of_it_is_counted(self, dialog: PasteDialog) -> None:
        assert dialog.headline.text() == "Tasks to add to item 2: 3"
        assert dialog.consequences.text() == (
            "Done without a completion date: 1; today, 20/11/2025, is recorded for them."
            " Rows without a task name, left out: 1. Cells not understood, whose text goes into the"
            " note: 2."
        )

    def test_another_choice_is_shown_at_once(self, qtbot: QtBot, dialog: PasteDialog) -> None:
        combo = dialog.header.combos[5]
        combo.setFocus()
        qtbot.keyClick(combo, KEY.Key_Down)
        view = combo.view()
        qtbot.keyClick(view, KEY.Key_Home)
        qtbot.keyClick(view, KEY.Key_Down)
        qtbot.keyClick(view, KEY.Key_Return)
        assert combo.currentText() == "Task name"
        assert dialog.header.combos[1].currentText() == "Note"
        assert dialog.headline.text() == "Tasks to add to item 2: 1"

    def test_without_a_column_of_names_nothing_can_be_added(self, dialog: PasteDialog) -> None:
        dialog.rows.choose(1, "")
        assert not ok(dialog).isEnabled()
        assert dialog.headline.text() == "Choose the column that names the tasks."

    def test_the_first_row_can_be_a_task_too(self, dialog: PasteDialog) -> None:
        dialog.headed.click()
        assert column(dialog, 1)[0] == "Nội dung nhiệm vụ"
        assert dialog.headline.text() == "Tasks to add to item 2: 4"
        dialog.headed.click()
        assert column(dialog, 1)[0] == "Tổ chức hội thảo"

    def test_what_is_not_understood_is_marked_in_words_sign_and_colour(
        self, dialog: PasteDialog
    ) -> None:
        cell = dialog.rows.index(1, 3)
        said = "“31/11/2025” is not a deadline: write it like 31/12/2025."
        assert cell.data() == "31/11/2025"
        assert said in cell.data(Qt.ItemDataRole.AccessibleTextRole)
        assert html.escape(said) in cell.data(Qt.ItemDataRole.ToolTipRole)
        assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
        assert cell.data(Qt.ItemDataRole.BackgroundRole) == theme.colour("warning_strip")
        plain = dialog.rows.index(0, 3)
        assert plain.data(Qt.ItemDataRole.DecorationRole) is None
        assert plain.data(Qt.ItemDataRole.BackgroundRole) is None

    def test_the_keyboard_hears_it_too(self, qtbot: QtBot, dialog: PasteDialog) -> None:
        dialog.table.setCurrentIndex(dialog.rows.index(0, 3))
        assert dialog.explanation.text().strip() == ""
        qtbot.keyClick(dialog.table, KEY.Key_Down)
        assert dialog.explanation.text().endswith("The text goes into the note.")
        qtbot.keyClick(dialog.table, KEY.Key_Down)
        assert dialog.explanation.text() == "This row has no task name: it is left out."

    def test_texts_are_plain_and_long_ones_are_cut(self) -> None:
        rows = PasteModel(sheet((("Việc <b>một</b> " + "x" * 10_000,),)))
        cell = rows.index(0, 0)
        assert len(cell.data()) <= 201
        assert cell.data().endswith("…")
        assert "&lt;b&gt;" in cell.data(Qt.ItemDataRole.ToolTipRole)

    def test_a_column_out_of_sight_is_brought_back_with_the_keyboard(
        self, qtbot: QtBot, dialog: PasteDialog
    ) -> None:
        dialog.resize(420, 300)
        last = dialog.header.combos[-1]
        last.setFocus()
        port = dialog.header.viewport()
        qtbot.waitUntil(lambda: port.rect().intersects(last.geometry()))
        for place, combo in enumerate(dialog.header.combos):
            assert combo.x() == dialog.header.sectionViewportPosition(place) + 1

    def test_tab_goes_from_left_to_right_and_down(self, qtbot: QtBot, dialog: PasteDialog) -> None:
        stops = [dialog.headed, *dialog.header.combos, dialog.table]
        dialog.headed.setFocus()
        for stop in stops:
            assert QApplication.focusWidget() is stop
            qtbot.keyClick(stop, KEY.Key_Tab)
        assert QApplication.focusWidget() is ok(dialog)

    def test_a_table_of_nothing_but_headings_can_be_looked_at(self, qtbot: QtBot) -> None:
        shown = PasteDialog(sheet(ROWS[:1]), "item 2")
        qtbot.addWidget(shown)
        assert not ok(shown).isEnabled()
        shown.rows.choose(5, "title")
        assert shown.header.combos[1].currentText() == "Note"
        shown.headed.click()
        assert ok(shown).isEnabled()

    def test_nothing_is_left_unnamed_or_in_english(self, qtbot: QtBot, qapp: QApplication) -> None:
        with recorded_qt_texts(qapp) as missing:
            shown = PasteDialog(sheet(), "item 2")
            qtbot.addWidget(shown)
            with qtbot.waitExposed(shown):
                shown.show()
            speak(shown)
        assert not missing
        assert shown.table.accessibleName()
        assert all(combo.accessibleName() for combo in shown.header.combos)

    def test_rows_cost_no_widgets(self, qtbot: QtBot) -> None:
        def widgets(count: int) -> int:
            shown = PasteDialog(sheet((("Việc", "quý IV/2025"),) * count), "item 2")
            qtbot.addWidget(shown)
            with qtbot.waitExposed(shown):
                shown.show()
            return len(shown.findChildren(QWidget))

        assert widgets(MOST_ROWS) == widgets(2)


def test_the_model_keeps_its_promises_to_qt(qtbot: QtBot) -> None:
    rows = PasteModel(sheet())
    tester = QAbstractItemModelTester(rows, STRICT)
    for place in range(rows.columnCount()):
        for use in ("", *USES):
            rows.choose(place, use)
    rows.set_headed(False)
    assert rows.rowCount() == len(ROWS)
    assert rows.rowCount(rows.index(0, 0)) == 0
    assert rows.index(len(ROWS), 0) == QModelIndex()
    rows.set_headed(True)
    assert tester.model() is rows


def test_the_window_says_how_many_and_takes_it_back(
    qtbot: QtBot, qapp: QApplication, session: Session
) -> None:
    window = MainWindow(session, Theme(qapp))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    copy()
    window.checklist.actions_.paste_tasks.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PasteDialog)
    accept(qtbot, window.checklist, dialog)
    notice = window.strips.notice
    assert notice.text == "Tasks added to item 1 (Nội dung phối hợp): 3"
    (undo,) = (button for button in notice.findChildren(QPushButton) if button.text() == "Undo")
    undo.click()
    assert titles(session, "area-1") == []
    assert not notice.isVisible()
    QApplication.clipboard().clear()
