"""Reports as files: a failed one leaves the old file as it was."""

import datetime
import errno
import os
from pathlib import Path
from typing import Final

from agreement_viewer.atomic import write_whole
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.report.building import build_report
from agreement_viewer.report.tree import Report
from agreement_viewer.report.typst import Typeset

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


def write_report(path: Path, checklist: Checklist, officer: By, moment: datetime.datetime) -> None:
    """The report on `checklist` as it stands at `moment` (with a time zone). Raises UserError."""
    report = build_report(checklist, today=moment.date(), recorded_to=moment, unit=officer.unit)
    write_pdf(path, report)


def write_pdf(path: Path, report: Report) -> None:
    """`report` as PDF in the file `path`. Raises UserError."""
    write_beside_then_replace(path, Typeset(report).pdf())


def write_beside_then_replace(path: Path, data: bytes) -> None:
    """Put `data` in the file `path` all at once, with the rights of any new file.

    Raises UserError.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            raise UserError(
                translate("ReportFiles", "{path} is not a file: choose another name.", path=path)
            )
        write_whole(target, data, private=False)
    except OSError as fault:
        raise _refusal(target, fault) from fault


def _refusal(path: Path, fault: OSError) -> UserError:
    match fault:
        case FileNotFoundError() | NotADirectoryError():
            return UserError(
                translate("ReportFiles", "There is no folder {folder}.", folder=path.parent)
            )
        case PermissionError(filename2=str()):
            return UserError(
                translate(
                    "ReportFiles",
                    "{path} could not be replaced: close it where it is open, or choose another"
                    " name.",
                    path=path,
                )
            )
        case PermissionError():
            return UserError(
                translate(
                    "ReportFiles",
                    "No file may be written in the folder {folder}: choose another one.",
                    folder=path.parent,
                )
            )
        case OSError(errno=number) if number in _FULL:
            return UserError(
                translate("ReportFiles", "The disk is full: {path} was not written.", path=path)
            )
    return UserError(
        translate(
            "ReportFiles",
            "{path} was not written: {reason}.",
            path=path,
            reason=fault.strerror or type(fault).__name__,
        )
    )
