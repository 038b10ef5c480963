"""Hearing at once that somebody left something at the hub."""

from collections.abc import Callable
from typing import Final

from agreement_viewer.exchange.hub.address import Address
from agreement_viewer.exchange.hub.connecting import connected

_PATIENCE: Final = 0.5
"""Seconds after which it is asked whether to go on."""


def listen(
    address: Address, agreement: str, heard: Callable[[], object], is_wanted: Callable[[], bool]
) -> None:
    """Call `heard` once now and whenever something of `agreement` was left, while it is wanted.

    Takes the thread that it is called in. Raises HubError where the connection is lost.
    """
    with connected(address) as connection:
        connection.execute("LISTEN agreement_viewer")
        heard()
        while is_wanted():
            came = [
                notice.payload for notice in connection.notifies(timeout=_PATIENCE, stop_after=1)
            ]
            if agreement in came:
                heard()
