"""Units: typed freely, or chosen among the parties' and those used so far."""

import pytest
from gui.details_room import Room, telex
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.fields import LEAD, PARTNERS
from agreement_viewer.ui.session import Session


@pytest.fixture
def room(qtbot: QtBot, session: Session) -> Room:
    room = Room(qtbot, session)
    session.perform(actions.set_field(room.entry("area-3"), LEAD, "Đơn vị B"))
    session.perform(actions.set_field(room.entry("area-4"), PARTNERS, ("Ấp 1", "Sở KH&CN")))
    room.panel.show_item("area-2")
    return room


def open_menu(room: Room) -> QMenu:
    (menu,) = room.form.partners.findChildren(QMenu)
    menu.aboutToShow.emit()
    return menu


def test_known_units_are_offered_by_the_alphabet(room: Room) -> None:
    editor = room.form.lead.editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Down)
    offered = [editor.itemText(index) for index in range(editor.count())]
    assert offered == ["Ấp 1", "Công an TP", "Đơn vị B", "Sở KH&CN"]
    QTest.keyClick(editor.view(), Qt.Key.Key_Down)
    QTest.keyClick(editor.view(), Qt.Key.Key_Return)
    assert room.entry("area-2").lead == "Công an TP"


def test_opening_the_list_leaves_what_is_typed(room: Room) -> None:
    editor = room.form.lead.editor
    line = editor.lineEdit()
    assert line
    editor.setFocus()
    telex(line, "Đơn vị mới")
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor.view(), Qt.Key.Key_Escape)
    assert editor.currentText() == "Đơn vị mới"
    room.panel.save()
    assert room.entry("area-2").lead == "Đơn vị mới"


def test_partners_are_separated_by_semicolons(room: Room) -> None:
    editor = room.form.partners.editor
    room.focus(editor)
    telex(editor, "Đơn vị B;Công an TP ; Đơn vị B;")
    room.leave()
    assert room.entry("area-2").partners == ("Đơn vị B", "Công an TP")
    assert editor.toPlainText() == "Đơn vị B; Công an TP"


def test_partners_are_chosen_and_taken_out_in_the_menu(room: Room) -> None:
    menu = open_menu(room)
    assert [action.text() for action in menu.actions()][-1] == "Sở KH&&CN"
    menu.actions()[-1].trigger()
    open_menu(room).actions()[1].trigger()
    assert room.entry("area-2").partners == ("Sở KH&CN", "Công an TP")
    action = open_menu(room).actions()[-1]
    assert action.isChecked()
    action.trigger()
    assert room.entry("area-2").partners == ("Công an TP",)


def test_nothing_but_separators_is_nothing(room: Room) -> None:
    editor = room.form.partners.editor
    room.focus(editor)
    telex(editor, " ; ")
    before = room.changes()
    room.leave()
    assert room.changes() == before
    assert editor.toPlainText() == ""
