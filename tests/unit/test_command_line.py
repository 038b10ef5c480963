"""The command line as a user meets it: the real program, one process a command."""

import datetime
import json
import sqlite3
from pathlib import Path

import pytest
from e2e.program import Program
from office import AGREEMENT_FILE
from pypdf import PdfReader

TITLE = "Xây dựng kế hoạch phối hợp năm 2025 giữa hai đơn vị: đề xuất, kiểm tra"
FIELDS = {
    "status",
    "completed_on",
    "deadline",
    "lead",
    "partners",
    "result",
    "difficulty",
    "proposal",
    "note",
}


@pytest.fixture
def other_programme(tmp_path: Path) -> Path:
    path = tmp_path / "other.toml"
    text = AGREEMENT_FILE.read_text("utf-8").replace('id = "can-tho-2021-2025"', 'id = "other"')
    path.write_text(text, "utf-8")
    return path


class TestList:
    def test_every_item_and_task_comes_with_its_state(self, program: Program) -> None:
        program.say("add-task", "directive-1", TITLE)
        listed = program.listed()
        ids = [id for id, entry in listed.items() if entry["kind"] != "task"]
        assert ids == [f"area-{n}" for n in range(1, 6)] + [f"directive-{n}" for n in range(1, 5)]
        for entry in listed.values():
            assert entry.keys() >= {"id", "kind", "number", "title", "status", "timeliness"}
            assert entry.keys() >= FIELDS
            assert (entry["status"], entry["timeliness"]) == ("not_started", "no_deadline")
        (task,) = (entry for entry in listed.values() if entry["kind"] == "task")
        assert (task["title"], task["parent"], task["number"]) == (TITLE, "directive-1", 1)
        assert list(listed)[list(listed).index("directive-1") + 1] == task["id"]

    def test_lines_hold_id_wording_and_state(self, program: Program) -> None:
        program.say("set", "area-2", "status", "in_progress")
        line = program.say("list").splitlines()[1]
        assert line.startswith("area-2 ")
        assert line.endswith("[In progress, No deadline]")

    @pytest.mark.parametrize(
        ("deadline", "words"),
        [
            ("quý IV/2199", "Not completed, in time, quarter IV/2199"),
            ("thường xuyên", "Ongoing"),
            ("sau khi Luật có hiệu lực", "On a condition, sau khi Luật có hiệu lực"),
        ],
    )
    def test_lines_hold_the_deadline(self, program: Program, deadline: str, words: str) -> None:
        program.run("set", "area-1", "deadline", deadline)
        assert program.say("list").splitlines()[0].endswith(f"[Not started, {words}]")

    @pytest.mark.parametrize(
        ("language", "word"), [("vi", "Chưa thực hiện"), ("en", "Not started")]
    )
    def test_language_is_the_one_asked_for(
        self, program: Program, language: str, word: str
    ) -> None:
        done = program.run_bare("list", "--data-dir", program.data_dir, "--lang", language)
        assert done.stdout.count(word) == len(program.listed())

    def test_vietnamese_unless_told_otherwise(self, program: Program) -> None:
        assert "Chưa thực hiện" in program.run_bare("list").stdout


class TestOptions:
    @pytest.mark.parametrize(
        "command",
        [
            ["list"],
            ["list", "--json"],
            ["set", "area-2", "status", "in_progress"],
            ["add-task", "area-1", TITLE],
            ["history"],
            ["history", "area-1", "--json"],
            ["verify"],
        ],
    )
    def test_stand_before_or_after_the_command(
        self, program: Program, other_programme: Path, command: list[str]
    ) -> None:
        options = ["--data-dir", program.data_dir, f"--agreement={other_programme}"]
        before = program.run_bare(*options, "--lang", "en", *command)
        after = program.run_bare(*command, "--lang=en", *options)
        assert (before.returncode, before.stderr) == (0, "")
        assert (after.returncode, after.stderr) == (0, "")
        assert (before.stdout == after.stdout) or command[0] == "history"
        assert program.database.is_file()

    def test_data_dir_from_the_environment(self, program: Program, tmp_path: Path) -> None:
        there = tmp_path / "dữ liệu"
        moved = Program(program.home, {"AGREEMENT_VIEWER_DATA_DIR": str(there)})
        assert moved.run_bare("list").returncode == 0
        assert (there / "ledger.sqlite3").is_file()
        assert not program.data_dir.exists()

    def test_each_programme_has_its_own_checklist(
        self, program: Program, other_programme: Path
    ) -> None:
        program.say("set", "area-1", "status", "done")
        program.say("--agreement", other_programme, "set", "area-1", "status", "paused")
        assert program.listed()["area-1"]["status"] == "done"
        assert program.listed("--agreement", other_programme)["area-1"]["status"] == "paused"
        assert "paused" not in [change["value"] for change in program.history()]
        assert program.say("verify") == "All in order.\n"


