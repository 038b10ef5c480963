"""Where the window's reports come from: the session's ledger, read in another thread."""

import datetime
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from agreement_viewer.agreement import Party
from agreement_viewer.ledger.periods import Closing, Printed, closings, record_print
from agreement_viewer.report.sheet import Form
from agreement_viewer.reports import Made, report_as_of, report_now, report_of
from agreement_viewer.ui.session import Session


class Wanted(NamedTuple):
    """Which report: of a closed period or, without one, of what the list shows; in which form."""

    closing: Closing | None = None
    form: Form = Form.FULL


TODAY: Final = Wanted()
"""The full report of what the list shows."""


class ReportSource:
    """The reports of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def parties(self) -> Sequence[Party]:
        """The parties of the programme."""
        return self._session.agreement.parties

    def closings(self) -> list[Closing]:
        """The closed periods, the last one first."""
        return closings(self._session.ledger.heads)[::-1]

    def maker(self, wanted: Wanted) -> Callable[[], Made]:
        """What makes the report, to be run outside the GUI thread. It raises UserError."""
        ledger, unit, now = self._session.ledger, self._session.officer.unit, self._session.now()
        past: datetime.date | None = self._session.past

        def make() -> Made:
            with ledger.aside() as aside:
                if wanted.closing:
                    return report_of(aside, wanted.closing, now.tzinfo)
                if past:
                    return report_as_of(aside, unit, past, now)
                return report_now(aside, unit, now)

        return make

    def record(self, printed: Printed) -> None:
        """Record that a report went out. Raises UserError."""
        self._session.record([record_print(self._session.ledger.heads, printed)])
