"""Nobody else reads the data, nothing goes out, and no data are ever run."""

import ast
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from e2e.program import SECONDS, Program

import agreement_viewer
from agreement_viewer.store.files import DataFolder

HERE: Final = Path(__file__).parent
ROOT: Final = Path(agreement_viewer.__file__).parent
FILES: Final = sorted(ROOT.rglob("*.py"))
RUNNERS: Final = {
    *("eval", "exec", "compile", "__import__", "shell"),
    *("os.system", "os.popen", "os.startfile", "os.execv", "os.spawnv"),
}
"""What runs text as a program, or hands it to a shell."""
OUTWARD: Final = frozenset(
    (
        *("pickle", "shelve", "marshal", "subprocess", "multiprocessing", "code", "codeop"),
        *("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "webbrowser"),
    )
)
ALLOWED: Final = {("printing.py", "subprocess"), ("address.py", "urllib")}
"""Asking the system's print service, by a command of its own and no shell, what it takes; and
`urllib.parse`, which writes a server's address."""
TO_A_SERVER: Final = frozenset(("psycopg", "keyring"))
NO_PRINTERS: Final = "/run/cups/cups.sock"
"""Qt asks the system's print service for printers: here by its socket of this computer."""
PLUGIN: Final = "This plugin does not support propagateSizeHints()\n"


def caged(program: Program, *command: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(HERE / "cage.py"), *map(str, command)],
        env=program.variables() | {"QT_QPA_PLATFORM": "offscreen", "CUPS_SERVER": NO_PRINTERS},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        umask=0,
        check=False,
    )


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> "subprocess.CompletedProcess[str]":
    """The window of an office, complete and worked in, for a user whose umask keeps out nobody."""
    program = Program(tmp_path_factory.mktemp("office"))
    return caged(program, HERE / "office_day.py", program.data_dir)


def test_the_cage_holds(program: Program, tmp_path: Path) -> None:
    for family, code in (("UNIX", 0), ("INET", -signal.SIGSYS), ("INET6", -signal.SIGSYS)):
        script = tmp_path / "script.py"
        script.write_text(f"import socket; socket.socket(socket.AF_{family})", "ascii")
        assert caged(program, script).returncode == code


def test_the_window_opens_no_way_out(day: "subprocess.CompletedProcess[str]") -> None:
    assert (day.returncode, day.stderr.replace(PLUGIN, "")) == (0, "")


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx"])
def test_no_report_opens_a_way_out(program: Program, suffix: str) -> None:
    run = Path(agreement_viewer.__file__).with_name("__main__.py")
    for command in (["set", "area-1", "note", "x"], ["report", "-o", f"{program.home}/r{suffix}"]):
        done = caged(program, run, "--data-dir", program.data_dir, *command)
        assert (done.returncode, done.stderr) == (0, "")
    assert (program.home / f"r{suffix}").exists()


def test_the_self_test_opens_no_way_out(program: Program) -> None:
    run = Path(agreement_viewer.__file__).with_name("__main__.py")
    done = caged(program, run, "--data-dir", program.data_dir, "self-test")
    assert (done.returncode, done.stderr) == (0, "")


def test_nobody_else_reads_what_is_kept(day: "subprocess.CompletedProcess[str]") -> None:
    rights = dict(line.split(" ", 1)[::-1] for line in day.stdout.splitlines())
    names = {Path(path).name for path in rights}
    assert {"ledger.sqlite3-wal", "ledger.sqlite3-shm", "settings.json", "window.lock"} <= names
    assert {"evidence", "witness", "keys", "logs", "agreement-viewer.log"} <= names
    open_ones = {path: mode for path, mode in rights.items() if mode not in ("600", "700")}
    assert open_ones == {}


def test_the_schema_of_a_data_file_is_not_trusted(folder: DataFolder) -> None:
    for _ in range(2):
        found = folder.database.connection.execute("PRAGMA trusted_schema").fetchone()
        assert found == (0,)
        folder.database.reopen()


def calls(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.keyword(arg="shell"):
                yield "shell"
            case ast.Call(func=ast.Name(id=name)):
                yield name
            case ast.Call(func=ast.Attribute(attr=name, value=ast.Name(id=owner))):
                yield f"{owner}.{name}"


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (name.name.split(".")[0] for name in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.split(".")[0]


def test_no_data_are_run() -> None:
    assert len(FILES) > 50
    found = {f"{file.name}: {name}" for file in FILES for name in calls(file) if name in RUNNERS}
    assert found == set()


def test_nothing_knows_a_way_out_or_another_program() -> None:
    found = {(file.name, name) for file in FILES for name in imports(file) if name in OUTWARD}
    assert found == ALLOWED


def test_the_hub_alone_knows_the_way_to_a_server() -> None:
    """And what tries whether its client is there, without going anywhere."""
    found = {file for file in FILES if TO_A_SERVER & set(imports(file))}
    assert {file.parent.name for file in found if file.name != "self_test.py"} == {"hub"}
