"""What the hub has: how far each chain goes there, and which agency we leave changes for."""

from typing import TYPE_CHECKING, Final, NamedTuple

from agreement_viewer.exchange.hub.address import HubError
from agreement_viewer.i18n import translate

if TYPE_CHECKING:
    import psycopg

_CHAINS: Final = (
    "SELECT w.writer, w.agency, w.seq, w.changes, c.id FROM writer AS w CROSS JOIN LATERAL ("
    " SELECT id FROM change AS c WHERE c.agreement = w.agreement AND c.writer = w.writer"
    " AND c.seq = w.seq ORDER BY id LIMIT 1) AS c WHERE w.agreement = %s"
)


class Chain(NamedTuple):
    """A writer's chain as it is on the server."""

    agency: str
    seq: int
    changes: int
    id: str
    """Of the last change."""

    @property
    def is_forked(self) -> bool:
        """Whether the last change does not stand for all."""
        return self.changes != self.seq


def agency_of(connection: "psycopg.Connection", agreement: str) -> str:
    """The agency that this connection's role belongs to. Raises HubError unless it is one."""
    query = "SELECT agency FROM own_party WHERE agreement = %s"
    found = connection.execute(query, (agreement,)).fetchall()
    if len(found) != 1:
        raise HubError(
            translate(
                "Hub",
                "On the server this name does not belong to one agency of the programme: an"
                " administrator lets it in.",
            )
        )
    return str(found[0][0])


def chains_at(connection: "psycopg.Connection", agreement: str) -> dict[str, Chain]:
    """The chain of each writer on the server."""
    found = connection.execute(_CHAINS, (agreement,)).fetchall()
    return {str(writer): Chain(*rest) for writer, *rest in found}
