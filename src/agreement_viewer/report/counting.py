"""The four counts in words, beside those of the period before."""

from collections.abc import Iterable, Iterator
from typing import Final

from agreement_viewer.report import words
from agreement_viewer.report.tree import Before, Counts, Line, Report, Standing

MOST_NAMED: Final = 10
"""So many dropped ones are named; the rest are found in their places."""
ITEMS: Final = ("Nội dung", "nội dung")
TASKS: Final = ("Nhiệm vụ", "nhiệm vụ")
"""A kind of line at the beginning of a sentence, and within one."""


def count_texts(report: Report) -> list[str]:
    """A sentence for the items and one for the tasks."""
    before = report.before
    return [
        _counted(ITEMS, list(report.items), before, before.items if before else None),
        _counted(TASKS, list(report.tasks), before, before.tasks if before else None),
    ]


def count_rows(report: Report) -> Iterator[tuple[str, Counts]]:
    """Items and tasks, each followed by its counts in the period before."""
    before = report.before
    for (name, _), lines, then in (
        (ITEMS, report.items, before and before.items),
        (TASKS, report.tasks, before and before.tasks),
    ):
        yield name, Counts.of(lines)
        if before and then:
            yield f"{name}, {before.period.name}", then


def figures(counts: Counts) -> list[int]:
    """The total and the counts by standing, in the order of words.COUNTS."""
    return [counts.total, *(getattr(counts, standing.value) for standing in words.STANDINGS)]


def brief_counts(report: Report) -> list[str]:
    """The same in few words, for a page that has to be short."""
    before = report.before
    return [
        _brief(ITEMS, list(report.items), before, before.items if before else None),
        _brief(TASKS, list(report.tasks), before, before.tasks if before else None),
    ]


def _brief(
    noun: tuple[str, str], lines: list[Line], before: Before | None, then: Counts | None
) -> str:
    heading, inside = noun
    if not lines:
        return f"{heading}: chưa có {inside}."
    counts = Counts.of(lines)
    text = f"{heading}: {in_words(counts)}"
    if counts.dropped:
        text += f"; không tiếp tục thực hiện {words.number(counts.dropped)}"
    if before and then:
        done, open_ = words.number(then.done), words.number(then.open)
        text += f". {period_name(before).capitalize()}: hoàn thành {done}, chưa hoàn thành {open_}"
    return f"{text}."


def in_words(counts: Counts) -> str:
    """The four figures, the totals before them."""
    n = words.number
    return (
        f"tổng số {n(counts.total)}; "
        f"hoàn thành {n(counts.done)} (đúng hạn {n(counts.on_time)}, quá hạn {n(counts.late)}); "
        f"chưa hoàn thành {n(counts.open)} "
        f"(trong hạn {n(counts.in_time)}, quá hạn {n(counts.overdue)})"
    )


def period_name(before: Before) -> str:
    """How the period before is called in a sentence."""
    return f"kỳ trước ({before.period.name})"


def _counted(
    noun: tuple[str, str], lines: list[Line], before: Before | None, then: Counts | None
) -> str:
    heading, inside = noun
    if not lines:
        return f"{heading}: chưa có {inside}."
    text = f"{heading}: {in_words(Counts.of(lines))}."
    if before and then:
        text += f" Cùng chỉ tiêu {period_name(before)}: {in_words(then)}."
    return text + _dropped(inside, lines)


def _dropped(noun: str, lines: Iterable[Line]) -> str:
    titles = [line.title for line in lines if line.standing is Standing.DROPPED]
    if not titles:
        return ""
    named = "; ".join(f"“{title}”" for title in titles[:MOST_NAMED])
    if len(titles) > MOST_NAMED:
        named += f" và {words.number(len(titles) - MOST_NAMED)} {noun} khác"
    count = words.number(len(titles))
    return f" Ngoài ra, không tiếp tục thực hiện {count} {noun}: {named}."
