"""Strips ask, remind and warn above the list, and leave the focus where it is."""

import datetime
import sqlite3
from collections.abc import Iterator

import pytest
from gui.checklist_room import UNIKEY, unikey
from office import NOW, OFFICER_A
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from agreement_viewer.agreement import Agreement, read_agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.fields import parse_value
from agreement_viewer.ledger.status import Status, Timeliness
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.settings import SettingsFile
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strips import Strips

WORD = "đo lường"
TOMORROW = NOW + datetime.timedelta(days=1)


class Desk(QWidget):
    """A list with strips above it, as in the window."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.strips = Strips(session)
        self.list = QListWidget()
        self.strips.left.connect(self.list.setFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.strips)
        layout.addWidget(self.list, 1)
        self.resize(680, 500)


@pytest.fixture
def newcomer(
    qtbot: QtBot, folder: DataFolder, agreement: Agreement, agreement_bytes: bytes
) -> Session:
    """A session in which nobody has said who works here."""
    return started(folder, agreement, agreement_bytes)


@pytest.fixture
def locked(session: Session) -> Iterator[sqlite3.Connection]:
    """Another program that holds the data of `session`; roll back to let go."""
    folder = session.folder
    other = sqlite3.connect(folder.database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def started(
    folder: DataFolder,
    agreement: Agreement,
    data: bytes,
    now: datetime.datetime = NOW,
) -> Session:
    session = Session(folder, lambda: now)
    session.open(agreement, data)
    return session


def at_desk(qtbot: QtBot, session: Session) -> Desk:
    desk = Desk(session)
    qtbot.addWidget(desk)
    with qtbot.waitActive(desk):
        desk.show()
        desk.list.setFocus()
        desk.activateWindow()
    assert desk.list.hasFocus()
    return desk


def set_deadline(session: Session, id: str, text: str) -> None:
    entry = session.checklist.entry(id)
    assert entry is not None
    assert session.perform(actions.set_field(entry, "deadline", parse_value("deadline", text)))


def mark(session: Session, id: str, status: Status) -> bool:
    entry = session.checklist.entry(id)
    assert entry is not None
    return session.perform(actions.set_status(entry, status, session.today()))


def shown(desk: Desk) -> list[str]:
    strips = desk.strips
    named = (strips.failed, strips.ledger, strips.notice, strips.identity, strips.reminder)
    return [type(strip).__name__ for strip in named if strip.isVisible()]


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus
    return focus


def words(strip: QWidget) -> list[str]:
    """What a strip says beside the names of its fields."""
    labels = strip.findChildren(QLabel)
    said = [label.text() for label in labels if label.isVisible() and not label.buddy()]
    return [*filter(None, said)]


class TestIdentity:
    def test_name_and_agency_are_asked_for_and_kept(self, qtbot: QtBot, newcomer: Session) -> None:
        desk = at_desk(qtbot, newcomer)
        strip = desk.strips.identity
        assert shown(desk) == ["IdentityStrip"]
        assert strip.name.text() == newcomer.officer.name
        assert [strip.agency.itemData(i) for i in range(strip.agency.count())] == [
            party.id for party in newcomer.agreement.parties
        ]

        strip.name.setFocus()
        strip.name.selectAll()
        unikey(strip.name, OFFICER_A.name)
        strip.agency.setCurrentIndex(0)
        with qtbot.waitSignal(desk.strips.identified):
            qtbot.keyClick(strip.name, Qt.Key.Key_Return)

        assert newcomer.officer == OFFICER_A
        assert shown(desk) == []
        assert desk.list.hasFocus()
        assert shown(at_desk(qtbot, newcomer)) == []

    def test_enter_keeps_the_name_and_goes_on_to_the_agency(
        self, qtbot: QtBot, newcomer: Session
    ) -> None:
        desk = at_desk(qtbot, newcomer)
        strip = desk.strips.identity
        strip.name.setText(OFFICER_A.name)
        strip.name.setFocus()

        qtbot.keyClick(strip.name, Qt.Key.Key_Return)

        assert newcomer.officer.name == OFFICER_A.name
        assert strip.agency.hasFocus()
        qtbot.keyClick(strip.agency, Qt.Key.Key_Down)
        qtbot.keyClick(strip.agency, Qt.Key.Key_Return)
        assert newcomer.officer == OFFICER_A
        assert shown(desk) == []

    def test_tab_goes_through_it_in_the_order_in_which_it_is_filled_in(
        self, qtbot: QtBot, newcomer: Session
    ) -> None:
        desk = at_desk(qtbot, newcomer)
        strip = desk.strips.identity
        strip.name.setFocus()
        for expected in ("Agency", "Start", "Receive handover…", "Close"):
            qtbot.keyClick(focused(), Qt.Key.Key_Tab)
            widget = focused()
            assert expected in (widget.accessibleName(), getattr(widget, "text", str)())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        assert desk.list.hasFocus()

    def test_it_says_what_is_missing(self, qtbot: QtBot, newcomer: Session) -> None:
        desk = at_desk(qtbot, newcomer)
        strip = desk.strips.identity
        strip.name.clear()
        button(desk, "Start").click()
        assert strip.name.hasFocus()
        assert words(strip) == ["State the full name."]
        strip.name.setText(OFFICER_A.name)
        qtbot.keyClick(strip.name, Qt.Key.Key_Return)
        assert strip.agency.hasFocus()
        assert strip.agency.accessibleDescription() == "Choose the agency."
        assert words(strip) == ["Choose the agency."]
        assert shown(desk) == ["IdentityStrip"]

    def test_the_agency_shows_that_it_has_the_focus(self, qtbot: QtBot, newcomer: Session) -> None:
        desk = at_desk(qtbot, newcomer)
        agency = desk.strips.identity.agency
        before = agency.grab().toImage()
        agency.setFocus(Qt.FocusReason.TabFocusReason)
        now = agency.grab().toImage()
        changed = sum(
            before.pixelColor(x, 1) != now.pixelColor(x, 1) for x in range(4, now.width() - 4)
        )
        assert changed == now.width() - 8

    def test_a_name_is_typed_as_unikey_sends_it(self, qtbot: QtBot, newcomer: Session) -> None:
        desk = at_desk(qtbot, newcomer)
        name = desk.strips.identity.name
        name.setFocus()
        name.selectAll()

        unikey(name, f"{WORD} {UNIKEY[WORD]}")

        assert name.text() == f"{WORD} {WORD}"

    def test_a_blank_name_is_not_taken(self, qtbot: QtBot, newcomer: Session) -> None:
        desk = at_desk(qtbot, newcomer)
        desk.strips.identity.name.setText("  ")

        qtbot.keyClick(desk.strips.identity.name, Qt.Key.Key_Return)

        assert newcomer.settings.officer_name == ""
        assert desk.strips.identity.name.hasFocus()

    @pytest.mark.parametrize("place", ["name", "agency"])
    def test_esc_hides_it_for_good(self, qtbot: QtBot, newcomer: Session, place: str) -> None:
        desk = at_desk(qtbot, newcomer)
        field: QWidget = getattr(desk.strips.identity, place)
        field.setFocus()

        qtbot.keyClick(field, Qt.Key.Key_Escape)

        assert shown(desk) == []
        assert desk.list.hasFocus()
        kept = SettingsFile(newcomer.folder.path / "settings.json").values
        assert kept.identity_hidden
        assert shown(at_desk(qtbot, newcomer)) == []

    def test_it_goes_once_the_settings_tell(self, qtbot: QtBot, newcomer: Session) -> None:
        desk = at_desk(qtbot, newcomer)
        newcomer.identify(OFFICER_A.name, OFFICER_A.unit)

        desk.strips.review()

        assert shown(desk) == []

    def test_another_programme_has_other_parties(
        self, qtbot: QtBot, session: Session, agreement_bytes: bytes
    ) -> None:
        desk = at_desk(qtbot, session)
        assert shown(desk) == []
        other = agreement_bytes.replace(b'id = "can-tho-2021-2025"', b'id = "other"').replace(
            b'id = "skhcn"', b'id = "office-b"'
        )

        session.open(read_agreement(other, "other.toml"), other)

        assert shown(desk) == ["IdentityStrip"]
        assert desk.strips.identity.name.text() == OFFICER_A.name
        assert desk.strips.identity.agency.findData("office-b") == 0
        assert desk.list.hasFocus()

    def test_no_field_is_cut_off_where_there_is_little_room(
        self, qtbot: QtBot, newcomer: Session
    ) -> None:
        desk = at_desk(qtbot, newcomer)
        one_line = desk.strips.identity.height()

        desk.resize(340, 500)
        qtbot.waitUntil(lambda: desk.strips.identity.height() > one_line)

        strip = desk.strips.identity
        for field in (*strip.findChildren(QLineEdit), *strip.findChildren(QPushButton)):
            place = field.rect().translated(field.mapTo(strip, field.rect().topLeft()))
            assert strip.rect().contains(place)
            assert field.width() >= field.sizeHint().width()


class TestReminder:
    def test_it_counts_what_is_overdue_and_due_soon(self, qtbot: QtBot, session: Session) -> None:
        set_deadline(session, "area-1", "31/12/2024")
        set_deadline(session, "area-2", "2023")
        set_deadline(session, "directive-1", "11/2025")
        set_deadline(session, "directive-2", "2026")

        desk = at_desk(qtbot, session)

        assert shown(desk) == ["ReminderStrip"]
        assert desk.strips.reminder.text == "Overdue: 2 · Due soon: 1"
        assert desk.strips.reminder.accessibleName() == desk.strips.reminder.text

    def test_its_button_asks_to_show_them(self, qtbot: QtBot, session: Session) -> None:
        set_deadline(session, "area-1", "31/12/2024")
        desk = at_desk(qtbot, session)

        with qtbot.waitSignal(desk.strips.show_requested) as asked:
            qtbot.mouseClick(button(desk, "Show"), Qt.MouseButton.LeftButton)

        assert asked.args == [frozenset({Timeliness.OVERDUE})]

    def test_it_comes_once_a_day(
        self,
        qtbot: QtBot,
        folder: DataFolder,
        session: Session,
        agreement: Agreement,
        agreement_bytes: bytes,
    ) -> None:
        set_deadline(session, "area-1", "31/12/2024")
        assert shown(at_desk(qtbot, session)) == ["ReminderStrip"]

        later = DataFolder(folder.path, folder.path.parent / "keys")
        assert shown(at_desk(qtbot, started(later, agreement, agreement_bytes))) == []
        later.close()
        tomorrow = started(folder, agreement, agreement_bytes, TOMORROW)
        assert shown(at_desk(qtbot, tomorrow)) == ["ReminderStrip"]

    def test_it_says_nothing_where_nothing_presses(self, qtbot: QtBot, session: Session) -> None:
        set_deadline(session, "area-1", "2026")

        assert shown(at_desk(qtbot, session)) == []

    def test_it_follows_what_is_done(self, qtbot: QtBot, session: Session) -> None:
        set_deadline(session, "area-1", "31/12/2024")
        set_deadline(session, "area-2", "31/12/2024")
        desk = at_desk(qtbot, session)

        mark(session, "area-1", Status.DONE)
        assert desk.strips.reminder.text == "Overdue: 1"
        mark(session, "area-2", Status.DROPPED)

        assert shown(desk) == []
        assert desk.list.hasFocus()


class TestFailedSave:
    def test_it_says_so_keeps_the_entry_and_saves_it_on_retry(
        self, qtbot: QtBot, session: Session, locked: sqlite3.Connection
    ) -> None:
        desk = at_desk(qtbot, session)

        assert not mark(session, "area-1", Status.DONE)

        assert shown(desk) == ["SaveFailedStrip"]
        assert desk.strips.failed.text == (
            "Not saved yet. Text is kept. Waiting for another program that is using the data…"
        )
        assert desk.list.hasFocus()
        qtbot.mouseClick(button(desk, "Retry"), Qt.MouseButton.LeftButton)
        assert shown(desk) == ["SaveFailedStrip"]

        locked.rollback()
        qtbot.mouseClick(button(desk, "Retry"), Qt.MouseButton.LeftButton)

        assert shown(desk) == []
        assert status(session, "area-1") is Status.DONE

    @pytest.mark.usefixtures("locked")
    def test_esc_does_not_hide_that_something_is_not_saved(
        self, qtbot: QtBot, session: Session
    ) -> None:
        desk = at_desk(qtbot, session)
        mark(session, "area-1", Status.DONE)
        retry = button(desk, "Retry")
        retry.setFocus()

        qtbot.keyClick(retry, Qt.Key.Key_Escape)

        assert shown(desk) == ["SaveFailedStrip"]

    def test_closing_tries_once_more(
        self, qtbot: QtBot, session: Session, locked: sqlite3.Connection
    ) -> None:
        desk = at_desk(qtbot, session)
        mark(session, "area-1", Status.DONE)
        locked.rollback()

        assert desk.strips.may_leave_unsaved()
        assert status(session, "area-1") is Status.DONE

    @pytest.mark.usefixtures("locked")
    @pytest.mark.parametrize(("answer", "may"), [("Stay", False), ("Close all the same", True)])
    def test_closing_asks_before_anything_is_lost(
        self, qtbot: QtBot, session: Session, answer: str, may: bool
    ) -> None:
        desk = at_desk(qtbot, session)
        mark(session, "area-1", Status.DONE)

        def choose() -> None:
            box = desk.findChild(QMessageBox)
            assert isinstance(box, QMessageBox)
            assert "1" in box.text()
            (chosen,) = [button for button in box.buttons() if button.text() == answer]
            qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)

        QTimer.singleShot(0, choose)
        assert desk.strips.may_leave_unsaved() is may


class TestNotices:
    def test_a_refusal_is_told_until_the_next_change(self, qtbot: QtBot, session: Session) -> None:
        desk = at_desk(qtbot, session)

        session.refused.emit("Choose the value in the history.")

        assert shown(desk) == ["NoticeStrip"]
        assert desk.strips.notice.text == "Choose the value in the history."
        assert desk.list.hasFocus()
        mark(session, "area-1", Status.DONE)
        assert shown(desk) == []

    def test_what_was_done_comes_with_a_button(self, qtbot: QtBot, session: Session) -> None:
        desk = at_desk(qtbot, session)
        opened: list[bool] = []

        desk.strips.tell("Written: report.pdf", "Open", lambda: opened.append(True))
        qtbot.mouseClick(button(desk, "Open"), Qt.MouseButton.LeftButton)

        assert opened == [True]
        session.refused.emit("Choose the value in the history.")
        assert not [it for it in desk.strips.notice.findChildren(QPushButton) if it.isVisible()]

    def test_officers_text_is_shown_as_it_is(self, qtbot: QtBot, session: Session) -> None:
        desk = at_desk(qtbot, session)

        desk.strips.tell("<b>Cán bộ A</b> & B")

        assert desk.strips.notice.text == "<b>Cán bộ A</b> & B"
        assert desk.strips.notice.accessibleName() == "<b>Cán bộ A</b> & B"


class TestLedger:
    def test_an_older_copy_of_the_data_is_told(
        self,
        qtbot: QtBot,
        folder: DataFolder,
        session: Session,
        agreement: Agreement,
        agreement_bytes: bytes,
    ) -> None:
        mark(session, "area-1", Status.DONE)
        older = folder.path / "older.sqlite3"
        folder.database.connection.execute("VACUUM INTO ?", (str(older),))
        mark(session, "area-2", Status.DONE)
        folder.close()
        for file in folder.path.glob(f"{folder.database.path.name}*"):
            file.unlink()
        older.rename(folder.database.path)
        later = DataFolder(folder.path, folder.path.parent / "keys")

        desk = at_desk(qtbot, started(later, agreement, agreement_bytes))

        assert "LedgerStrip" in shown(desk)
        assert desk.list.hasFocus()
        later.close()

    def test_other_wording_than_at_first_is_told(
        self, qtbot: QtBot, session: Session, agreement_bytes: bytes
    ) -> None:
        desk = at_desk(qtbot, session)
        other = agreement_bytes.replace("đảm bảo an ninh".encode(), "bảo đảm an ninh".encode())

        session.open(read_agreement(other, "other.toml"), other)

        assert shown(desk) == ["LedgerStrip"]
        assert "Nội dung phối hợp 4" in desk.strips.ledger.text


def status(session: Session, id: str) -> Status:
    entry = session.checklist.entry(id)
    assert entry is not None
    return entry.status


def button(desk: Desk, text: str) -> QPushButton:
    (found,) = [it for it in desk.strips.findChildren(QPushButton) if it.text() == text]
    return found
