"""What brings deliveries from one computer to another, and what a delivery is.

A carrier is not trusted and is never waited for: what arrives is read to its end and checked, and
what could not be left this time is the next time.
"""

import datetime
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from agreement_viewer.exchange.records import Record
from agreement_viewer.ledger.change import By
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger

Tell = Callable[[float], object]
"""Is given how much is done, from 0 to 1; may raise to stop."""


class Delivery(Protocol):
    """What one computer gives others: a bundle, or rows of a server's table."""

    def records(self) -> Iterator[Record]:
        """All records in the order of their kinds, without the END; read as often as asked for.

        When this ends they are proved to be what the sender gave. Raises UserError.
        """
        ...


class Arrived(NamedTuple):
    """A delivery that holds something that is not here."""

    name: str
    """What the officer knows it by: a file's name."""
    open: Callable[[Tell], AbstractContextManager[Delivery]]
    """Opens it, as often as asked for. Raises UserError."""


class Carrier(Protocol):
    """A place through which computers exchange."""

    def arrived(self, folder: DataFolder, ledger: Ledger) -> Iterator[Arrived]:
        """What holds something that is not here, oldest first.

        Works in any thread. Raises UserError where the place cannot be reached.
        """
        ...

    def leave(
        self, folder: DataFolder, ledger: Ledger, by: By, at: datetime.datetime, tell: Tell
    ) -> int:
        """Leave what nobody has left there yet; how many changes that are.

        Works in any thread. Raises UserError where the place cannot be reached or written to.
        """
        ...
