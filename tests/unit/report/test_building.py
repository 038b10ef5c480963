"""The report tree: what was recorded, counted as government trackers count."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import OFFICER_A, OFFICER_B
from unit.report.desk import HANOI, NOW, TODAY, Desk

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.deadline import Deadline, Quarter
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import parse_deadline
from agreement_viewer.ledger.status import Status
from agreement_viewer.report import words
from agreement_viewer.report.building import build_report
from agreement_viewer.report.tree import Counts, Standing, Version

EARLY, LATE = datetime.date(2024, 3, 31), datetime.date(2024, 4, 1)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_an_untouched_programme_is_all_there_and_all_open(desk: Desk) -> None:
    report = desk.report()
    agreement = desk.checklist.agreement
    assert [group.title for group in report.groups] == [g.title for g in agreement.groups]
    assert [line.text for line in report.items] == [item.text.text for item in agreement.items]
    assert Counts.of(report.items) == Counts(0, 0, len(agreement.items), 0, 0)
    assert Counts.of(report.tasks).total == 0
    assert (report.signed_on, report.today) == (agreement.event.date, TODAY)


@pytest.mark.parametrize(
    ("status", "completed_on", "deadline", "standing"),
    [
        ("done", EARLY, "quý I/2024", Standing.ON_TIME),
        ("done", LATE, "quý I/2024", Standing.LATE),
        ("done", LATE, None, Standing.ON_TIME),
        ("done", LATE, "thường xuyên", Standing.ON_TIME),
        ("done", LATE, "khi có kinh phí", Standing.ON_TIME),
        ("in_progress", None, "14/12/2024", Standing.IN_TIME),
        ("in_progress", None, "13/12/2024", Standing.OVERDUE),
        ("paused", None, "13/12/2024", Standing.OVERDUE),
        ("not_started", None, None, Standing.IN_TIME),
        ("in_progress", None, "thường xuyên", Standing.IN_TIME),
        ("in_progress", None, "khi có kinh phí", Standing.IN_TIME),
        ("dropped", None, "13/12/2024", Standing.DROPPED),
    ],
)
def test_the_four_figures(
    desk: Desk,
    status: str,
    completed_on: datetime.date | None,
    deadline: str | None,
    standing: Standing,
) -> None:
    desk.set("area-1", deadline=parse_deadline(deadline) if deadline else None, status=status)
    if completed_on:
        desk.set("area-1", completed_on=completed_on)
    assert desk.line("area-1").standing is standing


@pytest.mark.parametrize("deadline", [None, "quý IV/2024"])
def test_what_was_completed_after_the_day_is_not_done_on_it(
    desk: Desk, deadline: str | None
) -> None:
    desk.set("area-1", status="done", deadline=parse_deadline(deadline) if deadline else None)
    assert desk.line("area-1", TODAY).standing is Standing.ON_TIME
    assert desk.line("area-1", TODAY - datetime.timedelta(days=1)).standing is Standing.IN_TIME


@given(st.lists(st.sampled_from(list(Status)), min_size=9, max_size=9))
def test_every_line_is_counted_once(statuses: list[Status]) -> None:
    desk = Desk()
    for item, status in zip(desk.checklist.items(), statuses, strict=True):
        desk.set(item.id, status=status)
    counts = Counts.of(desk.report().items)
    assert counts.total + counts.dropped == len(statuses)
    assert counts.done == statuses.count(Status.DONE)
    assert counts.dropped == statuses.count(Status.DROPPED)


def test_tasks_stand_beneath_their_item_and_are_counted_apart(desk: Desk) -> None:
    first = desk.add_task("area-2", "Việc một", status="done", lead="Đơn vị B")
    second = desk.add_task("area-2", "Việc hai")
    desk.do(actions.withdraw(desk.entry(desk.add_task("area-2", "Việc thừa"))))
    report = desk.report()
    assert [(task.id, task.number) for task in report.tasks] == [(first, 1), (second, 2)]
    assert [task.lead for task in report.tasks] == ["Đơn vị B", ""]
    assert Counts.of(report.tasks) == Counts(1, 0, 1, 0, 0)
    assert Counts.of(report.items).done == 0


def test_an_unsettled_difference_keeps_both_values_with_who_and_when(desk: Desk) -> None:
    desk.differ("area-1", "status", "done", "paused")
    desk.differ("area-1", "deadline", {"due": {"kind": "quarter", "year": 2025, "quarter": 4}}, {})
    line = desk.line("area-1")
    status, deadline = line.differences
    at = datetime.datetime(2024, 11, 21, 0, 5, tzinfo=HANOI)
    assert line.status is Status.PAUSED
    assert status.field == "status"
    assert status.versions == (
        Version(Status.DONE, "Cán bộ A", "Sở KH&CN", at),
        Version(Status.PAUSED, "Cán bộ B", "Công an TP", at),
    )
    assert deadline.versions[0].value == Deadline(Quarter(2025, 4))
    assert deadline.versions[1].newer


def test_a_task_withdrawn_while_another_wrote_on_it_stays_with_both(desk: Desk) -> None:
    task = desk.add_task("area-1", "Việc")
    gone = actions.withdraw(desk.entry(task))
    desk.set(task, OFFICER_B, note="Vẫn làm", result="Có")
    desk.do(gone)
    (difference,) = desk.line(task).differences
    assert difference.field == "withdrawn"
    assert [(v.value, v.by) for v in difference.versions] == [
        (True, "Cán bộ A"),
        (False, "Cán bộ B"),
    ]


def test_evidence_with_its_file_and_its_differences(desk: Desk) -> None:
    paper = {
        "number": "12/KH-UBND",
        "issued_on": EARLY,
        "issuer": "Đơn vị B",
        "subject": "Phối hợp",
        "file": {"sha256": "0" * 64, "name": "kế hoạch.pdf", "size": 1},
    }
    id = desk.do(actions.add_evidence("area-1", paper))
    (document,) = desk.line("area-1").evidence
    assert (document.number, document.issued_on, document.file) == (
        "12/KH-UBND",
        EARLY,
        "kế hoạch.pdf",
    )
    assert document.differences == ()
    issuer = desk.checklist.evidence("area-1")[0].cell("issuer").ids
    desk.do([Edit.set(id, "issuer", "Đơn vị C", issuer)])
    desk.do([Edit.set(id, "issuer", "Đơn vị D", issuer)], OFFICER_B)
    (document,) = desk.line("area-1").evidence
    assert [difference.field for difference in document.differences] == ["issuer"]


def test_items_that_the_file_has_lost_are_reported_last(desk: Desk) -> None:
    desk.do([Edit.set("area-99", "note", "Còn lại")])
    report = desk.report()
    assert [line.note for line in report.groups[-1].items] == ["Còn lại"]
    assert report.groups[-1].title == ""


def test_what_a_newer_version_recorded_is_noted(desk: Desk) -> None:
    desk.do([Edit.set("area-1", "risk", "high")])
    desk.do([Edit.set("area-2", "status", "delegated")])
    assert [line.id for line in desk.report().lines if line.newer] == ["area-1", "area-2"]


def test_a_clock_that_wrote_no_moment_stops_no_report(desk: Desk) -> None:
    for by, value in ((OFFICER_A, "Đạt"), (OFFICER_B, "Chưa đạt")):
        desk.do([Edit.set("area-1", "result", value)], by, at="2024-13-45T99:99:99.999Z")
    (difference,) = desk.line("area-1").differences
    assert [(v.value, v.at) for v in difference.versions] == [("Đạt", None), ("Chưa đạt", None)]
    assert words.version(difference.versions[0]) == "“Đạt” (Cán bộ A, Sở KH&CN)"


@pytest.mark.parametrize(
    ("unit", "agency"),
    [("cong-an", "Công an thành phố Cần Thơ"), ("Đơn vị B", "Đơn vị B"), ("", "")],
)
def test_the_agency_is_a_party_or_a_name_or_nobody(desk: Desk, unit: str, agency: str) -> None:
    assert desk.report(unit=unit).agency == agency


def test_the_moment_needs_its_time_zone(desk: Desk) -> None:
    with pytest.raises(ValueError, match="time zone"):
        build_report(
            desk.checklist, today=TODAY, recorded_to=NOW.replace(tzinfo=None), unit="skhcn"
        )
