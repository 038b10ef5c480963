"""Reports from a real ledger: closed, made again, proved, compared."""

import datetime
from pathlib import Path

import msgspec
import pytest
from office import OFFICER_A

from agreement_viewer.agreement import Agreement
from agreement_viewer.closing import freeze
from agreement_viewer.errors import UserError
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import parse_deadline
from agreement_viewer.ledger.periods import (
    Closing,
    Period,
    PeriodKind,
    Printed,
    close,
    closings,
    record_print,
    withdraw_closing,
)
from agreement_viewer.ledger.records import OwnTexts, Profile, record_profile
from agreement_viewer.proof import check, in_words
from agreement_viewer.report.figures import code_of, figures_digest, read_code
from agreement_viewer.report.tree import Counts, Report
from agreement_viewer.report.typst import Typeset
from agreement_viewer.reports import find_closing, report_as_of, report_now, report_of
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger

HANOI = datetime.timezone(datetime.timedelta(hours=7))
HALF = Period(
    "6 tháng đầu năm 2024",
    PeriodKind.FIRST_HALF,
    datetime.date(2023, 12, 15),
    datetime.date(2024, 6, 14),
)
NEXT = Period(
    "6 tháng cuối năm 2024",
    PeriodKind.SECOND_HALF,
    datetime.date(2024, 6, 15),
    datetime.date(2024, 12, 14),
)


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text).replace(tzinfo=HANOI)


class Office:
    """An officer with a real data folder, who does things at stated moments."""

    def __init__(self, folder: DataFolder, ledger: Ledger) -> None:
        self.folder = folder
        self.ledger = ledger

    def do(self, edits: list[Edit], moment: str) -> str:
        return self.ledger.append(edits, OFFICER_A, at(moment)).changes[0].id

    def set(self, id: str, moment: str, **values: object) -> None:
        today = at(moment).date()
        for name, value in values.items():
            entry = Checklist(self.ledger.agreement, self.ledger.heads).entry(id)
            assert entry
            self.do(actions.set_value(entry, name, value, today), moment)

    def close(self, period: Period, moment: str) -> Closing:
        frozen = freeze(self.ledger, self.folder.evidence, "skhcn", period, at(moment))
        self.do([close(frozen)], moment)
        return find_closing(self.ledger, period.name)

    def report(self, moment: str) -> Report:
        return report_now(self.ledger, "skhcn", at(moment)).report


@pytest.fixture
def office(folder: DataFolder, ledger: Ledger) -> Office:
    opened = Office(folder, ledger)
    opened.set("area-1", "2024-05-02 08:00", status="done", completed_on=datetime.date(2024, 5, 1))
    opened.set("area-2", "2024-05-02 08:05", deadline=parse_deadline("1/6/2024"))
    return opened


def done(report: Report) -> int:
    return Counts.of(report.items).done


def test_a_closed_period_is_never_moved_by_what_comes_later(office: Office) -> None:
    closing = office.close(HALF, "2024-06-14 16:00")
    before = report_of(office.ledger, closing, HANOI).report
    assert done(before) == 1
    assert before.today == HALF.last
    office.set("area-1", "2024-07-01 08:00", status="in_progress", result="Làm lại")
    office.do(actions.add_task("area-2", "Việc A"), "2024-07-01 09:00")
    assert report_of(office.ledger, closing, HANOI).report == before
    assert done(office.report("2024-07-02 08:00")) == 0


def test_the_issued_paper_comes_again_byte_for_byte(office: Office) -> None:
    closing = office.close(HALF, "2024-06-14 16:00")
    assert closing.frozen.pdf
    issued = office.folder.evidence.read(closing.frozen.pdf)
    office.set("area-3", "2024-07-01 08:00", status="done")
    assert issued == Typeset(report_of(office.ledger, closing, HANOI).report).pdf()


def test_what_was_completed_after_the_period_is_not_done_in_it(office: Office) -> None:
    office.set("area-3", "2024-07-01 08:00", status="done", completed_on=datetime.date(2024, 6, 20))
    closing = office.close(HALF, "2024-07-01 16:00")
    assert done(report_of(office.ledger, closing, HANOI).report) == 1


def test_closed_early_nothing_is_overdue_that_is_not_yet(office: Office) -> None:
    closing = office.close(HALF, "2024-05-20 16:00")
    report = report_of(office.ledger, closing, HANOI).report
    assert report.today == datetime.date(2024, 5, 20)
    assert Counts.of(report.items).overdue == 0
    late = office.close(NEXT, "2024-12-20 16:00")
    assert report_of(office.ledger, late, HANOI).report.today == NEXT.last


