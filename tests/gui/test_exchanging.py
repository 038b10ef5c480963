"""Sending and receiving through the window: what is shown, what is asked, what comes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from office import AGREEMENT_FILE, NOW, OFFICER_A, OFFICER_B
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from unit.exchange.offices import Office
from unit.report.readers import run

from agreement_viewer.agreement import Agreement
from agreement_viewer.exchange.codes import code_of
from agreement_viewer.exchange.words import taken_words
from agreement_viewer.ledger.actions import add_evidence, add_task
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.records import (
    OwnTexts,
    Profile,
    profile_of,
    record_profile,
    texts_of,
)
from agreement_viewer.store.backups import BackupFolder
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.exchange.hand_over import HandOverDialog
from agreement_viewer.ui.exchange.receive import ReceiveDialog
from agreement_viewer.ui.exchange.send import SendDialog
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strips import Strips
from agreement_viewer.ui.theme import Theme

LONG = 30_000


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Office]:
    """The other agency's computer."""
    (tmp_path / "other").mkdir()
    office = Office(tmp_path / "other", OFFICER_B)
    office.note("của B")
    yield office
    office.folder.close()


@pytest.fixture
def new_session(
    qtbot: QtBot, folder: DataFolder, agreement: Agreement, agreement_bytes: bytes
) -> Session:
    """A first start: nobody has said who works here."""
    opened = Session(folder, lambda: NOW)
    opened.open(agreement, agreement_bytes)
    return opened


def shown(qtbot: QtBot, qapp: QApplication, session: Session) -> MainWindow:
    """The window, with all that its first painting did without."""
    window = MainWindow(session, Theme(qapp))
    qtbot.addWidget(window)
    window.show()
    window.complete()
    return window


def looked(qtbot: QtBot, session: Session, path: Path, parent: QWidget) -> ReceiveDialog:
    """The dialog once it has read the file."""
    dialog = ReceiveDialog(session, path, parent)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.long_work.is_running, timeout=LONG)
    return dialog


def note(session: Session, text: str) -> None:
    session.perform([Edit.set("area-1", "note", text)])


class TestReceiving:
    def test_a_new_sender_is_ticked_by_code_before_anything_comes_in(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget
    ) -> None:
        dialog = looked(qtbot, session, other.send(), parent)
        (box,) = dialog.boxes
        assert code_of(other.ledger.writer) in box.text()
        assert other.by.name in dialog.heading.text()
        assert not dialog.ok.isEnabled()
        box.setChecked(True)
        with qtbot.waitSignal(dialog.received, timeout=LONG) as told:
            dialog.ok.click()
        ((arrival,),) = told.args or ()
        assert arrival.new == 1
        entry = session.checklist.entry("area-1")
        assert entry
        assert entry.cell("note").value == "của B"
        assert len(BackupFolder.of(session.folder.path).all()) == 1

    def test_what_will_read_otherwise_and_differ_is_listed(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget
    ) -> None:
        note(session, "của A")
        dialog = looked(qtbot, session, other.send(), parent)
        assert "New changes: 1" in dialog.told.text()
        assert "New differences to settle: 1" in dialog.told.text()
        row = [dialog.model.index(0, column).data() for column in range(4)]
        assert row[1:3] == ["Note", "của A"]
        values = row[3].removesuffix(" (not settled)").split(" / ")
        assert sorted(values) == ["của A", "của B"]
        dialog.reject()

    def test_new_tasks_and_documents_are_listed_by_their_names(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget
    ) -> None:
        for edits in (
            add_task("area-2", "Tập huấn"),
            add_evidence("area-3", {"subject": "Kế hoạch"}),
        ):
            other.ledger.append(edits, OFFICER_B, NOW)
        dialog = looked(qtbot, session, other.send(), parent)
        rows = range(dialog.model.rowCount())
        shown = [[dialog.model.index(row, column).data() for column in (0, 3)] for row in rows]
        assert shown[1:] == [["New task", "Tập huấn"], ["New document", "Kế hoạch"]]
        dialog.reject()

    def test_what_is_to_be_settled_since_is_told(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget
    ) -> None:
        note(session, "của A")
        dialog = looked(qtbot, session, other.send(), parent)
        dialog.boxes[0].setChecked(True)
        with qtbot.waitSignal(dialog.received, timeout=LONG) as told:
            dialog.ok.click()
        taken, difference = taken_words(session.checklist, *(told.args or ()))
        assert taken == "Changes taken in: 1."
        assert difference.startswith("Both sides changed: ")
        assert difference.endswith(" (Note).")

    def test_leaving_changes_nothing(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget
    ) -> None:
        dialog = looked(qtbot, session, other.send(), parent)
        dialog.reject()
        assert list(session.ledger.changes()) == []
        assert not BackupFolder.of(session.folder.path).all()

    def test_who_is_known_is_not_asked_about_again(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget
    ) -> None:
        first = looked(qtbot, session, other.send(), parent)
        first.boxes[0].setChecked(True)
        with qtbot.waitSignal(first.received, timeout=LONG):
            first.accept()
        other.note("mới")
        second = looked(qtbot, session, other.send(), parent)
        assert second.boxes == []
        assert second.ok.isEnabled()
        second.reject()

    def test_a_passphrase_is_asked_for_until_it_opens(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget
    ) -> None:
        dialog = looked(qtbot, session, other.send(passphrase="trời xanh"), parent)
        assert dialog.passphrase.isVisible()
        for typed, opens in (("trời xám", False), ("trời xanh", True)):
            dialog.passphrase.setText(typed)
            qtbot.keyClick(dialog.passphrase, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: not dialog.long_work.is_running, timeout=LONG)
            assert bool(dialog.boxes) is opens
        assert not dialog.passphrase.isVisible()
        dialog.reject()

    def test_a_file_that_is_none_is_said(
        self, qtbot: QtBot, session: Session, parent: QWidget, tmp_path: Path
    ) -> None:
        path = tmp_path / "x.agx"
        path.write_text("khác", "utf-8")
        dialog = looked(qtbot, session, path, parent)
        assert "no file to receive" in dialog.told.text()
        assert not dialog.ok.isEnabled()
        dialog.reject()

    def test_what_a_sender_calls_himself_is_shown_as_it_is(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget
    ) -> None:
        other.by = other.by.__class__("<b>Cán bộ</b> & A " * 30, "")
        other.note("x")
        dialog = looked(qtbot, session, other.send(), parent)
        assert "<b>Cán bộ</b> && A" in dialog.boxes[0].text()
        assert len(dialog.boxes[0].text()) < 200
        assert dialog.width() <= 1040
        dialog.reject()


