"""The command line as a user meets it: the real program, one process a command."""

import datetime
import json
import os
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from e2e.program import SECONDS, Program
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
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


@pytest.fixture
def other_programme(tmp_path: Path) -> Path:
    path = tmp_path / "other.toml"
    text = AGREEMENT_FILE.read_text("utf-8").replace('id = "can-tho-2021-2025"', 'id = "other"')
    path.write_text(text, "utf-8")
    return path


def first_task(program: Program) -> str:
    return next(id for id, entry in program.listed().items() if entry["kind"] == "task")


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
        id = first_task(program)
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
            first_task(program),
        }
        assert len(program.history()) == len(program.rows()) == 5

    def test_lines(self, program: Program) -> None:
        program.say("set", "area-1", "note", "ghi chú")
        assert program.say("history").rstrip().endswith('area-1 note: "ghi chú"')


class TestReport:
    def test_is_a_pdf_of_all_items(self, program: Program, tmp_path: Path) -> None:
        program.say("add-task", "area-1", "Mục-A1")
        program.say("report", "-o", tmp_path / "báo cáo.pdf")
        pages = PdfReader(tmp_path / "báo cáo.pdf").pages
        assert "Mục-A1" in "".join(page.extract_text() for page in pages)


BAD = {
    "no such item": ["set", "area-99", "status", "done"],
    "half an id": ["set", "area", "status", "done"],
    "no such field": ["set", "area-1", "colour", "red"],
    "no such status": ["set", "area-1", "status", "finished"],
    "no such day": ["set", "area-1", "completed_on", "31/02/2024"],
    "a day to come": ["set", "area-1", "completed_on", "31/12/2199"],
    "signed wording": ["set", "area-1", "title", "Khác"],
    "no name": ["add-task", "area-1", "  "],
    "a task of nothing": ["add-task", "area-99", TITLE],
    "no value": ["set", "area-1", "status"],
    "no output": ["report"],
    "no such folder": ["report", "-o", "{home}/none/report.pdf"],
    "a folder for a file": ["report", "-o", "{home}"],
    "no such command": ["frobnicate"],
    "no such option": ["list", "--colour"],
    "no such language": ["list", "--lang", "fr"],
    "too much": ["verify", "area-1"],
    "history of nothing": ["history", "area-99"],
    "no such file": ["list", "--agreement", "{home}/none.toml"],
    "no programme": ["list", "--agreement", "{home}/bad.toml"],
    "no folder": ["list", "--data-dir", "{home}/bad.toml"],
}


class TestBadInput:
    @pytest.fixture(scope="class")
    def untouched(self, tmp_path_factory: pytest.TempPathFactory) -> Program:
        program = Program(tmp_path_factory.mktemp("untouched"))
        program.say("set", "area-1", "note", "giữ nguyên")
        (program.home / "bad.toml").write_text("id = 3", "utf-8")
        return program

    @pytest.mark.parametrize("arguments", BAD.values(), ids=BAD.keys())
    def test_is_one_sentence_and_changes_nothing(
        self, untouched: Program, arguments: list[str]
    ) -> None:
        program = untouched
        before = program.rows(), sorted(program.home.rglob("*"))
        done = program.run(*(text.format(home=program.home) for text in arguments))
        assert done.returncode == 2
        assert done.stdout == ""
        assert len(done.stderr.splitlines()) == 1
        assert "Traceback" not in done.stderr
        assert (program.rows(), sorted(program.home.rglob("*"))) == before

    def test_a_task_holds_no_tasks(self, program: Program) -> None:
        program.say("add-task", "area-1", TITLE)
        before = program.rows()
        assert program.run("add-task", first_task(program), TITLE).returncode == 2
        assert program.rows() == before

    def test_bytes_that_are_no_text(self, program: Program) -> None:
        done = program.run("set", "area-1", "note", "a\udcffb")
        assert done.returncode in (0, 2)
        assert "Traceback" not in done.stderr
        assert program.say("verify") == "All in order.\n"

    def test_in_vietnamese(self, program: Program) -> None:
        done = program.run_bare("set", "area-99", "status", "done")
        assert done.returncode == 2
        assert "area-99" in done.stderr
        assert any(ord(letter) > 127 for letter in done.stderr)


class TestWithoutDisplay:
    @pytest.mark.parametrize("display", ["", ":", ":4999", "nowhere.invalid:0"])
    def test_says_so_and_names_the_report(self, program: Program, display: str) -> None:
        done = Program(program.home, {"DISPLAY": display}).run()
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1
        assert "agreement-viewer report" in done.stderr


