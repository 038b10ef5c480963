"""Sending and receiving through the window: what is shown, what is asked, what comes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from office import NOW, OFFICER_B
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from unit.exchange.offices import Office

from agreement_viewer.exchange.codes import code_of
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.store.backups import BackupFolder
from agreement_viewer.ui.exchange.receive import ReceiveDialog
from agreement_viewer.ui.exchange.send import SendDialog
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
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
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


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
        assert told.args == ["Changes taken in: 1."]
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
        assert "two values" in row[3]
        dialog.reject()

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
        assert dialog.notice.text == "Changes written: 1. The stick may be removed."
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
        assert "Changes written: 1." in dialog.notice.text
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


def test_a_file_dropped_on_the_window_is_looked_at(
    qtbot: QtBot, qapp: QApplication, session: Session, other: Office
) -> None:
    window = MainWindow(session, Theme(qapp))
    qtbot.addWidget(window)
    window.show()
    window.complete()
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
    assert session.now() == NOW
