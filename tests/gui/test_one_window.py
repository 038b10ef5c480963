"""The doorbell by which a second start reaches the window that is open."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.store.database import StoreError
from agreement_viewer.store.window_lock import WindowLock
from agreement_viewer.ui import one_window
from agreement_viewer.ui.one_window import FOLDER, Doorbell, stand_back

SECOND = """
import pathlib, sys
from agreement_viewer.store.window_lock import WindowLock
from agreement_viewer.ui.one_window import stand_back
folder, *files = map(pathlib.Path, sys.argv[1:])
lock = WindowLock(folder)
assert not lock.take()
print(stand_back(lock, folder, *files))
"""


def second_start(*arguments: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", SECOND, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="ascii")


def test_the_window_hears_a_second_start_with_the_programme_that_it_names(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    first = WindowLock(tmp_path)
    assert first.take()
    window = QWidget()
    qtbot.addWidget(window)
    bell = Doorbell(tmp_path, window)
    for arguments, wanted in [((), ""), ((tmp_path / "số 1 #%.toml",), "số 1 #%.toml")]:
        with qtbot.waitSignal(bell.rung, timeout=20_000) as rung:
            second = second_start(tmp_path, *arguments)
        assert rung.args == [str(tmp_path / wanted) if wanted else ""]
        qtbot.waitUntil(lambda second=second: second.poll() is not None, timeout=20_000)
        assert second.communicate()[0] == "True\n"


def test_what_somebody_sent_is_taken_by_name_only_where_it_is_there(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    first = WindowLock(tmp_path)
    assert first.take()
    window = QWidget()
    qtbot.addWidget(window)
    bell = Doorbell(tmp_path, window)
    heard: list[str] = []
    bell.rung.connect(heard.append)
    there = tmp_path / "bàn giao.agx"
    there.touch()
    programme = tmp_path / "a.toml"
    second = second_start(tmp_path, programme, there, tmp_path / "none.agx", tmp_path)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.communicate()[0] == "True\n"
    qtbot.waitUntil(lambda: len(heard) == 4, timeout=20_000)
    assert heard == [str(programme), str(there), "", str(tmp_path)]
    heard.clear()
    strange = (b"gui.agx", b"file:gui.agx", b"http://x/gui.agx", b"\xff\0.agx")
    written = tmp_path / "strange"
    written.write_bytes(b"\n".join(strange))
    written.replace(tmp_path / FOLDER / "strange.request")
    qtbot.waitUntil(lambda: len(heard) == len(strange), timeout=20_000)
    assert set(heard) == {""}


def test_who_rings_before_the_window_is_complete_is_answered_then(
    qtbot: QtBot, tmp_path: Path
) -> None:
    first = WindowLock(tmp_path)
    assert first.take()
    second = second_start(tmp_path)
    qtbot.waitUntil(lambda: any(tmp_path.glob(f"{FOLDER}/*.request")), timeout=20_000)
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitSignal(Doorbell(tmp_path, window).rung, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.communicate()[0] == "True\n"


def test_where_the_first_window_ends_meanwhile_the_second_goes_on(tmp_path: Path) -> None:
    first, second = WindowLock(tmp_path), WindowLock(tmp_path)
    assert first.take()
    first.release()
    assert not stand_back(second, tmp_path)


def test_a_window_that_neither_answers_nor_ends_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_window, "PATIENCE_MS", 200)
    first = WindowLock(tmp_path)
    assert first.take()
    with pytest.raises(StoreError, match="does not answer"):
        stand_back(WindowLock(tmp_path), tmp_path)
    assert not list((tmp_path / FOLDER).iterdir())


def test_where_no_request_can_be_left_the_officer_is_sent_to_the_window(tmp_path: Path) -> None:
    first = WindowLock(tmp_path)
    assert first.take()
    (tmp_path / FOLDER).write_bytes(b"")
    with pytest.raises(StoreError, match="go to its window"):
        stand_back(WindowLock(tmp_path), tmp_path)
