"""What Qt draws by itself in the details has Vietnamese; so have a screen reader's words."""

from gui.details_room import Room
from gui.qt_text import recorded_qt_texts, speak
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.fields import DEADLINE, parse_deadline
from agreement_viewer.ledger.status import Status
from agreement_viewer.ui.session import Session


def test_every_text_of_qts_own_has_vietnamese(
    qtbot: QtBot, session: Session, qapp: QApplication
) -> None:
    with recorded_qt_texts(qapp) as missing:
        room = Room(qtbot, session)
        session.perform(actions.set_status(room.entry("area-2"), Status.DONE, session.today()))
        session.perform(actions.add_evidence("area-2", {"number": "1"}))
        deadline = parse_deadline("2026")
        session.perform(actions.set_field(room.entry("area-2"), DEADLINE, deadline))
        room.panel.show_item("area-2")
        room.click("Extend")
        room.click("Add document…")
        room.panel.history.fold_button.click()
        speak(room.panel)
        room.form.completed_on.editor.open_calendar()
        (calendar,) = room.form.completed_on.findChildren(QCalendarWidget)
        speak(calendar.window())
        calendar.window().close()
    assert not missing
