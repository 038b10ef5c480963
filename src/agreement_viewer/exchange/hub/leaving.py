"""Leaving at the hub what it does not have: the chains of our agency, and their files.

Chains go in their order, so that the server can check each change against the one before, and all
of them in one transaction. What the server would refuse stays behind with the rest of its chain.
"""

import datetime
import itertools
import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec
from msgspec import Struct

from agreement_viewer.agreement import agreement_digest
from agreement_viewer.exchange.carrier import Tell
from agreement_viewer.exchange.hub.chains import Chain, agency_of, chains_at
from agreement_viewer.exchange.outgoing import Outgoing, gather
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.counting import Cut
from agreement_viewer.ledger.edit import Tip
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.store.database import Database
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.signed_heads import SignedHead, sign_head
from agreement_viewer.store.union import Sealed

if TYPE_CHECKING:
    import psycopg

BATCH: Final = 10_000
"""Changes that the server looks at together."""
_TRIES: Final = 3
_STAGE: Final = (
    "CREATE TEMPORARY TABLE IF NOT EXISTS arriving"
    " (id text, writer text, seq bigint, prev text, body text)"
)
_COPY: Final = "COPY arriving FROM STDIN (FORMAT binary)"
_TYPES: Final = ("text", "text", "int8", "text", "text")
_INSERT: Final = (
    "INSERT INTO change (agreement, id, agency, writer, seq, prev, body)"
    " SELECT %s, id, %s, writer, seq, prev, body FROM arriving ON CONFLICT DO NOTHING"
)
_HEAD: Final = (
    "INSERT INTO head (agreement, agency, writer, seq, id, signature)"
    " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"
)
_FILE: Final = (
    "INSERT INTO agreement_file (agreement, agency, digest, bytes) VALUES (%s, %s, %s, %s)"
    " ON CONFLICT DO NOTHING"
)
_PIECE: Final = (
    "INSERT INTO evidence (agreement, agency, sha256, size, piece, bytes)"
    " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"
)
_IN_ORDER: Final = (
    "SELECT row FROM change WHERE row IN (SELECT value FROM json_each(?)) ORDER BY writer, seq"
)
_CHAINS: Final = "SELECT writer, max(seq), count(*) FROM change WHERE agreement = ? GROUP BY writer"
_AT: Final = "SELECT id, body FROM change WHERE agreement = ? AND writer = ? AND seq = ?"
_REDACTIONS: Final = (
    "SELECT writer, seq FROM change WHERE agreement = ? AND item = ?"
    """ AND instr(body, '"kind":"redact"') AND instr(body, ?)"""
)


CHANGE: Final = 600
"""About how many bytes a change takes, for the progress."""


class Left(NamedTuple):
    """What leaving came to."""

    changes: int
    """That the server did not have."""
    kept: int
    """That it would refuse: recorded in another agency's name, or behind such a change."""


class _Envelope(Struct):
    writer: str
    seq: int
    prev: str | None
    by: By
    item: str
    redacted: bool = False


_decoder: Final = msgspec.json.Decoder(_Envelope)


def leave(
    connection: "psycopg.Connection",
    folder: DataFolder,
    ledger: Ledger,
    by: By,
    at: datetime.datetime,
    tell: Tell,
) -> Left:
    """Leave what the server lacks. Works in any thread. Raises UserError."""
    from psycopg.errors import DeadlockDetected

    agreement = ledger.agreement.id
    agency = agency_of(connection, agreement)
    theirs = chains_at(connection, agreement)
    with folder.database.aside() as database:
        with database.reading() as sqlite:
            writers = set(_to_leave(sqlite, ledger, agency, theirs))
        base = Cut(
            Tip(name, chain.seq, chain.id) for name, chain in theirs.items() if not chain.is_forked
        )
        outgoing = gather(folder, ledger, by, at, base, writers=writers)
        outgoing = outgoing._replace(
            rows=_in_order(database, outgoing.rows),
            heads=[head for head in outgoing.heads if head.writer in writers],
        )
        leaving = _Leaving(connection, folder, ledger, database, agency, theirs, outgoing, tell)
        leaving.leave_files()
        for tries in range(_TRIES):
            try:
                return leaving.leave_changes()
            except DeadlockDetected:
                if tries == _TRIES - 1:
                    raise
    raise AssertionError


def _to_leave(
    connection: sqlite3.Connection, ledger: Ledger, agency: str, theirs: dict[str, Chain]
) -> Iterator[str]:
    """The writers of our agency, but for those of whom the server has more than we do."""
    agreement = ledger.agreement.id
    for writer, last, count in connection.execute(_CHAINS, (agreement,)).fetchall():
        there = theirs.get(writer)
        place = there.seq if there else last
        found = connection.execute(_AT, (agreement, writer, place)).fetchall()
        if there is None:
            units = {_decoder.decode(body).by.unit for _id, body in found}
            if writer == ledger.writer or units == {agency}:
                yield writer
        elif there.agency == agency:
            is_behind = last <= there.seq and there.id not in {id for id, _body in found}
            if count > last or not is_behind:
                yield writer


