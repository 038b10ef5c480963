"""Real faults while an officer works: what was entered stays, is said, and is saved in the end."""

import datetime
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from gui.details_room import Room, telex
from office import NOW
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from agreement_viewer.agreement import Agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.status import Status
from agreement_viewer.store.drafts import Draft
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.verify import verify
from agreement_viewer.ui.fields.text import TextField
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.computer import ComputerStrip
from agreement_viewer.ui.theme import Theme

MOST_SECONDS = 0.2
"""How long the window may stand still."""
_HOLD = (
    "import sqlite3, sys; other = sqlite3.connect(sys.argv[1], isolation_level=None);"
    "other.execute('BEGIN EXCLUSIVE'); print('held', flush=True); sys.stdin.read()"
)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program that keeps the data file for itself."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="ascii",
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    try:
        yield
    finally:
        process.communicate("")


@contextmanager
def moved_away(folder: Path) -> Iterator[None]:
    """The folder is not where it was, as a stick that was pulled."""
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    yield
    elsewhere.rename(folder)


@contextmanager
def no_room(session: Session) -> Iterator[None]:
    """No file can grow beyond the ledger's log as it is now."""
    log = session.folder.database.path.with_name("ledger.sqlite3-wal")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: Session) -> MainWindow:
    shown = MainWindow(session, Theme(qapp))
    shown.complete()
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def tick(session: Session, id: str = "area-1") -> bool:
    entry = session.checklist.entry(id)
    assert entry is not None
    return session.perform(actions.set_status(entry, Status.DONE, session.today()))


def note(session: Session, text: str) -> bool:
    entry = session.checklist.entry("area-2")
    assert entry is not None
    return session.perform(actions.set_value(entry, "note", text, session.today()))


def is_done(session: Session, id: str = "area-1") -> bool:
    entry = session.checklist.entry(id)
    assert entry is not None
    return entry.status is Status.DONE


def says_saved(window: MainWindow) -> bool:
    return any("Saved at" in label.text() for label in window.statusBar().findChildren(QLabel))


