"""Officers' texts as they can be printed: sound lines, and □ for what the typeface lacks."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Final, NamedTuple, TypeAlias

import msgspec

from agreement_viewer.report.tree import Report

Texts: TypeAlias = "str | Sequence[Texts] | Mapping[str, Texts]"
"""Texts in their places: JSON with strings for all its values."""

BOX: Final = "□"
POOR_BOX: Final = "?"
"""Where the typeface has not even a box."""

_LINE_BREAKS: Final = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_FIXED_SPACES: Final = "\t\u00a0\u2007\u202f"
_NOT_XML: Final = re.compile("[\0-\t\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNS: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SOUND: Final = str.maketrans(
    dict.fromkeys(_LINE_BREAKS, "\n") | dict.fromkeys(_FIXED_SPACES, " ") | dict.fromkeys(_TURNS)
)
"""Spaces at which no line may end would run over the margin; marks that turn the direction of
writing would print figures back to front."""


class Unprintable(NamedTuple):
    """Characters of an item or task that are printed as □; `item` is "" for the report's head."""

    item: str
    characters: str


def sound(texts: Texts) -> Texts:
    """`texts` with plain line breaks and spaces."""
    if _SOUND.keys().isdisjoint(map(ord, characters(texts))):
        return texts
    return _changed(texts, lambda text: text.replace("\r\n", "\n").translate(_SOUND))


def boxed(texts: Texts, missing: Set[str]) -> Texts:
    """`texts` with a box for each of the `missing` characters."""
    box = POOR_BOX if BOX in missing else BOX
    table = str.maketrans(dict.fromkeys(missing, box))
    return _changed(texts, lambda text: text.translate(table)) if missing else texts


def xml_text(text: str) -> str:
    """`text` with plain line breaks and spaces, and a box for what no XML file can hold."""
    return _NOT_XML.sub(BOX, str(sound(text)))


def xml_texts(texts: Texts) -> Texts:
    """`texts` with each as `xml_text` has it."""
    return _changed(texts, xml_text)


def characters(texts: Texts) -> set[str]:
    """Every character that stands in `texts`."""
    return set("".join(set(strings(texts))))


def strings(texts: Texts) -> list[str]:
    """The strings in `texts`, in their order."""
    found: list[str] = []
    _gather(texts, found)
    return found


def _gather(texts: Texts, found: list[str]) -> None:
    if isinstance(texts, str):
        found.append(texts)
    else:
        for inner in texts.values() if isinstance(texts, Mapping) else texts:
            _gather(inner, found)


def _changed(texts: Texts, change: Callable[[str], str]) -> Texts:
    if isinstance(texts, str):
        return change(texts)
    if isinstance(texts, Mapping):
        return {place: _changed(inner, change) for place, inner in texts.items()}
    return [_changed(inner, change) for inner in texts]


def unprintable(report: Report, missing: Set[str]) -> list[Unprintable]:
    """Where `missing` characters stand, item by item, each named once."""
    if not missing:
        return []
    head = [report.programme, report.agency]
    head += _values(msgspec.to_builtins([report.profile, report.texts]))
    for group in report.groups:
        head += [group.title, group.introduction]
    places = [("", head)]
    for line in report.lines:
        own = msgspec.structs.replace(line, tasks=())
        places.append((line.id, list(_values(msgspec.to_builtins(own)))))
    found = ((item, _among(texts, missing)) for item, texts in places)
    return [Unprintable(item, named) for item, named in found if named]


def _values(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _values(inner)
        case list() | tuple():
            for inner in value:
                yield from _values(inner)


def _among(texts: Iterable[str], missing: Set[str]) -> str:
    return "".join(dict.fromkeys(letter for text in texts for letter in text if letter in missing))
