"""The pieces that a report's text is made of. Every writer sets the same ones.

A block has a kind, a number where it is a numbered heading, and runs of text, each in one style.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from agreement_viewer.report.printable import Texts
from agreement_viewer.report.words import roman

HEADINGS: Final = ("heading1", "heading2", "heading3")
"""I., 1. and a)"""
PARAGRAPH: Final = "paragraph"
DASH: Final = "dash"
REMARK: Final = "remark"
"""A paragraph in italics."""
LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""The order in which official papers count."""

Block = dict[str, Texts]
Run = dict[str, Texts]


def plain(text: str) -> Run:
    """Text as it is."""
    return {"style": "plain", "text": text}


def strong(text: str) -> Run:
    """Text in bold."""
    return {"style": "strong", "text": text}


def label(text: str) -> Run:
    """The name of what follows, in italics."""
    return {"style": "label", "text": f"{text}: "}


def blank() -> Run:
    """The rest of the line, to be filled in by hand."""
    return {"style": "blank", "text": ""}


def block(kind: str, *runs: Run, number: str = "") -> Block:
    """One block."""
    return {"kind": kind, "number": number, "runs": list(runs)}


def heading(level: int, count: int, text: str) -> Block:
    """A heading with the number that its level prescribes."""
    number = (f"{roman(count)}.", f"{count}.", f"{letter(count)})")[level - 1]
    return block(HEADINGS[level - 1], plain(text), number=number)


def letter(count: int) -> str:
    """The letter that counts `count`; a number where the alphabet has ended."""
    return LETTERS[count - 1] if count <= len(LETTERS) else str(count)


def paragraphs(text: str) -> Iterator[Block]:
    """One block for each line that holds anything, ended with a full stop."""
    for line in text.replace("\r", "\n").split("\n"):
        if line.strip():
            yield block(PARAGRAPH, plain(stopped(line.strip())))


def stopped(text: str) -> str:
    """`text` as a sentence."""
    ended = text.removesuffix("(*)").rstrip()
    return text if not ended or ended[-1] in ".;:!?…" else f"{text}."


def sentences(parts: Iterable[tuple[Run, str]]) -> list[Run]:
    """Labels with what they name, one sentence each, in a row; empty ones are left out."""
    runs: list[Run] = []
    for name, text in parts:
        if text:
            runs += [name, plain(f"{stopped(text)} ")]
    return runs
