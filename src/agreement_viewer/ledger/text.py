"""Vietnamese text: cleaning what was typed, searching without marks, sorting by the alphabet."""

import re
import unicodedata
from typing import Final

_BREAK: Final = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200c\u200e\u200f"
    r"\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK: Final = {letter: rank for rank, letter in enumerate(_ALPHABET)}


def clean(text: str) -> str:
    """`text` as it is kept, in NFC and without white space at its ends.

    Whatever breaks a line is "\\n". Dropped is what cannot be seen and only deceives: control
    characters but tabs, marks that turn the direction of writing (with which `exe.pdf` can be made
    of `fdp.exe`), characters of no width, which keep a word from being found, lone surrogates, and
    what XML cannot hold. The joiner that holds an emoji together stays.
    """
    sound = text.encode("utf-8", "ignore").decode("utf-8")
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _BREAK.sub("\n", sound))).strip()


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
