"""Backups, restoring and recovering by the command line."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from e2e.program import Program


@pytest.fixture
def office(program: Program) -> Program:
    program.say("add-task", "area-1", "Nhiệm vụ A")
    program.say("set", "area-3", "note", "một")
    return program


@pytest.fixture
def other(tmp_path: Path) -> Program:
    """Another computer."""
    return Program(tmp_path / "other")


def test_a_backup_goes_to_another_computer_and_is_told_before(
    office: Program, other: Program, tmp_path: Path
) -> None:
    file = tmp_path / "Sao lưu 20-11.zip"
    assert f"{file}. 3 changes, 0 files" in office.say("backup", file)
    other.say("set", "area-3", "note", "hai")
    told = other.say("restore", file, "--dry-run")
    assert "Not here yet: 3 changes" in told
    assert "Differences to be settled afterwards: 1." in told
    assert "Note: hai →" in told or "một not settled" in told
    assert len(other.rows()) == 1
    assert told in other.say("restore", file)
    assert {row[1] for row in office.rows()} < {row[1] for row in other.rows()}
    assert other.listed()["area-3"]["differences"] == ["note"]
    assert "there is nothing to restore" in other.say("restore", file)
    assert other.say("verify") == "All in order.\n"
    other.say("set", "area-1", "note", "ba")
    assert len({row[3] for row in other.rows()}) == 3
    (before,) = json.loads(other.say("backups", "--json"))
    assert before["changes"] == 1


def test_a_backup_is_never_written_over(office: Program, tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    office.say("backup", file)
    before = file.read_bytes()
    done = office.run("backup", file)
    assert (done.returncode, file.read_bytes()) == (2, before)
    assert office.say("backups") == "There are no backups yet.\n"


@pytest.mark.parametrize("content", [b"", b"no backup"])
def test_what_is_no_backup_is_refused(office: Program, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(content)
    done = office.run("restore", file)
    assert done.returncode == 2
    assert str(file) in done.stderr
    assert len(office.rows()) == 3


def test_sound_data_need_a_backup_to_restore(office: Program) -> None:
    done = office.run("restore")
    assert done.returncode == 2
    assert "backups" in done.stderr


class TestDamaged:
    def break_header(self, program: Program) -> None:
        data = program.database.read_bytes()
        program.database.write_bytes(b"x" * 100 + data[100:])

    def test_it_is_said_with_the_way_out_and_recovered(self, office: Program) -> None:
        rows = office.rows()
        self.break_header(office)
        done = office.run("list")
        assert done.returncode == 1
        assert "agreement-viewer restore" in done.stderr
        assert office.run("restore", "--dry-run").returncode == 2
        said = office.say("restore")
        assert said.startswith("Nothing that was recorded is lost: 3 changes are there.")
        assert sorted(row[1] for row in office.rows()) == sorted(row[1] for row in rows)
        assert office.say("verify") == "All in order.\n"
        (aside,) = (office.data_dir / "damaged").iterdir()
        assert (aside / "ledger.sqlite3").read_bytes().startswith(b"x" * 100)

    def test_a_file_that_is_gone_is_not_begun_anew_in_silence(
        self, office: Program, tmp_path: Path
    ) -> None:
        file = tmp_path / "a.zip"
        office.say("backup", file)
        office.say("set", "area-3", "note", "hai")
        office.database.unlink()
        assert office.run("list").returncode == 1
        said = office.say("restore", file)
        assert "Lost: 1 changes" in said
        assert len(office.rows()) == 3
        office.say("set", "area-3", "note", "ba")
        assert office.say("verify") == "All in order.\n"

    def test_a_change_that_was_altered_is_left_out_and_named(self, office: Program) -> None:
        shutil.copy(office.database, office.home / "whole.sqlite3")
        connection = sqlite3.connect(office.database)
        connection.execute("DROP TRIGGER change_no_update")
        connection.execute("UPDATE change SET body = replace(body, 'một', 'hai')")
        connection.commit()
        connection.close()
        for command in (["backup", office.home / "a.zip"], ["verify"]):
            assert office.run(*command).returncode == 1
        assert not (office.home / "a.zip").exists()
        said = office.say("restore")
        assert said.startswith("Lost: 1 changes")
        assert office.listed()["area-3"]["note"] is None

    def test_settings_and_evidence_stay(self, office: Program) -> None:
        kept = office.data_dir / "evidence" / "ab"
        kept.mkdir(parents=True)
        (kept / "file").write_bytes(b"x")
        self.break_header(office)
        office.say("restore")
        assert (kept / "file").read_bytes() == b"x"


class TestNewer:
    def test_it_is_refused_with_the_way_to_look_and_left_alone(self, office: Program) -> None:
        listed = office.listed()
        with sqlite3.connect(office.database) as connection:
            connection.execute("PRAGMA user_version = 999")
            connection.execute("CREATE TABLE later (name TEXT)")
            connection.execute("ALTER TABLE change ADD COLUMN later TEXT")
        connection.close()
        before = office.database.read_bytes()
        done = office.run("list")
        assert done.returncode == 2
        assert "--read-only" in done.stderr
        assert office.listed("--read-only") == listed
        assert len(office.history("--read-only")) == 3
        office.say("--read-only", "report", "-o", office.home / "xem.pdf")
        assert (office.home / "xem.pdf").read_bytes().startswith(b"%PDF-")
        done = office.run("--read-only", "set", "area-3", "note", "hai")
        assert done.returncode == 1
        assert "cannot be changed" in done.stderr
        assert office.run("--read-only", "restore", office.database).returncode == 2
        assert office.database.read_bytes() == before
