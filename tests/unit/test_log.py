"""The log: it turns over, only its user reads it, and nothing that was typed gets into it."""

import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from agreement_viewer.log import LARGEST_FILE, close_log, describe, note, open_log
from agreement_viewer.store.files import default_log_dir

SECRET = "Nội dung mật của Cán bộ A"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    open_log(tmp_path / "logs")
    yield tmp_path / "logs"
    close_log()


def fault_with(text: str) -> BaseException:
    """A fault whose words, and those of the one behind it, quote `text`."""
    try:
        try:
            int(text)
        except ValueError as fault:
            raise KeyError(text, Path("/home/Cán bộ A") / text) from fault
    except KeyError as fault:
        return fault


def test_a_fault_is_told_by_its_kinds_and_places_alone(folder: Path) -> None:
    note("crash", fault_with(SECRET))
    text = (folder / "agreement-viewer.log").read_text("utf-8")
    assert "crash" in text
    assert "  KeyError\n" in text
    assert "  ValueError\n" in text
    assert f"{__name__}:" in text
    assert "fault_with" in text
    for word in (*SECRET.split(), "/home", "/tmp", str(Path(__file__).parent)):
        assert word not in text


def test_sqlites_name_of_a_fault_is_told() -> None:
    try:
        sqlite3.connect(":memory:").execute("SELECT 'Cán bộ A' FROM nothing")
    except sqlite3.Error as fault:
        lines = describe(fault)
    assert lines[0] == "  OperationalError SQLITE_ERROR"
    assert "Cán bộ A" not in "".join(lines)


def test_it_keeps_three_files_of_256_kb_for_its_user_alone(folder: Path) -> None:
    for number in range(20_000):
        note(f"event {number:040}")
    files = sorted(folder.iterdir())
    assert len(files) == 3
    assert all(file.stat().st_size <= LARGEST_FILE for file in files)
    assert f"event {19_999:040}" in (folder / "agreement-viewer.log").read_text("utf-8")
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_endless_or_a_circular_fault_is_told_in_some_lines() -> None:
    def fall() -> None:
        fall()

    with pytest.raises(RecursionError) as deep:
        fall()
    deep.value.__context__ = deep.value
    assert len(describe(deep.value)) < 50


def test_where_no_log_can_be_nothing_is_written_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file", "ascii")
    open_log(tmp_path / "logs")
    note("event")
    assert (tmp_path / "logs").read_text("ascii") == "a file"


def test_it_lies_beside_the_data_of_the_user() -> None:
    assert default_log_dir().name == "logs"
    assert default_log_dir().parent.name == "agreement-viewer"
