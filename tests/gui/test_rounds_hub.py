"""Exchanging by itself through a server: what others leave there arrives at once."""

import logging
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from office import OFFICER_B
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from unit.exchange.offices import Office
from unit.exchange.servers import Place, server

from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.settings_dialog import SettingsDialog
from agreement_viewer.ui.theme import Theme

LONG = 30_000


@pytest.fixture(autouse=True)
def _no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def place() -> Iterator[Place]:
    with server() as postgres:
        yield Place(postgres, "window")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Office]:
    (tmp_path / "other").mkdir()
    office = Office(tmp_path / "other", OFFICER_B)
    yield office
    office.folder.close()


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = MainWindow(session, Theme(application))
    qtbot.addWidget(made)
    made.show()
    made.complete()
    return made


def shown(session: Session) -> object:
    entry = session.checklist.entry("area-1")
    assert entry
    return entry.cell("note").value


def test_what_others_leave_is_heard_and_taken_in(
    qtbot: QtBot, window: MainWindow, other: Office, place: Place
) -> None:
    session, rounds = window.session, window.exchanging.rounds
    session.perform([Edit.set("area-1", "note", "của A", ())])
    rounds.use(place.address("may-a").url)
    qtbot.waitUntil(lambda: len(place.rows("head")) == 1, timeout=LONG)
    place.receive(other)
    other.note("của B")
    place.leave(other)
    qtbot.waitUntil(lambda: len(rounds.unaccepted) == 1, timeout=LONG)  # heard, by no timer
    assert shown(session) == "của A"
    window.exchanging.stop()
    qtbot.waitUntil(lambda: not rounds.long_work.is_running, timeout=LONG)


def test_a_password_is_never_written_down(
    window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    dialog = SettingsDialog(window.session, lambda: None, window)
    dialog.place.setText("postgresql://may-a:7731@hub.example/agreements")
    dialog.accept()
    assert "nowhere safe" in dialog.fault.text
    assert window.session.settings.exchange_place == ""
    assert "7731" not in caplog.text