class TestOutput:
    @pytest.mark.parametrize(
        "variables",
        [
            {"LC_ALL": "C"},
            {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
            {"PYTHONIOENCODING": "cp1252"},
            {"PYTHONIOENCODING": "utf-16:strict", "LC_ALL": "C"},
        ],
        ids=str,
    )
    def test_is_utf8(self, program: Program, variables: dict[str, str]) -> None:
        foreign = Program(program.home, variables)
        foreign.say("add-task", "area-1", TITLE)
        assert TITLE in foreign.say("list")
        assert [entry["title"] for entry in foreign.listed().values()][1] == TITLE
        assert "“đ”" in foreign.run("set", "area-1", "status", "đ").stderr

    @pytest.mark.parametrize("command", [["list"], ["list", "--json"], ["history"]], ids=str)
    def test_a_reader_that_has_left_is_no_fault(self, program: Program, command: list[str]) -> None:
        program.say("set", "area-1", "note", "ghi chú")
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            program.command("--data-dir", program.data_dir, *command),
            env=program.variables(),
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=SECONDS,
            check=False,
        )
        os.close(writing)
        assert done.stderr == b""


Tampering = Callable[[sqlite3.Connection], object]


def edit_body(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE change SET body = replace(body, 'paused', 'dropped') WHERE row = 2")


def edit_body_of_head(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE change SET body = replace(body, 'done', 'dropped') WHERE row = 3")
    connection.execute("UPDATE head SET body = replace(body, 'done', 'dropped')")


def edit_column(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE change SET item = 'area-2' WHERE row = 2")


def swap_ids(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE change SET id = upper(id) WHERE row = 2")


def remove_inner(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM change WHERE row = 2")


def remove_last(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM change WHERE row = (SELECT max(row) FROM change)")


def no_json(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE change SET body = 'x' WHERE row = 2")


class TestVerify:
    @pytest.fixture
    def ledger(self, program: Program) -> Program:
        for status in ("in_progress", "paused", "done"):
            program.say("set", "area-1", "status", status)
        return program

    def tamper(self, program: Program, tampering: Tampering) -> None:
        with sqlite3.connect(program.database) as connection:
            query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
            triggers = connection.execute(query).fetchall()
            for name, _sql in triggers:
                connection.execute(f"DROP TRIGGER {name}")
            tampering(connection)
            for _name, sql in triggers:
                connection.execute(sql)
        connection.close()

    def test_in_order(self, ledger: Program) -> None:
        assert ledger.say("verify") == "All in order.\n"

    @pytest.mark.parametrize(
        ("tampering", "row"),
        [
            (edit_body, 2),
            (edit_body_of_head, 3),
            (edit_column, 2),
            (swap_ids, 2),
            (no_json, 2),
        ],
    )
    def test_names_the_row_that_was_altered(
        self, ledger: Program, tampering: Tampering, row: int
    ) -> None:
        id = ledger.rows()[row - 1][1]
        self.tamper(ledger, tampering)
        done = ledger.run("verify")
        assert done.returncode == 1
        said = (done.stdout + done.stderr).casefold()
        assert f"row {row}:" in said
        assert id[:12] in said

    @pytest.mark.parametrize("tampering", [remove_inner, remove_last])
    def test_misses_what_was_removed(self, ledger: Program, tampering: Tampering) -> None:
        missing = {row[1]: row for row in ledger.rows()}
        self.tamper(ledger, tampering)
        for row in ledger.rows():
            del missing[row[1]]
        ((_, id, _, _, seq, *_),) = missing.values()
        done = ledger.run("verify")
        assert done.returncode == 1
        assert id[:12] in done.stdout or f"number {seq} " in done.stdout

    def test_a_file_that_is_no_database(self, ledger: Program) -> None:
        ledger.database.write_bytes(b"not a database")
        done = ledger.run("verify")
        assert done.returncode == 1
        assert str(ledger.database) in done.stderr

    def test_the_ledger_refuses_other_programs(self, ledger: Program) -> None:
        with sqlite3.connect(ledger.database) as connection:
            for statement in (
                "UPDATE change SET body = 'x'",
                "DELETE FROM change",
                "INSERT OR REPLACE INTO change SELECT * FROM change",
            ):
                with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                    connection.execute(statement)
        connection.close()
        assert ledger.say("verify") == "All in order.\n"


class TestTogether:
    def test_all_that_several_processes_write_is_recorded(self, program: Program) -> None:
        writes = [("set", f"area-{n}", "note", f"Ghi chú {n}") for n in range(1, 6)]
        writes += [("add-task", "area-1", f"Nhiệm vụ {n}") for n in range(1, 6)]
        running = [
            subprocess.Popen(
                program.command("--data-dir", program.data_dir, *write),
                env=program.variables(),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
            for write in writes
        ]
        said = [(process.communicate()[0], process.returncode) for process in running]
        assert said == [(b"", 0)] * len(writes)
        listed = program.listed()
        assert {listed[f"area-{n}"]["note"] for n in range(1, 6)} == {
            f"Ghi chú {n}" for n in range(1, 6)
        }
        tasks = {entry["title"] for entry in listed.values() if entry["kind"] == "task"}
        assert tasks == {f"Nhiệm vụ {n}" for n in range(1, 6)}
        assert len(program.rows()) == 15
        assert program.say("verify") == "All in order.\n"


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
