"""Exchanging by itself: what the window does through a shared folder while the officer works."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from office import NOW, OFFICER_B
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from unit.exchange.offices import Office

from agreement_viewer.agreement import read_agreement
from agreement_viewer.exchange.rounds import exchange
from agreement_viewer.exchange.shared_folder import SharedFolder
from agreement_viewer.ledger.actions import add_evidence, add_task
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ui.differences.dialog import DifferencesDialog
from agreement_viewer.ui.exchange.receive import ReceiveDialog
from agreement_viewer.ui.exchange.rounds import Rounds
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.settings_dialog import SettingsDialog
from agreement_viewer.ui.theme import Theme

LONG = 30_000


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The shared folder."""
    folder = tmp_path / "dùng chung"
    folder.mkdir()
    return folder


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Office]:
    """The other agency's computer."""
    (tmp_path / "other").mkdir()
    office = Office(tmp_path / "other", OFFICER_B)
    yield office
    office.folder.close()


@pytest.fixture
def window(qtbot: QtBot, session: Session, place: Path) -> MainWindow:
    """A window that exchanges there once it is asked to."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    session.settings.exchange_place = str(place)
    made = MainWindow(session, Theme(application))
    qtbot.addWidget(made)
    made.show()
    made.complete()
    return made


def go(qtbot: QtBot, window: MainWindow) -> Rounds:
    """One round, to its end."""
    rounds = window.exchanging.rounds
    with qtbot.waitSignal(rounds.long_work.ended, timeout=LONG):
        rounds.ask()
    return rounds


def leave(office: Office, place: Path) -> int:
    return exchange(
        SharedFolder(place), office.folder, office.ledger, office.by, NOW, accept_new=True
    ).left


def note(session: Session, text: str) -> None:
    shown = session.checklist.entry("area-1")
    assert shown
    session.perform([Edit.set("area-1", "note", text, shown.cell("note").ids)])


def shown(session: Session) -> object:
    entry = session.checklist.entry("area-1")
    assert entry
    return entry.cell("note").value


def accept(qtbot: QtBot, rounds: Rounds) -> None:
    """Compare the code as the strip offers, and take in what waits."""
    window = rounds.strip.window()
    rounds.strip.findChildren(QPushButton)[0].click()
    (dialog,) = window.findChildren(ReceiveDialog)
    qtbot.waitUntil(lambda: not dialog.long_work.is_running, timeout=LONG)
    for box in dialog.boxes:
        box.setChecked(True)
    with (
        qtbot.waitSignal(rounds.long_work.ended, timeout=LONG),
        qtbot.waitSignal(dialog.received, timeout=LONG),
    ):
        dialog.ok.click()


def test_what_was_recorded_is_left_and_the_status_tells_when(
    qtbot: QtBot, window: MainWindow, other: Office, place: Path
) -> None:
    note(window.session, "của A")
    rounds = go(qtbot, window)
    assert rounds.told.text() == f"Exchanged at {NOW:%H:%M}"
    assert leave(other, place) == 0
    other.ledger.refresh()
    assert len(other.ids()) == 1


def test_a_new_sender_waits_in_a_strip_until_the_code_is_compared(
    qtbot: QtBot, window: MainWindow, other: Office, place: Path
) -> None:
    other.note("của B")
    leave(other, place)
    rounds = go(qtbot, window)
    assert rounds.strip.isVisible()
    assert other.by.name in rounds.strip.text
    assert shown(window.session) is None
    accept(qtbot, rounds)
    assert shown(window.session) == "của B"
    assert not rounds.strip.isVisible()


def test_a_strip_that_was_closed_comes_again_only_on_demand(
    qtbot: QtBot, window: MainWindow, other: Office, place: Path
) -> None:
    other.note("của B")
    leave(other, place)
    rounds = go(qtbot, window)
    rounds.strip.closing.click()
    with qtbot.waitSignal(rounds.long_work.ended, timeout=LONG):
        rounds.go()
    assert not rounds.strip.isVisible()
    go(qtbot, window)
    assert rounds.strip.isVisible()


def test_what_was_taken_in_is_shown_and_said(
    qtbot: QtBot, window: MainWindow, other: Office, place: Path
) -> None:
    other.note("của B")
    leave(other, place)
    accept(qtbot, go(qtbot, window))
    other.ledger.refresh()
    other.note("của B, lần hai")
    leave(other, place)
    go(qtbot, window)
    assert shown(window.session) == "của B, lần hai"
    assert window.strips.notice.text == "Changes taken in: 1."


def test_what_another_office_has_changed_can_be_looked_at_by_itself(
    qtbot: QtBot, window: MainWindow, other: Office, place: Path
) -> None:
    other.note("của B")
    leave(other, place)
    accept(qtbot, go(qtbot, window))
    other.ledger.refresh()
    task = other.ledger.append(add_task("area-2", "Tập huấn"), OFFICER_B, NOW).changes[0]
    document = add_evidence("area-3", {"subject": "Kế hoạch"})
    other.ledger.append(document, OFFICER_B, NOW)
    leave(other, place)
    go(qtbot, window)
    window.strips.notice.findChildren(QPushButton)[0].click()
    model = window.checklist.model
    items = [item for item in model.tree.items if model.index_of(item).isValid()]
    assert [item.id for item in items] == ["area-2", "area-3"]
    assert [entry.id for entry in items[0].tasks] == [task.id]
    assert window.checklist.current_id() == task.id
    (rest,) = (b for b in window.findChildren(QToolButton) if b.text() == "Received ✕")
    assert rest.isVisible()
    rest.click()
    assert not rest.isVisible()
    assert all(model.index_of(item).isValid() for item in model.tree.items)


def test_new_differences_are_named_and_shown(
    qtbot: QtBot, window: MainWindow, other: Office, place: Path
) -> None:
    other.note("của B")
    leave(other, place)
    rounds = go(qtbot, window)
    accept(qtbot, rounds)
    note(window.session, "của A, lần hai")
    other.note("của B, lần hai")
    leave(other, place)
    go(qtbot, window)
    title = window.session.checklist.entry("area-1")
    assert title
    assert f"Both sides changed: “{title.title}” (Note)." in window.strips.notice.text
    window.strips.notice.findChildren(QPushButton)[0].click()
    (dialog,) = window.findChildren(DifferencesDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_folder_that_is_gone_is_told_and_made_up_for(
    qtbot: QtBot, window: MainWindow, other: Office, place: Path
) -> None:
    note(window.session, "của A")
    away = place.rename(place.with_name("away"))
    rounds = go(qtbot, window)
    assert rounds.told.text() == "Not exchanged"
    assert str(place) in rounds.told.toolTip()
    assert str(place) in window.strips.notice.text
    away.rename(place)
    go(qtbot, window)
    assert rounds.told.text().startswith("Exchanged")
    assert rounds.told.toolTip() == ""
    assert not window.strips.notice.isVisible()
    leave(other, place)
    assert len(other.ids()) == 1


def test_a_file_that_stays_unreadable_is_counted(
    qtbot: QtBot, window: MainWindow, place: Path
) -> None:
    (place / "hỏng.agx").write_bytes(b"x")
    rounds = go(qtbot, window)
    assert rounds.told.text() == f"Exchanged at {NOW:%H:%M}"
    go(qtbot, window)
    assert rounds.told.text() == f"Exchanged at {NOW:%H:%M}, unreadable: 1"
    assert "hỏng.agx" in rounds.told.toolTip()


@pytest.fixture
def settled_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Changes count as settled as soon as nothing else is to be done."""
    monkeypatch.setattr("agreement_viewer.ui.exchange.rounds.SETTLED_MS", 0)


