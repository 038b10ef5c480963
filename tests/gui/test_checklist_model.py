"""The checklist's model: true to the ledger after every change, and sparing with what it says."""

import html
from collections.abc import Callable
from pathlib import Path

import pytest
from gui.checklist_room import add_task, entry, ids, lines, other_process, put
from hypothesis import given, settings
from hypothesis import strategies as st
from office import AGREEMENT_FILE, NOW, OFFICER_A
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from agreement_viewer.agreement import Agreement, read_agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.status import Status, Timeliness
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.checklist.model import ChecklistModel
from agreement_viewer.ui.checklist.query import Criteria
from agreement_viewer.ui.checklist.roles import Role
from agreement_viewer.ui.session import Session

ITEMS = [*(f"area-{n}" for n in range(1, 6)), *(f"directive-{n}" for n in range(1, 5))]
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def index_of(model: ChecklistModel, id: str) -> QModelIndex:
    return model.index_of(model.tree.find(id))


def test_sections_items_tasks_and_a_row_that_adds_one(session: Session) -> None:
    task = add_task(session, "area-2", "Tổ chức hội thảo")
    model = ChecklistModel(session)
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == [
        "Nội dung phối hợp",
        "Nội dung chỉ đạo",
    ]
    assert ids(model) == [*ITEMS[:2], task, *ITEMS[2:]]
    item = index_of(model, "area-2")
    kinds = [model.index(n, 0, item).data(Role.KIND) for n in range(model.rowCount(item))]
    assert kinds == ["task", "add"]
    assert index_of(model, task).data(Role.ENTRY).id == task
    assert model.parent(index_of(model, task)) == item


def test_a_screen_reader_hears_number_wording_status_and_timeliness(session: Session) -> None:
    add_task(session, "area-2", "Tổ chức hội thảo", deadline="10/2025")
    late = add_task(session, "area-2", "Ký <b>biên bản</b>", status="done", deadline="q1/2025")
    put(session, "area-2", "status", "dropped")
    model = ChecklistModel(session)
    found = lines(model)
    assert found[0] == "Nội dung phối hợp, done: 0/4, not continued: 1"
    assert found[3].startswith("  2, Phối hợp trong các hoạt động nghiên cứu KH&CN, Dropped")
    assert found[3].endswith("Tasks still open: 1")
    assert found[4] == (
        "    2.1, Tổ chức hội thảo, Not started, Not completed, overdue, month 10/2025"
    )
    assert found[5] == ("    2.2, Ký <b>biên bản</b>, Done, Completed late, quarter I/2025")
    assert found[6] == "    Add task"
    tip = index_of(model, late).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;biên bản&lt;/b&gt;" in tip


def test_the_whole_wording_is_there_for_who_needs_it(session: Session) -> None:
    model = ChecklistModel(session)
    index = index_of(model, "directive-4")
    whole = entry(session, "directive-4").text
    assert len(whole) > len(index.data())
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == whole
    assert whole in html.unescape(index.data(Qt.ItemDataRole.ToolTipRole))


def test_a_difference_is_named_until_it_is_settled(session: Session) -> None:
    model = ChecklistModel(session)
    with other_process(session) as other:
        put(other, "area-1", "note", "của bên kia")
        session.perform([Edit.set("area-1", "note", "của bên này")])
    session.refresh()
    assert lines(model)[1].endswith("unresolved differences: 1")
    session.perform(actions.set_field(entry(session, "area-1"), "note", "đã thống nhất"))
    assert "unresolved" not in lines(model)[1]


def test_a_change_announces_its_row_and_those_that_count_it(qtbot: QtBot, session: Session) -> None:
    task = add_task(session, "area-2", "Tổ chức hội thảo")
    add_task(session, "area-2", "Ký biên bản")
    model = ChecklistModel(session)
    told: list[str | None] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        assert first == last
        told.append(first.data(Role.ID))

    model.dataChanged.connect(note)
    put(session, task, "status", "done")
    assert told == [task, "area-2", None]


def test_rows_come_and_go_one_by_one_and_others_stay_where_they_are(
    qtbot: QtBot, session: Session
) -> None:
    first, second, third = (add_task(session, "area-2", f"Việc {n}") for n in range(3))
    model = ChecklistModel(session)
    held = QPersistentModelIndex(index_of(model, third))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsRemoved):
        session.perform(actions.withdraw(entry(session, second)))
    assert (held.data(Role.ID), held.row()) == (third, 1)
    assert lines(model)[5].startswith("    2.2, Việc 2")
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted):
        session.undo()
    assert ids(model)[2:5] == [first, second, third]
    assert held.row() == 2


def test_a_task_withdrawn_yesterday_can_come_back_today(session: Session) -> None:
    task = add_task(session, "area-2", "Tổ chức hội thảo")
    withdrawn = entry(session, task)
    session.perform(actions.withdraw(withdrawn))
    model = ChecklistModel(session)
    assert task not in ids(model)
    session.perform(actions.bring_back(withdrawn))
    assert ids(model)[2] == task


