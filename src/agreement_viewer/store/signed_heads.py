"""Signed heads: a writer's word for its chain, which travels with the changes.

A writer signs the last change of its chain, and with it, through the hashes, all before it. The
signature goes with the changes through whoever carries them; what lies beyond every signed head
of its writer is taken in by nobody.

What holds: nobody but a writer adds to its chain, or alters or leaves out what stands within it,
unnoticed by those who have, or have been shown, a later signed head. What does not hold: whoever
owns a writer's key can rewrite what he has not yet given to anybody. After the exchange, no more:
a second chain under the same writer is a fork, which is kept and shown.
"""

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, NamedTuple

from agreement_viewer.ledger.change import canonical
from agreement_viewer.ledger.edit import Tip
from agreement_viewer.store.database import Database
from agreement_viewer.store.writer import own_keys

_PURPOSE: Final = b"agreement-viewer head 1\n"
_KEEP: Final = """
INSERT OR IGNORE INTO signed_head SELECT ?1, ?2, ?3, ?4, ?5
WHERE EXISTS (SELECT 1 FROM change WHERE agreement = ?1 AND writer = ?2 AND seq = ?3 AND id = ?4)
"""
_UNSIGNED: Final = """
SELECT a.agreement, c.writer, c.seq, c.id
FROM (SELECT DISTINCT agreement FROM agreement_file) AS a JOIN change AS c ON c.row IN (
    (SELECT row FROM change WHERE agreement = a.agreement AND writer = ?1
     ORDER BY seq DESC, row DESC LIMIT 1),
    (SELECT row FROM change WHERE agreement = a.agreement AND writer = ?1
     AND id NOT IN (SELECT id FROM waiting) ORDER BY seq DESC, row DESC LIMIT 1))
WHERE c.id NOT IN (SELECT id FROM signed_head WHERE agreement = a.agreement AND writer = c.writer)
"""
_OLDER: Final = """
DELETE FROM signed_head AS old
WHERE agreement = ?1 AND writer = ?2
  AND (SELECT count(*) = max(seq) FROM change WHERE agreement = ?1 AND writer = ?2)
  AND EXISTS (
    SELECT 1 FROM signed_head AS new JOIN change USING (id)
    WHERE new.agreement = ?1 AND new.writer = ?2 AND new.seq > old.seq
      AND new.id NOT IN (SELECT id FROM waiting))
"""
_COUNTED: Final = """
SELECT h.agreement, h.writer, h.seq, h.id, h.signature FROM signed_head AS h JOIN change USING (id)
WHERE h.agreement = ? AND h.id NOT IN (SELECT id FROM waiting)
"""


class SignedHead(NamedTuple):
    """A writer's signature under a change of its chain. `signature` is of 64 bytes."""

    agreement: str
    writer: str
    seq: int
    id: str
    signature: bytes

    @property
    def is_genuine(self) -> bool:
        """Whether the writer signed it."""
        return is_signed(self.writer, _statement(*self[:4]), self.signature)


def is_signed(writer: str, message: bytes, signature: bytes) -> bool:
    """Whether `signature` is that of `writer` under `message`."""
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(bytes.fromhex(writer)).verify(message, signature)
    except (CryptoError, ValueError):
        return False
    return True


def _statement(agreement: str, writer: str, seq: int, id: str) -> bytes:
    named = {"agreement": agreement, "writer": writer, "seq": seq, "id": id}
    return _PURPOSE + canonical(named)


def sign_head(agreement: str, tip: Tip, sign: Callable[[bytes], bytes]) -> SignedHead:
    """The signature under `tip` by its writer, whose key `sign` signs with."""
    return SignedHead(agreement, *tip, sign(_statement(agreement, *tip)))


def sign_chains(database: Database, writer: str, sign: Callable[[bytes], bytes]) -> None:
    """Sign the chains of `writer`, our own, in every agreement. Raises UserError.

    Where a change of it is lost, what stands before the gap is signed for itself.
    """
    with database.reading() as connection:
        unsigned = connection.execute(_UNSIGNED, (writer,)).fetchall()
    heads = [sign_head(agreement, Tip(*tip), sign) for agreement, *tip in unsigned]
    if heads:
        with database.transaction() as connection:
            keep_heads(connection, heads)


def sign_folder(database: Database, data_dir: Path, key_dir: Path) -> None:
    """Sign what the writers of a data folder wrote, now and before. Raises UserError."""
    for key in own_keys(data_dir, key_dir):
        sign_chains(database, key.writer, key.sign)


def keep_heads(connection: sqlite3.Connection, heads: Iterable[SignedHead]) -> None:
    """Keep genuine `heads` of changes that are here.

    Of a chain without a fork, the last one that has counted stands for those before.
    """
    heads = list(heads)
    connection.executemany(_KEEP, heads)
    connection.executemany(_OLDER, {(head.agreement, head.writer) for head in heads})


def counted_heads(connection: sqlite3.Connection, agreement: str) -> list[SignedHead]:
    """The signed heads whose changes have counted here: those that can be passed on."""
    return [SignedHead(*row) for row in connection.execute(_COUNTED, (agreement,))]
