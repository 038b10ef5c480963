"""What others left at the hub and is not here yet: fetched once, into a bundle of our own making.

All of it is of one state of the server. Of each chain only what lies at or behind a signed head is
asked for; what anybody left beyond it holds nobody up.
"""

import contextlib
import datetime
import enum
import hashlib
import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple

from agreement_viewer.agreement import agreement_digest
from agreement_viewer.exchange.bundle import writing
from agreement_viewer.exchange.carrier import Tell
from agreement_viewer.exchange.heads import write_head
from agreement_viewer.exchange.manifest import FORMAT, LONGEST_NAME, Manifest, write_manifest
from agreement_viewer.exchange.naming import files_named
from agreement_viewer.exchange.records import HASH, Kind, RecordWriter
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.edit import instant
from agreement_viewer.store import partners
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.signed_heads import SignedHead

if TYPE_CHECKING:
    import psycopg

_MOST_FILES: Final = 32
_PIECE: Final = 1 << 20
_HEADS: Final = """
SELECT h.agreement, h.writer, h.seq, h.id, h.signature, w.changes <> w.seq
FROM writer AS w JOIN head AS h ON h.agreement = w.agreement AND h.writer = w.writer
WHERE w.agreement = %s AND (w.changes <> w.seq OR h.seq = (
    SELECT max(seq) FROM head WHERE agreement = w.agreement AND writer = w.writer))
"""
_WANTED: Final = """
WITH RECURSIVE span AS (
    SELECT w.writer, w.last, CASE WHEN EXISTS (
        SELECT 1 FROM change AS c WHERE c.agreement = %(agreement)s AND c.writer = w.writer
        AND c.seq = w.seen AND c.id = w.id) THEN w.seen ELSE 0 END AS after
    FROM unnest(%(writers)s::text[], %(last)s::bigint[], %(seen)s::bigint[], %(ids)s::text[])
        AS w (writer, last, seen, id)
), behind AS (
    SELECT row, id, prev, body FROM change
    WHERE agreement = %(agreement)s AND id = ANY (%(forked)s::text[])
    UNION
    SELECT c.row, c.id, c.prev, c.body FROM change AS c JOIN behind ON c.id = behind.prev
    WHERE c.agreement = %(agreement)s
), wanted AS (
    SELECT row, id, body FROM behind
    UNION ALL
    SELECT c.row, c.id, c.body FROM span JOIN change AS c
    ON c.agreement = %(agreement)s AND c.writer = span.writer
    AND c.seq > span.after AND c.seq <= span.last
)
"""
_COUNT: Final = f"{_WANTED} SELECT count(*) FROM wanted"
_NAMING: Final = f"""{_WANTED} SELECT body FROM wanted WHERE strpos(body, '"sha256"') > 0"""
_CHANGES: Final = f"{_WANTED} SELECT id, body FROM wanted ORDER BY row"
_FILES: Final = "SELECT bytes FROM agreement_file WHERE agreement = %s ORDER BY digest LIMIT %s"
_EVIDENCE: Final = """
SELECT sha256, agency, size FROM evidence WHERE agreement = %s AND sha256 = ANY (%s)
GROUP BY sha256, agency, size HAVING count(*) = greatest(1, (size + 1048575) / 1048576)
"""
_PIECES: Final = (
    "SELECT bytes FROM evidence"
    " WHERE agreement = %s AND sha256 = %s AND agency = %s AND size = %s ORDER BY piece"
)
_HERE: Final = "SELECT 1 FROM change WHERE id = ?"
_CHAIN: Final = (
    "SELECT max(seq), count(*), (SELECT id FROM change WHERE agreement = ?1 AND writer = ?2"
    " ORDER BY seq DESC LIMIT 1) FROM change WHERE agreement = ?1 AND writer = ?2"
)


class Senders(enum.Enum):
    """Whose changes: those from new ones are accepted by an officer, or not at all."""

    KNOWN = enum.auto()
    NEW = enum.auto()


class _News(NamedTuple):
    """Heads that are not here."""

    heads: list[SignedHead]
    forked: set[str]
    """The ids of those whose chains have forks there."""


def senders_of_news(
    connection: "psycopg.Connection", folder: DataFolder, ledger: Ledger
) -> list[Senders]:
    """Whether there is something that is not here: of whom."""
    return [kind for kind, news in _news(connection, folder, ledger).items() if news.heads]


def fetch(
    connection: "psycopg.Connection",
    folder: DataFolder,
    ledger: Ledger,
    host: str,
    senders: Senders,
    target: Path,
    tell: Tell,
) -> None:
    """Write what is new here of such senders to a bundle at `target`. Raises UserError."""
    import psycopg

    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    connection.read_only = True
    with connection.transaction():
        news = _news(connection, folder, ledger)[senders]
        visit = _Visit(connection, folder, ledger, news, tell)
        with writing(target, folder) as writer:
            visit.write(writer, host)


def _news(
    connection: "psycopg.Connection", folder: DataFolder, ledger: Ledger
) -> dict[Senders, _News]:
    agreement = ledger.agreement.id
    found = {kind: _News([], set()) for kind in Senders}
    rows: Any = connection.execute(_HEADS, (agreement,)).fetchall()
    with folder.database.aside() as database, database.reading() as sqlite:
        for *told, is_forked in rows:
            head = SignedHead(*told)
            if sqlite.execute(_HERE, (head.id,)).fetchone() or not head.is_genuine:
                continue
            is_known = head.writer == ledger.writer or partners.is_known(
                sqlite, agreement, head.writer
            )
            news = found[Senders.KNOWN if is_known else Senders.NEW]
            news.heads.append(head)
            if is_forked:
                news.forked.add(head.id)
    return found


