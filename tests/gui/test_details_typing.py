"""Typing in the details: recorded on leaving, drafts meanwhile, UniKey never disturbed."""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.details_room import Colleague, Room, telex
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.fields import LEAD
from agreement_viewer.store.drafts import Draft
from agreement_viewer.ui.fields.text import GrowingEdit
from agreement_viewer.ui.fields.typed import TypedField
from agreement_viewer.ui.session import Session


@pytest.fixture
def room(qtbot: QtBot, session: Session) -> Room:
    room = Room(qtbot, session)
    room.panel.show_item("area-2")
    return room


@pytest.fixture
def colleague(session: Session, tmp_path: Path, agreement_bytes: bytes) -> Iterator[Colleague]:
    opened = Colleague(session, tmp_path / "other-keys", agreement_bytes)
    yield opened
    opened.close()


def note_of(room: Room) -> GrowingEdit:
    return room.form.texts[-1].editor


def test_a_text_is_recorded_on_leaving_its_field(room: Room) -> None:
    room.write(note_of(room), "Đã gửi công văn")
    assert room.changes() == 0
    note_of(room).clearFocus()
    assert room.entry("area-2").cell("note").value == "Đã gửi công văn"
    assert room.changes() == 1


def test_unchanged_text_appends_nothing(room: Room) -> None:
    room.write(note_of(room), "a ")
    room.leave()
    assert note_of(room).toPlainText() == "a"
    room.write(note_of(room), "bc<<")
    room.leave()
    room.write(note_of(room), " ")
    room.leave()
    assert room.changes() == 1
    assert room.session.drafts.all() == []


def test_switching_and_saving_record(room: Room) -> None:
    room.write(note_of(room), "Một")
    room.panel.save()
    assert room.changes() == 1
    room.write(note_of(room), " hai")
    room.panel.show_item("area-3")
    assert room.entry("area-2").cell("note").value == "Một hai"
    assert note_of(room).toPlainText() == ""
    assert room.changes() == 2


def test_emptying_a_text_empties_the_field(room: Room) -> None:
    room.session.perform(actions.set_field(room.entry("area-2"), "note", "Cũ"))
    room.focus(note_of(room))
    note_of(room).selectAll()
    QTest.keyClick(note_of(room), Qt.Key.Key_Delete)
    room.leave()
    assert room.entry("area-2").cell("note").value is None


def test_unikey_in_the_note_while_others_write_and_the_field_is_saved(
    room: Room, colleague: Colleague
) -> None:
    note = note_of(room)
    room.focus(note)
    telex(note, "Hoan<<àn thanh<<<ành ngh")
    colleague.write(actions.set_field(colleague.entry("area-2"), LEAD, "Đơn vị B"))
    room.session.refresh()
    room.panel.save()
    telex(note, "ie<ê<<iệm ")
    room.panel.save()
    telex(note, "thu")
    assert note.toPlainText() == "Hoàn thành nghiệm thu"
    assert QApplication.focusWidget() is note
    room.leave()
    assert room.entry("area-2").cell("note").value == "Hoàn thành nghiệm thu"
    assert room.form.lead.editor.currentText() == "Đơn vị B"


def test_unikey_in_a_tasks_name(room: Room) -> None:
    room.session.perform(actions.add_task("area-2", "Khảo sát"))
    task = room.task("area-2")
    room.panel.show_item(task.id)
    title = room.form.title.editor
    room.focus(title)
    title.selectAll()
    telex(title, "Trinh<<<ình ke<ê<ế hoach<<<ạch")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is title
    telex(title, " 2026 ")
    room.leave()
    assert room.task("area-2").title == "Trình kế hoạch 2026"
    assert title.toPlainText() == "Trình kế hoạch 2026"


def test_a_task_keeps_its_name_when_it_is_emptied(room: Room) -> None:
    room.session.perform(actions.add_task("area-2", "Khảo sát"))
    room.panel.show_item(room.task("area-2").id)
    title = room.form.title
    room.focus(title.editor)
    title.editor.selectAll()
    telex(title.editor, "<")
    room.leave()
    assert room.task("area-2").title == "Khảo sát"
    assert title.message.text() == "A task needs a name."


def test_unikey_in_the_lead_unit(room: Room) -> None:
    line = room.form.lead.editor.lineEdit()
    assert line
    room.form.lead.editor.setFocus()
    telex(line, "Sơ<ở KH&CN")
    room.leave()
    assert room.entry("area-2").lead == "Sở KH&CN"


def test_a_draft_is_kept_after_the_last_key(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TypedField, "DRAFT_MS", 20)
    room.write(note_of(room), "Chưa xong")
    drafts = room.session.drafts
    qtbot.waitUntil(lambda: drafts.all() == [Draft("area-2", "note", "Chưa xong")])
    assert room.changes() == 0
    room.leave()
    assert drafts.all() == []
    assert room.changes() == 1


