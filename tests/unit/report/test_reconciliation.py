"""The reconciliation record: the same facts on both sides, each difference with how it ended."""

from pathlib import Path

from office import NOW, OFFICER_A, OFFICER_B
from unit.exchange.offices import Office, offices
from unit.report.readers import run, squeezed

from agreement_viewer.issuing import record_reconciliation
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Cell, Checklist
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import TASK, TITLE
from agreement_viewer.ledger.periods import Printed, record_print
from agreement_viewer.proof import check, in_words
from agreement_viewer.reconciling import draw_up, reconcile
from agreement_viewer.report.figures import code_of
from agreement_viewer.reports import report_now


def text_of(office: Office, path: Path) -> str:
    reconcile(path, office.ledger, office.by.unit, NOW, None)
    return squeezed(run("pdftotext", "-layout", path, "-"))


def settle(office: Office, field: str, value: object) -> None:
    shown = Cell(office.ledger.heads.of("area-1", field)).ids
    office.ledger.append([Edit.set("area-1", field, value, shown)], office.by, NOW)


def test_both_sides_print_the_same_settlements_and_what_is_open(tmp_path: Path) -> None:
    with offices() as (a, b):
        for field, of_a, of_b in (("note", "ghi chú A", "ghi chú B"), ("lead", "Sở", "Công an")):
            a.ledger.append([Edit.set("area-1", field, of_a)], a.by, NOW)
            b.ledger.append([Edit.set("area-1", field, of_b)], b.by, NOW)
        b.receive(a.send())
        settle(b, "note", "ghi chú chung")
        a.receive(b.send())
        texts = [text_of(a, tmp_path / "a.pdf"), text_of(b, tmp_path / "b.pdf")]
        bodies = [text[text.index(squeezed("Hôm nay")) :] for text in texts]
        assert bodies[0] == bodies[1]
        for wanted in (
            "1. Các bên đối chiếu",
            f"({OFFICER_A.name} 02)",
            f"({OFFICER_B.name} 03)",
            "“ghi chú A”",
            "“ghi chú B”",
            "Thống nhất: “ghi chú chung” (Cán bộ B",
            "4. Nội dung hai bên cùng sửa, chưa thống nhất",
            "Đơn vị chủ trì",
            "“Sở”",
            "“Công an”",
            "(Ký, ghi rõ họ tên)",
        ):
            assert squeezed(wanted) in bodies[0], wanted
        assert squeezed("Không có.") not in bodies[0]


def test_the_codes_differ_where_the_copies_do(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        b.receive(a.send())
        same = [reconcile(tmp_path / "x.pdf", each.ledger, "", NOW, None).digest for each in (a, b)]
        a.note("hai")
        other = reconcile(tmp_path / "x.pdf", a.ledger, "", NOW, None).digest
        assert same[0] == same[1] != other


def test_what_is_older_than_the_day_is_left_out(tmp_path: Path) -> None:
    with offices() as (a, _):
        a.note("một")
        for since, count in ((NOW.date(), 1), (NOW.date().replace(year=NOW.year + 1), 0)):
            record = reconcile(tmp_path / "x.pdf", a.ledger, "", NOW, since)
            assert sum(merged.count for merged in record.merged) == count


def test_a_report_that_one_side_printed_leaves_the_records_alike(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        b.receive(a.send())
        basis = report_now(a.ledger, a.by.unit, NOW).basis
        a.ledger.append([record_print(a.ledger.heads, Printed(basis, "full.pdf"))], a.by, NOW)
        records = [draw_up(each.ledger, "", NOW, None) for each in (a, b)]
        assert records[0] == records[1]


def test_a_withdrawal_that_others_did_not_know_of(tmp_path: Path) -> None:
    with offices() as (a, b):
        task = Edit.create("area-1", TASK)
        a.ledger.append([task, Edit.set(task, TITLE, "Khảo sát")], a.by, NOW)
        b.receive(a.send())
        (shown,) = Checklist(a.ledger.agreement, a.ledger.heads).tasks("area-1")
        a.ledger.append(actions.withdraw(shown), a.by, NOW)
        b.ledger.append([Edit.set(shown.id, "note", "đang làm")], b.by, NOW)
        b.receive(a.send())
        (contested,) = draw_up(b.ledger, "", NOW, None).open
        assert [version.value for version in contested.versions] == [True, False]
        (theirs,) = Checklist(b.ledger.agreement, b.ledger.heads).tasks("area-1")
        b.ledger.append(actions.bring_back(theirs), b.by, NOW)
        a.receive(b.send())
        text = text_of(a, tmp_path / "a.pdf")
        for wanted in (
            "nhiệm vụ “Khảo sát”",
            "“đã bỏ” (Cán bộ A",
            "Thống nhất: “giữ lại” (Cán bộ B",
        ):
            assert squeezed(wanted) in text, wanted


def test_a_record_that_went_out_is_checked_by_its_code_on_both_sides(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        b.receive(a.send())
        codes = []
        for office in (a, b):
            record = reconcile(tmp_path / "x.pdf", office.ledger, office.by.unit, NOW, None)
            edit = record_reconciliation(office.ledger, record, office.by.unit)
            office.ledger.append([edit], office.by, NOW)
            codes.append(code_of(record.digest))
        a.receive(b.send())
        b.note("hai")
        assert codes[0] == codes[1]
        for office in (a, b):
            proof = check(office.ledger, codes[0], NOW.tzinfo)
            assert proof
            assert not proof.fault
            assert in_words(proof).startswith("Reconciliation record of")
