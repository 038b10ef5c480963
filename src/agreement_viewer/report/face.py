"""The typeface of the paper, and the characters that it lacks.

Under PDF/A a single character without a glyph would stop the whole report. Whether a face has a
character is asked of the one that decides: Typst itself, on a trial page with one character to a
line in every style. Its error names each line that it could not set.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import typst

FAMILIES: Final = ("Times New Roman", "Liberation Serif", "Libertinus Serif")
"""The face that is prescribed, one of the same metrics, and one that Typst always brings along."""

PDF_STANDARDS: Final["list[typst.PDFStandard]"] = ["a-2b", "ua-1"]

_TONES: Final = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VIETNAMESE: Final = frozenset(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel, tone in product("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", _TONES)
) | frozenset("đĐ")
"""The letters beyond ASCII. Old faces lack many, and would be patched with another's."""

_FAILED_LINE: Final = re.compile(r"┌─ .*:(\d+):\d+$", re.MULTILINE)


class Face(NamedTuple):
    """A family of fonts, and those of the characters asked for that it cannot show."""

    family: str
    missing: frozenset[str]


def choose_face(fonts: "typst.Fonts", characters: Iterable[str]) -> Face:
    """The first family installed that has every Vietnamese letter, or else the last one."""
    asked = VIETNAMESE.union(characters)
    *preferred, last = FAMILIES
    for family in preferred:
        if family in fonts.families():
            missing = _missing(fonts, family, asked)
            if not missing & VIETNAMESE:
                return Face(family, missing)
    return Face(last, _missing(fonts, last, asked))


def _missing(fonts: "typst.Fonts", family: str, characters: Iterable[str]) -> frozenset[str]:
    import typst

    asked = sorted(characters)
    head = f'#set document(title: "-"); #set text(font: "{family}", fallback: false)'
    lines = [head, *(_in_every_style(f'#"\\u{{{ord(character):x}}}"') for character in asked)]
    try:
        typst.compile(
            "\n".join(lines).encode(),
            font_paths=fonts,
            format="pdf",
            pdf_standards=PDF_STANDARDS,
            timestamp=0,
        )
    except typst.TypstError as error:
        failed = {int(line) - 2 for line in _FAILED_LINE.findall(error.diagnostic)}
        if not failed:
            raise
        return frozenset(asked[index] for index in failed)
    return frozenset()


def _in_every_style(text: str) -> str:
    return f"{text} *{text}* _{text}_ _*{text}*_ \\"
