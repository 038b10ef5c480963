"""Whose changes a delivery holds: a receiver compares the code of each whom it does not know."""

import sqlite3
from typing import Final

import msgspec

from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.counting import Cut
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.partners import Partner
from agreement_viewer.store.signed_heads import counted_heads

_LAST: Final = "SELECT body FROM change WHERE id = ?"


class _Envelope(msgspec.Struct):
    by: By


def senders(connection: sqlite3.Connection, agreement: str) -> list[Partner]:
    """Each writer with changes that can be given, and who wrote last under it."""
    heads = sorted(counted_heads(connection, agreement), key=lambda head: head.seq)
    last = {head.writer: head.id for head in heads}
    return [Partner(writer, _by(connection, id)) for writer, id in sorted(last.items())]


def _by(connection: sqlite3.Connection, id: str) -> By:
    ((body,),) = connection.execute(_LAST, (id,)).fetchall()
    return msgspec.json.decode(body, type=_Envelope).by


def earlier_writers(folder: DataFolder, ledger: Ledger, base: Cut | None) -> list[str]:
    """Under whom this computer wrote before what is new to somebody who has seen `base`.

    It has another writer since it was restored or recovered.
    """
    own, known = folder.earlier_writers(), {tip.writer for tip in base or ()}
    if not own - known:
        return []
    with folder.database.reading() as connection:
        sent = {head.writer for head in counted_heads(connection, ledger.agreement.id)}
    return sorted(own & sent - known)