class TestSet:
    @pytest.mark.parametrize(
        ("name", "typed", "stored"),
        [
            ("status", "paused", "paused"),
            ("completed_on", "05/01/2024", "2024-01-05"),
            ("completed_on", "2024-01-05", "2024-01-05"),
            ("lead", "Đơn vị B", "Đơn vị B"),
            ("partners", "Đơn vị B; Đơn vị Ư", ["Đơn vị B", "Đơn vị Ư"]),
            ("result", "Đã ban hành kế hoạch", "Đã ban hành kế hoạch"),
            ("difficulty", "Kinh phí “chậm” <b>& ít</b>", "Kinh phí “chậm” <b>& ít</b>"),
            ("proposal", "đề xuất", "đề xuất"),
            ("note", "Ghi chú", "Ghi chú"),
        ],
    )
    def test_a_field_is_listed_as_it_was_set(
        self, program: Program, name: str, typed: str, stored: object
    ) -> None:
        assert program.say("set", "area-2", name, typed) == ""
        listed = program.listed()
        assert listed["area-2"][name] == stored
        assert listed["area-1"][name] != stored

    def test_deadline_is_understood_and_compared(self, program: Program) -> None:
        program.say("set", "area-2", "deadline", "quý IV/2024")
        entry = program.listed()["area-2"]
        assert entry["deadline"]["due"] == {"kind": "quarter", "year": 2024, "quarter": 4}
        assert (entry["due_on"], entry["timeliness"]) == ("2024-12-31", "overdue")

    def test_what_is_no_date_is_kept_as_a_condition_and_says_so(self, program: Program) -> None:
        done = program.run("set", "area-2", "deadline", "quý", "V/2025")
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr == "Kept as a condition: “quý V/2025”.\n"
        assert program.listed()["area-2"]["timeliness"] == "condition"

    def test_done_today_unless_a_day_is_given(self, program: Program) -> None:
        program.say("set", "area-1", "status", "done")
        today = datetime.datetime.now().astimezone().date().isoformat()
        assert program.listed()["area-1"]["completed_on"] == today

    def test_a_value_may_be_several_words_and_may_be_emptied(self, program: Program) -> None:
        program.say("set", "area-1", "note", "hai", "từ")
        assert program.listed()["area-1"]["note"] == "hai từ"
        program.say("set", "area-1", "note", "")
        assert program.listed()["area-1"]["note"] is None

    def test_an_unchanged_value_appends_nothing(self, program: Program) -> None:
        for _ in range(2):
            program.say("set", "area-1", "note", "một")
        assert len(program.rows()) == 1

    def test_a_task_is_named_by_the_start_of_its_id(self, program: Program) -> None:
        program.say("add-task", "area-1", TITLE)
        id = program.first_task()
        program.say("set", id[:12], "title", "Tên mới")
        program.say("set", id, "status", "dropped")
        entry = program.listed()[id]
        assert (entry["title"], entry["status"]) == ("Tên mới", "dropped")


