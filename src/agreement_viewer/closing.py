"""Closing a period: freezing its figures with the report that was issued on them."""

import datetime

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.ledger.periods import Frozen, Period, closings
from agreement_viewer.reports import report_now
from agreement_viewer.store.evidence import EvidenceFolder
from agreement_viewer.store.ledger import Ledger


def freeze(
    ledger: Ledger, evidence: EvidenceFolder, unit: str, period: Period, now: datetime.datetime
) -> Frozen:
    """What closing `period` records; its report is made and kept. Raises UserError.

    Takes as long as a report: not for the GUI thread.
    """
    from agreement_viewer.report.typst import Typeset

    refuse_unless_closable(ledger, period)
    made = report_now(ledger, unit, now, period)
    pdf = evidence.keep(Typeset(made.report).pdf(), f"{period.name}.pdf")
    return Frozen(period, made.basis, pdf)


def refuse_unless_closable(ledger: Ledger, period: Period) -> None:
    """Raises UserError where `period` cannot be closed, and says why."""
    state = ledger.state()
    if not period.name.strip():
        raise UserError(translate("Closing", "Give the period a name."))
    if period.first > period.last:
        raise UserError(translate("Closing", "The period's first day comes after its last day."))
    names = {closing.period.name.casefold() for closing in closings(state.heads)}
    if period.name.casefold() in names:
        raise UserError(
            translate(
                "Closing", "“{name}” was closed before: choose another name.", name=period.name
            )
        )
    if not state.complete:
        raise UserError(
            translate(
                "Closing", "Some changes wait for others that have not arrived: receive them first."
            )
        )
    if Checklist(ledger.agreement, state.heads).not_understood():
        raise UserError(
            translate(
                "Closing",
                "Some changes need a newer version of the program: install it before closing.",
            )
        )


def is_early(period: Period, today: datetime.date) -> bool:
    """Whether the period's last day is still to come."""
    return today < period.last
