"""What the file notes of its own upkeep: lists of words in its table `meta`."""

import sqlite3
from typing import Final

import msgspec

REDACTING: Final = "redacting"
"""Stands as long as a redaction is on its way."""
REDACTED_FILES: Final = "redacted_files"
"""The files of evidence that were ever to go, by their SHA-256: a restore may bring them back."""


def note(connection: sqlite3.Connection, name: str, words: list[str]) -> None:
    """Note `words` under `name`, in the open transaction."""
    text = msgspec.json.encode(words).decode()
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, text))


def noted(connection: sqlite3.Connection, name: str) -> list[str] | None:
    """What is noted under `name`; None where nothing is, or nothing that can be read."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    try:
        return msgspec.json.decode(row[0], type=list[str]) if row else None
    except msgspec.MsgspecError:
        return None
