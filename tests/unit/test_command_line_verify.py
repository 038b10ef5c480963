"""What `verify` finds in a data file that somebody else altered, and what it lets pass."""

import sqlite3
import subprocess
from collections.abc import Callable

import pytest
from e2e.program import Program

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
        numbers = range(1, 6)
        notes = [["set", f"area-{n}", "note", f"Ghi chú {n}"] for n in numbers]
        tasks = [["add-task", "area-1", f"Nhiệm vụ {n}"] for n in numbers]
        running = [
            subprocess.Popen(
                program.command("--data-dir", program.data_dir, *write),
                env=program.variables(),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
            for write in notes + tasks
        ]
        said = [(process.communicate()[0], process.returncode) for process in running]
        assert said == [(b"", 0)] * 10
        listed = program.listed()
        assert [listed[f"area-{n}"]["note"] for n in numbers] == [f"Ghi chú {n}" for n in numbers]
        titles = {entry["title"] for entry in listed.values() if entry["kind"] == "task"}
        assert titles == {f"Nhiệm vụ {n}" for n in numbers}
        assert len(program.rows()) == 15
        assert program.say("verify") == "All in order.\n"
