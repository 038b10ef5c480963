"""Backing up, restoring and recovering through the dialogs, and what the window does by itself."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from office import NOW, OFFICER_B
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.agreement import Agreement
from agreement_viewer.errors import UserError
from agreement_viewer.ledger.checklist import Cell, Checklist
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.store.archive import write_archive
from agreement_viewer.store.backups import BackupFolder, back_up
from agreement_viewer.store.database import StoreError
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.viewing import DataView
from agreement_viewer.ui.backups.dialog import BackupsDialog
from agreement_viewer.ui.backups.recovery import RecoveryDialog
from agreement_viewer.ui.backups.restore import RestoreDialog
from agreement_viewer.ui.long_work import LongWork, Tell
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Theme
from agreement_viewer.ui.upkeep import Upkeep

LONG = 30_000


@pytest.fixture
def dialog(session: Session, parent: QWidget) -> Iterator[BackupsDialog]:
    session.record([Edit.set("area-1", "note", "một")])
    shown = BackupsDialog(session, parent)
    QAbstractItemModelTester(
        shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal, shown
    )
    shown.show()
    yield shown
    shown.close()


@pytest.fixture
def archive(tmp_path: Path, agreement: Agreement, agreement_bytes: bytes) -> Path:
    """A backup of another computer, in one file."""
    other = DataFolder(tmp_path / "other", tmp_path / "keys")
    ledger = other.ledger(agreement, agreement_bytes)
    ledger.append([Edit.set("area-1", "note", "hai")], OFFICER_B, NOW)
    ledger.append([Edit.set("area-2", "result", "<b>ba</b>")], OFFICER_B, NOW)
    path = tmp_path / "Sao lưu.zip"
    write_archive(path, other.path, other.database.path)
    other.close()
    return path


def ended(qtbot: QtBot, work: LongWork) -> None:
    qtbot.waitUntil(lambda: not work.is_running, timeout=LONG)


def cells(dialog: BackupsDialog) -> list[list[str]]:
    model = dialog.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


class TestBackups:
    def test_none_yet_then_one_by_a_click(self, qtbot: QtBot, dialog: BackupsDialog) -> None:
        assert dialog.empty.isVisible()
        assert not dialog.restore.isEnabled()
        qtbot.mouseClick(dialog.now, Qt.MouseButton.LeftButton)
        assert not dialog.now.isEnabled()
        ended(qtbot, dialog.long_work)
        ((when, changes, _, documents, place),) = cells(dialog)
        assert (when, changes, documents, place) == (
            "20/11/2025 14:05",
            "1",
            "0",
            "This computer",
        )
        assert "Backed up and verified" in dialog.notice.text
        assert dialog.restore.isEnabled()
        assert not dialog.empty.isVisible()

    def test_a_second_place_has_them_too(
        self, qtbot: QtBot, dialog: BackupsDialog, session: Session, tmp_path: Path
    ) -> None:
        assert not dialog.forget.isEnabled()
        (tmp_path / "USB").mkdir()
        dialog.use_place(str(tmp_path / "USB"))
        dialog.back_up_now()
        ended(qtbot, dialog.long_work)
        assert [row[4].startswith(str(tmp_path / "USB")) for row in cells(dialog)] == [False, True]
        assert str(tmp_path / "USB") in dialog.place.text()
        again = DataFolder(session.folder.path, tmp_path / "keys")
        assert again.settings.values.backup_folder == str(tmp_path / "USB")
        again.close()
        qtbot.mouseClick(dialog.forget, Qt.MouseButton.LeftButton)
        assert len(cells(dialog)) == 1
        assert session.settings.backup_folder == ""

    def test_a_stick_that_is_not_there_is_said(
        self, qtbot: QtBot, dialog: BackupsDialog, tmp_path: Path
    ) -> None:
        dialog.use_place(str(tmp_path / "USB"))
        dialog.back_up_now()
        ended(qtbot, dialog.long_work)
        assert "Backed up and verified" in dialog.notice.text
        assert "is not there" in dialog.notice.text
        assert len(cells(dialog)) == 1

    def test_into_one_file(self, qtbot: QtBot, dialog: BackupsDialog, tmp_path: Path) -> None:
        dialog.write_file(tmp_path / "a.zip")
        ended(qtbot, dialog.long_work)
        assert (tmp_path / "a.zip").is_file()
        assert str(tmp_path / "a.zip") in dialog.notice.text
        dialog.write_file(tmp_path / "no folder" / "a.zip")
        ended(qtbot, dialog.long_work)
        assert "No backup could be written" in dialog.notice.text

    def test_one_can_be_checked_again(self, qtbot: QtBot, dialog: BackupsDialog) -> None:
        dialog.back_up_now()
        ended(qtbot, dialog.long_work)
        qtbot.mouseClick(dialog.check, Qt.MouseButton.LeftButton)
        ended(qtbot, dialog.long_work)
        assert dialog.notice.text == "In order: 2025-11-20T140500.sqlite3."
        backup = dialog.model.backup(dialog.model.index(0, 0))
        assert backup
        data = backup.path.read_bytes()
        at = data.index('"value":"một"'.encode())
        backup.path.write_bytes(data[:at] + b" " + data[at + 1 :])
        qtbot.mouseClick(dialog.check, Qt.MouseButton.LeftButton)
        ended(qtbot, dialog.long_work)
        assert "is damaged" in dialog.notice.text


class TestRestore:
    def open(self, qtbot: QtBot, dialog: BackupsDialog, path: Path) -> RestoreDialog:
        shown: RestoreDialog = dialog.show_restore(path)
        ended(qtbot, shown.long_work)
        return shown

    def test_what_will_read_otherwise_is_shown_before(
        self, qtbot: QtBot, dialog: BackupsDialog, session: Session, archive: Path
    ) -> None:
        shown = self.open(qtbot, dialog, archive)
        rows = [
            [shown.model.index(row, column).data() for column in range(1, 4)]
            for row in range(shown.model.rowCount())
        ]
        assert sorted(row[0] for row in rows) == ["Note", "Results"]
        assert ["Results", "empty", "<b>ba</b>"] in rows
        assert any("not settled" in row[2] for row in rows)
        assert "Not here yet: 2 changes" in shown.told.text()
        assert "Cán bộ B (2)" in shown.told.text()
        shown.reject()
        assert len(session.ledger.history()) == 1

    def test_it_is_taken_in_and_the_window_shows_it(
        self, qtbot: QtBot, dialog: BackupsDialog, session: Session, archive: Path
    ) -> None:
        shown = self.open(qtbot, dialog, archive)
        before = session.ledger.writer
        with qtbot.waitSignal(session.changed, timeout=LONG) as changed:
            qtbot.mouseClick(shown.ok, Qt.MouseButton.LeftButton)
        assert changed.args[0].items == {"area-1", "area-2"}  # type: ignore[index]
        qtbot.waitUntil(lambda: "Restored" in dialog.notice.text, timeout=LONG)
        entry = session.checklist.entry("area-1")
        assert entry
        assert entry.differences() == ["note"]
        assert len(cells(dialog)) == 1
        session.perform([Edit.set("area-3", "note", "tiếp")])
        assert session.ledger.history(["area-3"])[0].writer != before

    def test_nothing_to_restore(
        self, qtbot: QtBot, dialog: BackupsDialog, session: Session
    ) -> None:
        backup, _ = back_up(session.folder.path, session.folder.database.path, "", NOW)
        shown = self.open(qtbot, dialog, backup.path)
        assert "nothing to restore" in shown.told.text()
        assert not shown.ok.isEnabled()
        shown.reject()

    def test_no_backup(self, qtbot: QtBot, dialog: BackupsDialog, tmp_path: Path) -> None:
        (tmp_path / "a.zip").write_bytes(b"no backup")
        shown = self.open(qtbot, dialog, tmp_path / "a.zip")
        assert "is damaged or is no backup" in shown.told.text()
        assert not shown.ok.isEnabled()
        shown.reject()


class TestLongWork:
    def test_it_can_be_stopped(self, qtbot: QtBot, parent: QWidget) -> None:
        work = LongWork(parent)
        came: list[object] = []

        def go_on(tell: Tell) -> None:
            while True:
                tell(50)

        work.run("…", go_on, came.append, came.append)
        qtbot.waitUntil(lambda: work.bar.value() == 50, timeout=LONG)
        with qtbot.waitSignal(work.ended, timeout=LONG):
            work.stop_button.click()
        assert came == []
        assert not work.is_running


class TestRecovery:
    @pytest.fixture
    def damaged(self, session: Session) -> Path:
        """A data folder whose file is damaged behind its backup."""
        session.record([Edit.set("area-1", "note", "một")])
        back_up(session.folder.path, session.folder.database.path, "", NOW)
        session.record([Edit.set("area-1", "note", "hai")])
        session.folder.close()
        path = session.folder.database.path
        path.write_bytes(b"x" * 100 + path.read_bytes()[100:])
        return session.folder.path

    def test_it_recovers_and_says_what_was_lost(
        self, qtbot: QtBot, parent: QWidget, damaged: Path, tmp_path: Path
    ) -> None:
        shown = RecoveryDialog(damaged, tmp_path / "keys", 0, parent)
        shown.show()
        assert "20/11/2025 14:05, 1 changes" in shown.source.text()
        qtbot.mouseClick(shown.ok, Qt.MouseButton.LeftButton)
        ended(qtbot, shown.long_work)
        assert shown.told.text().startswith("Nothing that was recorded is lost: 2 changes")
        with qtbot.waitSignal(shown.accepted):
            qtbot.mouseClick(shown.ok, Qt.MouseButton.LeftButton)
        again = DataFolder(damaged, tmp_path / "keys")
        connection = again.database.connection
        assert connection.execute("SELECT count(*) FROM change").fetchone() == (2,)
        again.close()

    def test_where_it_fails_it_can_be_tried_again(
        self, qtbot: QtBot, parent: QWidget, damaged: Path, tmp_path: Path
    ) -> None:
        blocker = damaged / "damaged"
        blocker.write_bytes(b"")
        shown = RecoveryDialog(damaged, tmp_path / "keys", 0, parent)
        shown.show()
        shown.accept()
        ended(qtbot, shown.long_work)
        assert "could not be recovered" in shown.told.text()
        blocker.unlink()
        shown.accept()
        ended(qtbot, shown.long_work)
        assert "Nothing that was recorded is lost" in shown.told.text()
        shown.accept()

    def test_another_backup_can_be_named(
        self, qtbot: QtBot, parent: QWidget, damaged: Path, archive: Path, tmp_path: Path
    ) -> None:
        shown = RecoveryDialog(damaged, tmp_path / "keys", 0, parent)
        shown.show()
        shown.use(archive)
        assert str(archive) in shown.source.text()
        shown.accept()
        ended(qtbot, shown.long_work)
        assert "4 changes are there" in shown.told.text()
        shown.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def note(checklist: Checklist) -> Cell:
    """The note of the first item."""
    entry = checklist.entry("area-1")
    assert entry is not None
    return entry.cell("note")


class TestUpkeep:
    @pytest.fixture
    def window(self, qtbot: QtBot, session: Session, qapp: QApplication) -> MainWindow:
        shown = MainWindow(session, Theme(qapp))
        qtbot.addWidget(shown)
        shown.show()
        return shown

    def test_the_days_first_start_backs_up_and_the_next_does_not(
        self, qtbot: QtBot, session: Session, window: MainWindow
    ) -> None:
        folder = BackupFolder.of(session.folder.path)
        for _ in range(2):
            Upkeep(session, window).look_after()
            qtbot.waitUntil(lambda: len(folder.all()) == 1, timeout=LONG)
        tomorrow = Session(session.folder, lambda: NOW + datetime.timedelta(days=1))
        tomorrow.open(session.agreement, session.ledger.agreement_file)
        Upkeep(tomorrow, window).look_after()
        qtbot.waitUntil(lambda: len(folder.all()) == 2, timeout=LONG)

    def test_a_window_left_open_backs_up_on_the_next_day(
        self, qtbot: QtBot, session: Session, window: MainWindow
    ) -> None:
        folder = BackupFolder.of(session.folder.path)
        day = [NOW]
        open_long = Session(session.folder, lambda: day[0])
        open_long.open(session.agreement, session.ledger.agreement_file)
        upkeep = Upkeep(open_long, window)
        upkeep.look_again()
        qtbot.waitUntil(lambda: len(folder.all()) == 1, timeout=LONG)
        day[0] += datetime.timedelta(days=1)
        upkeep.look_again()
        qtbot.waitUntil(lambda: len(folder.all()) == 2, timeout=LONG)

    def test_damage_is_said_with_a_way_out(
        self, qtbot: QtBot, session: Session, window: MainWindow
    ) -> None:
        session.record([Edit.set("area-1", "note", "một")])
        connection = session.folder.database.connection
        connection.execute("DROP TRIGGER change_no_update")
        connection.execute("UPDATE change SET body = replace(body, 'một', 'hai')")
        upkeep = Upkeep(session, window)
        upkeep.look_after()
        qtbot.waitUntil(lambda: hasattr(window.strips, "damage"), timeout=LONG)
        strip = window.strips.damage
        assert "found damaged" in strip.text
        session.record([Edit.set("area-2", "note", "hai")])
        assert strip.isVisible()
        assert upkeep.damage == ""
        (button,) = strip.findChildren(QPushButton)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not window.isVisible()
        assert "damaged" in upkeep.damage

    def test_what_could_not_be_saved_is_recorded_once_the_data_are_recovered(
        self, qtbot: QtBot, session: Session, window: MainWindow, tmp_path: Path
    ) -> None:
        """No question stands in the way: it would stop this test."""
        session.record([Edit.set("area-1", "note", "một")])
        (shown,) = note(session.checklist).ids
        connection = session.folder.database.connection
        connection.execute("DROP TRIGGER change_no_update")
        connection.execute("UPDATE change SET body = replace(body, 'một', 'hai')")
        task = Edit.create("area-1", "task")
        named = Edit.set(task, "title", "Nhiệm vụ A")
        session.keep([Edit.set("area-1", "note", "ba", (shown,))], StoreError("hỏng"))
        session.keep([task, named], StoreError("hỏng"))
        upkeep = Upkeep(session, window)
        upkeep.look_after()
        qtbot.waitUntil(lambda: hasattr(window.strips, "damage"), timeout=LONG)
        (button,) = window.strips.damage.findChildren(QPushButton)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert upkeep.damage
        session.folder.close()
        offer = RecoveryDialog(session.folder.path, tmp_path / "keys", len(session.unsaved), window)
        assert "2" in offer.waiting.text()
        offer.accept()
        ended(qtbot, offer.long_work)
        again = Session(DataFolder(session.folder.path, tmp_path / "keys"), lambda: NOW)
        again.open(session.agreement, session.ledger.agreement_file)
        again.resume(session.unsaved)
        assert note(again.checklist).value == "ba"
        assert [task.title for task in again.checklist.tasks("area-1")] == ["Nhiệm vụ A"]
        again.folder.close()

    def test_a_second_place_that_is_not_there_is_said(
        self, qtbot: QtBot, session: Session, window: MainWindow, tmp_path: Path
    ) -> None:
        session.settings.backup_folder = str(tmp_path / "USB")
        with qtbot.waitSignal(session.refused, timeout=LONG) as said:
            Upkeep(session, window).look_after()
        assert "USB" in said.args[0]  # type: ignore[index]
        assert len(BackupFolder.of(session.folder.path).all()) == 1


def test_the_menu_opens_it(qtbot: QtBot, session: Session, qapp: QApplication) -> None:
    window = MainWindow(session, Theme(qapp))
    qtbot.addWidget(window)
    window.show()
    window.complete()
    (action,) = (action for action in window.findChildren(QAction) if action.text() == "Backups…")
    action.trigger()
    shown = window.findChild(BackupsDialog)
    assert shown
    shown.reject()


def test_data_of_a_newer_version_are_shown_and_not_changed(
    qtbot: QtBot, session: Session, qapp: QApplication
) -> None:
    session.record([Edit.set("area-1", "note", "một"), Edit("later", "area-1", "later", {})])
    folder = session.folder
    folder.database.connection.execute("PRAGMA user_version = 999")
    folder.close()
    view = DataView(folder.path)
    place = view.path
    looking = Session(view, lambda: NOW)
    looking.open(session.agreement, session.ledger.agreement_file)
    window = MainWindow(looking, Theme(qapp))
    qtbot.addWidget(window)
    window.show()
    assert "newer version" in window.strips.ledger.text
    entry = looking.checklist.entry("area-1")
    assert entry
    assert entry.cell("note").value == "một"
    recorded = len(looking.ledger.history())
    with qtbot.waitSignal(looking.refused):
        assert looking.perform([Edit.set("area-1", "note", "hai")])
    assert not looking.unsaved
    with pytest.raises(UserError):
        looking.record([Edit.set("area-1", "note", "hai")])
    assert len(looking.ledger.history()) == recorded == 2
    window.close()
    view.close()
    assert not place.exists()
