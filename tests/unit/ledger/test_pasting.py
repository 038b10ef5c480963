"""A pasted table becomes tasks: its columns are matched, its cells read, none of its words lost."""

import datetime
import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import TODAY

from agreement_viewer.i18n import LANGUAGES, use_language
from agreement_viewer.ledger.deadline import Condition, Day, Deadline, Due, Month, Ongoing, Quarter
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import parse_units, to_value
from agreement_viewer.ledger.pasting import Outcome, Sheet
from agreement_viewer.ledger.pasting_cells import status_of
from agreement_viewer.ledger.pasting_columns import USES, use_by_heading
from agreement_viewer.ledger.status import Status, status_label
from agreement_viewer.ledger.text import clean
from agreement_viewer.report.words import ANNEX

LABELS = {use: f"<{use}>" for use in USES}
Rows = Sequence[Sequence[str]]


def sheet(*rows: Sequence[str]) -> Sheet:
    return Sheet(rows, LABELS, TODAY)


def tasks(pasted: Sheet) -> list[dict[str, Any]]:
    """The fields of each task that is added, the name among them."""
    found: dict[Edit, dict[str, Any]] = {}
    for edit in pasted.edits("area-1"):
        if edit.kind == "create":
            assert (edit.item, edit.field) == ("area-1", "task")
            found[edit] = {}
        else:
            assert isinstance(edit.item, Edit)
            found[edit.item][edit.field] = edit.body["value"]
    return list(found.values())


class TestHeadings:
    def test_the_annex_of_our_own_report_is_known(self) -> None:
        pasted = sheet(list(ANNEX.values()), ["1", "Việc", *[""] * 8])
        assert pasted.headed
        assert pasted.uses == ["", *(name for name in ANNEX if name != "number")]

    @pytest.mark.parametrize(
        ("heading", "use"),
        [
            ("STT", ""),
            ("TT", ""),
            ("Nội dung nhiệm vụ", "title"),
            ("NHIỆM VỤ", "title"),
            ("Nội dung", "title"),
            ("Noi dung nhiem vu", "title"),
            ("Task name", "title"),
            ("Đơn vị chủ trì", "lead"),
            ("Chủ trì", "lead"),
            ("Cơ quan\nchủ trì", "lead"),
            ("Cơ quan, đơn vị chủ trì", "lead"),
            ("Đơn vị phối hợp", "partners"),
            ("Phối hợp:", "partners"),
            ("Co-ordinating unit", "partners"),
            ("Thời hạn", "deadline"),
            ("Thời gian hoàn thành", "deadline"),
            ("Hạn", "deadline"),
            ("Deadline", "deadline"),
            ("Tiến độ", "status"),
            ("Tình trạng", "status"),
            ("tinh trang thuc hien", "status"),
            ("Status", "status"),
            ("Ngày hoàn thành", "completed_on"),
            ("Sản phẩm", "result"),
            ("Kết quả", "result"),
            ("Sản phẩm, kết quả", "result"),
            ("Sản phẩm/Kết quả", "result"),
            ("Khó khăn, vướng mắc", "difficulty"),
            ("Đề xuất, kiến nghị", "proposal"),
            ("Ghi chú", "note"),
            ("Ghi chu\u0301", "note"),
            ("Tổ chức hội thảo", None),
            ("", None),
        ],
    )
    def test_in_use(self, heading: str, use: str | None) -> None:
        assert use_by_heading(heading) == use

    def test_a_column_whose_heading_is_not_known_goes_into_the_note(self) -> None:
        pasted = sheet(["Nhiệm vụ", "Lãnh đạo phụ trách", "Ghi chú"], ["Việc", "Cán bộ A", "Gấp"])
        assert tasks(pasted) == [{"title": "Việc", "note": "Lãnh đạo phụ trách: Cán bộ A\nGấp"}]

    def test_of_two_columns_for_one_field_the_second_goes_into_the_note(self) -> None:
        pasted = sheet(["Nhiệm vụ", "Sản phẩm", "Kết quả"], ["Việc", "Báo cáo", "Đã in"])
        assert tasks(pasted) == [{"title": "Việc", "result": "Báo cáo", "note": "Kết quả: Đã in"}]

    def test_a_first_row_that_holds_none_is_a_task(self) -> None:
        pasted = sheet(["Tổ chức hội thảo"], ["Khảo sát"])
        assert not pasted.headed
        assert [task["title"] for task in tasks(pasted)] == ["Tổ chức hội thảo", "Khảo sát"]

    def test_the_officer_has_the_last_word(self) -> None:
        pasted = sheet(["Hạng mục", "Cấp"], ["Hội thảo", "Sở"])
        pasted.set_headed(True)
        assert tasks(pasted) == [{"title": "Hội thảo", "note": "Cấp: Sở"}]
        pasted.set_headed(False)
        assert len(tasks(pasted)) == 2


