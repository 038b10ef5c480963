"""The words on screen: English in the source, other languages in Qt Linguist's .ts files.

The command line speaks Vietnamese too and never loads Qt, so the .ts file itself is read here;
Qt's tools (lupdate, Linguist) see `translate(context, text)` as they see Qt's own function.
The language is chosen once, when the process starts: the one piece of state that is not passed in.
"""

import xml.etree.ElementTree as ET
from typing import Final

from agreement_viewer.resources import resource

LANGUAGES: Final = ("vi", "en")
_catalogue: dict[tuple[str, str], str] = {}
_language: str = "en"


def use_language(language: str) -> None:
    """Make `language` ("vi" or "en") the language of every later `translate`."""
    global _language  # noqa: PLW0603
    if language == _language:
        return
    _catalogue.clear()
    if language != "en":
        _catalogue.update(read_catalogue(language))
    _language = language


def language() -> str:
    """The language in use."""
    return _language


def read_catalogue(language: str) -> dict[tuple[str, str], str]:
    """(context, source) to translation, unfinished and vanished entries left out."""
    tree = ET.parse(resource("translations", f"agreement_viewer_{language}.ts"))
    found: dict[tuple[str, str], str] = {}
    for context in tree.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                found[name, message.findtext("source", "")] = translation.text
    return found


def translate(context: str, text: str, /, **values: object) -> str:
    """`text` in the language in use, its {names} filled from `values`."""
    translated = _catalogue.get((context, text), text)
    return translated.format(**values) if values else translated
