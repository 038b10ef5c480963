"""Which field each column of a pasted table becomes: by its heading, or else by what it holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from agreement_viewer.ledger.deadline import parse_due
from agreement_viewer.ledger.fields import (
    COMPLETED_ON,
    DEADLINE,
    LEAD,
    PARTNERS,
    STATUS,
    TITLE,
)
from agreement_viewer.ledger.pasting_cells import status_of
from agreement_viewer.ledger.text import search_key

NOT_USED: Final = ""
NOTE: Final = "note"
USES: Final = (
    TITLE,
    LEAD,
    PARTNERS,
    DEADLINE,
    STATUS,
    COMPLETED_ON,
    "result",
    "difficulty",
    "proposal",
    NOTE,
)
"""What a column can become, in the order of the annex; several columns can become the note."""

_LOOKED_AT: Final = 100
"""Cells of a column that tell what it holds."""

_HEADINGS: Final = {
    NOT_USED: ("stt", "tt", "so tt", "so thu tu", "no"),
    TITLE: (
        *("noi dung nhiem vu", "nhiem vu", "noi dung", "ten nhiem vu", "nhiem vu cu the"),
        *("noi dung cong viec", "ten cong viec", "cong viec", "noi dung thuc hien", "hoat dong"),
        *("task", "task name", "tasks"),
    ),
    LEAD: (
        *("don vi chu tri", "co quan chu tri", "co quan don vi chu tri", "chu tri"),
        *("don vi chu tri thuc hien", "don vi thuc hien", "co quan thuc hien"),
        *("lead unit", "lead"),
    ),
    PARTNERS: (
        *("don vi phoi hop", "co quan phoi hop", "co quan don vi phoi hop", "phoi hop"),
        *("don vi phoi hop thuc hien", "co ordinating unit", "co ordinating units"),
        *("coordinating unit", "coordinating units", "partners"),
    ),
    DEADLINE: (
        *("thoi han", "thoi han hoan thanh", "thoi han thuc hien", "han", "han hoan thanh"),
        *("thoi gian hoan thanh", "thoi gian thuc hien", "thoi gian", "deadline", "due date"),
    ),
    STATUS: (
        *("tien do", "tien do thuc hien", "tinh trang", "tinh trang thuc hien", "trang thai"),
        *("status", "progress"),
    ),
    COMPLETED_ON: ("ngay hoan thanh", "completion date", "completed on"),
    "result": (
        *("san pham", "ket qua", "san pham ket qua", "ket qua san pham", "ket qua thuc hien"),
        *("san pham ket qua thuc hien", "result", "results"),
    ),
    "difficulty": ("kho khan vuong mac", "kho khan", "vuong mac", "difficulties", "difficulty"),
    "proposal": (
        *("de xuat kien nghi", "kien nghi de xuat", "de xuat", "kien nghi"),
        *("proposals", "proposal"),
    ),
    NOTE: ("ghi chu", "note", "notes", "remarks"),
}
_USE_OF: Final = {key: use for use, keys in _HEADINGS.items() for key in keys}
_GROUP: Final = re.compile(r"[ivxlc]+[.)]?")
_NUMBER: Final = re.compile(r"\(?(\d{1,5}(?:\.\d{1,5})*)[.)]?")


def use_by_heading(text: str) -> str | None:
    """What a column with this heading becomes; None where the heading is none that is known."""
    return _USE_OF.get(" ".join(re.findall(r"\w+", search_key(text))))


def has_headings(row: Iterable[str]) -> bool:
    """Whether `row` holds headings: at least one that names a field."""
    return any(map(use_by_heading, row))


def match_columns(rows: Sequence[Sequence[str]], *, headed: bool) -> list[str]:
    """What each column becomes; `headed` says that the first row holds the headings.

    Text is left unused only below a heading that says so, or where it merely counts the rows.
    """
    found: list[str | None] = [None] * len(rows[0])
    columns = [_look(row[place] for row in rows[headed:]) for place in range(len(found))]
    if headed:
        for place, heading in enumerate(rows[0]):
            use = use_by_heading(heading)
            if use == NOT_USED or use not in found:
                found[place] = use
    if not any(found):
        _claim(found, columns, DEADLINE)
        _claim(found, columns, STATUS)
    if TITLE not in found:
        _claim(found, columns, TITLE)
    return [_rest(cells) if use is None else use for use, cells in zip(found, columns, strict=True)]


def _look(cells: Iterable[str]) -> list[str]:
    """The first cells that hold anything."""
    filled = filter(str.strip, cells)
    return [cell for cell, _ in zip(filled, range(_LOOKED_AT), strict=False)]


def _claim(found: list[str | None], columns: Sequence[Sequence[str]], use: str) -> None:
    """Let the first free column most of whose cells are of this kind become `use`."""
    for place, cells in enumerate(columns):
        if found[place] is None and 2 * sum(_is_like(use, cell) for cell in cells) > len(cells):
            found[place] = use
            return


def _is_like(use: str, cell: str) -> bool:
    if use == DEADLINE:
        return parse_due(cell) is not None
    if use == STATUS:
        return status_of(cell) is not None
    return not _GROUP.fullmatch(search_key(cell)) and any(map(str.isalpha, cell))


def _rest(cells: Sequence[str]) -> str:
    return NOTE if cells and not _counts(cells) else NOT_USED


def _counts(cells: Sequence[str]) -> bool:
    """Whether the cells number the rows: 1, 2, 3 or 1, 1.1, 1.2, 2, groups among them I, II."""
    numbers = list(_numbers(cells))
    if not numbers or None in numbers:
        return False
    known = [number for number in numbers if number]
    if len(known) == 1:
        return known[0] == (1,)
    return all(_follows(*pair) for pair in pairwise(known))


def _numbers(cells: Iterable[str]) -> Iterator[tuple[int, ...] | None]:
    for cell in cells:
        key = search_key(cell)
        if number := _NUMBER.fullmatch(key):
            yield tuple(map(int, number[1].split(".")))
        elif not _GROUP.fullmatch(key):
            yield None


def _follows(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    *above, last = number
    if last == 1:
        return tuple(above) in (before, ())
    depth = len(above)
    return tuple(above) == before[:depth] and before[depth : depth + 1] == (last - 1,)
