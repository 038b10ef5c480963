"""The report's text in its five parts, I to V, as a report on a co-operation programme has them."""

from collections.abc import Iterator
from typing import Final

from agreement_viewer.report import words
from agreement_viewer.report.blocks import (
    DASH,
    PARAGRAPH,
    REMARK,
    Block,
    Run,
    block,
    heading,
    label,
    paragraphs,
    plain,
    sentences,
    stopped,
    strong,
)
from agreement_viewer.report.counting import count_texts
from agreement_viewer.report.marking import MARK, Written, differing, written
from agreement_viewer.report.outlook import due_ahead
from agreement_viewer.report.tree import Group, Line, Report

PARTS: Final = (
    "Công tác chỉ đạo, triển khai",
    "Kết quả thực hiện",
    "Đánh giá chung",
    "Phương hướng, nhiệm vụ",
    "Đề xuất, kiến nghị",
)


def outline(report: Report) -> list[Block]:
    """All five parts, each headed; one that nobody filled says so in a sentence."""
    parts = (_direction, _results, _assessment, _plan, _proposals)
    found: list[Block] = []
    for count, (title, part) in enumerate(zip(PARTS, parts, strict=True), start=1):
        found.append(heading(1, count, title))
        found += part(report)
    return found


def _direction(report: Report) -> Iterator[Block]:
    if report.texts.direction:
        yield from paragraphs(report.texts.direction)
    else:
        parties = " và ".join(report.parties)
        signed = words.long(report.signed_on)
        yield block(PARAGRAPH, plain(f"{parties} ký kết {report.programme} {signed}."))


def _results(report: Report) -> Iterator[Block]:
    day = words.long(report.today)
    yield block(PARAGRAPH, plain(f"Tính đến {day}, kết quả thực hiện như sau:"))
    for text in count_texts(report):
        yield block(DASH, plain(text))
    if count := differing(report):
        yield block(
            REMARK,
            plain(
                f"{MARK} Còn {words.number(count)} thông tin chưa thống nhất giữa các đơn vị, "
                f"được đánh dấu {MARK} tại từng mục."
            ),
        )
    for count, group in enumerate(report.groups, start=1):
        yield from _group(group, count)


def _group(group: Group, count: int) -> Iterator[Block]:
    yield heading(2, count, group.title or words.MISSING_ITEMS)
    if group.introduction:
        yield from paragraphs(group.introduction)
    for item in group.items:
        yield from _item(item)


def _item(item: Line) -> Iterator[Block]:
    texts = Written(str(item.number), item)
    yield heading(3, item.number, texts.title)
    if item.text != item.title:
        yield from paragraphs(item.text)
    yield from paragraphs(texts.account("result"))
    yield block(PARAGRAPH, *_standing(texts, label(words.LABELS["status"])))
    for extension in texts.extensions:
        yield block(PARAGRAPH, label(words.LABELS["extensions"]), plain(stopped(extension)))
    if texts.evidence:
        yield block(PARAGRAPH, label(words.LABELS["evidence"]))
    for document in texts.evidence:
        yield block(DASH, plain(stopped(document)))
    for remark in texts.remarks():
        yield block(REMARK, plain(remark))
    if item.tasks:
        yield block(PARAGRAPH, label(words.LABELS["tasks"]))
    for task in item.tasks:
        yield from _task(Written(f"{item.number}.{task.number}", task))


def _task(texts: Written) -> Iterator[Block]:
    runs = [plain(f"{texts.title}: "), *_standing(texts)]
    more = [(label(words.LABELS["extensions"]), extension) for extension in texts.extensions]
    more += [(label(words.LABELS["result"]), texts.account("result"))]
    more += [(label(words.LABELS["evidence"]), document) for document in texts.evidence]
    yield block(DASH, *runs, *sentences(more))
    for remark in texts.remarks():
        yield block(REMARK, plain(remark))


def _standing(texts: Written, *first: Run) -> list[Run]:
    day = f" (ngày {texts.completed_on})" if texts.completed_on else ""
    known = (
        (label(words.LABELS["deadline"]), texts.deadline),
        (label(words.LABELS["lead"]), texts.lead),
        (label(words.LABELS["partners"]), texts.partners),
    )
    return [*first, strong(texts.status), plain(f"{day}. "), *sentences(known)]


def _assessment(report: Report) -> Iterator[Block]:
    yield from paragraphs(report.texts.assessment)
    difficulties = list(_accounts(report, "difficulty"))
    if difficulties:
        yield block(PARAGRAPH, label(words.LABELS["difficulty"]))
        yield from difficulties
    elif not report.texts.assessment:
        yield block(PARAGRAPH, plain("Không có khó khăn, vướng mắc được ghi nhận trong kỳ."))


def _plan(report: Report) -> Iterator[Block]:
    yield from paragraphs(report.texts.plan)
    ahead = due_ahead(report)
    if ahead:
        yield block(PARAGRAPH, plain("Tập trung hoàn thành các nội dung, nhiệm vụ đến hạn:"))
        for due in ahead:
            day = words.numeric(due.day)
            yield block(DASH, plain(stopped(f"{due.line.title} (hạn {day})")))
    elif not report.texts.plan:
        text = (
            "Tiếp tục thực hiện các nội dung, nhiệm vụ chưa hoàn thành nêu tại các Phụ lục kèm"
            " theo."
        )
        yield block(PARAGRAPH, plain(text))


def _proposals(report: Report) -> Iterator[Block]:
    yield from paragraphs(report.texts.proposals)
    proposals = list(_accounts(report, "proposal"))
    yield from proposals
    if not proposals and not report.texts.proposals:
        yield block(PARAGRAPH, plain("Không có đề xuất, kiến nghị."))


def _accounts(report: Report, name: str) -> Iterator[Block]:
    for texts in written(report):
        if text := texts.account(name):
            yield block(DASH, label(texts.title), plain(stopped(text)))
