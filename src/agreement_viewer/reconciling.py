"""Drawing up the record of a reconciliation: a paper that both agencies sign."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.report.files import write_file
from agreement_viewer.report.reconciliation import Reconciliation, reconciliation
from agreement_viewer.report.reconciliation_sheet import reconciliation_sheet
from agreement_viewer.store.ledger import Ledger

if TYPE_CHECKING:
    from agreement_viewer.report.typst import Paper


def draw_up(
    ledger: Ledger, unit: str, at: datetime.datetime, since: datetime.date | None
) -> Reconciliation:
    """What was merged and settled from the day `since` on, as the agency `unit` states it.

    Works in any thread, through a connection of its own. Raises UserError.
    """
    with ledger.aside() as aside:
        counted = list(aside.changes())
        checklist = Checklist(ledger.agreement, aside.state().heads)
        return reconciliation(checklist, counted, since=since, at=at, unit=unit)


def paper_of(record: Reconciliation) -> "Paper":
    """The record laid out on A4; a second or two."""
    from agreement_viewer.report.typst import Paper

    return Paper(reconciliation_sheet(record), record.profile.margins, record.at)


def reconcile(
    path: Path, ledger: Ledger, unit: str, at: datetime.datetime, since: datetime.date | None
) -> Reconciliation:
    """Draw up the record and write it to `path` as PDF. Raises UserError."""
    record = draw_up(ledger, unit, at, since)
    write_file(path, paper_of(record).pdf())
    return record
