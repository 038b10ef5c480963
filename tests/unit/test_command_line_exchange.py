"""Sending and receiving on the command line: two computers and a stick between them."""

import hashlib
import re
import sqlite3
from pathlib import Path

import pytest
from e2e.program import Program
from unit.report.readers import run

TITLE = (
    "Phối hợp đề xuất xây dựng, sửa đổi, bổ sung cơ chế, chính sách, pháp luật về công tác KH&CN"
)


@pytest.fixture
def other(tmp_path: Path) -> Program:
    """The computer of the other office."""
    return Program(tmp_path / "other")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A file on the stick between them."""
    return tmp_path / "gửi.agx"


def ids(program: Program) -> set[str]:
    return {row[1] for row in program.rows()}


def test_two_lists_become_one(program: Program, other: Program, stick: Path) -> None:
    program.say("set", "area-1", "note", "của A")
    other.say("set", "area-1", "note", "của B")
    said = program.say("export", stick).splitlines()
    assert said[-1] == "Changes written: 1, in gửi.agx. The stick may be removed."
    code = said[0].removeprefix("Code of this computer: ")
    assert f"code {code}" in other.say("import", stick, "--accept-new")
    back = stick.with_name("trả lời.agx")
    other.say("export", back)
    program.say("import", back, "--accept-new")
    assert ids(program) == ids(other)
    assert program.listed() == other.listed()
    assert program.listed()["area-1"]["differences"] == ["note"]
    assert "not settled: Note]" in program.say("list").splitlines()[0]
    assert other.say("verify") == "All in order.\n"


def test_a_new_sender_is_shown_and_nothing_changes(
    program: Program, other: Program, stick: Path
) -> None:
    program.say("set", "area-1", "note", "của A")
    program.say("export", stick)
    other.say("list")
    done = other.run("import", stick)
    assert done.returncode == 3
    assert "New sender:" in done.stdout
    assert "telephone" in done.stderr
    assert other.rows() == []
    assert not (other.data_dir / "backups").exists()


def test_a_dry_run_tells_all_and_changes_nothing(
    program: Program, other: Program, stick: Path
) -> None:
    program.say("set", "area-1", "note", "của A")
    other.say("set", "area-1", "note", "của B")
    program.say("export", stick)
    said = other.say("import", stick, "--dry-run", "--accept-new")
    assert "New changes: 1\n" in said
    assert "New differences to settle: 1\n" in said
    assert len(other.rows()) == 1
    other.say("import", stick, "--accept-new")
    assert "Nothing in it is new" in other.say("import", stick, "--dry-run")


def test_a_backup_is_made_before_anything_comes_in(
    program: Program, other: Program, stick: Path
) -> None:
    other.say("set", "area-2", "note", "trước")
    program.say("set", "area-1", "note", "của A")
    program.say("export", stick)
    for _ in range(2):
        other.say("import", stick, "--accept-new")
    (backup,) = (other.data_dir / "backups").glob("*.sqlite3")
    with sqlite3.connect(backup) as connection:
        ((count,),) = connection.execute("SELECT count(*) FROM change").fetchall()
    connection.close()
    assert count == 1


def test_since_a_partner_only_what_that_one_lacks(
    program: Program, other: Program, stick: Path
) -> None:
    program.say("set", "area-1", "note", "một")
    program.say("export", stick)
    other.say("import", stick, "--accept-new")
    back, again = stick.with_name("trả lời.agx"), stick.with_name("gửi tiếp.agx")
    other.say("export", back)
    program.say("import", back, "--accept-new")
    program.say("set", "area-1", "note", "hai")
    name = program.history()[0]["by"]["name"]
    assert "Changes written: 1," in program.say("export", again, "--since-partner", name)
    other.say("import", again)
    assert ids(program) == ids(other)


def test_a_passphrase_from_a_file(
    program: Program, other: Program, stick: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "passphrase.txt"
    secret.write_text("trời xanh\n", "utf-8")
    program.say("set", "area-1", "note", "của A")
    program.say("export", stick, "--passphrase-file", secret)
    other.say("list")
    assert other.run("import", stick, "--accept-new").returncode == 2
    other.say("import", stick, "--accept-new", "--passphrase-file", secret)
    assert ids(other) == ids(program)


def test_what_was_written_before_is_not_written_over(program: Program, stick: Path) -> None:
    program.say("set", "area-1", "note", "một")
    program.say("export", stick)
    before = stick.read_bytes()
    for options in ((), ("--handover",)):
        done = program.run("export", stick, *options)
        assert done.returncode == 2
        assert "exists already" in done.stderr
    assert stick.read_bytes() == before


def test_new_differences_are_told_when_it_is_taken_in(
    program: Program, other: Program, stick: Path
) -> None:
    program.say("set", "area-1", "note", "của A")
    other.say("set", "area-1", "note", "của B")
    program.say("export", stick)
    *_, taken, last = other.say("import", stick, "--accept-new").splitlines()
    assert (taken, last) == ("Changes taken in: 1.", f"Both sides changed: “{TITLE}” (Note).")


def test_a_handover_is_a_file_and_the_record_of_it(
    program: Program, other: Program, stick: Path
) -> None:
    program.say("set", "area-1", "note", "của A")
    said = program.say("export", stick, "--handover").splitlines()
    record = stick.with_name("gửi - biên bản bàn giao.pdf")
    assert said[-1] == (
        f"Changes written: 1, and the record to sign: {record.name}. The stick may be removed."
    )
    text = run("pdftotext", "-raw", record, "-")
    assert hashlib.sha256(stick.read_bytes()).hexdigest() in text
    assert said[0].removeprefix("Code of this computer: ") in text
    other.say("list")
    assert "Handover by" in other.run("import", stick, "--dry-run").stdout
    other.say("import", stick, "--accept-new")
    assert ids(other) == ids(program)


def test_a_computer_that_was_restored_tells_its_earlier_code_too(
    program: Program, other: Program, stick: Path
) -> None:
    program.say("set", "area-1", "note", "trước")
    backup = stick.with_name("bản sao.zip")
    program.say("backup", backup)
    other.say("set", "area-1", "note", "của B")
    other.say("restore", backup)  # goes on under another key
    other.say("set", "area-1", "note", "sau")
    said = other.say("export", stick).splitlines()
    codes = [line.rpartition(": ")[2] for line in said[:-1]]
    assert [line.partition(": ")[0] for line in said[:-1]] == [
        "Code of this computer",
        "Earlier code of this computer",
    ]
    third = Program(stick.parent / "third")
    third.say("list")
    told = third.run("import", stick, "--dry-run").stdout
    assert all(f"code {code}\n" in told for code in codes)


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "{home}/none/a.agx"),
        ("export", "{home}"),
        ("export", "{home}/a.agx", "--since-partner", "Cán bộ không có"),
        ("export", "{home}/a.agx", "--since-partner", "x", "--handover"),
        ("export", "{home}/a.agx", "--passphrase-file", "{home}/none"),
        ("export", "{home}/a.agx", "--passphrase-file", "{home}/empty"),
        ("import", "{home}/none.agx"),
        ("import", "{home}"),
        ("import", "{home}/empty"),
        ("import", "{home}/text"),
        ("import",),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    program: Program, arguments: tuple[str, ...]
) -> None:
    program.home.mkdir()
    (program.home / "empty").touch()
    (program.home / "text").write_text("id = 3\n" * 100, "utf-8")
    done = program.run(*(word.format(home=program.home) for word in arguments))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert not list(program.home.glob(".*.tmp"))


class TestSync:
    def test_two_lists_become_one(self, program: Program, other: Program, tmp_path: Path) -> None:
        place = tmp_path / "share"
        place.mkdir()
        program.say("set", "area-1", "note", "của A")
        other.say("set", "area-1", "note", "của B")
        said = program.say("sync", place)
        assert said == "Changes taken in: 0.\nChanges left for others: 1.\n"
        said = other.say("sync", place, "--accept-new")
        assert said == (
            "Changes taken in: 1.\n"
            f"Both sides changed: “{TITLE}” (Note).\n"
            "Changes left for others: 1.\n"
        )
        program.say("sync", place, "--accept-new")
        assert ids(program) == ids(other)
        assert program.listed() == other.listed()

    def test_the_other_office_is_told_who_settled_what(
        self, program: Program, other: Program, tmp_path: Path
    ) -> None:
        place = tmp_path / "share"
        place.mkdir()
        for office in (program, other):
            office.say("set", "area-1", "note", f"của {office.home.name}")
            office.say("sync", place, "--accept-new")
        program.say("sync", place, "--accept-new")
        other.say("set", "area-1", "note", "thống nhất")
        other.say("sync", place)
        said = program.say("sync", place).splitlines()
        assert said[0] == "Changes taken in: 1."
        assert re.fullmatch(rf"Settled by [^:]+: “{re.escape(TITLE)}” \(Note\)\.", said[1])

    def test_a_new_sender_is_shown_with_its_code(
        self, program: Program, other: Program, tmp_path: Path
    ) -> None:
        place = tmp_path / "share"
        place.mkdir()
        program.say("set", "area-1", "note", "của A")
        program.say("sync", place)
        done = other.run("sync", place)
        assert done.returncode == 3
        assert "New sender:" in done.stdout
        assert "code" in done.stdout
        assert "--accept-new" in done.stderr
        assert other.rows() == []

    def test_a_folder_that_is_not_there_is_said(self, program: Program, tmp_path: Path) -> None:
        place = tmp_path / "share"
        done = program.run("sync", place)
        assert done.returncode == 2
        assert f"The shared folder {place} cannot be reached" in done.stderr
