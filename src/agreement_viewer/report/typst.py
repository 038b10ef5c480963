"""From a sheet to PDF and to pages for screen and printer, through Typst.

Both come from one template, one set of data and one compiler, so that what is previewed is what
is printed is what is archived. Officers' texts go in as JSON and are never markup.
Typst is large, and is loaded when the first report is made.
"""

import datetime
from typing import Any

import msgspec

from agreement_viewer.ledger.records import Margins
from agreement_viewer.report import form, words
from agreement_viewer.report.face import PDF_STANDARDS, Faces
from agreement_viewer.report.layout import column_widths
from agreement_viewer.report.printable import (
    Texts,
    Unprintable,
    boxed,
    characters,
    sound,
    unprintable,
)
from agreement_viewer.report.sheet import Form, sheet_of
from agreement_viewer.report.tree import Report
from agreement_viewer.resources import resource


class Paper:
    """A sheet laid out on A4."""

    def __init__(
        self, sheet: Texts, margins: Margins, moment: datetime.datetime, faces: Faces | None = None
    ) -> None:
        """`moment` is when the paper was made, as its file states it."""
        faces = faces or Faces()
        texts: Texts = {"sheet": sound(sheet), "words": words.FORM}
        face = faces.face(characters(texts))
        self.missing = face.missing
        """Characters that the typeface lacks."""
        data = msgspec.json.encode(_data(boxed(texts, face.missing), margins)).decode()
        self.given = {"data": data, "face": face.family}
        """What the template is given."""
        self._moment = int(moment.timestamp())
        import typst

        self._compiler = typst.Compiler(
            resource("report", "report.typ"),
            font_paths=faces.fonts,
            sys_inputs=self.given,
        )

    def pdf(self) -> bytes:
        """The file to archive: PDF/A-2b and PDF/UA-1, the same bytes for the same sheet."""
        pdf = self._compiler.compile(
            format="pdf", pdf_standards=PDF_STANDARDS, timestamp=self._moment
        )
        assert isinstance(pdf, bytes)
        return pdf

    def pages(self) -> list[bytes]:
        """Each page as SVG, letters as outlines: any renderer shows the same."""
        pages = self._compiler.compile(format="svg")
        assert pages is not None
        return pages if isinstance(pages, list) else [pages]


class Typeset(Paper):
    """A report laid out on A4. A task costs some milliseconds: not for the GUI thread."""

    def __init__(self, report: Report, kind: Form = Form.FULL, faces: Faces | None = None) -> None:
        faces = faces or Faces()  # which looks through them while the sheet is made
        sheet = sheet_of(report, kind)
        super().__init__(sheet, report.profile.margins, report.recorded_to, faces)
        self.unprintable: list[Unprintable] = unprintable(report, self.missing)


def _data(texts: Any, margins: Margins) -> dict[str, Any]:
    """The texts with the measures of the form."""
    sheet = texts["sheet"]
    return {
        **texts,
        "paper": form.PAPER,
        "size": form.SIZE,
        "drawn": form.DRAWN,
        "space": form.SPACE,
        "summary": form.SUMMARY,
        "ruled": form.RULED_LINES,
        "margins": margins,
        "widths": [column_widths(table, margins) for table in sheet["annexes"]],
        "qr": _qr(sheet["code"]) if sheet["code"] else [],
    }


def _qr(code: str) -> list[str]:
    """The code to be read by a telephone: a row of 0 and 1 for each row of modules."""
    import segno

    return ["".join(map(str, row)) for row in segno.make(code, error="m", micro=False).matrix]
