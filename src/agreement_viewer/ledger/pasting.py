"""A pasted table on its way to become tasks: what its columns become, and what that comes to."""

import datetime
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from agreement_viewer.ledger.actions import add_task
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import COMPLETED_ON, STATUS, TITLE, to_value
from agreement_viewer.ledger.pasting_cells import Reading, read_cell, settle
from agreement_viewer.ledger.pasting_columns import (
    NOT_USED,
    NOTE,
    has_headings,
    match_columns,
    use_by_heading,
)
from agreement_viewer.ledger.status import Status
from agreement_viewer.ledger.text import clean


class Outcome(NamedTuple):
    """What adding a table comes to, in numbers."""

    tasks: int
    left_out: int
    """Rows without a name."""
    undated: int
    """Tasks that are done, nobody says since when."""
    noted: int
    """Cells whose text goes into the note."""


class Sheet:
    """The rows of a table (see `read_table`), read as tasks.

    `uses` says what each column becomes; `body` are the rows that may become tasks; `headings`
    stand above the columns, each in one line, empty where there are none.
    """

    def __init__(
        self, rows: Sequence[Sequence[str]], labels: Mapping[str, str], today: datetime.date
    ) -> None:
        """`labels` says what each field is called; a completion is never after `today`."""
        self._rows = rows
        self._labels = labels
        self.today = today
        self._read: dict[tuple[str, str], Reading] = {}
        self.set_headed(has_headings(rows[0]))

    def set_headed(self, headed: bool) -> None:
        """Take the first row as headings, or as a task like the others; match columns anew."""
        self.headed = headed
        self.uses = match_columns(self._rows, headed=headed)
        self.body = self._rows[headed:]
        first = self._rows[0]
        self.headings = [" ".join(clean(text).split()) if headed else "" for text in first]

    def choose(self, column: int, use: str) -> None:
        """Let a column become `use`; the one that was it becomes what this one was.

        So no text goes out of use by the way: what was not used before makes it a note.
        """
        if use not in (NOT_USED, NOTE) and use in self.uses:
            self.uses[self.uses.index(use)] = self.uses[column] or NOTE
        self.uses[column] = use

    def readings(self, row: int) -> list[Reading]:
        """The cells of a row of the body, as what their columns become."""
        cells = [self._reading(*cell) for cell in zip(self.uses, self.body[row], strict=True)]
        by_use = dict(zip(self.uses, cells, strict=True))
        settled = settle(by_use)
        return [
            settled[use] if use in (STATUS, COMPLETED_ON) else cell
            for use, cell in zip(self.uses, cells, strict=True)
        ]

    def _reading(self, use: str, text: str) -> Reading:
        key = use, text
        if key not in self._read:
            self._read[key] = read_cell(use, text, self.today)
        return self._read[key]

    def name(self, row: int) -> str:
        """The name of the task that a row of the body becomes; empty where it becomes none."""
        if TITLE not in self.uses:
            return ""
        column = self.uses.index(TITLE)
        return str(self._reading(TITLE, self.body[row][column]).value or "")

    def outcome(self) -> Outcome:
        """What adding the tasks comes to."""
        named = [self.readings(row) for row in range(len(self.body)) if self.name(row)]
        noted = sum(reading.to_note for readings in named for reading in readings)
        undated = sum(self._is_undated(readings) for readings in named)
        return Outcome(len(named), len(self.body) - len(named), undated, noted)

    def _is_undated(self, readings: Sequence[Reading]) -> bool:
        by_use = dict(zip(self.uses, readings, strict=True))
        day = by_use.get(COMPLETED_ON, Reading()).value
        return day is None and by_use.get(STATUS, Reading()).value is Status.DONE

    def edits(self, item: str) -> list[Edit]:
        """One action that adds all the tasks beneath `item`, in the order of the rows."""
        edits: list[Edit] = []
        for row in range(len(self.body)):
            if name := self.name(row):
                task, title = add_task(item, name)
                values = self._values(row)
                fields = [Edit.set(task, use, to_value(value)) for use, value in values.items()]
                edits += [task, title, *fields]
        return edits

    def _values(self, row: int) -> dict[str, object]:
        """The fields of a task but its name."""
        readings = self.readings(row)
        values = {
            use: reading.value
            for use, reading in zip(self.uses, readings, strict=True)
            if use not in (NOT_USED, NOTE, TITLE) and reading.value is not None
        }
        if COMPLETED_ON in values:
            values[STATUS] = Status.DONE
        elif self._is_undated(readings):
            values[COMPLETED_ON] = self.today
        if note := self._note(row, readings):
            values[NOTE] = note
        return values

    def _note(self, row: int, readings: Sequence[Reading]) -> str:
        """The columns of notes, and what does not fit its own field, one beneath the other."""
        lines = []
        columns = zip(self.uses, self.headings, self.body[row], readings, strict=True)
        for use, heading, text, reading in columns:
            if reading.to_note:
                lines.append(f"{heading or self._labels[use]}: {clean(text)}")
            elif use == NOTE and reading.value is not None:
                is_named = heading and use_by_heading(heading) != NOTE
                lines.append(f"{heading}: {clean(text)}" if is_named else clean(text))
        return "\n".join(lines)