def test_a_draft_is_kept_two_seconds_after_the_last_key() -> None:
    assert TypedField.DRAFT_MS == 2000


def test_after_a_crash_a_draft_is_offered(qtbot: QtBot, session: Session) -> None:
    session.drafts.keep(Draft("area-2", "note", "Từ hôm qua"))
    session.drafts.keep(Draft("area-2", "result", "Thừa"))
    session.drafts.keep(Draft("area-3", "note", "Khác"))
    room = Room(qtbot, session)
    room.panel.show_item("area-2")
    result, note = room.form.texts[0], room.form.texts[-1]
    assert note.editor.toPlainText() == ""
    room.click("Restore", note)
    assert note.editor.toPlainText() == "Từ hôm qua"
    room.click("Discard", result)
    room.panel.save()
    assert room.entry("area-2").cell("note").value == "Từ hôm qua"
    assert session.drafts.all() == [Draft("area-3", "note", "Khác")]
    assert room.entry("area-2").cell("result").value is None


def test_a_draft_that_was_recorded_after_all_is_forgotten(qtbot: QtBot, session: Session) -> None:
    room = Room(qtbot, session)
    session.perform(actions.set_field(room.entry("area-2"), "note", "Xong"))
    session.drafts.keep(Draft("area-2", "note", "Xong"))
    room = Room(qtbot, session)
    room.panel.show_item("area-2")
    assert session.drafts.all() == []


def test_what_cannot_be_saved_stays_and_is_saved_later(room: Room, qtbot: QtBot) -> None:
    other = sqlite3.connect(room.session.folder.database.path, isolation_level=None)
    room.session.folder.database.connection.execute("PRAGMA busy_timeout = 0")
    other.execute("BEGIN IMMEDIATE")
    room.write(note_of(room), "Giữ lại")
    with qtbot.waitSignal(room.session.failed):
        room.leave()
    assert note_of(room).toPlainText() == "Giữ lại"
    room.write(note_of(room), " mãi")
    with qtbot.waitSignal(room.session.failed):
        room.panel.show_item("area-3")
    room.panel.show_item("area-2")
    assert note_of(room).toPlainText() == "Giữ lại mãi"
    room.leave()
    other.close()
    room.session.perform(actions.set_field(room.entry("area-2"), LEAD, "Đơn vị B"))
    assert note_of(room).toPlainText() == "Giữ lại mãi"
    assert room.session.retry()
    assert room.entry("area-2").cell("note").value == "Giữ lại mãi"
    assert not room.entry("area-2").differences()
    assert room.session.drafts.all() == []


def test_what_came_in_while_typing_is_a_difference_afterwards(
    room: Room, colleague: Colleague
) -> None:
    note = room.form.texts[-1]
    room.session.perform(actions.set_field(room.entry("area-2"), "note", "Cũ"))
    colleague.look()
    room.write(note.editor, " của A")
    colleague.write(actions.set_field(colleague.entry("area-2"), "note", "Của B"))
    room.session.refresh()
    assert note.editor.toPlainText() == "Cũ của A"
    assert note.difference.isHidden()
    room.leave()
    assert {head.value for head in room.entry("area-2").cell("note").heads} == {
        "Cũ của A",
        "Của B",
    }
    assert note.editor.toPlainText() == "Cũ của A"
    assert not note.difference.isHidden()


def test_what_came_in_shows_once_nothing_is_typed_after_all(
    room: Room, colleague: Colleague
) -> None:
    room.write(note_of(room), "a<")
    colleague.write(actions.set_field(colleague.entry("area-2"), "note", "Của B"))
    room.session.refresh()
    assert note_of(room).toPlainText() == ""
    room.leave()
    assert note_of(room).toPlainText() == "Của B"
    assert room.changes() == 1


def test_what_this_window_records_meanwhile_is_not_replaced_unseen(room: Room) -> None:
    room.write(note_of(room), "Đang gõ")
    room.session.perform(actions.set_field(room.entry("area-2"), "note", "Từ nơi khác"))
    assert note_of(room).toPlainText() == "Đang gõ"
    room.leave()
    assert room.entry("area-2").differences() == ["note"]


