"""The file around the text: its parts, its settings, what it says of itself, and the same bytes."""

import datetime
import io
import zipfile
from collections.abc import Iterable
from typing import Any, Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as KIND

from agreement_viewer.report.word_lists import lists
from agreement_viewer.report.word_styles import styles
from agreement_viewer.report.word_styling import LANGUAGE
from agreement_viewer.report.word_xml import Element, element, value

_KEPT: Final = (
    KIND.OFFICE_DOCUMENT,
    KIND.CORE_PROPERTIES,
    KIND.STYLES,
    KIND.NUMBERING,
    KIND.SETTINGS,
)
"""Of the template's parts. The rest is somebody else's theme, fonts, effects and picture."""
_MOST_LETTERS: Final = 255
"""In a property of the file."""
_NO_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""The first one that a ZIP file can tell."""
_COMPATIBILITY: Final = (
    ("compatibilityMode", 15),  # lays out as Word does since 2013, with no "compatibility mode"
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)


def new_document(*, full: bool) -> Document:
    """An empty document with our styles, lists and settings, and nobody else's."""
    document = docx.Document()
    part = document.part
    for related in (part.rels, part.package.rels):
        for id in [id for id, relation in related.items() if relation.reltype not in _KEPT]:
            del related[id]
    _fill(part.numbering_part.element, lists())
    _fill(document.styles.element, styles(full=full))
    _fill(document.settings.element, _settings())
    return document


def _fill(part: Any, content: Iterable[Element]) -> None:
    for child in list(part):
        part.remove(child)
    part.extend(content)


def _settings() -> Iterable[Element]:
    yield element("zoom", percent=100)
    yield value("defaultTabStop", 720)
    yield value("characterSpacingControl", "doNotCompress")
    uri = "http://schemas.microsoft.com/office/word"
    modes = (element("compatSetting", name=name, uri=uri, val=on) for name, on in _COMPATIBILITY)
    # Without the first, a justified line before a line break is stretched over the page.
    yield element("compat", element("doNotExpandShiftReturn"), *modes)
    yield element("themeFontLang", val=LANGUAGE)
    yield value("decimalSymbol", ",")
    yield value("listSeparator", ";")


def describe(document: Document, title: str, author: str, moment: datetime.datetime) -> None:
    """Say of the file what it is, whose, and when it was made."""
    properties = document.core_properties
    properties.title = title[:_MOST_LETTERS]
    properties.author = properties.last_modified_by = author[:_MOST_LETTERS]
    properties.created = properties.modified = moment.astimezone(datetime.UTC)
    properties.language = LANGUAGE
    properties.comments = ""
    properties.revision = 1


def same_bytes(document: Document) -> bytes:
    """The file's bytes, the same for the same content: no part tells when it was packed."""
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(packed, "w") as file:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _NO_MOMENT)
            entry.create_system = 0  # not the machine's own
            file.writestr(entry, parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
