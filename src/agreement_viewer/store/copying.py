"""Copying a ledger and files of evidence so that the copy is whole and is like the original."""

import contextlib
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from agreement_viewer.ledger.change import is_id
from agreement_viewer.store.soundness import UNREADABLE, Contents, Unsound, check, reading

EVIDENCE: Final = "evidence"
_PAGES: Final = 1024

Tell = Callable[[int], object]
"""Is given the percentage done; may raise to stop."""


def quiet(_percent: int) -> None:
    """Tell nobody."""


def copy_ledger(source: Path, target: Path, tell: Tell = quiet) -> Contents:
    """A copy of an open ledger as one new file, verified.

    Raises Unsound where `source` is damaged, else OSError.
    """
    os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))

    def copied(_status: int, remaining: int, total: int) -> None:
        tell((total - remaining) * 50 // max(total, 1))

    try:
        with reading(source) as read, contextlib.closing(sqlite3.connect(target)) as write:
            (total,) = read.execute("SELECT count(*) FROM change").fetchone()
            read.backup(write, pages=_PAGES, progress=copied)
            write.execute("PRAGMA journal_mode = DELETE")
        with target.open("r+b") as file:  # Windows flushes only what may be written
            os.fsync(file.fileno())
        return check(target, lambda count: tell(50 + count * 50 // max(total, 1)))
    except (Unsound, *UNREADABLE) as fault:
        check(source)
        raise OSError("the copy is not what was written") from fault


def copy_evidence(source: Path, target: Path) -> int:
    """Copy the files of evidence that `target` lacks; the number that it has then.

    A file that was altered on the disk is no evidence any more, and is left out. Raises OSError.
    """
    for path in evidence_files(source):
        copy = target / path.name[:2] / path.name
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside = copy.with_name(f".{os.urandom(8).hex()}.tmp")
            try:
                if copy_private(path, beside) == path.name:
                    beside.replace(copy)
            finally:
                beside.unlink(missing_ok=True)
    return sum(1 for _ in evidence_files(target))


def evidence_files(folder: Path) -> Iterator[Path]:
    """The files in a folder of evidence, each named by its SHA-256."""
    for path in sorted(folder.glob("*/*")):
        if is_id(path.name) and path.is_file():
            yield path


def copy_private(source: Path, target: Path) -> str:
    """Copy a file into a new one that the user alone can read; its SHA-256. Raises OSError."""
    handle = os.open(
        target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
    )
    with source.open("rb") as read, open(handle, "wb") as write:
        shutil.copyfileobj(read, write, 1 << 20)
        write.flush()
        os.fsync(write.fileno())
    with target.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
