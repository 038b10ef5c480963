"""The database's schema as named migration steps; `user_version` counts the steps taken."""

import sqlite3
from typing import Final

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate

FIRST: Final = """
CREATE TABLE change (
    row       INTEGER PRIMARY KEY,      -- order of arrival
    id        TEXT NOT NULL UNIQUE,     -- SHA-256 of body
    agreement TEXT NOT NULL,
    writer    TEXT NOT NULL,
    seq       INTEGER NOT NULL,
    item      TEXT NOT NULL,
    body      TEXT NOT NULL             -- the change's canonical JSON
) STRICT;
CREATE INDEX change_item ON change (agreement, item);
CREATE INDEX change_chain ON change (agreement, writer, seq);

CREATE TRIGGER change_no_update BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER change_no_replace BEFORE INSERT ON change
WHEN EXISTS (SELECT 1 FROM change WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE waiting (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;   -- stored, not yet counted

-- What follows is copied from the changes and can be rebuilt from them at any time.
CREATE TABLE head (
    agreement TEXT NOT NULL,
    item      TEXT NOT NULL,
    field     TEXT NOT NULL,
    id        TEXT NOT NULL,
    body      TEXT NOT NULL,
    PRIMARY KEY (agreement, item, field, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE folded (
    agreement TEXT PRIMARY KEY,
    row       INTEGER NOT NULL,         -- the highest row of `change` folded, of any agreement
    clock     INTEGER NOT NULL,         -- the greatest clock counted
    digest    TEXT NOT NULL,            -- XOR of the ids of the heads and of row
    version   INTEGER NOT NULL          -- of the fold
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement_file (
    digest    TEXT PRIMARY KEY,
    agreement TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    bytes     BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE wording (                  -- of each item when it was first opened
    agreement TEXT NOT NULL,
    item      TEXT NOT NULL,
    digest    TEXT NOT NULL,
    PRIMARY KEY (agreement, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (                    -- typed, not yet recorded
    agreement TEXT NOT NULL,
    item      TEXT NOT NULL,
    field     TEXT NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (agreement, item, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

REDACTION: Final = """
DROP TRIGGER change_no_update;
-- But for one thing: a change that a redaction names may lose what it says, and nothing else. The
-- canonical JSON before and behind "body" stays as it is. (JSON functions count as unsafe here.)
CREATE TRIGGER change_no_update BEFORE UPDATE ON change
WHEN 1 IS NOT (
    NEW.row = OLD.row AND NEW.id = OLD.id AND NEW.agreement = OLD.agreement
    AND NEW.writer = OLD.writer AND NEW.seq = OLD.seq AND NEW.item = OLD.item
    AND instr(NEW.body, '"redacted":true,') > 0
    AND substr(NEW.body, 1, instr(NEW.body, '"body":'))
        = substr(OLD.body, 1, instr(OLD.body, '"body":'))
    AND substr(  -- of the same length from the end
        OLD.body, instr(NEW.body, ',"by":{') - 1 - length(replace(NEW.body, '"redacted":true,', ''))
    ) = replace(substr(NEW.body, instr(NEW.body, ',"by":{')), '"redacted":true,', '')
    AND EXISTS (
        SELECT 1 FROM change AS redaction
        WHERE redaction.agreement = OLD.agreement AND redaction.item = OLD.item
        AND instr(redaction.body, '"kind":"redact"') > 0
        AND instr(redaction.body, '"replaces":["' || OLD.id || '"]') > 0
    )
)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
"""

EXCHANGE: Final = """
CREATE TABLE signed_head (              -- how far each writer stands for its chain
    agreement TEXT NOT NULL,
    writer    TEXT NOT NULL,
    seq       INTEGER NOT NULL,
    id        TEXT NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (agreement, writer, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE partner (                  -- writers accepted here; never exchanged
    writer      TEXT PRIMARY KEY,
    unit        TEXT NOT NULL,
    name        TEXT NOT NULL,
    accepted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE partner_cut (              -- what a partner had when it last sent something
    agreement TEXT NOT NULL,
    writer    TEXT NOT NULL,
    at        TEXT NOT NULL,
    cut       TEXT NOT NULL,            -- the tips as JSON
    PRIMARY KEY (agreement, writer)
) STRICT, WITHOUT ROWID;
"""

MIGRATIONS: Final[tuple[tuple[str, str], ...]] = (
    ("first", FIRST),
    ("redaction", REDACTION),
    ("exchange", EXCHANGE),
)


class NewerFile(UserError):
    """The file was written by a newer version of the program."""


def is_outdated(connection: sqlite3.Connection) -> bool:
    """Whether an older version of the program wrote the file."""
    return 0 < _version(connection) < len(MIGRATIONS)


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that the file lacks, all in one transaction. Raises NewerFile."""
    if _version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        taken = _version(connection)
        if taken > len(MIGRATIONS):
            raise NewerFile(
                translate(
                    "Store",
                    "A newer version of this program wrote the data: install that version, or add"
                    " --read-only to look at them.",
                )
            )
        for _name, step in MIGRATIONS[taken:]:
            for statement in _statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> list[str]:
    """The statements of `script`; `executescript` would commit between them."""
    statements: list[str] = []
    rest = ""
    for line in script.splitlines(keepends=True):
        rest += line
        if sqlite3.complete_statement(rest):
            statements.append(rest)
            rest = ""
    return statements
