"""The partners: writers whose changes are taken in here, and what each had when it last sent.

Both are this computer's own and are never exchanged. A writer is known, too, by changes that are
already in the ledger: they are our own of old, or were accepted before a restore.
"""

import datetime
import sqlite3
from typing import Final, NamedTuple

import msgspec

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.counting import Cut
from agreement_viewer.ledger.edit import Tip, instant

_KNOWN: Final = (
    "SELECT EXISTS (SELECT 1 FROM partner WHERE writer = ?2)"
    " OR EXISTS (SELECT 1 FROM change WHERE agreement = ?1 AND writer = ?2)"
)
_KEEP_CUT: Final = (
    "INSERT INTO partner_cut VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE"
    " SET at = ?3, cut = ?4 WHERE at <= ?3"
)
_NAMED: Final = (
    "SELECT p.name, c.cut FROM partner AS p LEFT JOIN partner_cut AS c"
    " ON c.writer = p.writer AND c.agreement = ?1"
    " WHERE ?2 IN (p.name, p.unit) ORDER BY c.at DESC"
)


class Partner(NamedTuple):
    """A writer, and the officer who was behind it when it was accepted."""

    writer: str
    by: By


def is_known(connection: sqlite3.Connection, agreement: str, writer: str) -> bool:
    """Whether `writer` was accepted here, or has changes here already."""
    return bool(connection.execute(_KNOWN, (agreement, writer)).fetchone()[0])


def accept(connection: sqlite3.Connection, partner: Partner, at: datetime.datetime) -> None:
    """Keep that changes of `partner` are taken in."""
    values = (partner.writer, partner.by.unit, partner.by.name, instant(at))
    connection.execute("INSERT OR IGNORE INTO partner VALUES (?, ?, ?, ?)", values)


def keep_cut(
    connection: sqlite3.Connection, agreement: str, writer: str, at: str, cut: Cut
) -> None:
    """Keep what `writer` had at the moment `at`, unless something later is known."""
    text = msgspec.json.encode(sorted(cut)).decode()
    connection.execute(_KEEP_CUT, (agreement, writer, at, text))


def cut_of_partner(connection: sqlite3.Connection, agreement: str, name: str) -> Cut | None:
    """What the partner with this name, or of this agency, had when it last sent something.

    None where it has sent nothing of this programme. Raises UserError where it is not told who.
    """
    found = connection.execute(_NAMED, (agreement, name)).fetchall()
    names = sorted({partner for partner, _ in found})
    if len(names) > 1:
        known = ", ".join(names)
        text = translate("Partners", "“{name}” may be {known}: name one.", name=name, known=known)
        raise UserError(text)
    if not found:
        rows = connection.execute("SELECT DISTINCT name FROM partner ORDER BY name").fetchall()
        known = ", ".join(partner for (partner,) in rows) or "–"
        raise UserError(
            translate(
                "Partners", "“{name}” is no partner; known are: {known}.", name=name, known=known
            )
        )
    cut = found[0][1]
    return None if cut is None else Cut(msgspec.json.decode(cut, type=list[Tip]))
