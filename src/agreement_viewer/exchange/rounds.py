"""A round of exchange: what has arrived is taken in, then what is new here is left.

Rounds are many and backups are rotated: one of the same day is enough before a round takes in.
"""

import datetime
from typing import NamedTuple

from agreement_viewer.errors import UserError
from agreement_viewer.exchange.carrier import Arrived, Carrier, Tell
from agreement_viewer.exchange.taking import Contents, look_into, take
from agreement_viewer.ledger.change import By
from agreement_viewer.store.backups import back_up, is_due
from agreement_viewer.store.database import StoreError
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.union import Arrival


class Unaccepted(NamedTuple):
    """A delivery with senders who were never accepted: nothing of it is taken in by itself."""

    arrived: Arrived
    contents: Contents


class Round(NamedTuple):
    """What a round came to."""

    arrivals: list[Arrival]
    """What came of each delivery that was taken in."""
    left: int
    """Changes that nobody had left there."""
    unaccepted: list[Unaccepted]
    unreadable: dict[str, str]
    """What could not be taken in, by name, and why."""
    fault: str
    """Why the carrier could not be reached or written to; empty where it could."""

    @property
    def taken(self) -> int:
        """Changes that were not here before."""
        return sum(arrival.new for arrival in self.arrivals)


def exchange(
    carrier: Carrier,
    folder: DataFolder,
    ledger: Ledger,
    by: By,
    at: datetime.datetime,
    tell: Tell = lambda _done: None,
    *,
    accept_new: bool = False,
) -> Round:
    """Take in what has arrived from those who are known, then leave what is new here.

    Works in any thread; `ledger.refresh` is to follow, also where it fails or is stopped. Raises
    StoreError, and whatever `tell` raises to stop; what was taken in before stays.
    """
    arrivals: list[Arrival] = []
    unaccepted: list[Unaccepted] = []
    unreadable: dict[str, str] = {}
    left, fault = 0, ""
    try:
        for arrived in carrier.arrived(folder, ledger):
            tell(0.0)  # the last moment to stop: a small file tells nothing while it is read
            try:
                taken = _take_in(arrived, folder, ledger, at, tell, accept_new)
            except StoreError:
                raise
            except UserError as why:
                unreadable[arrived.name] = str(why)
            else:
                if isinstance(taken, Unaccepted):
                    unaccepted.append(taken)
                else:
                    arrivals.append(taken)
        left = carrier.leave(folder, ledger, by, at, tell)
    except StoreError:
        raise
    except UserError as why:
        fault = str(why)
    return Round(arrivals, left, unaccepted, unreadable, fault)


def _take_in(
    arrived: Arrived,
    folder: DataFolder,
    ledger: Ledger,
    at: datetime.datetime,
    tell: Tell,
    accept_new: bool,
) -> Arrival | Unaccepted:
    with arrived.open(tell) as delivery:
        contents = look_into(delivery, folder, ledger)
        if contents.strangers and not accept_new:
            return Unaccepted(arrived, contents)
        if is_due(folder.path, at.date()):
            folder.sign_for_backup()
            back_up(folder.path, folder.database.path, folder.settings.values.backup_folder, at)
        return take(delivery, folder, ledger, contents, contents.strangers, at)
