"""Work that was begun in a thread of its own, and what it comes to."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Begun(Generic[T]):
    """Runs a function beside what goes on here, where that leaves Python's lock free.

    The process does not end before it has. `concurrent.futures` would cost a report 18 ms to load.
    """

    def __init__(self, function: Callable[[], T]) -> None:
        self._function = function
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._value = self._function()
        except BaseException as fault:  # noqa: BLE001 (raised again where it is asked for)
            self._fault = fault

    def result(self) -> T:
        """What it came to, once it has; raises what it raised."""
        self._thread.join()
        if hasattr(self, "_value"):
            return self._value
        raise self._fault
