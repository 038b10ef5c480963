"""The hub as a carrier: what came, and what is left."""

import contextlib
import datetime
import functools
import os
from collections.abc import Iterator

from agreement_viewer.exchange.bundle import Bundle
from agreement_viewer.exchange.carrier import Arrived, Delivery, Tell
from agreement_viewer.exchange.hub.address import Address, HubError
from agreement_viewer.exchange.hub.arriving import Senders, fetch, senders_of_news
from agreement_viewer.exchange.hub.connecting import check_version, connected
from agreement_viewer.exchange.hub.leaving import leave
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import By
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger


class Hub:
    """The hub at an address. It is connected to for each visit, so that none is left waiting."""

    def __init__(self, address: Address) -> None:
        self._address = address

    def arrived(self, folder: DataFolder, ledger: Ledger) -> Iterator[Arrived]:
        """See Carrier. What new senders left is by itself, so that it holds up nobody else's."""
        with connected(self._address) as connection:
            check_version(connection)
            senders = senders_of_news(connection, folder, ledger)
        for kind in senders:
            opening = functools.partial(self._open, folder, ledger, kind)
            yield Arrived(self._address.host, opening)

    @contextlib.contextmanager
    def _open(
        self, folder: DataFolder, ledger: Ledger, senders: Senders, tell: Tell
    ) -> Iterator[Delivery]:
        path = folder.path / f".{os.urandom(8).hex()}.tmp"
        try:
            with connected(self._address) as connection:
                fetch(connection, folder, ledger, self._address.host, senders, path, tell)
            with Bundle(path) as bundle:
                yield bundle
        finally:
            path.unlink(missing_ok=True)

    def leave(
        self, folder: DataFolder, ledger: Ledger, by: By, at: datetime.datetime, tell: Tell
    ) -> int:
        """See Carrier. Raises HubError, too, where something stays here for another reason."""
        with connected(self._address) as connection:
            check_version(connection)
            left = leave(connection, folder, ledger, by, at, tell)
        if left.kept:
            raise HubError(
                translate(
                    "Hub",
                    "Changes that the server takes from their own agency alone, and that stay here:"
                    " {count}. They can go by file.",
                    count=left.kept,
                )
            )
        return left.changes
