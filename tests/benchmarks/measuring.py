"""Timing two things in turn, and lines of the table that comes of it."""

import gc
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Line(NamedTuple):
    """One measured quantity beside what it is compared with, and the bound on their ratio."""

    what: str
    ours: str
    theirs: str
    ratio: float
    bound: float | None = None

    def __str__(self) -> str:
        bound = "–" if self.bound is None else f"≤ {self.bound:g}"
        kept = "" if self.bound is None or self.ratio <= self.bound else " **missed**"
        return f"| {self.what} | {self.ours} | {self.theirs} | {self.ratio:.2f} | {bound}{kept} |"


HEAD = "| what | ours | beside it | ratio | bound |\n| --- | ---: | ---: | ---: | ---: |"


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes, without a garbage collection that others' litter would cause."""
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start
    finally:
        gc.enable()


def alternate(
    ours: Callable[[], float], theirs: Callable[[], float], runs: int
) -> tuple[float, float]:
    """The medians of `runs` measurements of each, taken in turn after one of each to warm up."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def milliseconds(value: float) -> str:
    """`value` seconds, to read."""
    return f"{value * 1000:.3g} ms" if value < 1 else f"{value * 1000:.0f} ms"
