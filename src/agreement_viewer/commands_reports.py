"""The commands on reports, periods and codes. Each returns the exit code, raises UserError."""

import datetime
import sys

from agreement_viewer.closing import freeze, is_early
from agreement_viewer.desk import Desk, now
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.fields import parse_day
from agreement_viewer.ledger.periods import (
    Closing,
    Period,
    PeriodKind,
    Span,
    close,
    closings,
    prescribed,
    record_print,
)
from agreement_viewer.listing import print_json
from agreement_viewer.proof import check, in_words, still_yields
from agreement_viewer.report.figures import code_of
from agreement_viewer.report.sheet import Form
from agreement_viewer.reports import Made, find_closing, report_as_of, report_now, report_of

FAULT = 1


def report(desk: Desk) -> int:
    """Write a report; of a closed period, the one that was issued."""
    from agreement_viewer.issuing import begin, issue

    path, form = desk.options.output, Form(desk.options.kind)
    faces = begin(path)
    printed = issue(path, _asked_for(desk), form, desk.folder.evidence, faces)
    if not desk.folder.is_view:
        desk.record([record_print(desk.ledger.heads, printed)])
    return 0


def _asked_for(desk: Desk) -> Made:
    unit = desk.folder.settings.values.officer_unit
    if desk.options.period:
        closing = find_closing(desk.ledger, desk.options.period)
        return report_of(desk.ledger, closing, now().tzinfo)
    if desk.options.as_of:
        return report_as_of(desk.ledger, unit, parse_day(desk.options.as_of), now())
    return report_now(desk.ledger, unit, now())


def reconcile(desk: Desk) -> int:
    """Write the record of what was merged and settled, for both agencies to sign."""
    from agreement_viewer.issuing import record_reconciliation
    from agreement_viewer.reconciling import reconcile

    options, unit = desk.options, desk.folder.settings.values.officer_unit
    since = parse_day(options.since) if options.since else None
    record = reconcile(options.output, desk.ledger, unit, now(), since)
    if not desk.folder.is_view:
        desk.record([record_reconciliation(desk.ledger, record, unit)])
    print(code_of(record.digest))
    settled, still_open = len(record.settled), len(record.open)
    print(translate("Reconciliation", "Settled: {count}", count=settled))
    print(translate("Reconciliation", "Not settled: {count}", count=still_open))
    return 0


def close_period(desk: Desk) -> int:
    """Close a period and keep its report; a warning where its last day is still to come."""
    first, last = parse_day(desk.options.first), parse_day(desk.options.last)
    kind = PeriodKind(desk.options.kind) if desk.options.kind else _kind(first, last)
    period = Period(" ".join(desk.options.name.split()), kind, first, last)
    if is_early(period, now().date()):
        day = f"{last:%d/%m/%Y}"
        warning = translate("Closing", "The period is closed before its last day, {day}.", day=day)
        print(warning, file=sys.stderr)
    at = now()
    unit = desk.folder.settings.values.officer_unit
    frozen = freeze(desk.ledger, desk.folder.evidence, unit, period, at)
    desk.record([close(frozen)])
    print(code_of(frozen.basis.figures))
    return 0


def _kind(first: datetime.date, last: datetime.date) -> PeriodKind:
    """The prescribed kind with these days; a preliminary review where none has them."""
    for kind in PeriodKind:
        numbers = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4}.get(kind, 1)
        spans = [prescribed(kind, last.year, number) for number in range(1, numbers + 1)]
        if Span(first, last) in spans:
            return kind
    return PeriodKind.PRELIMINARY


def list_periods(desk: Desk) -> int:
    """Print the closed periods with their codes, and whether the data still yield them."""
    found = closings(desk.ledger.heads)
    if desk.options.json:
        print_json([_to_object(desk, closing) for closing in found])
        return 0
    for closing in found:
        period, code = closing.period, code_of(closing.frozen.basis.figures)
        days = f"{period.first:%d/%m/%Y} – {period.last:%d/%m/%Y}"
        print(f"{closing.id[:12]}  {days}  {code}  {period.name}")
    return 0


def _to_object(desk: Desk, closing: Closing) -> dict[str, object]:
    basis = closing.frozen.basis
    return {
        "id": closing.id,
        "name": closing.period.name,
        "kind": closing.period.kind,
        "first": closing.period.first,
        "last": closing.period.last,
        "code": code_of(basis.figures),
        "closed_at": closing.change.at,
        "by": closing.change.by,
        "holds": still_yields(desk.ledger, basis, closing.period, now().tzinfo),
    }


def check_code(desk: Desk) -> int:
    """Tell which report carries a code; exit code 1 where it is unknown or no longer holds."""
    proof = check(desk.ledger, desk.options.code, now().tzinfo)
    print(in_words(proof))
    return 0 if proof and not proof.fault else FAULT
