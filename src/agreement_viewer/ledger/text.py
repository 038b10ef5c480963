"""Vietnamese text: cleaning what was typed, searching without marks, sorting by the alphabet."""

import unicodedata
from typing import Final

_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK: Final = {letter: rank for rank, letter in enumerate(_ALPHABET)}


def clean(text: str) -> str:
    """`text` in NFC without NULs, lone surrogates, and white space at its ends."""
    sound = text.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
    return unicodedata.normalize("NFC", sound).strip()


def search_key(text: str) -> str:
    """`text` without marks and case, đ as d, runs of white space as one blank."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.split())


def has_marks(text: str) -> bool:
    """Whether a query was typed with marks, so that exact matches go first."""
    return search_key(text) != " ".join(text.casefold().split())


def contains_exactly(text: str, query: str) -> bool:
    """Whether `query` stands in `text` with its marks, case aside."""
    found, sought = (unicodedata.normalize("NFC", part).casefold() for part in (text, query))
    return " ".join(sought.split()) in " ".join(found.split())


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Order by the Vietnamese alphabet; tones count only where the letters are the same."""
    letters: list[int] = []
    tones: list[int] = []
    for letter in unicodedata.normalize("NFC", text).casefold():
        base, tone = _split_tone(letter)
        letters.append(_RANK.get(base, ord(base) - 0x10000))
        tones.append(tone)
    return tuple(letters), tuple(tones), text


def _split_tone(letter: str) -> tuple[str, int]:
    parts = unicodedata.normalize("NFD", letter)
    tone = max((_TONES.find(part) + 1 for part in parts), default=0)
    bare = "".join(part for part in parts if part not in _TONES)
    return unicodedata.normalize("NFC", bare)[:1] or letter, tone  # a tone may stand alone
