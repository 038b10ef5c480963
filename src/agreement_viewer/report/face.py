"""The typeface of the paper, and the characters that it lacks.

Under PDF/A a single character without a glyph would stop the whole report. Whether a face has a
character is asked of the one that decides: Typst itself, on a trial page with one character to a
line, in every style that the report uses. Its error names the lines that it could not set.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import typst

FAMILIES: Final = ("Times New Roman", "Liberation Serif", "Libertinus Serif")
"""The face that is prescribed, one of the same metrics, and one that Typst always brings along."""

PDF_STANDARDS: Final["list[typst.PDFStandard]"] = ["a-2b", "ua-1"]

_VOWELS: Final = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
