"""One window a data folder; a crash leaves nothing behind that keeps the next one out."""

import subprocess
import sys
from pathlib import Path

from agreement_viewer.store.window_lock import WindowLock

HOLD = (
    "import pathlib, sys; from agreement_viewer.store.window_lock import WindowLock;"
    "lock = WindowLock(pathlib.Path(sys.argv[1]));"
    "print(lock.take(), flush=True); sys.stdin.read()"
)


def holder(folder: Path) -> "subprocess.Popen[str]":
    """Another process that shows the window of `folder`."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii"
    )
    assert process.stdout
    assert process.stdout.readline() == "True\n"
    return process


def test_a_second_window_is_kept_out_until_the_first_has_ended(tmp_path: Path) -> None:
    with holder(tmp_path) as first:
        second = WindowLock(tmp_path)
        assert not second.take()
        assert not second.take()
        first.communicate("")
    assert second.take()


def test_a_killed_window_keeps_nobody_out(tmp_path: Path) -> None:
    with holder(tmp_path) as first:
        first.kill()
        first.communicate()
    assert (tmp_path / "window.lock").exists()
    assert WindowLock(tmp_path).take()


def test_a_window_that_ends_by_itself_lets_go(tmp_path: Path) -> None:
    first, second = WindowLock(tmp_path), WindowLock(tmp_path)
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()


def test_two_folders_know_nothing_of_each_other(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    locks = WindowLock(tmp_path / "a"), WindowLock(tmp_path / "b")
    assert [lock.take() for lock in locks] == [True, True]


def test_where_there_is_no_place_for_a_lock_nobody_is_kept_out(tmp_path: Path) -> None:
    assert WindowLock(tmp_path / "gone").take()
