"""The typeface of the paper, and the characters that it lacks.

Under PDF/A a single character without a glyph would stop the whole report. Whether a face has a
character is asked of the one that decides: Typst itself, on a trial page with one character to a
line in every style. Its error names each line that it could not set.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from agreement_viewer.begun import Begun

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

USUAL: Final = VIETNAMESE | {*map(chr, range(ord(" "), ord("~") + 1)), *"\n–…“”‘’•□"}
"""What most reports hold and nothing else: of these every family is asked once for all."""

_FAILED_LINE: Final = re.compile(r"┌─ .*:(\d+):\d+$", re.MULTILINE)


class Face(NamedTuple):
    """A family of fonts, and characters that it cannot show."""

    family: str
    missing: frozenset[str]


class Faces:
    """The typefaces of this machine; a report takes the first one with every Vietnamese letter.

    Making this begins to look through them, which goes on beside what Python does.
    """

    def __init__(self, *, system: bool = True) -> None:
        self._looked = Begun(partial(_look, system))

    @property
    def fonts(self) -> "typst.Fonts":
        """All that Typst may use."""
        return self._looked.result().fonts

    def face(self, characters: Iterable[str]) -> Face:
        """The family to take, and what it lacks of `characters` and of the usual ones."""
        fonts, family, lacking = self._looked.result()
        rare = frozenset(characters) - USUAL
        return Face(family, lacking | _missing(fonts, family, rare) if rare else lacking)


class _Looked(NamedTuple):
    """The family to take, and those of the usual characters that it lacks."""

    fonts: "typst.Fonts"
    family: str
    lacking: frozenset[str]


def _look(system: bool) -> _Looked:
    import typst

    fonts = typst.Fonts(include_system_fonts=system)
    *preferred, last = FAMILIES
    for family in preferred:
        if family in fonts.families():
            lacking = _missing(fonts, family, USUAL)
            if not lacking & VIETNAMESE:
                return _Looked(fonts, family, lacking)
    return _Looked(fonts, last, _missing(fonts, last, USUAL))


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
