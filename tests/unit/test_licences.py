"""Whoever has the program has the licences of all that it is made of."""

import sys
from pathlib import Path

import pytest

from agreement_viewer.licences import licence_files


def test_from_a_checkout_the_installed_packages_tell() -> None:
    files = licence_files()
    assert next(iter(files)) == "agreement-viewer"
    needed = {"lxml", "msgspec", "pynacl", "pyside6-essentials", "python-docx", "segno", "typst"}
    assert needed <= files.keys()
    for texts in files.values():
        assert all(text.is_file() for text in texts)
    without = {name for name, texts in files.items() if not texts}
    assert without == {"pyside6-essentials", "shiboken6"}


def test_the_packaged_program_has_a_folder_for_each_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("README.txt", "agreement-viewer.txt", "typst/LICENSE.txt", "cpython/LICENSE.txt"):
        file = tmp_path / "licences" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("MIT", "ascii")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "agreement-viewer.exe"))
    names = {name: [text.name for text in texts] for name, texts in licence_files().items()}
    assert names == {
        "agreement-viewer": ["agreement-viewer.txt"],
        "cpython": ["LICENSE.txt"],
        "typst": ["LICENSE.txt"],
    }


def test_a_folder_that_was_taken_away_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "agreement-viewer.exe"))
    assert licence_files() == {"agreement-viewer": []}
