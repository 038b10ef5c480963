"""The leader's one page: what needs a decision first, what is late, what comes, what was done."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

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
from agreement_viewer.report.form import PAPER, RULED_LINES, SIZE, SPACE, SUMMARY
from agreement_viewer.report.heading import span, subject
from agreement_viewer.report.marking import Written, written
from agreement_viewer.report.measuring import count_lines
from agreement_viewer.report.outlook import Due, due_ahead, overdue
from agreement_viewer.report.printable import strings
from agreement_viewer.report.tree import Report, Standing

MOST: Final = {"proposals": 5, "overdue": 7, "ahead": 7, "results": 5}
"""How many of each are shown at most; how many more there are is said."""


class _Cut(NamedTuple):
    """How many characters of a title and of a text are shown; the full report has all of them."""

    title: int
    text: int


_CUTS: Final = (_Cut(70, 100), _Cut(45, 70))
"""The shorter one is taken where the page has no room for all that the longer one would show."""
_POINT: Final = 25.4 / 72
_PITCH: Final = 1.15
"""From line to line, in parts of the letters' size."""
_SPACES: Final = 110
"""Between the pieces of the page but its paragraphs, and what stands below them but its ruled
lines, in pt."""
_UNIT: Final = 30
"""Characters of a unit that are shown; the full report has all of them."""
_TITLES: Final = {
    "proposals": "Đề xuất, kiến nghị cần cho ý kiến",
    "overdue": "Quá hạn",
    "ahead": "Đến hạn trong 90 ngày",
    "results": "Kết quả nổi bật",
}


def summary(report: Report) -> list[Block]:
    """The blocks of the page, in the order in which leaders read it."""
    counts = [block(DASH, plain(text)) for text in brief_counts(report)]
    width = PAPER[0] - report.profile.margins.left - report.profile.margins.right
    room = _room(report, width) - sum(_height(one, width) for one in counts)
    for cut in _CUTS:
        parts = _parts(report, cut)
        shown = _shares(parts, width, room)
        if all(shown[kind] >= min(MOST[kind], len(lines)) for kind, lines in parts.items()):
            break
    found = counts
    for kind, lines in parts.items():
        found += _part(_TITLES[kind], lines, shown[kind])
    return found


def _parts(report: Report, cut: _Cut) -> dict[str, list[Block]]:
    return {
        "proposals": list(_proposals(report, cut)),
        "overdue": [_late(due, cut) for due in overdue(report)],
        "ahead": [_ahead(due, cut) for due in due_ahead(report)],
        "results": list(_results(report, cut)),
    }


def _room(report: Report, width: float) -> float:
    """How high all paragraphs may be together, in pt, that the rest finds its place on the page."""
    profile = report.profile
    page = (PAPER[1] - profile.margins.top - profile.margins.bottom) / _POINT
    head = (
        (profile.governing.upper(), SIZE["agency"]),
        ((profile.issuing or report.agency).upper(), SIZE["agency"]),
        (subject(report), SIZE["summary"]),
        (span(report), SIZE["summary"]),
    )
    lines = (count_lines(text, width, size, bold=True) * size * _PITCH for text, size in head)
    titles = len(_TITLES) * (SIZE["summary"] * _PITCH + 2 * SUMMARY["between"])
    ruled = RULED_LINES * SPACE["ruled"] / _POINT
    return page - sum(lines) - titles - ruled - _SPACES


def _shares(parts: Mapping[str, Sequence[Block]], width: float, room: float) -> dict[str, int]:
    """How many of each part there is room for: one of each in turn, as long as it holds."""
    shown = dict.fromkeys(parts, 0)
    single = _height(block(DASH), width)
    room -= len(parts) * single  # a line each, for "Không có." or how many more there are
    growing = list(parts)
    while growing:
        for kind in list(growing):
            number = shown[kind]
            if number == min(MOST[kind], len(parts[kind])):
                growing.remove(kind)
                continue
            height = _height(parts[kind][number], width)
            if height > room:
                growing.remove(kind)
                continue
            shown[kind] += 1
            room -= height
    for kind, number in shown.items():  # a single line takes no more room than to say "one more"
        if len(parts[kind]) == number + 1 and _height(parts[kind][number], width) <= single:
            shown[kind] += 1
    return shown


def _height(line: Block, width: float) -> float:
    """How high a paragraph is, with the space below it, in pt."""
    lines = count_lines(_text_of(line), width - SPACE["indent"], SIZE["summary"])
    return lines * SIZE["summary"] * _PITCH + SUMMARY["between"]


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


def _proposals(report: Report, cut: _Cut) -> Iterator[Block]:
    for line in report.texts.proposals.splitlines():
        if line.strip():
            yield block(DASH, plain(stopped(_short(line, cut.text))))
    for texts in written(report):
        if text := texts.account("proposal"):
            yield _dash(texts, text, cut)


def _late(due: Due, cut: _Cut) -> Block:
    line = due.line
    reason = line.difficulty or "chưa nêu lý do"
    unit = _short(line.lead, _UNIT) or "chưa có đơn vị chủ trì"
    return _dash(
        Written(due.number, line),
        f"{unit}; hạn {words.numeric(due.day)}; {reason}",
        cut,
    )


def _ahead(due: Due, cut: _Cut) -> Block:
    unit = _short(due.line.lead, _UNIT) or "chưa có đơn vị chủ trì"
    return _dash(Written(due.number, due.line), f"{unit}; hạn {words.numeric(due.day)}", cut)


def _results(report: Report, cut: _Cut) -> Iterator[Block]:
    done = [
        texts
        for texts in written(report)
        if texts.line.result and texts.line.standing in (Standing.ON_TIME, Standing.LATE)
    ]
    done.sort(key=lambda texts: texts.line.completed_on or report.signed_on, reverse=True)
    for texts in done:
        yield _dash(texts, texts.account("result"), cut)


def _dash(texts: Written, text: str, cut: _Cut) -> Block:
    title = label(_short(texts.title, cut.title))
    return block(DASH, title, plain(stopped(_short(text, cut.text))))


def _short(text: str, most: int) -> str:
    """`text` in one line of at most `most` characters, cut between words."""
    whole = " ".join(text.split())
    if len(whole) <= most:
        return whole
    return whole[: whole.rfind(" ", 0, most) if " " in whole[:most] else most] + "…"