class TestSending:
    def test_the_file_is_whole_when_it_is_said_to_be_written(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget, tmp_path: Path
    ) -> None:
        note(session, "của A")
        dialog = SendDialog(session, parent)
        dialog.open()
        code = code_of(session.ledger.writer)
        qtbot.waitUntil(lambda: dialog.code.text() == code, timeout=LONG)
        dialog.write(tmp_path / "gửi.agx")
        qtbot.waitUntil(dialog.notice.isVisible, timeout=LONG)
        assert dialog.notice.text == "Changes written: 1, in gửi.agx. The stick may be removed."
        other.receive(tmp_path / "gửi.agx")
        assert {change.id for change in session.ledger.changes()} <= other.ids()
        dialog.reject()

    def test_a_partner_who_sent_something_gets_what_is_new(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget, tmp_path: Path
    ) -> None:
        receiving = looked(qtbot, session, other.send(), parent)
        receiving.boxes[0].setChecked(True)
        with qtbot.waitSignal(receiving.received, timeout=LONG):
            receiving.accept()
        session.perform([Edit.set("area-2", "note", "mới")])
        dialog = SendDialog(session, parent)
        dialog.open()
        assert other.by.name in dialog.receiver.currentText()
        dialog.write(tmp_path / "gửi.agx")
        qtbot.waitUntil(dialog.notice.isVisible, timeout=LONG)
        assert "Changes written: 1," in dialog.notice.text
        dialog.reject()

    def test_another_agency_is_offered_before_a_colleague_who_sent_later(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget, tmp_path: Path
    ) -> None:
        (tmp_path / "colleague").mkdir()
        colleague = Office(tmp_path / "colleague", OFFICER_A)
        colleague.note("của đồng nghiệp")
        for office in (other, colleague):
            receiving = looked(qtbot, session, office.send(), parent)
            receiving.boxes[0].setChecked(True)
            with qtbot.waitSignal(receiving.received, timeout=LONG):
                receiving.accept()
        colleague.folder.close()
        dialog = SendDialog(session, parent)
        dialog.open()
        assert other.by.name in dialog.receiver.itemText(0)
        assert colleague.by.name in dialog.receiver.itemText(1)
        dialog.reject()

    def test_the_name_of_the_file_tells_who_sends_it_and_when(
        self, session: Session, parent: QWidget
    ) -> None:
        dialog = SendDialog(session, parent)
        dialog.open()
        dialog.ok.click()
        (ask,) = dialog.findChildren(QFileDialog)
        (name,) = ask.selectedFiles()
        title = session.agreement.short_title
        assert Path(name).name == f"{title} Sở KH&CN {NOW:%d-%m-%Y %Hh%M}.agx"
        ask.reject()
        dialog.reject()

    def test_a_place_that_cannot_be_written_is_said(
        self, qtbot: QtBot, session: Session, parent: QWidget, tmp_path: Path
    ) -> None:
        dialog = SendDialog(session, parent)
        dialog.open()
        dialog.write(tmp_path / "none" / "gửi.agx")
        qtbot.waitUntil(dialog.fault.isVisible, timeout=LONG)
        assert "cannot be written" in dialog.fault.text
        dialog.reject()

    def test_a_computer_that_was_restored_shows_its_earlier_code_to_who_needs_it(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget
    ) -> None:
        note(session, "trước")
        earlier = session.ledger.writer
        session.go_on_as(session.folder.renew_writer())
        dialog = SendDialog(session, parent)
        dialog.open()
        qtbot.waitUntil(dialog.earlier.isVisible, timeout=LONG)
        assert dialog.earlier.text() == code_of(earlier)
        assert dialog.code.text() == code_of(session.ledger.writer)
        dialog.reject()
        other.receive(sent(qtbot, session, other.home / "đến.agx", parent))
        receiving = looked(qtbot, session, other.send(), parent)
        receiving.boxes[0].setChecked(True)
        with qtbot.waitSignal(receiving.received, timeout=LONG):
            receiving.accept()
        dialog = SendDialog(session, parent)
        dialog.open()
        code = code_of(session.ledger.writer)
        qtbot.waitUntil(lambda: dialog.code.text() == code, timeout=LONG)
        assert not dialog.earlier.isVisible()  # the partner has seen what was recorded under it
        dialog.receiver.setCurrentIndex(dialog.receiver.count() - 1)
        assert dialog.earlier.isVisible()
        dialog.reject()


