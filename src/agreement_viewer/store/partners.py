"""The partners: writers whose changes are taken in here, and what each had when it last sent.

Both are this computer's own and are never exchanged. A writer is known, too, by changes that are
already in the ledger: they are our own of old, or were accepted before a restore.
"""

import datetime
import sqlite3
from collections.abc import Iterable
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

_HEARD_OF: Final = (
    "SELECT p.writer, p.name, p.unit, c.cut FROM partner AS p JOIN partner_cut AS c"
    " ON c.writer = p.writer WHERE c.agreement = ? ORDER BY c.at DESC"
)

Accepted = tuple[str, str, str, str]
"""A row of `partner`: writer, unit, name, when it was accepted."""
Told = tuple[str, str, str, str]
"""A row of `partner_cut`: agreement, writer, when it told, the tips as JSON."""


class Partner(NamedTuple):
    """A writer, and the officer who was behind it when it was accepted."""

    writer: str
    by: By

    def accepted(self, at: datetime.datetime) -> Accepted:
        """The row that says so."""
        return self.writer, self.by.unit, self.by.name, instant(at)


def is_known(connection: sqlite3.Connection, agreement: str, writer: str) -> bool:
    """Whether `writer` was accepted here, or has changes here already."""
    return bool(connection.execute(_KNOWN, (agreement, writer)).fetchone()[0])


def accept(connection: sqlite3.Connection, partners: Iterable[Accepted]) -> None:
    """Keep that changes of these writers are taken in; what was accepted before stays."""
    connection.executemany("INSERT OR IGNORE INTO partner VALUES (?, ?, ?, ?)", partners)


def accepted_as(connection: sqlite3.Connection) -> dict[str, By]:
    """The officer behind each accepted writer, as he or she was known then."""
    rows = connection.execute("SELECT writer, name, unit FROM partner")
    return {writer: By(name, unit) for writer, name, unit in rows}


def keep_told(connection: sqlite3.Connection, told: Iterable[Told]) -> None:
    """Keep what partners had, unless something later is known."""
    connection.executemany(_KEEP_CUT, told)


def tell(agreement: str, writer: str, at: str, cut: Iterable[Tip]) -> Told:
    """That `writer` had `cut` at the moment `at`."""
    return agreement, writer, at, msgspec.json.encode(sorted(cut)).decode()


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
    return None if cut is None else _cut(cut)


def heard_of(connection: sqlite3.Connection, agreement: str) -> list[tuple[Partner, Cut]]:
    """Who has sent something of this programme, and had what then; the last sender first."""
    rows = connection.execute(_HEARD_OF, (agreement,))
    return [
        (Partner(writer, By(name, unit)), _cut(cut)) for writer, name, unit, cut in rows.fetchall()
    ]


def _cut(text: str) -> Cut:
    return Cut(msgspec.json.decode(text, type=list[Tip]))
