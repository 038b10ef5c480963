"""The leader's one page: what needs a decision first, what is late, what comes, what was done."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from agreement_viewer.ledger.records import Margins
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
from agreement_viewer.report.counting import brief_counts
from agreement_viewer.report.form import PAPER, SIZE, SPACE
from agreement_viewer.report.marking import Written, written
from agreement_viewer.report.measuring import count_lines
from agreement_viewer.report.outlook import Due, due_ahead, overdue
from agreement_viewer.report.printable import strings
from agreement_viewer.report.tree import Report, Standing

MOST: Final = {"proposals": 5, "overdue": 7, "ahead": 7, "results": 5}
"""How many of each are shown at most; how many more there are is said."""
LINES: Final = 16
"""Of the page, for all four parts together; their headings and the counts are not among them."""
_TITLE: Final = 70
_TEXT: Final = 100
_UNIT: Final = 30
"""Characters of a title, a text and a unit that are shown; the full report has all of them."""
_TITLES: Final = {
    "proposals": "Đề xuất, kiến nghị cần cho ý kiến",
    "overdue": "Quá hạn",
    "ahead": "Đến hạn trong 90 ngày",
    "results": "Kết quả nổi bật",
}


def summary(report: Report) -> list[Block]:
    """The blocks of the page, in the order in which leaders read it."""
    found = [block(DASH, plain(text)) for text in brief_counts(report)]
    parts = {
        "proposals": list(_proposals(report)),
        "overdue": [_late(due) for due in overdue(report)],
        "ahead": [_ahead(due) for due in due_ahead(report)],
        "results": list(_results(report)),
    }
    shown = _shares(parts, report.profile.margins)
    for kind, lines in parts.items():
        found += _part(_TITLES[kind], lines, shown[kind])
    return found


def _shares(parts: Mapping[str, Sequence[Block]], margins: Margins) -> dict[str, int]:
    """How many of each part the page has room for: one of each in turn, as long as it holds."""
    width = PAPER[0] - margins.left - margins.right - SPACE["indent"]
    shown = dict.fromkeys(parts, 0)
    left = LINES - len(parts)  # a line each, for "Không có." or how many more there are
    growing = list(parts)
    while growing:
        for kind in list(growing):
            number = shown[kind]
            if number == min(MOST[kind], len(parts[kind])):
                growing.remove(kind)
                continue
            lines = _lines_of(parts[kind][number], width)
            if lines > left:
                growing.remove(kind)
                continue
            shown[kind] += 1
            left -= lines
    for kind, number in shown.items():  # a single line takes no more room than to say "one more"
        if len(parts[kind]) == number + 1 and _lines_of(parts[kind][number], width) == 1:
            shown[kind] += 1
    return shown


def _lines_of(line: Block, width: float) -> int:
    return count_lines(_text_of(line), width, SIZE["summary"])


def _text_of(line: Block) -> str:
    return "- " + "".join(strings([run["text"] for run in line["runs"]]))  # type: ignore[index,call-overload]


def _part(title: str, lines: Sequence[Block], most: int) -> Iterator[Block]:
    yield block(HEADINGS[1], plain(title))
    yield from lines[:most]
    if not lines:
        yield block(PARAGRAPH, plain("Không có."))
    elif len(lines) > most:
        more = words.number(len(lines) - most)
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
    unit = _short(line.lead, _UNIT) or "chưa có đơn vị chủ trì"
    return _dash(
        Written(due.number, line),
        f"{unit}; hạn {words.numeric(due.day)}; {reason}",
    )


def _ahead(due: Due) -> Block:
    unit = _short(due.line.lead, _UNIT) or "chưa có đơn vị chủ trì"
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
