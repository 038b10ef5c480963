"""The list of differences: what is open, settled with a click or a key, undone; and the record."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from office import NOW, OFFICER_B
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from unit.report.readers import run

from agreement_viewer.history_words import Event, event_words
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import PRINTS, TASK, TITLE, WITHDRAWN
from agreement_viewer.proof import check
from agreement_viewer.reconciling import draw_up
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.differences.dialog import DifferencesDialog
from agreement_viewer.ui.differences.record import RecordDialog
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Theme

LONG = 30_000


@pytest.fixture
def other(session: Session, tmp_path: Path) -> Iterator[DataFolder]:
    """Another officer's process on the same data, who has seen nothing of what is recorded."""
    folder = DataFolder(session.folder.path, tmp_path / "other-keys")
    yield folder
    folder.close()


@pytest.fixture
def window(qtbot: QtBot, session: Session, other: DataFolder, qapp: QApplication) -> MainWindow:
    theirs = other.ledger(session.agreement, session.ledger.agreement_file)
    session.record([Edit.set("area-1", "note", "một"), Edit.set("area-2", "lead", "Sở")])
    theirs.append(
        [Edit.set("area-1", "note", "hai"), Edit.set("area-2", "lead", "Công an")], OFFICER_B, NOW
    )
    session.refresh()
    shown = MainWindow(session, Theme(qapp))
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def dialog(window: MainWindow) -> DifferencesDialog:
    window.show_differences()
    found = window.findChild(DifferencesDialog)
    assert found
    return found


def texts(dialog: DifferencesDialog) -> str:
    labels = [label for row in dialog.rows for label in row.findChildren(QLabel)]
    return " | ".join(label.accessibleName() for label in labels)


def note(session: Session) -> tuple[object, bool]:
    entry = session.checklist.entry("area-1")
    assert entry
    cell = entry.cell("note")
    return cell.value, cell.is_difference


