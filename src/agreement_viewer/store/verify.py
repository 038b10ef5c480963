"""Checking the whole file: SQLite's own integrity, every hash, every chain, the copied heads."""

import sqlite3
from collections.abc import Iterator

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import REDACT, Change
from agreement_viewer.ledger.counting import count, forks
from agreement_viewer.ledger.fold import Heads
from agreement_viewer.ledger.redaction import redacted_by, vouches
from agreement_viewer.store import copies
from agreement_viewer.store.database import Database
from agreement_viewer.store.rows import DamagedChange, read_change
from agreement_viewer.store.signed_heads import counted_heads
from agreement_viewer.store.witness import witnessed


def verify(database: Database) -> list[str]:
    """One sentence a fault, with its place; empty where all is in order. Raises StoreError."""
    with database.reading() as connection:
        faults = [
            translate(
                "Verify", "The file is damaged (SQLite: {fault}).", fault=" ".join(fault.split())
            )
            for (fault,) in connection.execute("PRAGMA integrity_check")
            if fault != "ok"
        ]
        if faults:
            return faults
        changes: dict[str, Change] = {}
        columns = "SELECT id, body, row, agreement, writer, seq, item FROM change ORDER BY row"
        for id, body, row, *place in connection.execute(columns):
            try:
                change = read_change(id, body)
                if place != [change.agreement, change.writer, change.seq, change.item]:
                    raise DamagedChange
                changes[id] = change
            except DamagedChange:
                faults.append(
                    translate(
                        "Verify",
                        "Row {row}: change {id} was altered.",
                        row=row,
                        id=str(id)[:12],
                    )
                )
        faults += _chains(changes)
        faults += _redactions(changes)
        faults += _signatures(connection)
        faults += _copies(database, changes) if not faults else ()
    return faults


def redacted(database: Database) -> list[Change]:
    """The changes whose words were removed, by the order in which they came. Raises StoreError."""
    query = """SELECT id, body FROM change WHERE instr(body, '"redacted":true') ORDER BY row"""
    with database.reading() as connection:
        return [
            change for row in connection.execute(query) if (change := read_change(*row)).redacted
        ]


def _chains(changes: dict[str, Change]) -> Iterator[str]:
    counted = count(changes.values())
    for id, missing in sorted(counted.waiting.items()):
        yield translate(
            "Verify",
            "Change {id} stands on {missing}, which is missing.",
            id=id[:12],
            missing=", ".join(sorted(name[:12] for name in missing)),
        )
    for branch in forks(changes.values()):
        yield translate(
            "Verify",
            "Writer {writer} has two changes numbered {seq}.",
            writer=branch[0].writer[:12],
            seq=branch[0].seq,
        )


def _redactions(changes: dict[str, Change]) -> Iterator[str]:
    """What still holds its words, or is not what was left when it was redacted."""
    for redaction in changes.values():
        change = changes.get(redacted_by(redaction)) if redaction.kind == REDACT else None
        if change and not change.redacted:
            yield translate("Verify", "Change {id} is still to be redacted.", id=change.id[:12])
        elif change and not vouches(redaction, change):
            yield translate(
                "Verify", "What is left of the redacted change {id} was altered.", id=change.id[:12]
            )


def _signatures(connection: sqlite3.Connection) -> Iterator[str]:
    for (agreement,) in connection.execute("SELECT DISTINCT agreement FROM signed_head").fetchall():
        for head in counted_heads(connection, agreement):
            if not head.is_genuine:
                yield translate(
                    "Verify",
                    "The signature under change {id} is not its writer's.",
                    id=head.id[:12],
                )


def _copies(database: Database, changes: dict[str, Change]) -> Iterator[str]:
    connection = database.connection
    order = count(changes.values()).order
    for agreement in sorted({change.agreement for change in order}):
        heads = Heads(change for change in order if change.agreement == agreement)
        loaded = copies.load(connection, agreement)
        if loaded is None or {head.id for head in loaded} != {head.id for head in heads}:
            yield translate(
                "Verify",
                "The copied heads of {agreement} are out of date.",
                agreement=agreement,
            )
    for agreement, tip in witnessed(database.path.parent).items():
        if tip.id not in changes:
            yield translate(
                "Verify",
                "Changes of {agreement} up to number {seq} were recorded once and are lost.",
                agreement=agreement,
                seq=tip.seq,
            )