def test_ctrl_z_undoes_typing_and_not_the_record(room: Room) -> None:
    room.session.perform(actions.set_field(room.entry("area-2"), LEAD, "Đơn vị B"))
    room.write(note_of(room), "abc")
    QTest.keyClick(note_of(room), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note_of(room).toPlainText() == ""
    assert room.entry("area-2").lead == "Đơn vị B"


def test_pasted_text_is_plain(room: Room) -> None:
    data = QMimeData()
    data.setHtml("<b>Đậm</b> &amp; nghiêng")
    data.setText("Đậm & nghiêng")
    QApplication.clipboard().setMimeData(data)
    room.focus(note_of(room))
    note_of(room).paste()
    room.leave()
    QApplication.clipboard().clear()  # it would keep our data beyond the end of Python
    assert room.entry("area-2").cell("note").value == "Đậm & nghiêng"


@pytest.mark.parametrize("field", ["note", "partners"])
def test_a_pasted_megabyte_is_refused_at_once_and_what_was_typed_stays(
    room: Room, field: str
) -> None:
    (typed,) = (found for found in room.form.typed_fields() if found.name == field)
    assert isinstance(typed.named, GrowingEdit)
    room.write(typed.named, "Đơn vị B")
    pasted = QMimeData()
    pasted.setText("ơ" * 1_000_000)
    start = time.perf_counter()
    typed.named.insertFromMimeData(pasted)
    assert time.perf_counter() - start < 1
    assert typed.typed() == "Đơn vị B"
    assert "has 1000000 characters" in typed.message.text()
    assert typed.record()
    assert typed.text_of(room.entry("area-2")) == "Đơn vị B"


def test_an_editor_grows_with_its_text(room: Room) -> None:
    before = note_of(room).height()
    room.focus(note_of(room))
    note_of(room).insertPlainText("dòng\n" * 8)
    assert note_of(room).height() > 3 * before
    note_of(room).insertPlainText("dòng\n" * 80)
    assert note_of(room).height() < 15 * note_of(room).fontMetrics().lineSpacing()


def in_sight(editor: GrowingEdit) -> bool:
    """Whether the cursor can be seen, unscrolled by the editor and by the page around it."""
    cursor = editor.cursorRect().translated(editor.viewport().pos())
    return editor.visibleRegion().boundingRect().contains(cursor)


def test_the_cursor_stays_in_sight_while_a_text_grows(room: Room, qtbot: QtBot) -> None:
    for field in room.form.texts:
        room.focus(field.editor)
        for _ in range(30):
            QTest.keyClick(field.editor, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda editor=field.editor: in_sight(editor))
        QTest.keyClick(field.editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda editor=field.editor: in_sight(editor))
        for _ in range(8):
            QTest.keyClick(field.editor, Qt.Key.Key_Down)
            qtbot.waitUntil(lambda editor=field.editor: in_sight(editor))


def window_undo(room: Room) -> None:
    """Ctrl+Z and Ctrl+Y as the window has them."""
    for keys, run in (("Ctrl+Z", room.session.undo), ("Ctrl+Shift+Z", room.session.redo)):
        QShortcut(QKeySequence(keys), room.panel).activated.connect(run)


CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("last", ["Key_Tab", "Key_Enter"])
def test_ctrl_z_is_the_windows_where_nothing_is_typed(room: Room, last: str) -> None:
    window_undo(room)
    line = room.form.deadline.editor.line
    room.focus(line)
    telex(line, "quý IV/2025")
    QTest.keyClick(line, Qt.Key[last])
    assert room.entry("area-2").deadline
    focus = QApplication.focusWidget()
    assert focus
    QTest.keyClick(focus, Qt.Key.Key_Z, CTRL)
    assert room.entry("area-2").deadline is None
    assert line.text() == ""
    QTest.keyClick(focus, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert room.entry("area-2").deadline


def test_ctrl_z_steps_back_what_is_typed_before_it_is_the_windows(room: Room) -> None:
    window_undo(room)
    room.session.perform(actions.set_field(room.entry("area-2"), LEAD, "Đơn vị B"))
    note = note_of(room)
    room.write(note, "abc")
    QTest.keyClick(note, Qt.Key.Key_Z, CTRL)
    assert (note.toPlainText(), room.entry("area-2").lead) == ("", "Đơn vị B")
    QTest.keyClick(note, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert note.toPlainText() == "abc"
    QTest.keyClick(note, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(note, Qt.Key.Key_Z, CTRL)
    assert room.entry("area-2").lead == ""


def test_a_click_on_a_button_presses_it_though_the_text_it_leaves_grows_smaller(
    room: Room, qtbot: QtBot
) -> None:
    note, add = note_of(room), room.panel.evidence.add
    room.panel.resize(380, 900)
    room.write(note, "Đã xong")
    before = add.mapTo(room.panel, add.rect().center()).y()
    note.insertPlainText("\n" * 8)
    qtbot.waitUntil(lambda: add.mapTo(room.panel, add.rect().center()).y() > before + 50)
    place = add.mapTo(room.panel, add.rect().center())
    window = room.panel.windowHandle()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    for _ in range(5):
        QApplication.processEvents()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert room.panel.evidence.form
    assert room.panel.evidence.form.lines.number.hasFocus()
    assert room.entry("area-2").cell("note").value == "Đã xong"
