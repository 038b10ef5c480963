"""The annexes' tables: the counts, the full table, and what moved since the period before.

A table has columns, and bands of rows with a title each ("" for none). A cell is a text.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from agreement_viewer.report import words
from agreement_viewer.report.counting import count_rows, figures
from agreement_viewer.report.form import LANDSCAPE
from agreement_viewer.report.marking import Written, differing, document_text
from agreement_viewer.report.printable import Texts
from agreement_viewer.report.tree import Addition, Before, Group, Move, Report, Standing, State

Table = dict[str, Texts]

ADDED: Final = ("STT", "Nội dung nhiệm vụ", "Ngày", "Nội dung bổ sung")
"""The columns of what came in late."""


def annexes(report: Report) -> list[Table]:
    """All annexes in their order, numbered and titled."""
    found = [_counts(report), _progress(report)]
    if report.before:
        found.append(_moves(report.before))
        if report.before.additions:
            found.append(_additions(report.before))
    return [{"number": words.annex(count), **table} for count, table in enumerate(found, start=1)]


def _table(
    kind: str,
    title: str,
    columns: Iterable[str],
    bands: Iterable[tuple[str, Iterable[Sequence[str]]]],
    note: str = "",
) -> Table:
    return {
        "kind": kind,
        "lies": "yes" if kind in LANDSCAPE else "no",
        "title": title,
        "columns": list(columns),
        "bands": [{"title": name, "rows": [list(row) for row in rows]} for name, rows in bands],
        "note": note,
    }


def _counts(report: Report) -> Table:
    rows = [[name, *map(words.number, figures(counts))] for name, counts in count_rows(report)]
    return _table("counts", words.COUNTS_TITLE, words.COUNTS, [("", rows)])


def _progress(report: Report) -> Table:
    bands = [(group.title or words.MISSING_ITEMS, list(_rows(group))) for group in report.groups]
    return _table(
        "progress",
        words.PROGRESS_TITLE,
        words.ANNEX.values(),
        bands,
        words.DIFFERENCE_NOTE if differing(report) else "",
    )


def _rows(group: Group) -> Iterable[list[str]]:
    for item in group.items:
        yield _row(Written(str(item.number), item))
        for task in item.tasks:
            yield _row(Written(f"{item.number}.{task.number}", task))


def _row(texts: Written) -> list[str]:
    cells = {
        "number": texts.number,
        "title": texts.title,
        "lead": texts.lead,
        "partners": texts.partners,
        "deadline": _with(texts.deadline, texts.put_off),
        "result": "\n".join(filter(None, (texts.account("result"), *texts.evidence))),
        "status": _with(texts.status, texts.completed_on),
        "difficulty": texts.account("difficulty"),
        "proposal": texts.account("proposal"),
        "note": texts.account("note"),
    }
    return [cells[column] for column in words.ANNEX]


def _with(text: str, added: str) -> str:
    return f"{text}\n({added})" if added else text


def moves_title(before: Before) -> str:
    """Above what moved since the period before."""
    return f"Biến động so với kỳ trước ({before.period.name})"


def additions_title(before: Before) -> str:
    """Above what came in after the period before was closed."""
    return f"Bổ sung sau khi chốt số liệu kỳ trước ({before.period.name})"


def added(addition: Addition) -> str:
    """What came in."""
    return document_text(addition.document) if addition.document else "Hoàn thành"


def _moves(before: Before) -> Table:
    return _table(
        "moves",
        moves_title(before),
        ("STT", "Nội dung nhiệm vụ", "Kỳ trước", "Kỳ này"),
        [("", [move_cells(move) for move in before.moves])],
        "" if before.moves else words.NO_MOVES,
    )


def move_cells(move: Move) -> list[str]:
    """A row of what moved: number, wording, how it stood, how it stands."""
    return [
        move.number,
        move.title,
        _state(move.before) if move.before else words.NOT_YET,
        _state(move.after) if move.after else words.NO_LONGER,
    ]


def _state(state: State) -> str:
    parts = [words.progress(state)]
    if state.completed_on and state.standing in (Standing.ON_TIME, Standing.LATE):
        parts.append(f"ngày hoàn thành {words.numeric(state.completed_on)}")
    if state.deadline:
        parts.append(f"thời hạn {words.due(state.deadline.due)}")
    return "; ".join(parts)


def _additions(before: Before) -> Table:
    return _table(
        "additions",
        additions_title(before),
        ADDED,
        [("", [addition_cells(addition) for addition in before.additions])],
    )


def addition_cells(addition: Addition) -> list[str]:
    """A row of what came in late: number, wording, day, what it is."""
    return [addition.number, addition.title, words.numeric(addition.day), added(addition)]
