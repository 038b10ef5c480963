"""Work off the GUI thread: what it comes to is always told, in the GUI thread."""

import gc
import threading
from functools import partial

from pytestqt.qtbot import QtBot

from agreement_viewer.errors import UserError
from agreement_viewer.ui.background import Work


def test_what_nobody_holds_is_told_all_the_same(qtbot: QtBot) -> None:
    told: list[object] = []
    for number in range(30):
        work = Work(partial(int, number))
        work.done.connect(told.append)
        work.start()
    del work
    gc.collect()
    qtbot.waitUntil(lambda: len(told) == 30)
    assert sorted(map(int, map(str, told))) == list(range(30))


def test_it_ends_in_the_gui_thread_once(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    work = Work(threading.current_thread)
    work.done.connect(lambda ran_in: threads.extend((ran_in, threading.current_thread())))
    with qtbot.waitSignal(work.destroyed):
        work.start()
    ran_in, told_in = threads
    assert ran_in is not threading.main_thread()
    assert told_in is threading.main_thread()


def test_a_fault_of_the_user_is_told_in_its_sentence(qtbot: QtBot) -> None:
    def refuse() -> None:
        raise UserError("No room on the disk.")

    work = Work(refuse)
    with qtbot.waitSignal(work.failed) as failed:
        work.start()
    assert failed.args == ["No room on the disk."]


def test_any_other_fault_is_raised_in_the_gui_thread(qtbot: QtBot) -> None:
    work = Work(lambda: 1 // 0)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(work.destroyed):
        work.start()
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_what_is_cancelled_comes_to_nothing_even_after_its_end(qtbot: QtBot) -> None:
    go_on = threading.Event()
    work = Work(go_on.wait)
    with qtbot.assertNotEmitted(work.done), qtbot.waitSignal(work.discarded):
        work.start()
        work.cancel()
        go_on.set()
    work.cancel()
