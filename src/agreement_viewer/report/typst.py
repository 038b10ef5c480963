"""Paper: from the report to PDF and to pages for the screen and the printer, through Typst.

Both come from the same template and the same data, in which officers' text is never markup.
Typst is large and is imported when the first report is made.
"""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

import msgspec

from agreement_viewer.report import words
from agreement_viewer.report.face import PDF_STANDARDS, Face, choose_face
from agreement_viewer.report.sheet import sheet_of
from agreement_viewer.report.tree import Report
from agreement_viewer.resources import resource

if TYPE_CHECKING:
    import typst


class Typeset:
    def __init__(self, report: Report) -> None:
        import typst

        fonts = typst.Fonts()
        sheet = sheet_of(report)
        text = msgspec.json.encode(sheet).decode()
        face = choose_face(fonts, set(text))
        self.compiler = typst.Compiler(
            resource("report", "status.typ"),
            font_paths=fonts,
            sys_inputs={"sheet": text, "words": json.dumps(words.FORM | words.LABELS), "face": face.family},
        )
        self.stamp = report.recorded_to

    def pdf(self) -> bytes:
        return self.compiler.compile(format="pdf", pdf_standards=PDF_STANDARDS, timestamp=self.stamp)
    def pages(self):
        return self.compiler.compile(format="svg")
