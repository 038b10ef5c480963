"""Making the record of a reconciliation: a PDF that both agencies sign."""

import datetime
from pathlib import Path

from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.report.files import write_file
from agreement_viewer.report.reconciliation import Reconciliation, reconciliation
from agreement_viewer.report.reconciliation_sheet import reconciliation_sheet
from agreement_viewer.store.ledger import Ledger


def reconcile(
    path: Path, ledger: Ledger, unit: str, at: datetime.datetime, since: datetime.date | None
) -> Reconciliation:
    """Write to `path` the record of what was merged and settled from the day `since` on.

    Works in any thread, through a connection of its own; a second or two. Raises UserError.
    """
    from agreement_viewer.report.typst import Paper

    with ledger.aside() as aside:
        counted = list(aside.changes())
        checklist = Checklist(ledger.agreement, aside.state().heads)
        record = reconciliation(checklist, counted, since=since, at=at, unit=unit)
    sheet = reconciliation_sheet(record)
    write_file(path, Paper(sheet, record.profile.margins, at).pdf())
    return record
