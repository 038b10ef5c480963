"""The checklist: what officers see of the heads, by the rules of their field."""

import datetime

import pytest
from office import TODAY
from unit.ledger.histories import Writer
from unit.ledger.test_undo import Office

from agreement_viewer.errors import UserError
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import MISSING, Checklist, Progress
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import FIELDS, parse_value
from agreement_viewer.ledger.status import Status, Timeliness


@pytest.fixture
def office() -> Office:
    return Office()


def test_a_new_checklist_shows_the_agreement(office: Office) -> None:
    agreement = office.checklist.agreement
    assert [entry.id for entry in office.checklist.entries()] == [i.id for i in agreement.items]
    assert Progress.of(office.checklist.items()) == Progress(0, len(agreement.items), 0)


def test_every_field_reads_back_what_was_typed(office: Office) -> None:
    typed = {
        "status": "done",
        "completed_on": "19/11/2025",
        "deadline": "quý IV/2025",
        "lead": " Sở KH&CN ",
        "partners": "Công an TP; Đơn vị B;Công an TP",
        "result": "Đã ký\nkế hoạch",
        "difficulty": "Không",
        "proposal": "Đề nghị",
        "note": "Ghi chú",
    }
    assert set(typed) == set(FIELDS)
    for name, text in typed.items():
        entry = office.entry("area-2")
        office.do(actions.set_value(entry, name, parse_value(name, text), TODAY))
    entry = office.entry("area-2")
    assert entry.status is Status.DONE
    assert entry.completed_on == datetime.date(2025, 11, 19)
    assert entry.deadline is not None
    assert entry.units == ("Sở KH&CN", "Công an TP", "Đơn vị B")
    assert [entry.cell(name).text() for name in FIELDS[5:]] == [typed[name] for name in FIELDS[5:]]
    assert entry.timeliness(TODAY) is Timeliness.ON_TIME


def test_done_gets_todays_date_and_loses_it_again(office: Office) -> None:
    office.do(actions.set_status(office.entry("area-1"), Status.IN_PROGRESS, TODAY))
    for _ in range(2):
        office.do(actions.toggle_done(office.entry("area-1"), office.writer.known.get, TODAY))
        assert office.entry("area-1").status is Status.DONE
        assert office.entry("area-1").completed_on == TODAY
        office.do(actions.toggle_done(office.entry("area-1"), office.writer.known.get, TODAY))
        assert office.entry("area-1").status is Status.IN_PROGRESS
        assert office.entry("area-1").completed_on is None


def test_a_completion_date_that_was_entered_is_kept(office: Office) -> None:
    day = datetime.date(2025, 10, 1)
    office.do(actions.set_completed_on(office.entry("area-1"), day, TODAY))
    office.do(actions.set_status(office.entry("area-1"), Status.DONE, TODAY))
    assert office.entry("area-1").completed_on == day


def test_completion_is_never_in_the_future(office: Office) -> None:
    tomorrow = TODAY + datetime.timedelta(days=1)
    with pytest.raises(UserError):
        actions.set_completed_on(office.entry("area-1"), tomorrow, TODAY)
    assert actions.set_completed_on(office.entry("area-1"), TODAY, TODAY)


def test_tasks_never_change_the_item_nor_it_them(office: Office) -> None:
    office.do(actions.add_task("area-1", "Một"))
    office.do(actions.set_status(office.checklist.tasks("area-1")[0], Status.DONE, TODAY))
    assert office.entry("area-1").status is Status.NOT_STARTED
    office.do(actions.add_task("area-2", "Hai"))
    office.do(actions.set_status(office.entry("area-2"), Status.DONE, TODAY))
    assert office.checklist.tasks("area-2")[0].status is Status.NOT_STARTED


def test_dropped_ones_leave_the_total_and_are_counted_apart(office: Office) -> None:
    office.do(actions.set_status(office.entry("area-1"), Status.DROPPED, TODAY))
    office.do(actions.set_status(office.entry("area-2"), Status.DONE, TODAY))
    count = len(office.checklist.items())
    assert Progress.of(office.checklist.items()) == Progress(1, count - 1, 1)


def test_an_unchanged_value_appends_nothing(office: Office) -> None:
    office.do(actions.set_field(office.entry("area-1"), "note", "Đã họp"))
    assert not office.do(actions.set_field(office.entry("area-1"), "note", "Đã họp"))
    assert not office.do(actions.set_field(office.entry("area-1"), "result", None))


