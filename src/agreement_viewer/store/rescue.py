"""What a damaged ledger still proves: its changes, and all that is kept beside them."""

from collections.abc import Iterator
from pathlib import Path

from agreement_viewer.ledger.change import is_id
from agreement_viewer.store.copying import Tell, quiet
from agreement_viewer.store.database import Database
from agreement_viewer.store.partners import Accepted
from agreement_viewer.store.salvage import salvage, salvage_rows
from agreement_viewer.store.signed_heads import SignedHead
from agreement_viewer.store.union import Incoming, union


def take_salvaged(fresh: Path, damaged: Path, tell: Tell = quiet) -> None:
    """Take into the ledger `fresh` what can be read in a copy of a damaged one. Raises UserError.

    `tell` is given a percentage, from 30 to 85.
    """
    files = salvage_rows(damaged, "SELECT digest, agreement, opened_at, bytes FROM agreement_file")
    words = salvage_rows(damaged, "SELECT agreement, item, digest FROM wording")
    drafts = list(salvage_rows(damaged, "SELECT agreement, item, field, text FROM draft"))
    programmes = [(*map(_text, row[:3]), row[3]) for row in files if isinstance(row[3], bytes)]
    union(
        fresh,
        Incoming(
            salvage(damaged),
            programmes,  # type: ignore[arg-type]
            [tuple(map(_text, row)) for row in words],  # type: ignore[misc]
            list(_salvaged_heads(damaged)),
            list(_salvaged_partners(damaged)),
        ),
        None,
        lambda read: tell(min(85, 30 + read // 1000)),
    )
    database = Database(fresh)
    try:
        with database.transaction() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO draft VALUES (?, ?, ?, ?)",
                [tuple(map(_text, row)) for row in drafts],
            )
    finally:
        database.close()


def _salvaged_heads(damaged: Path) -> Iterator[SignedHead]:
    query = "SELECT agreement, writer, seq, id, signature FROM signed_head"
    for agreement, writer, seq, id, signature in salvage_rows(damaged, query):
        if isinstance(seq, int) and isinstance(signature, bytes):
            head = SignedHead(_text(agreement), _text(writer), seq, _text(id), signature)
            if head.is_genuine:
                yield head


def _salvaged_partners(damaged: Path) -> Iterator[Accepted]:
    query = "SELECT writer, unit, name, accepted_at FROM partner"
    for writer, unit, name, at in salvage_rows(damaged, query):
        if is_id(_text(writer)):
            yield _text(writer), _text(unit), _text(name), _text(at)


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
