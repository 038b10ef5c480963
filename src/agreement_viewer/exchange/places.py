"""Where is exchanged, as an officer names it, and the carrier that reaches it."""

from pathlib import Path

from agreement_viewer.exchange.carrier import Carrier
from agreement_viewer.exchange.shared_folder import SharedFolder
from agreement_viewer.i18n import translate


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


def without_password(place: str) -> str:
    """`place` as it is written down: a server's password goes to the system's keyring instead.

    Raises UserError.
    """
    if not is_server(place):
        return place
    from agreement_viewer.exchange.hub.address import HubError, read_address
    from agreement_viewer.exchange.hub.connecting import keep_password

    address = read_address(place)
    if address.password and not keep_password(address):
        raise HubError(
            translate(
                "Hub",
                "This computer has nowhere safe for the password: put it in libpq's passfile.",
            )
        )
    return address.url
