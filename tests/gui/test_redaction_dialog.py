"""Taking a secret out from the history of an item."""

from pathlib import Path

import pytest
from gui.details_room import Colleague, Room
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agreement_viewer.i18n import use_language
from agreement_viewer.ledger import actions
from agreement_viewer.redaction_words import is_confirmed
from agreement_viewer.store.drafts import Draft
from agreement_viewer.ui.history.redaction import RedactionDialog
from agreement_viewer.ui.history.section import HistorySection
from agreement_viewer.ui.session import Session

SECRET = "Tuyệt mật 7731"


@pytest.fixture
def room(qtbot: QtBot, session: Session) -> Room:
    room = Room(qtbot, session)
    session.opened.connect(lambda: room.panel.show_item("area-2"))
    room.panel.show_item("area-2")
    return room


@pytest.fixture
def history(room: Room) -> HistorySection:
    room.session.perform(actions.set_field(room.entry("area-2"), "note", SECRET))
    room.panel.history.fold_button.click()
    return room.panel.history


@pytest.fixture
def dialog(room: Room, history: HistorySection) -> RedactionDialog:
    history.redact.trigger()
    found = room.panel.window().findChild(RedactionDialog)
    assert found
    return found


def holds(folder: Path) -> bool:
    files = (path for path in folder.rglob("*") if path.is_file())
    return any(SECRET.encode() in path.read_bytes() for path in files)


def rows(history: HistorySection) -> list[str]:
    model = history.model
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_only_with_a_reason_and_the_typed_word(dialog: RedactionDialog, room: Room) -> None:
    assert not dialog.ok.isEnabled()
    dialog.confirmation.setText("remove")
    assert not dialog.ok.isEnabled()
    dialog.reason.setText("  ")
    assert not dialog.ok.isEnabled()
    dialog.reason.setText("Nhập nhầm")
    assert dialog.ok.isEnabled()
    dialog.confirmation.setText("remov")
    assert not dialog.ok.isEnabled()
    QTest.keyClick(dialog.confirmation, Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert room.entry("area-2").cell("note").value == SECRET


def test_it_is_gone_from_the_disk_the_field_and_the_history(
    qtbot: QtBot, dialog: RedactionDialog, room: Room, history: HistorySection
) -> None:
    room.session.drafts.keep(Draft("area-2", "note", f"{SECRET} và nữa"))
    dialog.reason.setText("Nhập nhầm")
    dialog.confirmation.setText("remove")
    with (
        qtbot.waitSignal(room.session.opened),
        qtbot.waitSignal(room.session.stepped) as shown,
        qtbot.waitSignal(room.session.refused) as said,
    ):
        dialog.ok.click()
    assert shown.args == ["area-2"]
    assert said.args == ["Removed. The history tells who removed it, when and why."]
    assert not holds(room.session.folder.path)
    assert room.entry("area-2").cell("note").value is None
    qtbot.waitUntil(lambda: len(rows(history)) == 2)
    newest, oldest = rows(history)
    assert newest.endswith("Removed as a secret (Note): Nhập nhầm")
    assert oldest.endswith("Note: removed as a secret")
    assert history.whole.text() == ""
    history.view.setCurrentIndex(history.model.index(1, 0))
    assert not history.restore.isEnabled()
    assert not history.redact.isEnabled()


def test_undo_does_not_bring_it_back(qtbot: QtBot, dialog: RedactionDialog, room: Room) -> None:
    room.session.perform(actions.set_field(room.entry("area-2"), "note", "sau"))
    dialog.reason.setText("Nhập nhầm")
    dialog.confirmation.setText("remove")
    with qtbot.waitSignal(room.session.opened):
        dialog.ok.click()
    with qtbot.waitSignal(room.session.refused) as said:
        room.session.undo()
    assert "secret" in said.args[0]
    assert room.entry("area-2").cell("note").value == "sau"


def test_undo_sees_what_another_process_took_out(
    qtbot: QtBot, room: Room, tmp_path: Path, agreement_bytes: bytes
) -> None:
    room.session.perform(actions.set_field(room.entry("area-2"), "note", SECRET))
    room.session.perform(actions.set_field(room.entry("area-2"), "note", "sau"))
    colleague = Colleague(room.session, tmp_path / "other-keys", agreement_bytes)
    colleague.redact(SECRET)
    colleague.close()
    with qtbot.waitSignal(room.session.refused) as said:
        room.session.undo()
    assert "secret" in said.args[0]
    assert not holds(room.session.folder.path)


@pytest.mark.parametrize("typed", ["XÓA", "xoá", "xóa", "XOA", " xoa "])
def test_either_way_of_setting_the_mark_confirms(typed: str) -> None:
    use_language("vi")
    assert is_confirmed(typed)
    assert not is_confirmed("xo")
    assert not is_confirmed("")


def test_the_keyboard_reaches_it(qtbot: QtBot, room: Room, history: HistorySection) -> None:
    room.focus(history.view)
    history.view.customContextMenuRequested.emit(history.view.rect().center())
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert [a.text() for a in menu.actions() if a.text()] == [
        "Restore this value",
        "Remove a secret…",
    ]
    menu.close()