def sent(qtbot: QtBot, session: Session, path: Path, parent: QWidget) -> Path:
    """A file of everything, written by the dialog."""
    dialog = SendDialog(session, parent)
    dialog.write(path)
    qtbot.waitUntil(lambda: not dialog.long_work.is_running, timeout=LONG)
    dialog.reject()
    return path


class TestHandover:
    def test_the_file_and_its_record_are_written(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget, tmp_path: Path
    ) -> None:
        note(session, "của A")
        dialog = HandOverDialog(session, parent)
        dialog.open()
        dialog.name.setText("  Cán bộ C ")
        dialog.unit.setText("Đơn vị C")
        dialog.write(tmp_path / "bàn giao.agx")
        qtbot.waitUntil(dialog.notice.isVisible, timeout=LONG)
        record = tmp_path / "bàn giao - biên bản bàn giao.pdf"
        assert record.name in dialog.notice.text
        assert "The stick may be removed." in dialog.notice.text
        text = run("pdftotext", "-raw", record, "-")
        for wanted in ("Cán bộ A", "Cán bộ C", "Đơn vị C", code_of(session.ledger.writer)):
            assert wanted in text
        assert other.examine(tmp_path / "bàn giao.agx").manifest.handover
        dialog.reject()

    def test_what_is_handed_over_is_all_there_is(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget, tmp_path: Path
    ) -> None:
        """Also the heading of the reports and the texts, which are recorded like all else."""
        edits = record_profile(
            session.ledger.heads,
            session.agreement,
            OFFICER_A.unit,
            Profile(issuing="Đơn vị A", signer="Cán bộ A"),
            OwnTexts(plan="Tiếp tục"),
        )
        session.record(edits)
        dialog = HandOverDialog(session, parent)
        dialog.write(tmp_path / "bàn giao.agx")
        qtbot.waitUntil(lambda: not dialog.long_work.is_running, timeout=LONG)
        dialog.reject()
        other.receive(tmp_path / "bàn giao.agx")
        place = other.ledger.heads, session.agreement, OFFICER_A.unit
        assert profile_of(*place).signer == "Cán bộ A"
        assert texts_of(*place).plan == "Tiếp tục"

    def test_a_place_that_cannot_be_written_is_said(
        self, qtbot: QtBot, session: Session, parent: QWidget, tmp_path: Path
    ) -> None:
        (tmp_path / "a - biên bản bàn giao.pdf").mkdir()
        dialog = HandOverDialog(session, parent)
        dialog.open()
        dialog.write(tmp_path / "a.agx")
        qtbot.waitUntil(dialog.fault.isVisible, timeout=LONG)
        assert "is not a file" in dialog.fault.text
        assert not dialog.notice.isVisible()
        dialog.reject()

    def test_the_successor_sees_it_as_it_was_left(
        self, qtbot: QtBot, qapp: QApplication, new_session: Session, other: Office
    ) -> None:
        window = shown(qtbot, qapp, new_session)
        (offer,) = (
            button
            for button in window.strips.identity.findChildren(QPushButton)
            if button.text() == "Receive handover…"
        )
        assert offer.isVisible()
        offer.click()
        (ask,) = window.findChildren(QFileDialog)
        assert ask.windowTitle() == "Receive handover"
        ask.fileSelected.emit(str(other.hand_over()))
        ask.reject()
        (dialog,) = window.findChildren(ReceiveDialog)
        qtbot.waitUntil(lambda: bool(dialog.boxes), timeout=LONG)
        assert dialog.windowTitle() == "Receive handover"
        assert "Another agency" not in dialog.told.text()
        assert dialog.heading.text().startswith("Handover by Cán bộ B")
        dialog.boxes[0].setChecked(True)
        with qtbot.waitSignal(dialog.received, timeout=LONG):
            dialog.ok.click()
        entry = new_session.checklist.entry("area-1")
        assert entry
        assert entry.cell("note").value == "của B"
        identity = window.strips.identity
        assert identity.isVisible()  # asks the successor's own name
        assert identity.agency.currentData() == OFFICER_B.unit
        assert not new_session.settings.officer_unit
        assert not offer.isVisible()

    def test_a_handover_within_the_other_agency_is_remarked_on(
        self, qtbot: QtBot, session: Session, other: Office, parent: QWidget
    ) -> None:
        dialog = looked(qtbot, session, other.hand_over(), parent)
        assert dialog.told.text().startswith("Another agency hands over its own work here")
        dialog.reject()

    def test_an_agency_that_was_stated_stays(
        self, qtbot: QtBot, new_session: Session, parent: QWidget
    ) -> None:
        new_session.identify("", OFFICER_A.unit)
        strips = Strips(new_session, parent)
        qtbot.addWidget(strips)
        strips.offer_agency(OFFICER_B.unit)
        assert strips.identity.agency.currentData() == OFFICER_A.unit


