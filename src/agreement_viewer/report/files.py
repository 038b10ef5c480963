"""Reports as files: a failed one leaves the old file as it was."""

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from agreement_viewer.atomic import write_whole
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.report.sheet import Form
from agreement_viewer.report.tree import Report

if TYPE_CHECKING:
    from agreement_viewer.report.face import Faces

FORMATS: Final = (".pdf", ".docx", ".xlsx")
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


def format_of(path: Path) -> str:
    """The kind of file that `path` names: ".pdf", ".docx" or ".xlsx". Raises UserError."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise UserError(
            translate(
                "ReportFiles",
                "“{name}” is no report: end the name with .pdf, .docx or .xlsx.",
                name=path.name,
            )
        )
    return suffix


def write_report(path: Path, report: Report, form: Form, faces: "Faces | None" = None) -> None:
    """`report` in the file `path`, in the format that its name ends with. Raises UserError.

    `faces` are the machine's typefaces, where somebody has begun to look through them.
    """
    write_file(path, report_bytes(report, format_of(path), form, faces))


def report_bytes(report: Report, suffix: str, form: Form, faces: "Faces | None" = None) -> bytes:
    """The content of a report's file. What each format needs is loaded when first used."""
    if suffix == ".docx":
        from agreement_viewer.report.bitmaps import bitmaps
        from agreement_viewer.report.word import word_bytes

        return word_bytes(report, form, bitmaps(report, faces) if form is Form.FULL else ())
    if suffix == ".xlsx":
        from agreement_viewer.report.excel import excel_bytes

        return excel_bytes(report)
    from agreement_viewer.report.typst import Typeset

    return Typeset(report, form, faces).pdf()


def write_file(path: Path, data: bytes) -> None:
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