def test_a_key_never_settles_a_difference(office: Office) -> None:
    other = Writer("2" * 64)
    office.do(actions.set_status(office.entry("area-1"), Status.PAUSED, TODAY))
    other.write([Edit.set("area-1", "status", "in_progress")])
    office.merge(other)
    assert office.entry("area-1").differences() == ["status"]
    with pytest.raises(UserError):
        actions.key_status(office.entry("area-1"), Status.DONE, TODAY)
    office.do(actions.set_status(office.entry("area-1"), office.entry("area-1").status, TODAY))
    assert office.entry("area-1").differences() == []


def test_withdrawn_is_hidden_kept_and_brought_back(office: Office) -> None:
    office.do(actions.add_task("area-1", "Một"))
    office.do(actions.add_task("area-1", "Hai"))
    first, second = office.checklist.tasks("area-1")
    office.do(actions.withdraw(first))
    assert [(t.id, t.number) for t in office.checklist.tasks("area-1")] == [(second.id, 1)]
    (gone, _) = office.checklist.all_tasks("area-1")
    office.do(actions.bring_back(gone))
    assert [t.title for t in office.checklist.tasks("area-1")] == ["Một", "Hai"]


def test_what_the_withdrawing_officer_had_not_seen_opens_a_difference(office: Office) -> None:
    other = Writer("2" * 64)
    office.do(actions.add_task("area-1", "Một"))
    (task,) = office.checklist.tasks("area-1")
    other.learn(office.writer)
    office.do(actions.withdraw(task))
    assert office.checklist.tasks("area-1") == []
    other.write([Edit.set(task.id, "result", "Đã có sản phẩm")])
    office.merge(other)
    (contested,) = office.checklist.tasks("area-1")
    assert contested.differences() == ["withdrawn"]
    office.do(actions.withdraw(contested))
    assert office.checklist.tasks("area-1") == []


def test_evidence_is_identified_by_its_creation(office: Office) -> None:
    for number in ("01/KH", "02/KH"):
        document = {"number": number, "issued_on": TODAY, "issuer": "Đơn vị B", "subject": ""}
        office.do(actions.add_evidence("area-1", document))
    first, second = office.checklist.evidence("area-1")
    assert (first.cell("number").text(), first.issued_on) == ("01/KH", TODAY)
    office.do(actions.withdraw(first))
    assert [paper.id for paper in office.checklist.evidence("area-1")] == [second.id]
    with pytest.raises(UserError):
        actions.add_evidence("area-1", {"number": "", "file": None})


def test_changes_on_a_missing_item_stay_visible(office: Office) -> None:
    office.do([Edit.set("area-77", "status", "done")])
    (missing,) = office.checklist.missing()
    assert (missing.kind, missing.id, missing.status) == (MISSING, "area-77", Status.DONE)
    assert [entry.id for entry in office.checklist.sections()[-1].entries] == [missing.id]


def test_what_a_newer_version_wrote_is_kept_and_marked(office: Office) -> None:
    office.do([Edit.set("area-1", "status", "delegated")])
    office.do([Edit.set("area-2", "colour", "red")])
    office.do([Edit("vote", "area-3", "quorum", {"of": 3})])
    assert office.entry("area-1").status is Status.NOT_STARTED
    assert [c.field for c in office.entry("area-2").not_understood()] == ["colour"]
    assert [c.kind for c in office.entry("area-3").not_understood()] == ["vote"]


def test_an_older_value_is_restored_from_the_history(office: Office) -> None:
    for text in ("một", "hai"):
        office.do(actions.set_field(office.entry("area-1"), "note", text))
    first = next(c for c in office.writer.known.values() if c.value == "một")
    office.do(actions.restore_value(office.entry("area-1"), first))
    cell = office.entry("area-1").cell("note")
    assert cell.value == "một"
    assert cell.pick is not None
    assert cell.pick.restores == first.id


def test_the_wording_of_what_was_signed_cannot_be_renamed(office: Office) -> None:
    with pytest.raises(UserError):
        actions.rename(office.entry("area-1"), "Khác")
    with pytest.raises(UserError):
        actions.add_task("area-1", " \n ")


def test_an_empty_ledger_and_a_full_one_answer_for_unknown_ids(office: Office) -> None:
    assert office.checklist.entry("area-99") is None
    assert Checklist(office.checklist.agreement, office.heads).tasks("area-99") == []
