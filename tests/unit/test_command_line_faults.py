"""What the command line says to input that it cannot take, and to readers that leave."""

import os
import subprocess

import pytest
from e2e.program import SECONDS, Program

TITLE = "Nhiệm vụ"

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
    "an endless value": ["set", "area-1", "note", "ơ" * 20_001],
    "a device for a programme": ["list", "--agreement", "/dev/zero"],
    "too much": ["verify", "area-1"],
    "history of nothing": ["history", "area-99"],
    "no such file": ["list", "--agreement", "{home}/none.toml"],
    "no programme": ["list", "--agreement", "{home}/bad.toml"],
    "no folder": ["list", "--data-dir", "{home}/bad.toml"],
}


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Program:
    program = Program(tmp_path_factory.mktemp("untouched"))
    program.say("set", "area-1", "note", "giữ nguyên")
    (program.home / "bad.toml").write_text("id = 3", "utf-8")
    return program


class TestBadInput:
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
        assert program.run("add-task", program.first_task(), TITLE).returncode == 2
        assert program.rows() == before

    def test_bytes_that_are_no_text(self, program: Program) -> None:
        done = program.run("set", "area-1", "note", "a\udcffb")
        assert done.returncode in (0, 2)
        assert "Traceback" not in done.stderr
        assert program.say("verify") == "All in order.\n"

    @pytest.mark.parametrize("file", ["a\\u0000b", "a" * 5000, "/", "../../none.toml"])
    def test_a_programme_in_the_settings_that_is_none(self, program: Program, file: str) -> None:
        program.say("list")
        (program.data_dir / "settings.json").write_text(f'{{"agreement_file": "{file}"}}', "utf-8")
        done = program.run("list")
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1

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