def test_the_window_tells_how_many_and_leads_there(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    qtbot.waitUntil(window.differences.isVisible)
    assert window.differences.text() == "Unresolved differences: 2"
    qtbot.mouseClick(window.differences, Qt.MouseButton.LeftButton)
    dialog = window.findChild(DifferencesDialog)
    assert dialog
    assert len(dialog.rows) == 2
    dialog.reject()


def test_each_shows_its_values_with_who_and_when(dialog: DifferencesDialog) -> None:
    shown = texts(dialog)
    for wanted in ("· Note", "· Lead unit", "một — Cán bộ A", "hai — Cán bộ B", "shown meanwhile"):
        assert wanted in shown


def test_a_value_is_chosen_by_the_keyboard_and_undone(
    qtbot: QtBot, dialog: DifferencesDialog, session: Session
) -> None:
    link = dialog.rows[0].links[0]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for _ in range(3):
        if focus := dialog.focusWidget():
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        if link.hasFocus():
            break
    assert link.hasFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    value, is_open = note(session)
    assert (value in ("một", "hai"), is_open) == (True, False)
    assert len(dialog.rows) == 1
    assert dialog.notice.isVisible()
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert note(session)[1]
    assert len(dialog.rows) == 2


def test_whoever_undoes_states_none_of_the_values(
    qtbot: QtBot, dialog: DifferencesDialog, window: MainWindow, session: Session
) -> None:
    dialog.rows[0].links[0].click()
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert {change.by for change in session.checklist.heads.of("area-1", "note")} == {
        session.officer
    }
    for wanted in ("một — Cán bộ A", "hai — Cán bộ B"):
        assert wanted in texts(dialog)
    box = window.details.form.texts[-1].difference
    said = " | ".join(label.accessibleName() for label in box.findChildren(QLabel))
    for wanted in ("một — Cán bộ A", "hai — Cán bộ B"):
        assert wanted in said
    record = draw_up(session.ledger, "", NOW, None)
    (open_note,) = (each for each in record.open if each.field == "note")
    assert {version.by for version in open_note.versions} == {"Cán bộ A", "Cán bộ B"}


def test_another_value_leads_to_the_field(
    qtbot: QtBot, dialog: DifferencesDialog, window: MainWindow
) -> None:
    with qtbot.waitSignal(dialog.item_requested) as asked:
        qtbot.mouseClick(dialog.rows[1].links[-1], Qt.MouseButton.LeftButton)
    assert asked.args == ["area-2", "lead"]
    assert window.checklist.current_id() == "area-2"
    (lead,) = (field for field in window.details.form.typed_fields() if field.name == "lead")
    assert isinstance(lead.named, QComboBox)
    editor = lead.named.lineEdit()
    assert editor
    assert editor.selectedText() == editor.text() != ""


def test_enter_does_not_settle_what_nobody_has_looked_at(
    qtbot: QtBot, dialog: DifferencesDialog
) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    rows = dialog.rows
    focus = dialog.focusWidget()
    assert focus
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert dialog.rows == rows
    assert not dialog.isVisible()


def test_what_one_withdrew_and_another_went_on_with(
    qtbot: QtBot, window: MainWindow, session: Session, other: DataFolder
) -> None:
    task = Edit.create("area-3", TASK)
    session.record([task, Edit.set(task, TITLE, "Nhiệm vụ A")])
    theirs = other.ledger(session.agreement, session.ledger.agreement_file)
    (entry,) = session.checklist.tasks("area-3")
    session.record([Edit.set(entry.id, WITHDRAWN, True, saw=entry.seen())])
    theirs.append([Edit.set(entry.id, "note", "đang làm")], OFFICER_B, NOW)
    session.refresh()
    window.show_differences()
    dialog = window.findChild(DifferencesDialog)
    assert dialog
    (row,) = (row for row in dialog.rows if "Nhiệm vụ A" in texts_of(row))
    keep = next(link for link in row.links if link.text() == "Keep")
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    (kept,) = session.checklist.tasks("area-3")
    assert not kept.withdrawn
    assert kept.differences() == []


def texts_of(row: object) -> str:
    assert hasattr(row, "findChildren")
    return " ".join(label.accessibleName() for label in row.findChildren(QLabel))


@pytest.fixture
def record(qtbot: QtBot, window: MainWindow, dialog: DifferencesDialog) -> RecordDialog:
    """The record, reached from the list, once its pages are laid out."""
    dialog.record.click()
    found = window.findChild(RecordDialog)
    assert found
    with qtbot.waitSignal(found.ready, timeout=LONG):
        pass
    return found


def test_the_record_is_shown_and_written(
    qtbot: QtBot, record: RecordDialog, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "Biên bản.pdf"
    record.file_wanted.connect(lambda pdf, made: window.reporting.write_record(pdf, made, path))
    with qtbot.waitSignal(window.reporting.written, timeout=LONG):
        record.save.click()
    text = " ".join(run("pdftotext", "-layout", path, "-").split())
    for wanted in ("Đối chiếu dữ liệu", "“một”", "“hai”"):
        assert wanted in text
    ledger = window.session.ledger
    (printed,) = ledger.history([PRINTS])
    assert event_words(Event(printed, (), "")).startswith("Reconciliation record issued, code")
    proof = check(ledger, event_words(Event(printed, (), ""))[-14:], NOW.tzinfo)
    assert proof
    assert not proof.fault


def test_the_record_begins_on_the_day_that_is_entered(qtbot: QtBot, record: RecordDialog) -> None:
    record.since.setText("31/02/2025")
    record.since.editingFinished.emit()
    assert record.fault.isVisible()
    assert not record.save.isEnabled()
    record.since.setText("20/11/2025")
    with qtbot.waitSignal(record.ready, timeout=LONG):
        record.since.editingFinished.emit()
    assert record.save.isEnabled()
    assert record.fault.isHidden()


def test_nothing_open_says_so(qtbot: QtBot, session: Session, qapp: QApplication) -> None:
    shown = MainWindow(session, Theme(qapp))
    qtbot.addWidget(shown)
    shown.show()
    shown.differences.count()
    assert not shown.differences.isVisible()
    shown.show_differences()
    dialog = shown.findChild(DifferencesDialog)
    assert dialog
    assert dialog.told.text() == "Nothing is left to settle."
    assert isinstance(dialog.record, QPushButton)


def test_only_what_was_settled_here_is_undone_here(
    qtbot: QtBot, dialog: DifferencesDialog, session: Session
) -> None:
    session.perform([Edit.set("area-3", "note", "ba")])
    assert not dialog.undo.isEnabled()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.mouseClick(dialog.rows[1].links[0], Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(dialog.rows) == 2)
    assert not dialog.undo.isEnabled()
    kept = session.checklist.entry("area-3")
    assert kept
    assert kept.cell("note").value == "ba"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_keyboard_stays_where_something_was_settled(
    dialog: DifferencesDialog, key: Qt.Key
) -> None:
    first, second = dialog.rows
    second.links[0].setFocus()
    QTest.keyClick(second.links[0], key)
    assert dialog.rows == [first]
    assert dialog.isVisible()
    assert first.links[0].hasFocus()


def test_the_window_behind_is_laid_out_as_before(
    qtbot: QtBot, dialog: DifferencesDialog, window: MainWindow
) -> None:
    window.complete()
    with qtbot.captureExceptions() as faults:
        dialog.rows[0].links[0].click()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        dialog.reject()
        window.resize(1200, 700)
        QApplication.processEvents()
    assert faults == []