class TestColumnsByWhatTheyHold:
    def test_numbers_deadlines_statuses_and_words(self) -> None:
        pasted = sheet(
            ["1", "30/9/2025", "Hội thảo", "Xong", "Sở A"],
            ["2", "quý IV/2025", "Khảo sát", "Đang thực hiện", ""],
            ["3", "sau khi có Luật", "Tập huấn", "", "Sở B"],
        )
        assert pasted.uses == ["", "deadline", "title", "status", "note"]

    @pytest.mark.parametrize(
        "numbers",
        ["1 2 3", "1. 2. 3.", "4 5 6", "1 1.1 1.2 2", "I 1 2 II 1", "(1) (2) (3)"],
    )
    def test_what_counts_the_rows_is_not_used(self, numbers: str) -> None:
        assert sheet(*([number, "Việc"] for number in numbers.split())).uses == ["", "title"]

    @pytest.mark.parametrize("numbers", ["500 1.200 300", "500", "1 3 2", "x x"])
    def test_what_only_looks_like_it_is_kept(self, numbers: str) -> None:
        assert sheet(*([number, "Việc"] for number in numbers.split())).uses[0] in ("note", "title")
        assert sum(bool(use) for use in sheet(["500", "Việc"]).uses) == 2

    def test_a_choice_puts_the_other_column_in_its_place(self) -> None:
        pasted = sheet(["Hội thảo", "Sở A", "1"], ["Khảo sát", "Sở B", "2"])
        assert pasted.uses == ["title", "note", ""]
        pasted.choose(1, "title")
        assert pasted.uses == ["note", "title", ""]
        pasted.choose(2, "title")
        assert pasted.uses == ["note", "note", "title"]
        pasted.choose(0, "")
        assert pasted.uses == ["", "note", "title"]
        assert pasted.outcome().tasks == 0


class TestCells:
    @pytest.mark.parametrize(
        ("text", "due"),
        [
            ("30/9/2025", Day(datetime.date(2025, 9, 30))),
            ("08/2026", Month(2026, 8)),
            ("Quý IV/2025", Quarter(2025, 4)),
            ("thường xuyên", Ongoing()),
            ("sau khi Luật có hiệu lực", Condition("sau khi Luật có hiệu lực")),
        ],
    )
    def test_deadlines(self, text: str, due: Due) -> None:
        pasted = sheet(["Nhiệm vụ", "Thời hạn"], ["Việc", text])
        (edit,) = (edit for edit in pasted.edits("area-1") if edit.field == "deadline")
        assert edit.body["value"] == to_value(Deadline(due))
        assert bool(pasted.readings(0)[1].remark) == isinstance(due, Condition)

    def test_units_stand_one_a_line_or_between_semicolons(self) -> None:
        pasted = sheet(["Nhiệm vụ", "Phối hợp"], ["Việc", "Sở A\nSở B; Sở C"])
        assert tasks(pasted)[0]["partners"] == ("Sở A", "Sở B", "Sở C")

    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("Đã hoàn thành", Status.DONE),
            ("xong", Status.DONE),
            ("Xong.", Status.DONE),
            ("Đang triển khai", Status.IN_PROGRESS),
            ("Chưa triển khai", Status.NOT_STARTED),
            ("CHUA THUC HIEN", Status.NOT_STARTED),
            ("Không tiếp tục thực hiện", Status.DROPPED),
            ("Chưa hoàn thành", None),
            ("Đạt 70%", None),
        ],
    )
    def test_statuses(self, text: str, status: Status | None) -> None:
        assert status_of(text) == status

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("status", Status)
    def test_a_status_as_the_screen_says_it(self, status: Status, language: str) -> None:
        use_language(language)
        label = status_label(status)
        use_language("en")
        assert status_of(label) is status

    def test_what_is_not_understood_goes_into_the_note(self) -> None:
        pasted = sheet(
            ["Nhiệm vụ", "Hạn", "Tiến độ", "Ghi chú"], ["Việc", "31/11/2025", "Đạt 70%", "Gấp"]
        )
        assert tasks(pasted) == [
            {"title": "Việc", "note": "Hạn: 31/11/2025\nTiến độ: Đạt 70%\nGấp"}
        ]
        assert [reading.to_note for reading in pasted.readings(0)] == [False, True, True, False]
        assert pasted.outcome() == Outcome(tasks=1, left_out=0, undated=0, noted=2)

    def test_without_headings_the_field_names_it(self) -> None:
        pasted = sheet(["Việc", "31/11/2025"])
        pasted.choose(1, "deadline")
        assert tasks(pasted) == [{"title": "Việc", "note": "<deadline>: 31/11/2025"}]

    def test_a_name_is_one_line_however_long(self) -> None:
        pasted = sheet(["Nhiệm vụ"], ["Việc\n thứ  nhất " + "x" * 9_000])
        assert tasks(pasted) == [{"title": "Việc thứ nhất " + "x" * 9_000}]

    def test_rows_without_a_name_are_left_out(self) -> None:
        pasted = sheet(["Nhiệm vụ", "Hạn"], ["(2)", "(3)"], ["Việc", ""], ["", "2025"])
        assert [pasted.name(row) for row in range(3)] == ["", "Việc", ""]
        assert pasted.outcome() == Outcome(tasks=1, left_out=2, undated=0, noted=0)
        assert len(tasks(pasted)) == 1


