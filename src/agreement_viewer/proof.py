"""Checking a report's code: which report it belongs to, and whether the ledger still yields it."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import CLOSE, PRINT, Change
from agreement_viewer.ledger.counting import Cut, within
from agreement_viewer.ledger.fields import PERIODS, PRINTS
from agreement_viewer.ledger.periods import RECORD, Basis, Period, read_closing, read_print
from agreement_viewer.report.figures import code_of, figures_digest, read_code
from agreement_viewer.report.reconciliation import digest_of
from agreement_viewer.reports import is_redacted, remake
from agreement_viewer.store.ledger import Ledger


class Proof(NamedTuple):
    """The first report that carried the code, and what came of making it again."""

    change: Change
    """The closing or print that recorded it."""
    basis: Basis
    period: Period | None
    fault: str
    """Why the ledger does not yield the same figures; empty where it does."""


def check(ledger: Ledger, code: str, zone: datetime.tzinfo | None) -> Proof | None:
    """The proof of `code`; None where no report recorded here carried it. Raises UserError.

    Folds the ledger anew: not for the GUI thread.
    """
    wanted = read_code(code)
    if wanted is None:
        raise UserError(
            translate(
                "Proof", "“{code}” is not a code: it has twelve letters and digits.", code=code
            )
        )
    for change, basis, period in _recorded(ledger):
        if code_of(basis.figures) == wanted:
            if change.field == RECORD:
                return Proof(change, basis, period, _fault_of_record(ledger, basis))
            return Proof(change, basis, period, _fault(ledger, basis, period, zone))
    return None


def still_yields(
    ledger: Ledger, basis: Basis, period: Period | None, zone: datetime.tzinfo | None
) -> bool:
    """Whether the ledger yields the figures that `basis` states."""
    return not _fault(ledger, basis, period, zone)


def in_words(proof: Proof | None) -> str:
    """What the check found, in one sentence."""
    if proof is None:
        return translate("Proof", "No report recorded in this data carries that code.")
    day = f"{proof.basis.today:%d/%m/%Y}"
    if proof.change.field == RECORD:
        what = translate("Proof", "Reconciliation record of {day}", day=day)
    elif proof.period:
        what = translate("Proof", "Period {name}", name=proof.period.name)
    elif proof.basis.as_of:
        what = translate("Proof", "Report as of {day}", day=day)
    else:
        what = translate("Proof", "Report of {day}", day=day)
    if proof.fault:
        return translate(
            "Proof",
            "{what}: the data no longer yield its figures. {fault}",
            what=what,
            fault=proof.fault,
        )
    return translate("Proof", "{what}: the data still yield its figures.", what=what)


def _recorded(ledger: Ledger) -> Iterator[tuple[Change, Basis, Period | None]]:
    """Every report recorded: periods first, each with what it was made from."""
    for change in reversed(ledger.history([PERIODS])):
        if change.kind == CLOSE and (closing := read_closing(change)):
            yield change, closing.frozen.basis, closing.period
    for change in reversed(ledger.history([PRINTS])):
        if change.kind == PRINT and (printed := read_print(change)):
            yield change, printed.basis, None


def _fault_of_record(ledger: Ledger, basis: Basis) -> str:
    """Its code is of the changes themselves, which are here or not."""
    if digest_of(within(Cut(basis.cut), ledger.changes())) == basis.figures:
        return ""
    return translate("Reports", "Changes that this report was made from are not in this data.")


def _fault(
    ledger: Ledger, basis: Basis, period: Period | None, zone: datetime.tzinfo | None
) -> str:
    try:
        report = remake(ledger, basis, period, zone)
    except UserError as fault:
        return str(fault)
    if figures_digest(report) != basis.figures:
        if is_redacted(ledger, basis):
            return translate(
                "Proof",
                "Words in it were removed as a secret since, so that the rest cannot be proved.",
            )
        return translate("Proof", "Made again, they differ.")
    return ""