def retry(window: MainWindow, qtbot: QtBot) -> None:
    (button,) = (
        found for found in window.strips.failed.findChildren(QPushButton) if found.text() == "Retry"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


class TestLocked:
    def test_the_window_goes_on_and_saves_by_itself_once_it_can(
        self, qtbot: QtBot, window: MainWindow, session: Session
    ) -> None:
        with held(session.folder.database.path):
            start = time.perf_counter()
            assert not tick(session)
            assert time.perf_counter() - start < MOST_SECONDS
            assert window.strips.failed.isVisible()
            assert "Waiting for another program" in window.strips.failed.text
            assert not says_saved(window)
            assert not is_done(session)
        with qtbot.waitSignal(session.saved):
            pass
        qtbot.waitUntil(window.strips.failed.isHidden)
        assert is_done(session)
        assert says_saved(window)

    def test_it_is_said_once_however_often_it_is_tried(
        self, qtbot: QtBot, window: MainWindow, session: Session
    ) -> None:
        said: list[str] = []
        with held(session.folder.database.path):
            tick(session)
            window.strips.failed.tell = said.append  # type: ignore[method-assign]
            with qtbot.waitSignals([session.failed, session.failed]):
                pass
        assert said == []

    def test_what_is_typed_becomes_a_draft_once_it_can(
        self, qtbot: QtBot, session: Session
    ) -> None:
        room = Room(qtbot, session)
        room.panel.show_item("area-2")
        field = room.panel.form.findChildren(TextField)[0]
        with held(session.folder.database.path):
            room.focus(field.editor)
            telex(field.editor, "Đã họp")
            field.keep_draft()
            assert session.drafts.all() == []
        kept = Draft("area-2", field.name, "Đã họp")
        qtbot.waitUntil(lambda: session.drafts.all() == [kept])
        assert field.typed() == "Đã họp"


class TestVanishedFolder:
    def test_nothing_counts_as_saved_until_it_is_back(
        self, qtbot: QtBot, window: MainWindow, session: Session
    ) -> None:
        tick(session, "area-3")
        with moved_away(session.folder.path):
            assert not tick(session)
            assert "is not there" in window.strips.failed.text
            assert str(session.folder.path) in window.strips.failed.text
            assert not is_done(session)
            retry(window, qtbot)
            assert window.strips.failed.isVisible()
            assert not session.folder.path.exists()
        retry(window, qtbot)
        assert window.strips.failed.isHidden()
        assert is_done(session)
        assert verify(session.folder.database) == []

    def test_a_folder_that_is_plugged_in_as_another_is_written_on(self, session: Session) -> None:
        tick(session, "area-3")
        folder = session.folder.path
        session.folder.database.checkpoint()
        with copied(folder, session):
            assert tick(session)
        assert is_done(session)
        assert verify(session.folder.database) == []

    def test_into_an_older_file_nothing_is_written(self, qtbot: QtBot, session: Session) -> None:
        older = session.folder.path.parent / "older"
        tick(session, "area-3")
        session.folder.database.checkpoint()
        shutil.copytree(session.folder.path, older)
        tick(session, "area-4")
        session.folder.path.rename(session.folder.path.with_name("newer"))
        older.rename(session.folder.path)
        before = session.folder.database.path.read_bytes()
        with qtbot.waitSignal(session.failed) as failed:
            assert not tick(session)
        assert failed.args
        assert "start it again" in failed.args[0]
        assert session.folder.database.path.read_bytes() == before


@contextmanager
def copied(folder: Path, session: Session) -> Iterator[None]:
    """A folder with the same content and other inodes, as a stick has that comes back."""
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    shutil.copytree(elsewhere, folder)
    yield
    shutil.rmtree(elsewhere)


def test_a_disk_that_takes_no_more_is_told_and_what_was_entered_is_saved_later(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    text = ("Đã họp. " * 2_000).strip()
    with no_room(session):
        assert not note(session, text)
        assert "check the disk" in window.strips.failed.text
        assert not says_saved(window)
        retry(window, qtbot)
        assert window.strips.failed.isVisible()
    retry(window, qtbot)
    assert window.strips.failed.isHidden()
    entry = session.checklist.entry("area-2")
    assert entry is not None
    assert entry.cell("note").text() == text
    assert says_saved(window)
    assert verify(session.folder.database) == []


class TestComputer:
    @pytest.fixture
    def restarted(
        self, session: Session, folder: DataFolder, agreement: Agreement, agreement_bytes: bytes
    ) -> Callable[[datetime.timedelta], Session]:
        """The session of a later start, when the clock is this much later."""

        def start(later: datetime.timedelta) -> Session:
            opened = Session(folder, lambda: NOW + later)
            opened.open(agreement, agreement_bytes)
            return opened

        assert tick(session)
        return start

    def test_a_clock_set_back_by_a_year_is_told_and_takes_nothing(
        self, qtbot: QtBot, restarted: Callable[[datetime.timedelta], Session]
    ) -> None:
        session = restarted(-datetime.timedelta(days=365))
        strip = ComputerStrip(session)
        qtbot.addWidget(strip)
        assert not strip.isHidden()
        assert "20/11/2024, lies before the latest change, of 20/11/2025" in strip.text
        entry = session.checklist.entry("area-1")
        assert entry is not None
        assert session.perform(actions.set_status(entry, Status.PAUSED, session.today()))
        assert entry.status is Status.PAUSED
        latest = session.history("area-1")[0]
        assert latest.at.startswith("2024-11-20")
        assert latest.clock == max(change.clock for change in session.history("area-1"))

    @pytest.mark.parametrize("later", [-0.9, 0, 400])
    def test_a_clock_that_is_right_is_not_spoken_of(
        self, qtbot: QtBot, restarted: Callable[[datetime.timedelta], Session], later: float
    ) -> None:
        strip = ComputerStrip(restarted(datetime.timedelta(days=later)))
        qtbot.addWidget(strip)
        assert strip.isHidden()

    def test_data_on_a_network_drive_are_warned_of_with_the_right_way(
        self, qtbot: QtBot, session: Session
    ) -> None:
        strip = ComputerStrip(session, is_remote=lambda folder: folder == session.folder.path)
        qtbot.addWidget(strip)
        assert not strip.isHidden()
        assert "Send to partner…" in strip.text
