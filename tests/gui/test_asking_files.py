"""Every dialog that asks for a file begins where the officer last chose one of its kind."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from agreement_viewer.store.settings import Settings
from agreement_viewer.ui.asking_files import ask_file, ask_target


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the officer's documents are, as the system tells it."""
    folder = tmp_path / "Tài liệu"
    folder.mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    line = f'XDG_DOCUMENTS_DIR="{folder}"\n'
    (tmp_path / "user-dirs.dirs").write_text(line, "utf-8")
    return folder


def asked(parent: QWidget) -> QFileDialog:
    *_, dialog = parent.findChildren(QFileDialog)
    return dialog


def test_what_is_written_lies_where_the_last_file_came_from(
    parent: QWidget, documents: Path, tmp_path: Path
) -> None:
    settings, chosen = Settings(), list[Path]()
    stick = tmp_path / "stick"
    stick.mkdir()
    ask_file(parent, settings, "exchange", "Nhận", "*.agx", chosen.append)
    assert asked(parent).directory().absolutePath() == str(documents)
    asked(parent).fileSelected.emit(str(stick / "nhận.agx"))
    ask_target(parent, settings, "exchange", "Gửi", 'Gửi: "KH&CN" 1/2.agx', "*.agx", chosen.append)
    assert asked(parent).directory().absolutePath() == str(stick)
    assert asked(parent).selectedFiles() == [str(stick / "Gửi KH&CN 1 2.agx")]
    asked(parent).fileSelected.emit(str(documents / "gửi.agx"))
    assert chosen == [stick / "nhận.agx", documents / "gửi.agx"]
    assert settings.folders == {"exchange": str(documents)}


def test_where_the_stick_is_pulled_it_begins_with_the_documents(
    parent: QWidget, documents: Path, tmp_path: Path
) -> None:
    settings = Settings(folders={"exchange": str(tmp_path / "stick")})
    ask_target(parent, settings, "exchange", "Gửi", "gửi.agx", "", lambda _: None)
    assert asked(parent).selectedFiles() == [str(documents / "gửi.agx")]