class TestCompletion:
    """Only what is done has a completion date, and it is never in the future."""

    @pytest.mark.parametrize(
        ("status", "day", "fields"),
        [
            ("Xong", "15/9/2025", {"status": "done", "completed_on": "2025-09-15"}),
            ("Xong", "", {"status": "done", "completed_on": "2025-11-20"}),
            ("", "15/9/2025", {"status": "done", "completed_on": "2025-09-15"}),
            ("", "", {}),
            ("", "21/11/2025", {"note": "Ngày hoàn thành: 21/11/2025"}),
            (
                "Xong",
                "21/11/2025",
                {
                    "status": "done",
                    "completed_on": "2025-11-20",
                    "note": "Ngày hoàn thành: 21/11/2025",
                },
            ),
            (
                "Tạm dừng",
                "15/9/2025",
                {"status": "paused", "note": "Ngày hoàn thành: 15/9/2025"},
            ),
            (
                "Đạt 70%",
                "15/9/2025",
                {"note": "Tiến độ: Đạt 70%\nNgày hoàn thành: 15/9/2025"},
            ),
            (
                "Xong",
                "9/2025",
                {"status": "done", "completed_on": "2025-11-20", "note": "Ngày hoàn thành: 9/2025"},
            ),
        ],
    )
    def test_with_the_status(self, status: str, day: str, fields: dict[str, Any]) -> None:
        pasted = sheet(["Nhiệm vụ", "Tiến độ", "Ngày hoàn thành"], ["Việc", status, day])
        assert tasks(pasted) == [{"title": "Việc", **fields}]
        assert pasted.outcome().undated == (fields.get("completed_on") == "2025-11-20")

    def test_a_date_without_a_column_of_statuses(self) -> None:
        pasted = sheet(["Nhiệm vụ", "Ngày hoàn thành"], ["Việc", "15/9/2025"])
        assert tasks(pasted) == [{"title": "Việc", "completed_on": "2025-09-15", "status": "done"}]
        assert pasted.readings(0)[1].remark == "With a completion date it is recorded as done."


cells = st.one_of(
    st.text(max_size=6),
    st.sampled_from(["", "1", "2", "Việc", "Nhiệm vụ", "Hạn", "STT", "Sở A; Sở B", ";"]),
    st.sampled_from(["31/12/2025", "15/9/2025", "30/2/2025", "quý IV/2025", "thường xuyên"]),
    st.sampled_from(["Xong", "Đang thực hiện", "Đạt 70%"]),
)
tables = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.tuples(*[cells] * width), min_size=1, max_size=4)
)
choices = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(("", *USES))), max_size=4)


@given(tables, choices, st.booleans())
def test_no_words_are_lost(rows: Rows, chosen: list[tuple[int, str]], headed: bool) -> None:
    """They are in a field, in the note, or in a column or row that is seen to be left out."""
    pasted = Sheet(rows, LABELS, TODAY)
    pasted.set_headed(headed)
    for column, use in chosen:
        pasted.choose(column % len(rows[0]), use)
    named = [row for row in range(len(pasted.body)) if pasted.name(row)]
    added = tasks(pasted)
    assert pasted.outcome()[:2] == (len(named), len(pasted.body) - len(named))
    assert [task["title"] for task in added] == [pasted.name(row) for row in named]
    for row, task in zip(named, added, strict=True):
        columns = zip(pasted.uses, pasted.body[row], pasted.readings(row), strict=True)
        for use, text, reading in columns:
            note = words(task.get("note", ""))
            if reading.to_note or use == "note":
                assert words(text) in note
            elif use in ("deadline", "status", "completed_on"):
                assert (use in task) or not words(text)
            elif use == "partners":
                assert set(parse_units(text)) == set(task.get(use, ()))
            elif use:
                assert words(text) == words(task.get(use, ""))


@given(tables, choices)
def test_one_field_has_one_column(rows: Rows, chosen: list[tuple[int, str]]) -> None:
    pasted = Sheet(rows, LABELS, TODAY)
    for column, use in chosen:
        pasted.choose(column % len(rows[0]), use)
        assert pasted.uses[column % len(rows[0])] == use
    once = [use for use in pasted.uses if use not in ("", "note")]
    assert len(once) == len(set(once))


def words(text: str) -> str:
    """The signs of a text as they are kept, white space aside."""
    return re.sub(r"\s", "", clean(text))
