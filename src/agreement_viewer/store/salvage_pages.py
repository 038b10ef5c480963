"""Rows of a table read from the pages of a damaged database themselves, by SQLite's file format.

What leads to a page (the schema, the inner pages) is not needed: each leaf tells its own rows, and
a row that is longer than a page names the pages it goes on in. https://www.sqlite.org/fileformat2.html
"""

import mmap
from collections.abc import Iterator
from typing import Final, NamedTuple

_LEAF: Final = 0x0D
_HEADER: Final = 8
_MOST_PAGES: Final = 2000
"""That one row may go on in: a change has at most 4 MiB."""


class Row(NamedTuple):
    """The columns of a row that are text, by their place."""

    texts: dict[int, bytes]
    last: int
    """The place of the last column."""


def rows(data: mmap.mmap, page_size: int) -> Iterator[Row]:
    """The rows of every leaf of every table in a database's bytes; what makes no sense is left."""
    for number in range(len(data) // page_size):
        page = bytes(data[number * page_size : (number + 1) * page_size])
        start = 100 if number == 0 else 0  # the file's own header
        if page[start] != _LEAF:
            continue
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        for cell in range(min(count, page_size // 4)):
            at = start + _HEADER + cell * 2
            offset = int.from_bytes(page[at : at + 2], "big")
            payload = _payload(data, page, offset, page_size)
            row = _row(payload) if payload else None
            if row:
                yield row


def _payload(data: mmap.mmap, page: bytes, offset: int, page_size: int) -> bytes | None:
    """The whole of a cell's record, with what it goes on in; no page reserves room at its end."""
    size, offset = _varint(page, offset)
    _, offset = _varint(page, offset)
    local = _local(size, page_size)
    if local == size:
        return page[offset : offset + size]
    parts = [page[offset : offset + local]]
    following = int.from_bytes(page[offset + local : offset + local + 4], "big")
    left = size - local
    for _ in range(_MOST_PAGES):
        more = bytes(data[(following - 1) * page_size : following * page_size])
        if left <= 0 or following < 1 or len(more) < page_size:
            break
        parts.append(more[4 : 4 + left])
        left -= len(parts[-1])
        following = int.from_bytes(more[:4], "big")
    return None if left else b"".join(parts)


def _local(size: int, usable: int) -> int:
    """How many bytes of a record of `size` lie in the leaf itself."""
    if size <= usable - 35:
        return size
    least = (usable - 12) * 32 // 255 - 23
    local = least + (size - least) % (usable - 4)
    return local if local <= usable - 35 else least


def _row(payload: bytes) -> Row | None:
    header, at = _varint(payload, 0)
    types = []
    while at < min(header, len(payload)):
        kind, at = _varint(payload, at)
        types.append(kind)
    at, texts = header, {}
    for place, kind in enumerate(types):
        size = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[kind] if kind < 12 else (kind - 12) // 2
        if kind >= 13 and kind % 2 == 1:
            texts[place] = payload[at : at + size]
        at += size
    return Row(texts, len(types) - 1) if texts and at == len(payload) else None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """SQLite's integer of one to nine bytes, and the place behind it."""
    value = 0
    for number in range(9):
        byte = data[at + number] if at + number < len(data) else 0
        if number == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + number + 1
    return value, at + 9
