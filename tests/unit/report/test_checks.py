"""The check before printing: every gap is named once, and only where there is one."""

import datetime
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from office import OFFICER_B
from unit.report.desk import AGREEMENT, TODAY, Desk

from agreement_viewer.agreement.model import Party
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.deadline import Day, Deadline
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import parse_deadline
from agreement_viewer.ledger.status import Status
from agreement_viewer.report.checks import Clarity, Finding, Gap, check_report
from agreement_viewer.report.printable import unprintable
from agreement_viewer.report.typst import Typeset

ITEM = "area-2"
YESTERDAY = Deadline(Day(TODAY - datetime.timedelta(days=1)))
CLEAR = {
    "lead": "Sở KH&CN",
    "partners": ("Công an TP",),
    "deadline": parse_deadline("31/12/2025"),
    "result": "Đã khảo sát",
}


@pytest.fixture
def desk() -> Desk:
    """One item of which nothing is left to ask."""
    found = Desk()
    found.set(ITEM, **CLEAR)
    return found


def findings(
    desk: Desk, *ids: str, parties: Sequence[Party] = AGREEMENT.parties, missing: str = ""
) -> list[Finding]:
    """What is found about `ids`, or else about the item; `missing` characters have no glyph."""
    report = desk.report()
    found = check_report(report, parties, unprintable(report, set(missing)))
    return [finding for finding in found if finding.item in (ids or (ITEM,))]


def gaps(desk: Desk, *ids: str, parties: Sequence[Party] = AGREEMENT.parties) -> list[Gap]:
    return [finding.gap for finding in findings(desk, *ids, parties=parties)]


def test_of_what_is_clear_nothing_is_said(desk: Desk) -> None:
    assert findings(desk) == []


def test_an_untouched_item_wants_lead_partners_work_and_deadline(desk: Desk) -> None:
    assert {finding.gap: finding.clarity for finding in findings(desk, "area-1")} == {
        Gap.NO_LEAD: Clarity.PEOPLE,
        Gap.NO_PARTNERS: Clarity.RESPONSIBILITY,
        Gap.NO_WORK: Clarity.WORK,
        Gap.NO_DEADLINE: Clarity.TIME,
    }


def test_a_finding_names_the_item_or_task_as_the_report_does(desk: Desk) -> None:
    task = desk.add_task(ITEM, "Khảo sát", deadline=CLEAR["deadline"])
    assert findings(desk, ITEM, task) == [
        Finding(Gap.NO_LEAD, item=task, number="2.1", title="Khảo sát")
    ]
    assert findings(desk, "directive-1")[0].number == "1"


def test_a_task_stands_for_the_work_and_may_lie_with_one_unit(desk: Desk) -> None:
    desk.set(ITEM, result=None)
    assert gaps(desk) == [Gap.NO_WORK]
    task = desk.add_task(ITEM, "Khảo sát", lead="Đơn vị B", deadline=CLEAR["deadline"])
    assert gaps(desk, ITEM, task) == []


@pytest.mark.parametrize("deadline", ["thường xuyên", "khi có kinh phí", "hằng năm", "2026"])
def test_a_deadline_need_not_be_a_day(desk: Desk, deadline: str) -> None:
    desk.set(ITEM, deadline=parse_deadline(deadline))
    assert gaps(desk) == []


@pytest.mark.parametrize(
    ("lead", "partners", "only"),
    [
        ("Sở KH&CN", ("Sở Khoa học và Công nghệ thành phố Cần Thơ",), "Sở KH&CN"),
        ("Phòng A, công an TP", ("Công an thành phố Cần Thơ",), "Công an TP"),
        (None, ("Công an TP",), None),
        ("Sở KH&CN", ("Công an TP",), None),
        ("Sở KH&CN", ("Đơn vị B",), None),
        ("Đơn vị B", ("Đơn vị C",), None),
        ("Sở KH&CN", ("Sở KH&CN, Công an TP",), None),
    ],
)
def test_both_parties_act_unless_all_units_are_known_to_be_of_one(
    desk: Desk, lead: str | None, partners: tuple[str, ...], only: str | None
) -> None:
    desk.set(ITEM, lead=lead, partners=partners)
    found = [finding.detail for finding in findings(desk) if finding.gap is Gap.ONE_PARTY]
    assert found == ([only] if only else [])
    assert Gap.NO_PARTNERS not in gaps(desk)


def test_a_programme_of_one_party_needs_no_partner(desk: Desk) -> None:
    desk.set(ITEM, partners=None)
    assert gaps(desk) == [Gap.NO_PARTNERS]
    assert gaps(desk, parties=AGREEMENT.parties[:1]) == []


def test_what_is_overdue_wants_its_difficulty(desk: Desk) -> None:
    desk.set(ITEM, deadline=YESTERDAY)
    (finding,) = findings(desk)
    assert (finding.gap, finding.clarity) == (Gap.UNEXPLAINED, Clarity.TIME)
    desk.set(ITEM, difficulty="Chưa có kinh phí")
    assert gaps(desk) == []


def test_an_extension_wants_its_approving_document(desk: Desk) -> None:
    due = Day(datetime.date(2025, 12, 31))
    once = YESTERDAY.extended(due, "Thiếu kinh phí", "")
    desk.set(ITEM, deadline=once.extended(due, "Thiếu kinh phí", "12/KH-B").extended(due, "", ""))
    (finding,) = findings(desk)
    assert (finding.gap, finding.clarity, finding.count) == (Gap.UNAPPROVED, Clarity.AUTHORITY, 2)


