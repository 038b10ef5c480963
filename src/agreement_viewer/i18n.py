"""The words on screen: English in the source, other languages in Qt Linguist's .ts files.

The command line speaks Vietnamese too and never loads Qt, so the .ts file itself is read here;
Qt's tools (lupdate, Linguist) see `translate(context, text)` as they see Qt's own function.
The language is chosen once, when the process starts: the one piece of state that is not passed in.
"""

from typing import Final
from xml.parsers import expat

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
    found: dict[tuple[str, str], str] = {}
    texts = {"name": "", "source": "", "translation": ""}
    open_text = ""

    def begin(element: str, attributes: dict[str, str]) -> None:
        nonlocal open_text
        open_text = "" if "type" in attributes else element
        if open_text in texts:
            texts[open_text] = ""

    def read(text: str) -> None:
        if open_text in texts:
            texts[open_text] += text

    def end(element: str) -> None:
        nonlocal open_text
        open_text = ""
        if element == "message":
            if texts["translation"]:
                found[texts["name"], texts["source"]] = texts["translation"]
            texts["translation"] = ""

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.CharacterDataHandler = read
    parser.EndElementHandler = end
    parser.Parse(resource("translations", f"agreement_viewer_{language}.ts").read_bytes(), True)
    return found


def translate(context: str, text: str, /, **values: object) -> str:
    """`text` in the language in use, its {names} filled from `values`."""
    translated = _catalogue.get((context, text), text)
    return translated.format(**values) if values else translated