def test_changes_are_left_once_they_have_settled(
    settled_at_once: None,
    qtbot: QtBot,
    window: MainWindow,
    place: Path,
) -> None:
    rounds = window.exchanging.rounds
    rounds.begin()
    with qtbot.waitSignal(rounds.long_work.ended, timeout=LONG):
        note(window.session, "của A")
    assert len(list(place.iterdir())) == 1


def test_closing_the_window_ends_a_round(
    qtbot: QtBot, window: MainWindow, other: Office, place: Path
) -> None:
    other.note("của B")
    leave(other, place)
    accept(qtbot, go(qtbot, window))
    other.ledger.refresh()
    other.note("của B, lần hai")
    leave(other, place)
    rounds = window.exchanging.rounds
    with qtbot.waitSignal(rounds.long_work.ended, timeout=LONG):
        rounds.go()
        window.close()
    assert shown(window.session) in ("của B", "của B, lần hai")
    with qtbot.waitSignal(rounds.long_work.ended, timeout=LONG):
        rounds.go()
    assert shown(window.session) == "của B, lần hai"


def test_the_settings_name_the_folder(qtbot: QtBot, session: Session, place: Path) -> None:
    dialog = SettingsDialog(session, lambda: None)
    qtbot.addWidget(dialog)
    dialog.place.setText(f" {place} ")
    dialog.accept()
    assert session.settings.exchange_place == str(place)
    assert str(place) in (session.folder.path / "settings.json").read_text("utf-8")


def test_without_a_folder_nothing_runs(qtbot: QtBot, window: MainWindow) -> None:
    window.session.settings.exchange_place = ""
    rounds = window.exchanging.rounds
    rounds.review()
    rounds.go()
    assert not rounds.long_work.is_running
    assert rounds.told.text() == ""


def test_another_programme_has_strangers_of_its_own(
    qtbot: QtBot, window: MainWindow, other: Office, place: Path
) -> None:
    other.note("của B")
    leave(other, place)
    rounds = go(qtbot, window)
    assert rounds.strip.isVisible()
    data = window.session.ledger.agreement_file
    another = data.replace(b'id = "can-tho-2021-2025"', b'id = "other"')
    with qtbot.waitSignal(rounds.long_work.ended, timeout=LONG):
        window.session.open(read_agreement(another, "other.toml"), another)
        assert rounds.told.text() == ""
    assert not rounds.strip.isVisible()
    assert rounds.unaccepted == []
    with qtbot.waitSignal(rounds.long_work.ended, timeout=LONG):
        window.session.open(read_agreement(data, "first.toml"), data)
    assert rounds.strip.isVisible()