def test_what_is_done_wants_a_product_or_evidence(desk: Desk) -> None:
    desk.set(ITEM, status="done", result=None)
    (finding,) = findings(desk)
    assert (finding.gap, finding.clarity) == (Gap.NO_PRODUCT, Clarity.RESULT)
    document = desk.do(actions.add_evidence(ITEM, {"number": "12/KH-B"}))
    assert gaps(desk) == []
    desk.do(actions.withdraw(desk.checklist.evidence(ITEM)[0]))
    assert document not in [thing.id for thing in desk.checklist.evidence(ITEM)]
    assert gaps(desk) == [Gap.NO_PRODUCT]


def test_what_is_done_after_the_reports_day_is_not_done_in_it(desk: Desk) -> None:
    desk.set(ITEM, status="done", result=None)
    report = desk.report(TODAY - datetime.timedelta(days=1))
    found = check_report(report, AGREEMENT.parties, [])
    assert [finding.gap for finding in found if finding.item == ITEM] == [Gap.NO_WORK]


def test_a_done_item_names_how_many_tasks_are_open(desk: Desk) -> None:
    desk.set(ITEM, status="done")
    for status in Status:
        desk.add_task(ITEM, f"Việc {status}", **CLEAR, status=status)
    (finding,) = findings(desk)
    assert (finding.gap, finding.clarity, finding.count) == (Gap.OPEN_TASKS, Clarity.RESULT, 3)


@pytest.mark.parametrize(
    ("name", "values", "clarity"),
    [
        ("lead", ("Đơn vị B", None), Clarity.PEOPLE),
        ("partners", (["Đơn vị B"], None), Clarity.RESPONSIBILITY),
        ("deadline", ({"due": {"kind": "year", "year": 2026}}, None), Clarity.TIME),
        ("result", ("Có", None), Clarity.RESULT),
        ("status", ("in_progress", "paused"), Clarity.RESULT),
        ("difficulty", ("Có", None), Clarity.WORK),
    ],
)
def test_a_difference_is_named_in_place_of_the_gap_that_it_may_be(
    desk: Desk, name: str, values: tuple[object, object], clarity: Clarity
) -> None:
    if name == "difficulty":
        desk.set(ITEM, deadline=YESTERDAY)
    desk.differ(ITEM, name, *values)
    (finding,) = findings(desk)
    assert (finding.gap, finding.detail, finding.clarity) == (Gap.DIFFERENCE, name, clarity)


def test_documents_about_which_officers_differ_are_counted(desk: Desk) -> None:
    for number in ("12/KH-B", "13/KH-B"):
        document = desk.do(actions.add_evidence(ITEM, {"number": number}))
        desk.do([Edit.set(document, "issuer", "Đơn vị B", ())])
        desk.do([Edit.set(document, "issuer", "Đơn vị C", ())], OFFICER_B)
    (finding,) = findings(desk)
    assert (finding.detail, finding.count, finding.clarity) == ("evidence", 2, Clarity.RESULT)


def test_what_a_newer_version_wrote_is_not_taken_for_empty(desk: Desk) -> None:
    desk.do([Edit.set("area-1", "lead", {"unit": "Đơn vị B"})])
    (finding,) = findings(desk, "area-1")
    assert (finding.gap, finding.clarity) == (Gap.NEWER, Clarity.PRINT)


def test_withdrawn_tasks_are_not_spoken_of_until_somebody_must_look(desk: Desk) -> None:
    task = desk.add_task(ITEM, "Việc thừa")
    gone = actions.withdraw(desk.entry(task))
    desk.do(gone)
    assert gaps(desk, ITEM, task) == []
    other = Desk()
    task = other.add_task(ITEM, "Việc còn")
    gone = actions.withdraw(other.entry(task))
    other.set(task, OFFICER_B, note="Vẫn làm")
    other.do(gone)
    (finding,) = findings(other, task)
    assert (finding.gap, finding.detail) == (Gap.DIFFERENCE, "withdrawn")


def test_of_what_is_dropped_only_what_is_wrong_on_paper_is_named(desk: Desk) -> None:
    desk.set("area-1", status="dropped")
    assert gaps(desk, "area-1") == []
    desk.differ("area-1", "note", "Một", "Hai")
    assert gaps(desk, "area-1") == [Gap.DIFFERENCE]


def test_characters_without_a_glyph_are_named_where_they_stand(desk: Desk) -> None:
    task = desk.add_task(ITEM, "Việc 漢", **CLEAR)
    desk.set(ITEM, note="漢 và 字, 漢")
    assert [
        (finding.item, finding.detail, finding.clarity)
        for finding in findings(desk, ITEM, task, missing="漢字")
    ] == [(ITEM, "漢字", Clarity.PRINT), (task, "漢", Clarity.PRINT)]


def test_what_stands_at_the_reports_head_has_no_item() -> None:
    report = Desk().report(unit="Đơn vị \N{GRINNING FACE}")
    found = check_report(report, AGREEMENT.parties, Typeset(report).unprintable)
    assert found[:2] == [
        Finding(Gap.NO_SIGNATURE, "place office signer"),
        Finding(Gap.UNPRINTABLE, "\N{GRINNING FACE}"),
    ]


@given(st.data())
def test_filling_in_what_is_asked_for_leaves_fewer_gaps(data: st.DataObject) -> None:
    """Whatever is filled in already, in whatever order the rest comes."""
    desk = Desk()
    names = data.draw(st.permutations(list(CLEAR)))
    status = data.draw(st.sampled_from(list(Status)))
    desk.set(ITEM, status=status)
    before = len(findings(desk))
    for name in names:
        desk.set(ITEM, **{name: CLEAR[name]})
        now = len(findings(desk))
        assert now <= before
        before = now
    assert before == 0


def test_every_gap_has_its_clarity() -> None:
    assert {Finding(gap).clarity for gap in Gap} == set(Clarity)
    assert replace(Finding(Gap.DIFFERENCE), detail="lead").clarity is Clarity.PEOPLE
