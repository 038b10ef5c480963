"""A report reaches its file whole, or the old file stays and one sentence says why."""

import errno
import os
from pathlib import Path

import pytest
from office import OFFICER_A
from unit.report.desk import NOW, Desk

from agreement_viewer.errors import UserError
from agreement_viewer.report.files import write_beside_then_replace, write_pdf, write_report


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_and_one_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.pdf"
    write_beside_then_replace(path, b"one")
    write_beside_then_replace(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(tmp_path) == ["báo cáo.pdf"]


def test_others_may_read_it_as_they_may_any_new_file(tmp_path: Path) -> None:
    path, other = tmp_path / "report.pdf", tmp_path / "other"
    other.touch()
    write_beside_then_replace(path, b"x")
    assert path.stat().st_mode == other.stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    link.symlink_to(real)
    write_beside_then_replace(link, b"x")
    assert link.is_symlink()
    assert real.read_bytes() == b"x"


def test_the_longest_name_fits(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".pdf")
    write_beside_then_replace(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_name_too_long_and_a_link_to_itself(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="was not written: File name too long"):
        write_beside_then_replace(tmp_path / ("x" * 256), b"x")
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)
    write_beside_then_replace(loop, b"x")
    assert loop.read_bytes() == b"x"
    assert names(tmp_path) == ["loop.pdf"]


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no folder"):
        write_beside_then_replace(tmp_path / "none" / "report.pdf", b"x")
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="There is no folder"):
        write_beside_then_replace(tmp_path / "file" / "report.pdf", b"x")


@pytest.mark.parametrize("place", [".", "pipe"])
def test_what_is_no_file_is_not_replaced(tmp_path: Path, place: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match="is not a file"):
        write_beside_then_replace(tmp_path / place, b"x")
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
        write_beside_then_replace(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["report.pdf"]


def test_both_doors_write_the_same_report(tmp_path: Path) -> None:
    desk = Desk()
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    write_report(first, desk.checklist, OFFICER_A, NOW)
    write_pdf(second, desk.report())
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes().startswith(b"%PDF-1.7")