class TestHistory:
    def test_tells_who_what_and_when_newest_first(self, program: Program) -> None:
        program.say("set", "area-1", "status", "in_progress")
        program.say("set", "area-1", "status", "paused")
        program.say("set", "area-2", "note", "khác")
        program.say("add-task", "area-1", TITLE)
        *_, second, first = program.history("area-1")
        assert (first["value"], second["value"]) == ("in_progress", "paused")
        assert second["replaces"] == [first["id"]]
        assert second["by"].keys() == {"name", "unit"}
        assert datetime.datetime.fromisoformat(first["at"]) <= datetime.datetime.now(datetime.UTC)
        assert {change["item"] for change in program.history("area-1")} == {
            "area-1",
            program.first_task(),
        }
        assert len(program.history()) == len(program.rows()) == 5

    def test_lines(self, program: Program) -> None:
        program.say("set", "area-1", "note", "ghi chú")
        assert program.say("history").rstrip().endswith("area-1 Note: ghi chú")

    def test_lines_are_words_in_the_language_asked_for(self, program: Program) -> None:
        program.say("set", "area-1", "status", "in_progress")
        program.say("set", "area-1", "deadline", "quý IV/2025")
        program.say("set", "area-1", "deadline", "2026")
        program.say("set", "area-1", "result", "dòng một\ndòng hai")
        program.say("add-task", "area-1", TITLE)
        task = program.first_task()[:12]
        program.say("set", task, "status", "done")
        lines = program.say("history", "--lang", "vi").splitlines()
        assert [line.split("  ")[-1] for line in lines[1:]] == [
            f"{task} {TITLE} · Tình trạng thực hiện: Hoàn thành",
            f"area-1 Thêm nhiệm vụ: {TITLE} ({task})",
            "area-1 Sản phẩm, kết quả: dòng một dòng hai",
            "area-1 Thời hạn: quý IV/2025 → năm 2026",
            "area-1 Thời hạn: quý IV/2025",
            "area-1 Tình trạng thực hiện: Đang thực hiện",
        ]

    def test_closings_and_reports_are_told(self, program: Program, tmp_path: Path) -> None:
        days = ("--from", "2025-06-15", "--to", "2025-12-14")
        code = program.say("period", "close", "6 tháng cuối năm 2025", *days).strip()
        program.say("report", "-o", tmp_path / "a.pdf", "--period", "6 tháng cuối năm 2025")
        lines = program.say("history", "--lang", "vi").splitlines()
        assert [line.split("  ")[-1] for line in lines] == [
            f"Xuất báo cáo, mã {code}",
            "Chốt số liệu: 6 tháng cuối năm 2025",
        ]


class TestReport:
    def test_is_a_pdf_of_all_items(self, program: Program, tmp_path: Path) -> None:
        program.say("add-task", "area-1", "Mục-A1")
        program.say("report", "-o", tmp_path / "báo cáo.pdf")
        pages = PdfReader(tmp_path / "báo cáo.pdf").pages
        assert "Mục-A1" in "".join(page.extract_text() for page in pages)


def test_a_row_is_a_change_in_json(program: Program) -> None:
    program.say("set", "area-1", "note", "ghi chú")
    with sqlite3.connect(program.database) as connection:
        query = "SELECT id, writer, seq, body FROM change"
        ((id, writer, seq, body),) = connection.execute(query).fetchall()
    connection.close()
    change = json.loads(body)
    assert (change["writer"], change["seq"]) == (writer, seq)
    assert change["body"] == {"value": "ghi chú"}
    assert [entry["id"] for entry in program.history()] == [id]


ENGLISH = ("usage:", "options:", "positional arguments", "show this", "show program's")


@pytest.mark.parametrize("command", [(), ("report",), ("set",), ("period", "close")])
def test_help_is_in_the_language_of_the_user(program: Program, command: tuple[str, ...]) -> None:
    done = program.run_bare("--data-dir", program.data_dir, *command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Cách dùng: {' '.join(('agreement-viewer', *command))}")
    assert "Hiển thị hướng dẫn này." in done.stdout
    assert not any(words in done.stdout for words in ENGLISH)


def test_a_command_that_is_not_understood_is_answered_with_how_it_is_written(
    program: Program,
) -> None:
    done = program.run_bare("--data-dir", program.data_dir, "set", "area-2")
    assert done.returncode == 2
    assert done.stderr == (
        "Lệnh chưa đúng; cách viết: agreement-viewer set [-h] ITEM FIELD VALUE [VALUE ...]\n"
    )