def test_a_file_that_another_start_names_is_looked_at(
    qtbot: QtBot, qapp: QApplication, session: Session, other: Office
) -> None:
    window = shown(qtbot, qapp, session)
    path = other.send()
    window.come_forward(str(path))
    (dialog,) = window.findChildren(ReceiveDialog)
    qtbot.waitUntil(lambda: bool(dialog.boxes), timeout=LONG)
    window.come_forward(str(path))  # what is asked already comes first
    assert window.findChildren(ReceiveDialog) == [dialog]
    assert path.name in window.strips.notice.text
    dialog.reject()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReceiveDialog))
    next_one = QApplication.activeModalWidget()
    assert isinstance(next_one, ReceiveDialog)
    assert next_one is not dialog
    qtbot.waitUntil(lambda: bool(next_one.boxes), timeout=LONG)
    next_one.reject()


def test_a_programme_that_another_start_names_is_opened_after_the_dialog(
    qtbot: QtBot, qapp: QApplication, session: Session, tmp_path: Path
) -> None:
    window = shown(qtbot, qapp, session)
    path = tmp_path / "khác.toml"
    path.write_bytes(AGREEMENT_FILE.read_bytes().replace(b'"can-tho-2021-2025"', b'"khac"', 1))
    dialog = SendDialog(session, window)
    dialog.open()
    window.come_forward(str(path))
    assert path.name in window.strips.notice.text
    assert session.agreement.id != "khac"
    dialog.reject()
    qtbot.waitUntil(lambda: session.agreement.id == "khac")


def test_a_file_dropped_on_the_window_is_looked_at(
    qtbot: QtBot, qapp: QApplication, session: Session, other: Office
) -> None:
    window = shown(qtbot, qapp, session)
    for name, wanted in (("x.agx", True), ("x.pdf", False)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(other.send().rename(other.home / name)))])
        place = QPoint(50, 50)
        keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, *keys)
        window.dragEnterEvent(enter)
        assert enter.isAccepted() is wanted
        if wanted:
            window.dropEvent(QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, *keys))
            (dialog,) = window.findChildren(ReceiveDialog)
            qtbot.waitUntil(lambda shown=dialog: bool(shown.boxes), timeout=LONG)
            dialog.reject()
