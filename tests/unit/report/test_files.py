"""A report reaches its file whole, or the old file stays and one sentence says why."""

import errno
import os
from pathlib import Path

import pytest
from unit.report.desk import Desk

from agreement_viewer.errors import UserError
from agreement_viewer.report.files import format_of, write_file, write_report
from agreement_viewer.report.sheet import Form


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_and_one_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.pdf"
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(tmp_path) == ["báo cáo.pdf"]


def test_others_may_read_it_as_they_may_any_new_file(tmp_path: Path) -> None:
    path, other = tmp_path / "report.pdf", tmp_path / "other"
    other.touch()
    write_file(path, b"x")
    assert path.stat().st_mode == other.stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    link.symlink_to(real)
    write_file(link, b"x")
    assert link.is_symlink()
    assert real.read_bytes() == b"x"


def test_the_longest_name_fits(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".pdf")
    write_file(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_name_too_long_and_a_link_to_itself(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="was not written: File name too long"):
        write_file(tmp_path / ("x" * 256), b"x")
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)
    write_file(loop, b"x")
    assert loop.read_bytes() == b"x"
    assert names(tmp_path) == ["loop.pdf"]


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no folder"):
        write_file(tmp_path / "none" / "report.pdf", b"x")
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="There is no folder"):
        write_file(tmp_path / "file" / "report.pdf", b"x")


@pytest.mark.parametrize("place", [".", "pipe"])
def test_what_is_no_file_is_not_replaced(tmp_path: Path, place: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match="is not a file"):
        write_file(tmp_path / place, b"x")
    assert names(tmp_path) == ["pipe"]


@pytest.mark.parametrize(
    ("step", "number", "sentence"),
    [
        ("open", errno.EACCES, "No file may be written in the folder"),
        ("fsync", errno.ENOSPC, "The disk is full"),
        ("fsync", errno.EDQUOT, "The disk is full"),
        ("fsync", errno.EIO, "was not written: Input/output error"),
        ("replace", errno.EACCES, "close it where it is open"),
        ("replace", errno.EIO, "was not written: Input/output error"),
    ],
)
def test_a_fault_at_any_step_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, sentence: str
) -> None:
    """The system's own calls fail as they would; a test may run as one whom no right stops."""
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def fail(*arguments: object, **_options: object) -> None:
        names = (arguments[0], None, str(path)) if step == "replace" else arguments[:1]
        raise OSError(number, os.strerror(number), *names)

    monkeypatch.setattr(Path if step == "replace" else os, step, fail)
    with pytest.raises(UserError, match=sentence):
        write_file(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["report.pdf"]


@pytest.mark.parametrize("name", ["report", "report.txt", "report.pdf.exe"])
def test_a_name_that_tells_no_format_is_refused(name: str) -> None:
    with pytest.raises(UserError, match=r"end the name with \.pdf, \.docx or \.xlsx"):
        format_of(Path(name))


@pytest.mark.parametrize(
    ("name", "start"), [("1.pdf", b"%PDF-1.7"), ("1.DOCX", b"PK"), ("1.xlsx", b"PK")]
)
def test_the_ending_of_the_name_chooses_the_format(tmp_path: Path, name: str, start: bytes) -> None:
    write_report(tmp_path / name, Desk().report(), Form.FULL)
    assert (tmp_path / name).read_bytes().startswith(start)
