"""Setting a database up as a hub, as its owner: the schema, and a role for each agency."""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from agreement_viewer.agreement import Agreement
from agreement_viewer.exchange.hub.address import Address
from agreement_viewer.exchange.hub.connecting import check_version, connected
from agreement_viewer.resources import resource

if TYPE_CHECKING:
    import psycopg

_LONGEST_ROLE: Final = 63
_READ: Final = (
    "hub",
    "own_party",
    *("change", "writer", "redaction", "head", "agreement_file", "evidence"),
)
_LEFT: Final = {
    "change": "agreement, id, agency, writer, seq, prev, body",
    "head": "agreement, agency, writer, seq, id, signature",
    "agreement_file": "agreement, agency, digest, bytes",
    "evidence": "agreement, agency, sha256, size, piece, bytes",
}
"""What roles may insert: no more."""


def role_of(agency: str) -> str:
    """The role that an agency's computers are members of."""
    name = f"hub-{agency}"
    if len(name) <= _LONGEST_ROLE:
        return name
    return f"hub-{hashlib.sha256(agency.encode()).hexdigest()[:32]}"


def set_up(address: Address, agreement: Agreement) -> Iterator[str]:
    """Make the hub, or let `agreement` take part in the one that is there. Raises HubError.

    Gives the roles of its agencies.
    """
    roles = {party.id: role_of(party.id) for party in agreement.parties}
    with connected(address) as connection, connection.transaction():
        connection.execute(resource("hub", "schema.sql").read_bytes())
        check_version(connection)
        for agency, role in roles.items():
            _let_in(connection, agreement.id, agency, role)
    yield from roles.values()


def _let_in(connection: "psycopg.Connection", agreement: str, agency: str, role: str) -> None:
    from psycopg.sql import SQL, Identifier

    def run(text: str, **names: str) -> None:
        connection.execute(SQL(text).format(**{key: Identifier(n) for key, n in names.items()}))

    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone()
    if known is None:
        run("CREATE ROLE {role} NOLOGIN", role=role)
    (database,) = connection.execute("SELECT current_database()").fetchone() or ("",)
    run("GRANT CONNECT, TEMPORARY ON DATABASE {name} TO {role}", name=str(database), role=role)
    run("GRANT USAGE ON SCHEMA agreement_viewer TO {role}", role=role)
    for table in _READ:
        run("GRANT SELECT ON {table} TO {role}", table=table, role=role)
    for table, columns in _LEFT.items():
        run("GRANT INSERT (" + columns + ") ON {table} TO {role}", table=table, role=role)
    connection.execute(
        "INSERT INTO party VALUES (%s, %s, %s) ON CONFLICT DO NOTHING", (agreement, agency, role)
    )