def test_a_code_tells_its_period_and_still_holds_when_the_ledger_has_grown(office: Office) -> None:
    closing = office.close(HALF, "2024-06-14 16:00")
    code = code_of(closing.frozen.basis.figures)
    office.set("area-1", "2024-07-01 08:00", status="paused")
    proof = check(office.ledger, code.lower().replace("-", " "), HANOI)
    assert proof
    assert (proof.period, proof.fault) == (HALF, "")
    assert in_words(proof) == "Period 6 tháng đầu năm 2024: the data still yield its figures."


def test_a_code_whose_figures_the_ledger_does_not_yield(office: Office) -> None:
    frozen = freeze(office.ledger, office.folder.evidence, "skhcn", HALF, at("2024-06-14 16:00"))
    forged = msgspec.structs.replace(frozen.basis, figures="ab" * 32)
    office.do([close(msgspec.structs.replace(frozen, basis=forged))], "2024-06-14 16:00")
    proof = check(office.ledger, code_of("ab" * 32), HANOI)
    assert proof
    assert proof.fault == "Made again, they differ."


def test_a_printed_report_of_the_day_and_of_a_past_day_can_be_proved(office: Office) -> None:
    for made in (
        report_now(office.ledger, "skhcn", at("2024-06-01 08:00")),
        report_as_of(office.ledger, "skhcn", datetime.date(2024, 5, 1), at("2024-06-01 08:00")),
    ):
        printed = Printed(made.basis, "full.pdf")
        office.do([record_print(office.ledger.heads, printed)], "2024-06-01 08:00")
        proof = check(office.ledger, code_of(figures_digest(made.report)), HANOI)
        assert proof
        assert (proof.fault, proof.basis) == ("", made.basis)
    assert check(office.ledger, "0000-0000-0000", HANOI) is None
    with pytest.raises(UserError, match="is not a code"):
        check(office.ledger, "0000-0000-000U", HANOI)


def test_a_print_without_figures_stops_no_check(office: Office) -> None:
    made = report_now(office.ledger, "skhcn", at("2024-06-01 08:00"))
    for figures in ("", "xyz"):
        basis = msgspec.structs.replace(made.basis, figures=figures)
        office.do([record_print(office.ledger.heads, Printed(basis, "x"))], "2024-06-01 08:00")
    assert check(office.ledger, "0000-0000-0000", HANOI) is None


def test_of_many_prints_only_the_last_is_a_head(office: Office) -> None:
    for day in range(1, 6):
        made = report_now(office.ledger, "skhcn", at(f"2024-06-0{day} 08:00"))
        print_ = record_print(office.ledger.heads, Printed(made.basis, "full.pdf"))
        office.do([print_], f"2024-06-0{day} 08:00")
    assert len(office.ledger.heads.of("report_prints", "report")) == 1
    assert len(office.ledger.history(["report_prints"])) == 5


def test_who_reports_and_in_which_zone_are_no_part_of_the_code(office: Office) -> None:
    moment = at("2024-06-01 08:00")
    made = {
        figures_digest(report_now(office.ledger, unit, moment.astimezone(zone)).report)
        for unit in ("skhcn", "cong-an", "")
        for zone in (HANOI, datetime.timezone(datetime.timedelta(hours=9)))
    }
    assert len(made) == 1


def test_a_past_day_shows_what_was_recorded_by_then(office: Office) -> None:
    office.set("area-2", "2024-05-10 23:59", status="done")
    now = at("2024-06-01 08:00")
    on = {
        day: done(report_as_of(office.ledger, "", datetime.date(2024, 5, day), now).report)
        for day in (1, 2, 9, 10)
    }
    assert on == {1: 0, 2: 1, 9: 1, 10: 2}
    with pytest.raises(UserError, match="is yet to come"):
        report_as_of(office.ledger, "", datetime.date(2024, 6, 2), now)


def test_a_report_stands_beside_the_period_before(office: Office) -> None:
    office.close(HALF, "2024-06-14 16:00")
    office.set("area-2", "2024-08-01 08:00", status="done", completed_on=datetime.date(2024, 7, 30))
    office.set("area-4", "2024-08-01 09:00", status="done", completed_on=datetime.date(2024, 6, 1))
    office.do(actions.add_task("area-5", "Việc A"), "2024-08-01 10:00")
    before = office.report("2024-12-14 08:00").before
    assert before
    assert (before.period, before.items.done, before.tasks.total) == (HALF, 1, 0)
    assert [move.number for move in before.moves] == ["2", "4", "5.1"]
    assert before.moves[2].before is None
    assert [(late.number, late.day) for late in before.additions] == [
        ("4", datetime.date(2024, 6, 1))
    ]


