"""From the report to PDF and to pages for screen and printer, through Typst.

Both come from one template, one set of data and one compiler, so that what is previewed is what
is printed is what is archived. Officers' texts go in as JSON and are never markup.
Typst is large, and is loaded when the first report is made.
"""

import msgspec

from agreement_viewer.report import words
from agreement_viewer.report.face import PDF_STANDARDS, choose_face
from agreement_viewer.report.printable import (
    Texts,
    Unprintable,
    boxed,
    characters,
    sound,
    unprintable,
)
from agreement_viewer.report.sheet import sheet_of
from agreement_viewer.report.tree import Report
from agreement_viewer.resources import resource


class Typeset:
    """A report laid out on A4. A task costs some milliseconds: not for the GUI thread."""

    def __init__(self, report: Report) -> None:
        import typst

        fonts = typst.Fonts()
        texts: Texts = {
            "sheet": sound(sheet_of(report)),
            "form": words.FORM,
            "labels": words.LABELS,
            "columns": words.ANNEX,
        }
        face = choose_face(fonts, characters(texts))
        data = msgspec.json.encode(boxed(texts, face.missing)).decode()
        self.unprintable: list[Unprintable] = unprintable(report, face.missing)
        self._moment = int(report.recorded_to.timestamp())
        self._compiler = typst.Compiler(
            resource("report", "status.typ"),
            font_paths=fonts,
            sys_inputs={"data": data, "face": face.family},
        )

    def pdf(self) -> bytes:
        """The file to archive: PDF/A-2b and PDF/UA-1, the same bytes for the same report."""
        pdf = self._compiler.compile(
            format="pdf", pdf_standards=PDF_STANDARDS, timestamp=self._moment
        )
        assert isinstance(pdf, bytes)
        return pdf

    def pages(self) -> list[bytes]:
        """Each page as SVG, letters as outlines: any renderer shows the same."""
        pages = self._compiler.compile(format="svg")
        assert isinstance(pages, list)
        return pages
