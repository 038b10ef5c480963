"""The program tries itself, and leaves no trace in what officers recorded."""

import shutil
import sys
from pathlib import Path

import pytest
from e2e.program import Program

from agreement_viewer.store.files import PORTABLE, default_data_dir, default_key_dir


def test_every_check_is_in_order_and_nothing_is_left(program: Program) -> None:
    program.say("set", "area-1", "note", "giữ nguyên")
    before = program.rows(), sorted(program.data_dir.iterdir())
    lines = program.say("self-test").splitlines()
    assert len(lines) == 9
    assert all(line.endswith(": in order") for line in lines), lines
    assert (program.rows(), sorted(program.data_dir.iterdir())) == before


def test_what_is_missing_is_named(program: Program, tmp_path: Path) -> None:
    import agreement_viewer

    copy = tmp_path / "broken"
    shutil.copytree(Path(agreement_viewer.__file__).parent, copy / "agreement_viewer")
    resources = Path(agreement_viewer.__file__).parents[2] / "resources"
    shutil.copytree(resources, copy / "agreement_viewer" / "resources")
    (copy / "agreement_viewer" / "resources" / "report" / "report.typ").unlink()
    broken = Program(program.home, {"PYTHONPATH": str(copy)})
    done = broken.run("self-test")
    assert done.returncode == 1
    assert "Report as PDF: FAILED: " in done.stdout
    assert "Report as Excel: in order" in done.stdout


def test_a_portable_program_keeps_its_data_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "agreement-viewer.exe"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert default_data_dir() != tmp_path / "data"
    (tmp_path / PORTABLE).touch()
    assert default_data_dir() == tmp_path / "data"
    assert default_key_dir() == tmp_path / "keys"
    monkeypatch.setenv("AGREEMENT_VIEWER_DATA_DIR", str(tmp_path / "elsewhere"))
    assert default_data_dir() == tmp_path / "elsewhere"
