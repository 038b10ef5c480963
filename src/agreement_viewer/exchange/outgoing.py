"""What one ledger gives another: the changes beyond what that one has seen, and what they need.

Only what has counted and lies at or behind a signed head of its writer is given: a receiver would
refuse the rest. A chain of which the other's end is not known here is given whole.
"""

import datetime
import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from agreement_viewer.agreement import agreement_digest
from agreement_viewer.exchange.manifest import FORMAT, LONGEST_NAME, Manifest
from agreement_viewer.exchange.naming import files_named
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.counting import Cut, within
from agreement_viewer.ledger.edit import Tip, instant
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.store.cuts import current_cut
from agreement_viewer.store.database import Database
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.rows import read_change
from agreement_viewer.store.signed_heads import SignedHead, counted_heads
from agreement_viewer.store.union import Sealed

_BATCH: Final = 1000
_COUNTED: Final = "agreement = ? AND writer = ? AND id NOT IN (SELECT id FROM waiting)"
_CHAINS: Final = "SELECT writer, max(seq), count(*) FROM change WHERE agreement = ? GROUP BY writer"
_ROWS: Final = "SELECT id, body FROM change WHERE row IN (SELECT value FROM json_each(?))"
_NAMING: Final = f"""{_ROWS} AND instr(body, '"sha256"')"""


class Outgoing(NamedTuple):
    """All that is given; the changes are read from the file as they are asked for."""

    manifest: Manifest
    agreement_files: list[bytes]
    heads: list[SignedHead]
    evidence: list[EvidenceFile]
    missing: list[EvidenceFile]
    """Named by the changes, but not on this computer or altered there."""
    unsigned: int
    """Changes that stay behind, for their writer's key is lost and signed nothing after them."""
    rows: "array[int]"

    def changes(self, database: Database) -> Iterator[Sealed]:
        """The changes in the order in which they came here."""
        yield from _read(database, self.rows)


def gather(
    folder: DataFolder,
    ledger: Ledger,
    by: By,
    at: datetime.datetime,
    base: Cut | None,
    *,
    handover: bool = False,
    writers: Collection[str] | None = None,
) -> Outgoing:
    """What `ledger` gives to somebody who has seen `base`; signs our own chain first.

    Of the chains of `writers`, where these are given.

    Works through a connection of its own, in any thread. Raises UserError.
    """
    agreement = ledger.agreement
    folder.sign_chains()
    with folder.database.aside() as database:
        with database.reading() as connection:
            heads = counted_heads(connection, agreement.id)
            rows, unsigned = _rows(connection, agreement.id, heads, base or Cut(), writers)
            cut = current_cut(connection, agreement.id)
            query = "SELECT bytes FROM agreement_file WHERE agreement = ? ORDER BY digest"
            files = [bytes(data) for (data,) in connection.execute(query, (agreement.id,))]
        naming = _read(database, rows, _NAMING)
        named = dict.fromkeys(file for _, body in naming for file in files_named(body))
    whole = {file.sha256: file for file in named if folder.evidence.is_whole(file)}
    manifest = Manifest(
        format=FORMAT,
        agreement=agreement.id,
        title=agreement.short_title[:LONGEST_NAME],
        digest=agreement_digest(ledger.agreement_file),
        writer=ledger.writer,
        by=By(by.name[:LONGEST_NAME], by.unit[:LONGEST_NAME]),
        at=instant(at),
        handover=handover,
        changes=len(rows),
        evidence=len(whole),
        cut=tuple(sorted(cut)),
        base=None if base is None else tuple(sorted(base)),
    )
    missing = [file for file in named if file.sha256 not in whole]
    return Outgoing(manifest, files, heads, list(whole.values()), missing, unsigned, rows)


def _read(database: Database, rows: "array[int]", query: str = _ROWS) -> Iterator[Sealed]:
    for start in range(0, len(rows), _BATCH):
        batch = json.dumps(rows[start : start + _BATCH].tolist())
        with database.reading() as connection:
            found = connection.execute(f"{query} ORDER BY row", (batch,)).fetchall()
        for id, body in found:
            yield id, body.encode()


def _rows(
    connection: sqlite3.Connection,
    agreement: str,
    heads: list[SignedHead],
    base: Cut,
    writers: Collection[str] | None,
) -> tuple["array[int]", int]:
    """The rows of the changes to give, in order, and how many are held back unsigned."""
    signed: defaultdict[str, list[SignedHead]] = defaultdict(list)
    for head in heads:
        signed[head.writer].append(head)
    rows: list[int] = []
    unsigned = 0
    for writer, last, count in connection.execute(_CHAINS, (agreement,)).fetchall():
        chain = agreement, writer
        if writers is not None and writer not in writers:
            continue
        if last == count:
            seen = _seen(connection, chain, base)
            end = max((head.seq for head in signed[writer]), default=0)
            rows += _between(connection, chain, seen, end)
            unsigned += len(_between(connection, chain, end, last))
        else:
            behind, beyond = _forked(connection, chain, signed[writer])
            rows += behind
            unsigned += beyond
    return array("q", sorted(rows)), unsigned


def _seen(connection: sqlite3.Connection, chain: tuple[str, str], base: Cut) -> int:
    """Up to which change the other has a whole chain; 0 where its end is not known here."""
    tips = [tip for tip in base if tip.writer == chain[1]]
    query = "SELECT 1 FROM change WHERE agreement = ? AND writer = ? AND seq = ? AND id = ?"
    if len(tips) != 1 or not connection.execute(query, (*chain, *tips[0][1:])).fetchone():
        return 0
    return tips[0].seq


def _between(
    connection: sqlite3.Connection, chain: tuple[str, str], after: int, last: int
) -> list[int]:
    query = f"SELECT row FROM change WHERE {_COUNTED} AND seq > ? AND seq <= ?"
    return [row for (row,) in connection.execute(query, (*chain, after, last))]


def _forked(
    connection: sqlite3.Connection, chain: tuple[str, str], heads: list[SignedHead]
) -> tuple[list[int], int]:
    """Of a chain with a fork or gap: the rows behind its signed heads, and how many are not."""
    query = f"SELECT row, id, body FROM change WHERE {_COUNTED}"
    found = connection.execute(query, chain).fetchall()
    changes = [read_change(id, body) for _row, id, body in found]
    cut = Cut(Tip(head.writer, head.seq, head.id) for head in heads)
    behind = {change.id for change in within(cut, changes)}
    rows = [row for row, id, _body in found if id in behind]
    return rows, len(found) - len(rows)
