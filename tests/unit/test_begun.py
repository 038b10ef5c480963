"""Work begun beside: it goes on meanwhile, and what it comes to is had where it is asked for."""

import threading

import pytest

from agreement_viewer.begun import Begun


def test_it_goes_on_beside_and_its_result_is_waited_for() -> None:
    gate = threading.Event()
    begun = Begun(lambda: gate.wait(10))
    gate.set()  # by this thread, which the other one waits for
    assert begun.result() is True
    assert begun.result() is True


def test_what_it_raises_is_raised_where_it_is_asked_for() -> None:
    def work() -> None:
        raise LookupError("not here")

    begun = Begun(work)
    for _ in range(2):
        with pytest.raises(LookupError, match="not here"):
            begun.result()
