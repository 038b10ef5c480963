"""The leader's one page: what needs a decision first, what is late, what comes, what was done."""

from collections.abc import Iterable, Iterator
from typing import Final

from agreement_viewer.report import words
from agreement_viewer.report.blocks import (
    DASH,
    HEADINGS,
    PARAGRAPH,
    Block,
    block,
    label,
    plain,
    stopped,
)
from agreement_viewer.report.counting import count_texts
from agreement_viewer.report.marking import Written, written
from agreement_viewer.report.outlook import Due, due_ahead, overdue
from agreement_viewer.report.tree import Report, Standing

MOST: Final = {"proposals": 5, "overdue": 7, "ahead": 7, "results": 5}
"""How many of each are shown; how many more there are is said."""
_TITLE: Final = 90
_TEXT: Final = 150
"""Characters of a title and of a text that are shown; the full report has all of them."""


def summary(report: Report) -> list[Block]:
    """The blocks of the page, in the order in which leaders read it."""
    found = [block(DASH, plain(text)) for text in count_texts(report)]
    found += _part("Đề xuất, kiến nghị cần cho ý kiến", "proposals", _proposals(report))
    found += _part("Quá hạn", "overdue", map(_late, overdue(report)))
    found += _part("Đến hạn trong 90 ngày", "ahead", map(_ahead, due_ahead(report)))
    found += _part("Kết quả nổi bật", "results", _results(report))
    return found


def _part(title: str, kind: str, lines: Iterable[Block]) -> Iterator[Block]:
    yield block(HEADINGS[1], plain(title))
    found, most = list(lines), MOST[kind]
    yield from found[:most]
    if not found:
        yield block(PARAGRAPH, plain("Không có."))
    elif len(found) > most:
        more = words.number(len(found) - most)
        yield block(PARAGRAPH, plain(f"và {more} nội dung, nhiệm vụ khác."))


def _proposals(report: Report) -> Iterator[Block]:
    for line in report.texts.proposals.splitlines():
        if line.strip():
            yield block(DASH, plain(stopped(_short(line, _TEXT))))
    for texts in written(report):
        if text := texts.account("proposal"):
            yield _dash(texts, text)


def _late(due: Due) -> Block:
    line = due.line
    reason = line.difficulty or "chưa nêu lý do"
    unit = line.lead or "chưa có đơn vị chủ trì"
    return _dash(
        Written(due.number, line),
        f"{unit}; hạn {words.numeric(due.day)}; {reason}",
    )


def _ahead(due: Due) -> Block:
    unit = due.line.lead or "chưa có đơn vị chủ trì"
    return _dash(Written(due.number, due.line), f"{unit}; hạn {words.numeric(due.day)}")


def _results(report: Report) -> Iterator[Block]:
    done = [
        texts
        for texts in written(report)
        if texts.line.result and texts.line.standing in (Standing.ON_TIME, Standing.LATE)
    ]
    done.sort(key=lambda texts: texts.line.completed_on or report.signed_on, reverse=True)
    for texts in done:
        yield _dash(texts, texts.account("result"))


def _dash(texts: Written, text: str) -> Block:
    return block(DASH, label(_short(texts.title, _TITLE)), plain(stopped(_short(text, _TEXT))))


def _short(text: str, most: int) -> str:
    """`text` in one line of at most `most` characters, cut between words."""
    whole = " ".join(text.split())
    if len(whole) <= most:
        return whole
    return whole[: whole.rfind(" ", 0, most) if " " in whole[:most] else most] + "…"