def _in_order(database: Database, rows: "array[int]") -> "array[int]":
    with database.reading() as connection:
        found = connection.execute(_IN_ORDER, (json.dumps(rows.tolist()),))
        return array("q", (row for (row,) in found))


class _Leaving:
    """One visit."""

    def __init__(
        self,
        connection: "psycopg.Connection",
        folder: DataFolder,
        ledger: Ledger,
        database: Database,
        agency: str,
        theirs: dict[str, Chain],
        outgoing: Outgoing,
        tell: Tell,
    ) -> None:
        self._connection = connection
        self._folder = folder
        self._ledger = ledger
        self._database = database
        self._names = ledger.agreement.id, agency
        self._theirs = theirs
        self._outgoing = outgoing
        self._tell = tell
        self._total = (
            sum(file.size for file in outgoing.evidence) + len(outgoing.rows) * CHANGE or 1
        )
        self._done = 0
        self._kept: Counter[str] = Counter()
        self._ends: dict[str, Tip] = {}

    def leave_files(self) -> None:
        """The programme's files, then those of evidence: each one by itself, to go on from."""
        digests = {agreement_digest(data): data for data in self._outgoing.agreement_files}
        for digest in digests.keys() - self._known("agreement_file", "digest", [*digests]):
            self._connection.execute(_FILE, (*self._names, digest, digests[digest]))
        files = {file.sha256: file for file in self._outgoing.evidence}
        for sha256 in files.keys() - self._known("evidence", "sha256", [*files]):
            with self._connection.transaction():
                self._leave_evidence(files[sha256])

    def _known(self, table: str, column: str, digests: list[str]) -> set[str]:
        query = (
            f"SELECT DISTINCT {column} FROM {table} WHERE agreement = %s AND {column} = ANY (%s)"
        )
        found = self._connection.execute(query, (self._names[0], digests))
        return {str(digest) for (digest,) in found}

    def _leave_evidence(self, file: EvidenceFile) -> None:
        pieces: Iterable[bytes] = self._folder.evidence.chunks(file) if file.size else (b"",)
        for number, piece in enumerate(pieces):
            row = (*self._names, file.sha256, file.size, number, piece)
            self._connection.execute(_PIECE, row)
            self._tell_more(len(piece))

    def leave_changes(self) -> Left:
        """The changes and what stands for them, all or nothing."""
        self._kept.clear()
        self._ends.clear()
        left = 0
        done = self._done
        with self._connection.transaction():
            self._connection.execute(_STAGE)
            changes = self._taken()
            while batch := list(itertools.islice(changes, BATCH)):
                self._connection.execute("TRUNCATE arriving")
                with self._connection.cursor() as cursor:
                    with cursor.copy(_COPY) as copy:
                        copy.set_types(_TYPES)
                        for row in batch:
                            copy.write_row(row)
                    cursor.execute(_INSERT, self._names)
                    left += cursor.rowcount
                self._tell_more(len(batch) * CHANGE)
            for head in self._heads():
                self._connection.execute(_HEAD, (*self._names, *head[1:]))
        self._done = done
        return Left(left, self._kept.total())

    def _taken(self) -> Iterator[tuple[str, str, int, str | None, str]]:
        """What the server will take: rows of `arriving`."""
        agency = self._names[1]
        for id, body in self._outgoing.changes(self._database):
            told = _decoder.decode(body)
            is_ours = told.by.unit in (agency, "")
            if told.writer in self._kept or not is_ours or not self._is_vouched((id, body), told):
                self._kept[told.writer] += 1
                continue
            self._ends[told.writer] = Tip(told.writer, told.seq, id)
            yield id, told.writer, told.seq, told.prev, body.decode()

    def _is_vouched(self, change: Sealed, told: _Envelope) -> bool:
        """Whether the redaction of a blanked change is there, or goes along."""
        if not told.redacted:
            return True
        with self._database.reading() as connection:
            named = self._names[0], told.item, change[0]
            redactions = connection.execute(_REDACTIONS, named).fetchall()
        going = {head.writer for head in self._outgoing.heads}
        return any(
            writer in going or (writer in self._theirs and self._theirs[writer].seq >= seq)
            for writer, seq in redactions
        )

    def _heads(self) -> Iterator[SignedHead]:
        for head in self._outgoing.heads:
            if head.writer not in self._kept:
                yield head
        writer = self._ledger.writer
        if writer in self._kept and writer in self._ends:  # what went of it is signed as it is
            yield sign_head(self._names[0], self._ends[writer], self._folder.sign)

    def _tell_more(self, done: int) -> None:
        self._done += done
        self._tell(min(self._done / self._total, 1.0))