def _asked(news: _News, folder: DataFolder, agreement: str) -> dict[str, Any]:
    """What is to be asked for: parameters of `_WANTED`."""
    spans: list[tuple[str, int, int, str]] = []
    with folder.database.aside() as database, database.reading() as sqlite:
        for head in news.heads:
            if head.id not in news.forked:
                last, count, id = sqlite.execute(_CHAIN, (agreement, head.writer)).fetchone()
                spans.append((head.writer, head.seq, last if last == count else 0, id or ""))
    columns = list(zip(*spans, strict=True)) or [(), (), (), ()]
    names = "writers", "last", "seen", "ids"
    asked: dict[str, Any] = {
        name: list(column) for name, column in zip(names, columns, strict=True)
    }
    return asked | {"agreement": agreement, "forked": list(news.forked)}


class _Visit:
    """What one fetching writes."""

    def __init__(
        self,
        connection: "psycopg.Connection",
        folder: DataFolder,
        ledger: Ledger,
        news: _News,
        tell: Tell,
    ) -> None:
        self._connection = connection
        self._folder = folder
        self._ledger = ledger
        self._agreement = ledger.agreement.id
        self._heads = news.heads
        self._asked = _asked(news, folder, self._agreement)
        self._tell = tell

    def write(self, writer: RecordWriter, host: str) -> None:
        """All records but the end."""
        counted: Any = self._connection.execute(_COUNT, self._asked).fetchone()
        files = self._evidence()
        with tempfile.TemporaryFile(dir=self._folder.path) as spool:
            whole = dict(self._spooled(files, spool))
            manifest = self._manifest(host, counted[0], len(whole))
            writer.put(Kind.MANIFEST, write_manifest(manifest))
            found: Any = self._connection.execute(_FILES, (self._agreement, _MOST_FILES))
            for (data,) in found:
                writer.put(Kind.AGREEMENT, data)
            for head in self._heads:
                writer.put(Kind.HEAD, write_head(head))
            spool.seek(0)
            for sha256, size in whole.items():
                content = itertools.chain((bytes.fromhex(sha256),), _pieces_in(spool, size))
                writer.put_chunks(Kind.EVIDENCE, HASH + size, content)
        self._write_changes(writer, counted[0])

    def _manifest(self, host: str, changes: int, evidence: int) -> Manifest:
        """Under our own writer, so that nothing is kept of what its sender has."""
        return Manifest(
            format=FORMAT,
            agreement=self._agreement,
            title=self._ledger.agreement.short_title[:LONGEST_NAME],
            digest=agreement_digest(self._ledger.agreement_file),
            writer=self._ledger.writer,
            by=By(host[:LONGEST_NAME], ""),
            at=instant(datetime.datetime.now(datetime.UTC)),
            handover=False,
            changes=changes,
            evidence=evidence,
            cut=(),
            base=None,
        )

    def _evidence(self) -> list[tuple[str, str, int]]:
        """The files that are named and not here: hash, who left it, size."""
        with self._streamed(_NAMING, self._asked, "text") as bodies:
            named = {file.sha256 for (body,) in bodies for file in files_named(body.encode())}
        missing = [sha256 for sha256 in named if not self._folder.evidence.holds(sha256)]
        rows = self._connection.execute(_EVIDENCE, (self._agreement, missing))
        return [(sha256, agency, size) for sha256, agency, size in rows]

    def _spooled(
        self, files: list[tuple[str, str, int]], spool: IO[bytes]
    ) -> Iterator[tuple[str, int]]:
        """Fetch each file once; one that is not what it goes by is left out."""
        total = sum(size for _, _, size in files) or 1
        taken: set[str] = set()
        done = 0
        for sha256, agency, size in files:
            if sha256 in taken:
                continue
            start, digest = spool.tell(), hashlib.sha256()
            asked = (self._agreement, sha256, agency, size)
            with self._streamed(_PIECES, asked, "bytea") as pieces:
                for (piece,) in pieces:
                    digest.update(piece)
                    spool.write(piece)
                    self._tell((done := done + len(piece)) / total / 2)
            if digest.hexdigest() == sha256 and spool.tell() - start == size:
                taken.add(sha256)
                yield sha256, size
            else:
                spool.seek(start)
                spool.truncate()

    def _write_changes(self, writer: RecordWriter, count: int) -> None:
        with self._streamed(_CHANGES, self._asked, "text", "text") as changes:
            for number, (id, body) in enumerate(changes):
                writer.put(Kind.CHANGE, bytes.fromhex(id), body.encode())
                if number % 1000 == 0:
                    self._tell((1 + number / count) / 2)

    @contextlib.contextmanager
    def _streamed(self, query: str, asked: Any, *types: str) -> Iterator[Iterator[tuple[Any, ...]]]:
        """The rows of `query`, of which few are in memory at a time.

        Whatever ends the reading early ends the query first: nothing can be asked beneath it.
        """
        copying = f"COPY ({query}) TO STDOUT (FORMAT binary)"
        with self._connection.cursor() as cursor, cursor.copy(copying, asked) as copy:
            copy.set_types(types)
            yield copy.rows()


def _pieces_in(spool: IO[bytes], size: int) -> Iterator[bytes]:
    while size > 0:
        piece = spool.read(min(size, _PIECE))
        size -= len(piece)
        yield piece
