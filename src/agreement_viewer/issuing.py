"""Handing a report over as a file, and what is recorded of it."""

from pathlib import Path

from agreement_viewer.agreement import agreement_digest
from agreement_viewer.ledger.edit import Edit, instant
from agreement_viewer.ledger.fold import FOLD_VERSION
from agreement_viewer.ledger.periods import RECORD, Basis, Printed, record_print
from agreement_viewer.report.face import Faces
from agreement_viewer.report.files import format_of, write_file, write_report
from agreement_viewer.report.reconciliation import Reconciliation
from agreement_viewer.report.sheet import Form
from agreement_viewer.reports import Made
from agreement_viewer.store.evidence import EvidenceFolder
from agreement_viewer.store.ledger import Ledger

PAPER = ".paper"
"""In place of a file's ending, where a report went to a printer."""


def begin(path: Path) -> Faces | None:
    """Look ahead for what making the file `path` will need. Raises UserError."""
    return None if format_of(path) == ".xlsx" else Faces()


def issue(
    path: Path, made: Made, form: Form, evidence: EvidenceFolder, faces: Faces | None = None
) -> Printed:
    """Write the report in the format that the name of `path` ends with. Raises UserError.

    The full PDF of a closed period is the one that was issued when it was closed. A report costs
    up to seconds: not for the GUI thread.
    """
    suffix = format_of(path)
    issued = made.closing.frozen.pdf if made.closing and form is Form.FULL else None
    pdf = evidence.read(issued) if issued and suffix == ".pdf" else None
    if pdf is None:
        write_report(path, made.report, form, faces)
    else:
        write_file(path, pdf)
    return printed(made, form, suffix)


def printed(made: Made, form: Form, suffix: str) -> Printed:
    """What is recorded of a report that went out as a file or, for ".paper", to a printer."""
    return Printed(made.basis, f"{form}{suffix}", made.closing.id if made.closing else None)


def record_reconciliation(ledger: Ledger, record: Reconciliation, unit: str) -> Edit:
    """What records that a reconciliation record went out, so that its code can be checked."""
    basis = Basis(
        cut=tuple(sorted(record.cut)),
        agreement=agreement_digest(ledger.agreement_file),
        fold=FOLD_VERSION,
        unit=unit,
        today=record.at.date(),
        recorded_to=instant(record.at),
        figures=record.digest,
    )
    return record_print(ledger.heads, Printed(basis, f"{RECORD}.pdf"), RECORD)
