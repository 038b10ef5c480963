"""Where is exchanged, as an officer names it, and the carrier that reaches it."""

from pathlib import Path

from agreement_viewer.exchange.carrier import Carrier
from agreement_viewer.exchange.shared_folder import SharedFolder


def carrier_at(place: str) -> Carrier:
    """The carrier for `place`: a folder's path."""
    return SharedFolder(Path(place))
