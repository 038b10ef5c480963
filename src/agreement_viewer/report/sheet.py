"""What stands on the paper, as texts in their places; only where and how large is left to say.

From here on nothing is reckoned and nothing worded: a writer lays these texts out.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from agreement_viewer.report import words
from agreement_viewer.report.printable import Texts
from agreement_viewer.report.tree import Counts, Difference, Document, Group, Line, Report, Standing

MARK: Final = "(*)"
"""Follows every value about which officers differ."""

MOST_NAMED: Final = 10
"""So many dropped ones are named in the summary; the rest are found in their places."""


def sheet_of(report: Report) -> dict[str, Texts]:
    """The texts of the whole report."""
    return {
        "agency": report.agency,
        "title": "Báo cáo",
        "subject": f"Tình hình thực hiện {report.programme}",
        "recorded": f"(số liệu ghi nhận đến {words.long(report.recorded_to.date())})",
        "opening": _opening(report),
        "summary": _summary(report),
        "groups": [_group(group, number) for number, group in enumerate(report.groups, start=2)],
        "closing": f"Trên đây là báo cáo tình hình thực hiện {report.programme}./.",
        "enclosed": words.enclosed(report.agency),
        "annex_note": words.DIFFERENCE_NOTE if _differing(report) else "",
    }


def _opening(report: Report) -> str:
    signed = f"{report.programme} (ký kết {words.long(report.signed_on)})"
    reports = f"{report.agency} báo cáo" if report.agency else "báo cáo"
    return f"Thực hiện {signed}, {reports} tình hình thực hiện như sau:"


def _summary(report: Report) -> dict[str, Texts]:
    differing = _differing(report)
    return {
        "heading": "I. Tổng hợp chung",
        "introduction": f"Tính đến {words.long(report.today)}, kết quả thực hiện như sau:",
        "counts": [
            _counts("Nội dung", "nội dung", report.items),
            _counts("Nhiệm vụ", "nhiệm vụ", report.tasks),
        ],
        "differing": f"{MARK} Còn {words.number(differing)} thông tin chưa thống nhất giữa các "
        f"đơn vị, được đánh dấu {MARK} tại từng mục."
        if differing
        else "",
    }


def _differing(report: Report) -> int:
    """How many fields hold different values that nobody has settled."""
    documents = (document for line in report.lines for document in line.evidence)
    return sum(len(line.differences) for line in report.lines) + sum(
        len(document.differences) for document in documents
    )


def _counts(heading: str, noun: str, counted: Iterable[Line]) -> str:
    lines = list(counted)
    if not lines:
        return f"{heading}: chưa có {noun}."
    counts = Counts.of(lines)
    n = words.number
    text = (
        f"{heading}: tổng số {n(counts.total)}; "
        f"hoàn thành {n(counts.done)} (đúng hạn {n(counts.on_time)}, quá hạn {n(counts.late)}); "
        f"chưa hoàn thành {n(counts.open)} "
        f"(trong hạn {n(counts.in_time)}, quá hạn {n(counts.overdue)})."
    )
    dropped = [line.title for line in lines if line.standing is Standing.DROPPED]
    if not dropped:
        return text
    named = "; ".join(f"“{title}”" for title in dropped[:MOST_NAMED])
    if len(dropped) > MOST_NAMED:
        named += f" và {n(len(dropped) - MOST_NAMED)} {noun} khác"
    return f"{text} Ngoài ra, không tiếp tục thực hiện {n(len(dropped))} {noun}: {named}."


def _group(group: Group, number: int) -> dict[str, Texts]:
    return {
        "heading": f"{words.roman(number)}. {group.title or words.MISSING_ITEMS}",
        "title": group.title or words.MISSING_ITEMS,
        "introduction": group.introduction,
        "items": [_line(item, str(item.number)) for item in group.items],
    }


def _line(line: Line, number: str) -> dict[str, Texts]:
    differing = {difference.field for difference in line.differences}

    def marked(name: str, text: str) -> str:
        return f"{text} {MARK}".lstrip() if name in differing else text

    deadline = line.deadline
    day = line.completed_on if line.standing in (Standing.ON_TIME, Standing.LATE) else None
    title = marked("title", line.title)
    return {
        "number": number,
        "title": f"{title} {MARK}" if "withdrawn" in differing or line.newer else title,
        "text": line.text if line.text != line.title else "",
        "status": marked("status", words.progress(line)),
        "completed_on": marked("completed_on", words.numeric(day) if day else ""),
        "deadline": marked("deadline", words.due(deadline.due) if deadline else ""),
        "extensions": words.extensions(deadline) if deadline else [],
        "put_off": words.put_off(deadline) if deadline else "",
        "lead": marked("lead", line.lead),
        "partners": marked("partners", "; ".join(line.partners)),
        "result": marked("result", line.result),
        "difficulty": marked("difficulty", line.difficulty),
        "proposal": marked("proposal", line.proposal),
        "note": marked("note", line.note),
        "evidence": [_document(document) for document in line.evidence],
        "differences": list(_differences(line)),
        "tasks": [_line(task, f"{number}.{task.number}") for task in line.tasks],
    }


def _document(document: Document) -> str:
    parts = (
        document.number,
        words.long(document.issued_on) if document.issued_on else "",
        f"của {document.issuer}" if document.issuer else "",
    )
    text = ": ".join(filter(None, (" ".join(filter(None, parts)), document.subject)))
    file = f"(tệp: {document.file})" if document.file else ""
    mark = MARK if document.differences else ""
    return " ".join(filter(None, (text, file, mark))) or words.EMPTY


def _differences(line: Line) -> Iterator[str]:
    for difference in line.differences:
        yield _difference(words.LABELS[difference.field], difference)
    for document in line.evidence:
        for difference in document.differences:
            label = f"{words.LABELS['evidence']}, {words.LABELS[difference.field].lower()}"
            yield _difference(label, difference)
    if line.newer:
        yield f"{MARK} Có thông tin {words.NEWER}."


def _difference(label: str, difference: Difference) -> str:
    versions = "; ".join(map(words.version, difference.versions))
    return f"{MARK} Chưa thống nhất – {label}: {versions}."
