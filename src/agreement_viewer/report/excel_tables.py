"""The workbook's tables: typed values in rows, a row for each item and task.

Every text is one that a file can hold; where and how large it stands is left to say.
"""

import datetime
from collections.abc import Sequence
from itertools import repeat
from math import sqrt
from typing import Final, NamedTuple

from agreement_viewer.ledger.deadline import due_day
from agreement_viewer.ledger.records import Margins
from agreement_viewer.report import excel_words, words
from agreement_viewer.report.annex import ADDED, added, additions_title, moves_title
from agreement_viewer.report.form import EMPTY, LEAST_WIDTHS, REDUCED, SIZE
from agreement_viewer.report.layout import room, spread
from agreement_viewer.report.marking import MARK, Written, differing, written
from agreement_viewer.report.measuring import count_lines
from agreement_viewer.report.printable import xml_text
from agreement_viewer.report.tree import Before, Report, State

TABLE_SIZE: Final = SIZE["table"]
ITEM: Final = 1
TASK: Final = 2
_INDENT: Final = 3
"""Of a task's title, in mm."""

Value = str | int | datetime.date | None


class Row(NamedTuple):
    """What stands in a row; `level` is 1 for an item, 2 for a task beneath it."""

    values: tuple[Value, ...]
    level: int = 0


class Table(NamedTuple):
    """A table on a sheet of its own, with notes above it; `kept` columns stay in sight."""

    kind: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    kept: int = 2

    def widths(self, margins: Margins) -> list[float]:
        """In mm, before the page is reduced to the width of the paper."""
        columns = [[row.values[c] for row in self.rows] for c in range(len(self.columns))]
        least = [
            width if any(values) else width * EMPTY
            for width, values in zip(LEAST_WIDTHS[self.kind], columns, strict=True)
        ]
        shares = [sqrt(max(1, *map(_length, values), 0)) for values in columns]
        total = room(self.kind, margins) / REDUCED.get(self.kind, 1)
        return spread(least, shares, total)

    def lines(self, row: Row, widths: Sequence[float]) -> list[int]:
        """How many lines each value of `row` takes in columns of these `widths`."""
        rooms = list(widths)
        if row.level == TASK:
            rooms[self.named] -= _INDENT
        return [
            count_lines(value, room, TABLE_SIZE, bold=row.level == ITEM and column == self.named)
            if isinstance(value, str)
            else 1
            for column, (value, room) in enumerate(zip(row.values, rooms, strict=True))
        ]

    @property
    def named(self) -> int:
        """The column that names what a row is about."""
        return self.kept - 1


def _length(value: Value) -> int:
    return len(value) if isinstance(value, str) else 0


def row(*values: Value, level: int = 0) -> Row:
    """A row of `values`, each text as a file can hold it."""
    return Row(tuple(xml_text(v) if isinstance(v, str) else v for v in values), level)


def tracking(report: Report, subject: str) -> Table:
    """The full table; `subject` says of what and of when."""
    groups = [
        group.title or words.MISSING_ITEMS
        for group in report.groups
        for item in group.items
        for _ in (item, *item.tasks)
    ]
    rows = tuple(map(_tracking_row, groups, written(report), repeat(report.today)))
    remark = f"{MARK} Giá trị của từng đơn vị nêu tại cột “{excel_words.TRACKING['remarks']}”."
    notes = (subject, remark) if differing(report) else (subject,)
    columns = tuple(excel_words.TRACKING.values())
    return Table("tracking", words.PROGRESS_TITLE, columns, rows, notes, kept=3)


def _tracking_row(group: str, texts: Written, today: datetime.date) -> Row:
    line = texts.line
    cells: dict[str, Value] = {
        "number": texts.number,
        "group": group,
        "title": texts.title,
        "lead": texts.lead,
        "partners": texts.partners,
        "deadline": texts.deadline,
        "due_on": due_day(line.deadline.due, today) if line.deadline else None,
        "extended": len(texts.extensions) or None,
        "extensions": "\n".join(texts.extensions),
        "result": texts.account("result"),
        "status": texts.status,
        "completed_on": texts.completion,
        "standing": words.STANDINGS[line.standing],
        "difficulty": texts.account("difficulty"),
        "proposal": texts.account("proposal"),
        "note": texts.account("note"),
        "evidence": "\n".join(texts.evidence),
        "remarks": "\n".join(texts.remarks()),
    }
    level = TASK if "." in texts.number else ITEM
    return row(*(cells[column] for column in excel_words.TRACKING), level=level)


def compared(report: Report, before: Before) -> Table:
    """What moved since the period before."""
    states = [f"{period}: {what}" for period in excel_words.PERIODS for what in excel_words.STATE]
    rows = tuple(
        row(
            move.number,
            move.title,
            *_state(move.before, before.period.last, words.NOT_YET),
            *_state(move.after, report.today, words.NO_LONGER),
        )
        for move in before.moves
    )
    columns = (excel_words.TRACKING["number"], excel_words.TRACKING["title"], *states)
    notes = () if rows else (words.NO_MOVES,)
    return Table("compared", xml_text(moves_title(before)), columns, rows, notes)


def _state(state: State | None, today: datetime.date, absent: str) -> tuple[Value, ...]:
    if state is None:
        return absent, None, "", None
    due = state.deadline.due if state.deadline else None
    return (
        words.progress(state),
        state.completed_on,
        words.due(due) if due else "",
        due_day(due, today) if due else None,
    )


def late(before: Before) -> Table:
    """What came in after the period before was closed."""
    rows = tuple(row(a.number, a.title, a.day, added(a)) for a in before.additions)
    return Table("late", xml_text(additions_title(before)), ADDED, rows)
