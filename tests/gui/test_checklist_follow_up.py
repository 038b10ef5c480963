"""After a tick: counts, and the quiet line that says what is still open or could follow."""

import pytest
from gui.checklist_room import OFFSCREEN, add_task, entry, other_process, put, shown_panel
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger.status import Status
from agreement_viewer.ui.checklist.follow_up import FollowUp
from agreement_viewer.ui.checklist.panel import ChecklistPanel
from agreement_viewer.ui.session import Session

pytestmark = OFFSCREEN


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ChecklistPanel:
    return shown_panel(qtbot, session)


def strip(panel: ChecklistPanel) -> FollowUp:
    return panel.findChild(FollowUp)


def tick(panel: ChecklistPanel, id: str) -> None:
    panel.select(id)
    panel.actions_.toggle_done.trigger()


def click(qtbot: QtBot, panel: ChecklistPanel, text: str) -> None:
    found = [b for b in strip(panel).findChildren(QAbstractButton) if b.text() == text]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def progress(panel: ChecklistPanel) -> tuple[str, int, int]:
    bar = panel.findChild(QProgressBar)
    label = next(label for label in panel.findChildren(QLabel) if "Items" in label.text())
    return label.text(), bar.value(), bar.maximum()


def test_a_done_item_with_open_tasks_says_so_and_shows_them(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    add_task(session, "area-1", "Một", status="done")
    open_task = add_task(session, "area-1", "Hai")
    add_task(session, "area-1", "Ba", status="paused")
    add_task(session, "area-1", "Bốn", status="dropped")
    tick(panel, "area-1")
    assert entry(session, "area-1").status is Status.DONE
    assert strip(panel).text == "Tasks still open: 2"
    click(qtbot, panel, "Show")
    assert panel.current_id() == open_task


def test_undo_in_the_line_brings_the_status_before_back(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    put(session, "area-1", "status", "paused")
    add_task(session, "area-1", "Một")
    tick(panel, "area-1")
    click(qtbot, panel, "Undo")
    assert entry(session, "area-1").status is Status.PAUSED
    assert strip(panel).isHidden()


def test_after_the_last_task_the_item_is_offered_not_taken(
    qtbot: QtBot, panel: ChecklistPanel, session: Session
) -> None:
    tasks = [add_task(session, "area-2", title) for title in ("Một", "Hai")]
    tick(panel, tasks[0])
    assert strip(panel).isHidden()
    tick(panel, tasks[1])
    assert strip(panel).text == "All tasks of item 2 are done."
    assert entry(session, "area-2").status is Status.NOT_STARTED
    click(qtbot, panel, "Mark the item done")
    assert entry(session, "area-2").status is Status.DONE
    assert strip(panel).isHidden()


def test_the_line_goes_with_the_next_change(panel: ChecklistPanel, session: Session) -> None:
    add_task(session, "area-1", "Một")
    tick(panel, "area-1")
    assert strip(panel).isVisible()
    put(session, "area-4", "note", "việc khác")
    assert strip(panel).isHidden()


def test_nothing_is_offered_for_what_another_process_ticked(
    panel: ChecklistPanel, session: Session
) -> None:
    add_task(session, "area-1", "Một")
    with other_process(session) as other:
        put(other, "area-1", "status", "done")
    session.refresh()
    assert entry(session, "area-1").status is Status.DONE
    assert strip(panel).isHidden()


def test_items_and_tasks_are_counted_apart_and_what_was_dropped_is_named(
    panel: ChecklistPanel, session: Session
) -> None:
    assert progress(panel) == ("Items 0/9", 0, 9)
    add_task(session, "area-1", "Một", status="done")
    task = add_task(session, "area-1", "Hai")
    assert progress(panel)[0] == "Items 0/9 · Tasks 1/2"
    put(session, "area-2", "status", "done")
    put(session, "area-3", "status", "dropped")
    assert progress(panel) == ("Items 1/8 (not continued: 1) · Tasks 1/2", 1, 8)
    put(session, task, "status", "dropped")
    assert progress(panel)[0].endswith("Tasks 1/1 (not continued: 1)")
    session.undo()
    assert progress(panel)[0].endswith("Tasks 1/2")
