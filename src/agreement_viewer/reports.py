"""Making reports: of this moment, of a past day, of a closed period.

Each is made from a basis (which changes, which agreement, which day) that is recorded with it, so
that it can be made again and its figures proved.
"""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from agreement_viewer.agreement import Agreement, agreement_digest, read_agreement
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.asof import as_of, end_of
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.ledger.counting import Cut, count, within
from agreement_viewer.ledger.edit import instant, moment
from agreement_viewer.ledger.fold import FOLD_VERSION, Heads
from agreement_viewer.ledger.periods import (
    Basis,
    Closing,
    Period,
    closings,
    last_before,
    read_closing,
)
from agreement_viewer.report.building import build_report
from agreement_viewer.report.comparing import beside
from agreement_viewer.report.figures import figures_digest
from agreement_viewer.report.tree import Report
from agreement_viewer.store.ledger import Ledger


class Made(NamedTuple):
    """A report, what it was made from, and the closing that it is of."""

    report: Report
    basis: Basis
    closing: Closing | None = None


def report_now(
    ledger: Ledger, unit: str, now: datetime.datetime, period: Period | None = None
) -> Made:
    """The report as of `now` (with a time zone); on the last day of `period` once that is past."""
    state = ledger.state()
    today = min(period.last, now.date()) if period else now.date()
    before = last_before(closings(state.heads), period, period.first if period else today)
    basis = _basis(ledger, state.cut, unit, today, now, before)
    return _made(ledger, basis, state.heads, now.tzinfo, period)


def report_as_of(ledger: Ledger, unit: str, day: datetime.date, now: datetime.datetime) -> Made:
    """The report as it would have been at the end of `day`, by the machines' clocks."""
    if day > now.date():
        raise UserError(translate("Reports", "{day} is yet to come.", day=f"{day:%d/%m/%Y}"))
    end = end_of(day, now.tzinfo)
    state = ledger.state()
    heads = ledger.as_of(instant(end))
    before = last_before(closings(heads), None, day)
    basis = _basis(ledger, state.cut, unit, day, min(end, now), before)
    basis = msgspec.structs.replace(basis, as_of=instant(end))
    return _made(ledger, basis, heads, now.tzinfo)


def report_of(ledger: Ledger, closing: Closing, zone: datetime.tzinfo | None) -> Made:
    """The report of a closed period, from exactly the changes that it saw. Raises UserError."""
    basis = closing.frozen.basis
    return Made(remake(ledger, basis, closing.period, zone), basis, closing)


def remake(
    ledger: Ledger, basis: Basis, period: Period | None, zone: datetime.tzinfo | None
) -> Report:
    """The report that `basis` states, made again. Raises UserError where the ledger lacks it."""
    changes = within(Cut(basis.cut), ledger.changes())
    known = {change.id for change in changes}
    if any(tip.id not in known for tip in basis.cut):
        raise UserError(
            translate("Reports", "Changes that this report was made from are not in this data.")
        )
    heads = as_of(changes, basis.as_of) if basis.as_of else _fold(changes)
    return _made(ledger, basis, heads, zone, period).report


def is_redacted(ledger: Ledger, basis: Basis) -> bool:
    """Whether something was removed as a secret from what the report of `basis` was made from."""
    return any(change.redacted for change in within(Cut(basis.cut), ledger.changes()))


def find_closing(ledger: Ledger, name: str) -> Closing:
    """The closed period with this name or the id that begins so. Raises UserError."""
    known = closings(ledger.heads)
    found = [closing for closing in known if closing.period.name.casefold() == name.casefold()]
    found = found or [closing for closing in known if len(name) > 5 and closing.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(closing.id[:12] for closing in found)
        raise UserError(
            translate(
                "Reports",
                "Several periods are called “{name}”: name one of {ids}.",
                name=name,
                ids=ids,
            )
        )
    raise UserError(
        translate(
            "Reports", "There is no period “{name}”: `period list` shows those closed.", name=name
        )
    )


def _basis(
    ledger: Ledger,
    cut: Cut,
    unit: str,
    today: datetime.date,
    recorded_to: datetime.datetime,
    before: Closing | None,
) -> Basis:
    return Basis(
        cut=tuple(sorted(cut)),
        agreement=agreement_digest(ledger.agreement_file),
        fold=FOLD_VERSION,
        unit=unit,
        today=today,
        recorded_to=instant(recorded_to),
        before=before.id if before else None,
    )


def _made(
    ledger: Ledger,
    basis: Basis,
    heads: Heads,
    zone: datetime.tzinfo | None,
    period: Period | None = None,
) -> Made:
    report = build_report(
        Checklist(_agreement(ledger, basis.agreement), heads),
        today=basis.today,
        recorded_to=moment(basis.recorded_to).astimezone(zone),
        unit=basis.unit,
        period=period,
    )
    change = ledger.find(basis.before) if basis.before else None
    before = read_closing(change) if change else None
    if before:
        older = msgspec.structs.replace(before.frozen.basis, before=None)
        report = beside(report, remake(ledger, older, before.period, zone), before.period)
    return Made(report, msgspec.structs.replace(basis, figures=figures_digest(report)))


def _fold(changes: Iterable[Change]) -> Heads:
    return Heads(count(changes).order)


def _agreement(ledger: Ledger, digest: str) -> Agreement:
    if digest == agreement_digest(ledger.agreement_file):
        return ledger.agreement
    data = ledger.agreement_bytes(digest)
    if data is None:
        raise UserError(
            translate("Reports", "The programme's file of that time is not in this data.")
        )
    return read_agreement(data, digest[:12])