def test_a_document_dated_inside_the_closed_period_is_added_after_closing(office: Office) -> None:
    office.close(HALF, "2024-06-14 16:00")
    for day in ("2024-06-10", "2024-06-15"):
        document = {"number": f"CV {day}", "issued_on": datetime.date.fromisoformat(day)}
        office.do(actions.add_evidence("area-1", document), "2024-08-01 08:00")
    before = office.report("2024-12-14 08:00").before
    assert before
    assert [late.document and late.document.number for late in before.additions] == [
        "CV 2024-06-10"
    ]


def test_a_second_period_compares_with_the_first_and_both_hold(office: Office) -> None:
    first = office.close(HALF, "2024-06-14 16:00")
    second = office.close(NEXT, "2024-12-16 08:00")
    assert second.frozen.basis.before == first.id
    for closing in (first, second):
        proof = check(office.ledger, code_of(closing.frozen.basis.figures), HANOI)
        assert proof
        assert (proof.period, proof.fault) == (closing.period, "")


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        (msgspec.structs.replace(HALF, name=" "), "Give the period a name"),
        (msgspec.structs.replace(HALF, last=datetime.date(2020, 1, 1)), "comes after its last"),
    ],
)
def test_what_is_no_period_is_not_closed(office: Office, period: Period, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        freeze(office.ledger, office.folder.evidence, "", period, at("2024-06-14 16:00"))


def test_a_name_is_given_once_and_again_when_it_was_taken_out(office: Office) -> None:
    closing = office.close(HALF, "2024-06-14 16:00")
    with pytest.raises(UserError, match="was closed before"):
        office.close(HALF, "2024-06-15 16:00")
    office.do(withdraw_closing(office.ledger.heads, closing), "2024-06-15 16:00")
    assert closings(office.ledger.heads) == []
    again = office.close(HALF, "2024-06-15 16:00")
    assert again.id != closing.id


def test_nothing_is_closed_while_something_is_not_understood(office: Office) -> None:
    office.do([Edit("newer_kind", "area-1", "status", {})], "2024-06-14 15:00")
    with pytest.raises(UserError, match="newer version"):
        office.close(HALF, "2024-06-14 16:00")


def test_profile_and_texts_are_frozen_with_the_period(office: Office, agreement: Agreement) -> None:
    profile, texts = Profile(issuing="Đơn vị B", signer="Cán bộ A"), OwnTexts(plan="Kế hoạch A")
    edits = record_profile(office.ledger.heads, agreement, "skhcn", profile, texts)
    office.do(edits, "2024-06-01 08:00")
    assert record_profile(office.ledger.heads, agreement, "skhcn", profile, texts) == []
    closing = office.close(HALF, "2024-06-14 16:00")
    later = record_profile(office.ledger.heads, agreement, "skhcn", Profile(), OwnTexts())
    office.do(later, "2024-07-01 08:00")
    report = report_of(office.ledger, closing, HANOI).report
    assert (report.profile, report.texts) == (profile, texts)
    assert office.report("2024-07-02 08:00").profile == Profile()


def test_each_agency_has_its_own_profile(office: Office, agreement: Agreement) -> None:
    edits = record_profile(
        office.ledger.heads, agreement, "skhcn", Profile(issuing="Đơn vị B"), OwnTexts()
    )
    office.do(edits, "2024-06-01 08:00")
    made = report_now(office.ledger, "cong-an", at("2024-06-02 08:00")).report
    assert made.profile.issuing == "Công an thành phố Cần Thơ"


def test_another_thread_may_read_through_a_connection_of_its_own(
    office: Office, tmp_path: Path
) -> None:
    with office.ledger.aside() as aside:
        report = report_now(aside, "skhcn", at("2024-06-01 08:00")).report
    assert report == office.report("2024-06-01 08:00")


def test_codes_are_read_as_they_are_heard() -> None:
    assert read_code(" 7k2m q9xd-o4tb ") == "7K2M-Q9XD-04TB"
    assert read_code("7K2M–Q9XD–04TI") == "7K2M-Q9XD-04T1"
    assert read_code("7K2M-Q9XD-04T") is None
