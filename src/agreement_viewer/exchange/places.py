"""Where is exchanged, as an officer names it, and the carrier that reaches it."""

from pathlib import Path

from agreement_viewer.exchange.carrier import Carrier
from agreement_viewer.exchange.shared_folder import SharedFolder


def is_server(place: str) -> bool:
    """Whether `place` is a server's address."""
    return place.startswith(("postgresql://", "postgres://"))


def carrier_at(place: str) -> Carrier:
    """The carrier for `place`: a folder's path, or a server's address. Raises UserError."""
    if not is_server(place):
        return SharedFolder(Path(place))
    from agreement_viewer.exchange.hub.address import read_address
    from agreement_viewer.exchange.hub.carrier import Hub

    return Hub(read_address(place))
