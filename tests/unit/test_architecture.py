"""Imports run one way, and only what shows the window knows Qt."""

import ast
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from e2e.program import Program

import agreement_viewer

ROOT: Final = Path(agreement_viewer.__file__).parent
QT: Final = {"PySide6", "shiboken6", "qtawesome", "qtpy"}
HEAVY: Final = QT | {"docx", "keyring", "lxml", "nacl", "psycopg", "segno", "typst", "xlsxwriter"}

LAYERS: Final = (
    {"__init__", "atomic", "begun", "display", "errors", "i18n", "licences", "log", "resources"},
    {"agreement"},
    {"ledger"},
    {"report", "store"},
    {"exchange"},
    {"history_words", "office", "redaction_words", "reports"},
    {
        *("closing", "desk", "handing_over", "issuing", "listing", "proof", "reconciling"),
        "restoring_words",
    },
    {"ui"},
    {"app", "self_test"},
    {"commands_hub"},
    {"commands", "commands_backups", "commands_exchange", "commands_reports"},
    {"arguments"},
    {"command_line_sharing"},
    {"command_line"},
    {"cli"},
    {"__main__"},
)
"""Each imports from itself and from what stands before it; the first ones from each other too."""


def level(room: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if room in layer)


def imported(file: Path) -> Iterator[str]:
    """The full names that a file imports, wherever in it."""
    package = ".".join(("agreement_viewer", *file.relative_to(ROOT).parent.parts))
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=module, names=names, level=dots):
                source = importlib.util.resolve_name("." * dots + (module or ""), package)
                yield from (f"{source}.{name.name}" for name in names)


def room_of(file: Path) -> str:
    return file.relative_to(ROOT).with_suffix("").parts[0]


def rooms_imported(file: Path) -> set[str]:
    """Which of our own packages and modules a file imports."""
    names = (name.split(".") for name in imported(file))
    rooms = {parts[1] for parts in names if parts[0] == "agreement_viewer" and len(parts) > 1}
    return {room if set(ROOT.glob(f"{room}*")) else "__init__" for room in rooms}


def may_import(room: str, other: str) -> bool:
    return room == other or level(other) < level(room) or level(other) == level(room) == 0


FILES: Final = sorted(ROOT.rglob("*.py"))


def test_imports_run_one_way() -> None:
    assert len(FILES) > 50
    assert [
        f"{file.relative_to(ROOT)} imports {other}"
        for file in FILES
        for other in rooms_imported(file)
        if not may_import(room_of(file), other)
    ] == []


def test_only_the_window_knows_qt() -> None:
    assert [
        f"{file.relative_to(ROOT)} imports {name}"
        for file in FILES
        for name in imported(file)
        if name.split(".")[0] in QT and room_of(file) not in ("app", "ui")
    ] == []


def loaded_by(program: Program, *arguments: str) -> set[str]:
    """The packages in memory after a command."""
    code = (
        "import sys; from agreement_viewer.cli import run; code = run(sys.argv[1:]);"
        "print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--data-dir", str(program.data_dir), *arguments],
        env=program.variables(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stderr.split())


class TestLoading:
    @pytest.mark.parametrize(
        "command",
        [
            ["list", "--json"],
            ["set", "area-1", "status", "done"],
            ["add-task", "area-1", "Nhiệm vụ"],
            ["history"],
            ["verify"],
        ],
        ids=lambda command: str(command[0]),
    )
    def test_a_command_loads_nothing_heavy(self, program: Program, command: list[str]) -> None:
        program.say("list")
        assert loaded_by(program, *command) & HEAVY == set()

    def test_cryptography_where_a_key_is_made(self, program: Program) -> None:
        assert loaded_by(program, "list") & HEAVY == {"nacl"}

    def test_cryptography_alone_where_something_is_sent(
        self, program: Program, tmp_path: Path
    ) -> None:
        program.say("list")
        path = str(tmp_path / "a.agx")
        assert loaded_by(program, "export", path) & HEAVY == {"nacl"}
        assert loaded_by(program, "import", path) & HEAVY == {"nacl"}

    def test_the_typesetter_where_a_report_is_made(self, program: Program, tmp_path: Path) -> None:
        program.say("list")
        loaded = loaded_by(program, "report", "-o", str(tmp_path / "report.pdf"))
        assert loaded & HEAVY == {"segno", "typst"}