def test_what_another_process_writes_comes_in(qtbot: QtBot, session: Session) -> None:
    task = add_task(session, "area-2", "Tổ chức hội thảo")
    model = ChecklistModel(session)
    with other_process(session) as other:
        put(other, task, "status", "done")
        added = add_task(other, "area-5", "Tập huấn")
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.completed):
        session.refresh()
    assert index_of(model, task).data(Role.STATUS) == Status.DONE
    assert added in ids(model)
    session.perform(actions.set_status(entry(session, added), Status.PAUSED, session.today()))
    assert index_of(model, added).data(Role.STATUS) == Status.PAUSED


def test_items_that_the_programme_lost_have_a_section_of_their_own(session: Session) -> None:
    model = ChecklistModel(session)
    with other_process(session) as other:
        other.perform([Edit.set("area-9", "note", "từ tệp cũ")])
    session.refresh()
    assert lines(model)[-3:-1] == [
        "No longer in the programme's file, done: 0/1",
        "  1, area-9, Not started, No deadline",
    ]


def test_the_next_day_things_fall_due(
    qtbot: QtBot, folder: DataFolder, agreement: Agreement, agreement_bytes: bytes
) -> None:
    day = NOW
    session = Session(folder, lambda: day)
    session.open(agreement, agreement_bytes)
    put(session, "area-1", "deadline", "20/11/2025")
    model = ChecklistModel(session)
    assert index_of(model, "area-1").data(Role.TIMELINESS) == Timeliness.DUE_SOON
    day = NOW.replace(day=21)
    with qtbot.waitSignal(model.dataChanged):
        model.check_day()
    assert index_of(model, "area-1").data(Role.TIMELINESS) == Timeliness.OVERDUE


def test_qt_finds_no_fault_with_a_filled_model(qtbot: QtBot, session: Session) -> None:
    tasks = [add_task(session, id, f"Việc {n}") for n in range(4) for id in ITEMS[:4]]
    model = ChecklistModel(session)
    tester = QAbstractItemModelTester(model, STRICT)
    for query in ("viec 2", "", "hoi thao", "khong co gi", ""):
        model.look_for(Criteria(query))
    for task in tasks[::3]:
        session.perform(actions.withdraw(entry(session, task)))
    for _ in tasks[::3]:
        session.undo()
    assert tester.model() is model


EDITS = st.sampled_from(["add", "status", "note", "lead", "withdraw", "undo", "redo", "other"])
QUERIES = st.builds(
    Criteria,
    st.sampled_from(["", "", "việc", "viec 1", "chờ"]),
    st.sets(st.sampled_from(list(Status)), max_size=2).map(frozenset),
    st.sampled_from(["", "", "Đơn vị B"]),
    st.sets(st.sampled_from(list(Timeliness)), max_size=2).map(frozenset),
)


class Room:
    """A session of its own for each example, and the edits that officers make in it."""

    def __init__(self, path: Path) -> None:
        data = AGREEMENT_FILE.read_bytes()
        self.folder = DataFolder(path, path / "keys")
        self.session = Session(self.folder, lambda: NOW)
        self.session.open(read_agreement(data, AGREEMENT_FILE.name), data)
        self.session.identify(OFFICER_A.name, OFFICER_A.unit)

    def edit(self, what: str, pick: Callable[[list[str]], str]) -> None:
        session = self.session
        tasks = [task.id for item in ITEMS[:3] for task in session.checklist.tasks(item)]
        if what == "add":
            add_task(session, pick(ITEMS[:3]), f"Việc {len(tasks)}")
        elif what == "undo":
            session.undo()
        elif what == "redo":
            session.redo()
        elif what == "withdraw" and tasks:
            session.perform(actions.withdraw(entry(session, pick(tasks))))
        elif what == "other":
            with other_process(session) as other:
                put(other, pick([*ITEMS[:3], *tasks]), "note", pick(["chờ", "xong"]))
            session.refresh()
        elif what in ("status", "note", "lead"):
            values = {"status": [*Status], "note": ["", "chờ"], "lead": ["", "Đơn vị B"]}
            put(session, pick([*ITEMS[:3], *tasks]), what, pick(values[what]))


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_after_any_edits_it_shows_what_a_new_model_would(
    data: st.DataObject, qapp: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    room = Room(tmp_path_factory.mktemp("room"))
    model = ChecklistModel(room.session)
    tester = QAbstractItemModelTester(model, STRICT)

    def pick(choices: list[str]) -> str:
        return data.draw(st.sampled_from(choices))

    for what in data.draw(st.lists(EDITS | QUERIES, max_size=14)):
        if isinstance(what, Criteria):
            model.look_for(what)
        else:
            room.edit(what, pick)
        new = ChecklistModel(room.session)
        new.look_for(model.criteria)
        assert lines(model) == lines(new)
        assert model.survey() == new.survey()
        assert model.tree.totals() == new.tree.totals()
        new.deleteLater()
    assert tester.model() is model
    room.folder.close()
