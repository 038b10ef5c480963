"""What the typeface lacks is found by asking Typst, printed as a box, and told item by item."""

import random
import sys
import unicodedata

import msgspec
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.report.desk import Desk

from agreement_viewer.ledger.records import OwnTexts, Profile
from agreement_viewer.ledger.text import clean
from agreement_viewer.report.face import FAMILIES, PDF_STANDARDS, USUAL, VIETNAMESE, Faces
from agreement_viewer.report.printable import (
    BOX,
    POOR_BOX,
    Texts,
    Unprintable,
    boxed,
    characters,
    sound,
    strings,
    unprintable,
)
from agreement_viewer.report.typst import Typeset

MISSING = ("漢", "😀", "\uf0b7", "\a", "\0", "\ufffe", "\U0010ffff")
SHOWN = ("A", "ế", "…", "“", "–", "€", " ", "\n", "\u200b", "\u200d", "\ufe0f", "\u00ad", BOX)


@pytest.mark.parametrize("system", [True, False], ids=["this machine", "no fonts installed"])
def test_a_face_with_every_vietnamese_letter_is_found_anywhere(system: bool) -> None:
    face = Faces(system=system).face([*MISSING, *SHOWN])
    assert face.family in FAMILIES
    assert system or face.family == FAMILIES[-1]
    assert face.missing == set(MISSING)
    assert USUAL.isdisjoint(face.missing)
    assert len(VIETNAMESE) == 24 * 6 + 2


def test_what_is_not_missing_never_stops_a_report() -> None:
    """Characters of all kinds, in random order: what the trial passes, PDF/A takes."""
    chance = random.Random(1)
    kinds = ("Lu", "Ll", "Lo", "Mn", "Nd", "Po", "Sm", "So", "Sc", "Cf", "Zs", "Cc", "Co")
    everything = [chr(code) for code in range(sys.maxunicode + 1)]
    some = [c for c in everything if unicodedata.category(c) in kinds]
    asked = [*chance.sample(some, 400), *map(chr, range(1, 0x250))]
    faces = Faces()
    face = faces.face(asked)
    shown = [character for character in asked if character not in face.missing]
    assert face.missing
    assert len(shown) > 400
    for _ in range(20):
        chance.shuffle(shown)
        source = f'#set document(title: "-"); #set text(font: "{face.family}", fallback: false)\n'
        typst.compile(
            (source + "#sys.inputs.text").encode(),
            font_paths=faces.fonts,
            sys_inputs={"text": "".join(shown)},
            format="pdf",
            pdf_standards=PDF_STANDARDS,
        )


def test_boxes_stand_in_for_what_is_missing_and_only_there() -> None:
    texts: Texts = {"a": ["x漢y", "z"], "b": {"c": "😀"}}
    assert boxed(texts, {"漢", "😀"}) == {"a": [f"x{BOX}y", "z"], "b": {"c": BOX}}
    assert boxed("漢", {"漢", BOX}) == POOR_BOX
    assert boxed(texts, set()) == texts


def test_lines_end_plainly_and_no_space_is_unbreakable() -> None:
    assert sound("a\r\nb\rc\u2028d\te\u00a0f\u202eg") == "a\nb\nc\nd e fg"
    assert characters({"a": ["xy", "x"]}) == {"x", "y"}
    assert list(strings({"a": ["x", {"b": "y"}], "c": "z"})) == ["x", "y", "z"]


def test_each_item_tells_what_cannot_be_printed() -> None:
    desk = Desk()
    task = desk.add_task("area-2", "Việc 😀", note="漢 漢 \uf0b7")
    desk.set("area-2", partners=("Đơn vị 漢",))
    desk.differ("directive-1", "result", "Đạt", "字")
    report = desk.report(unit="Cơ quan \a")
    expected = [
        Unprintable("", "\a"),
        Unprintable("area-2", "漢"),
        Unprintable(task, "😀漢\uf0b7"),
        Unprintable("directive-1", "字"),
    ]
    assert unprintable(report, {"漢", "字", "😀", "\uf0b7", "\a"}) == expected
    typeset = Typeset(report)
    assert typeset.unprintable == expected
    assert typeset.pdf().startswith(b"%PDF")


def test_an_ordinary_report_has_nothing_that_cannot_be_printed() -> None:
    assert Typeset(Desk().report()).unprintable == []


@given(st.lists(st.text(), min_size=5, max_size=5), st.text(min_size=1))
@settings(max_examples=25, deadline=None)
def test_no_text_whatever_stops_a_report(texts: list[str], name: str) -> None:
    desk = Desk()
    for field, text in zip(("result", "difficulty", "proposal", "note"), texts, strict=False):
        desk.set("area-1", **{field: clean(text)})
    if clean(name):
        desk.add_task("area-1", name, lead=clean(texts[4]))
    typeset = Typeset(desk.report())
    assert typeset.pdf().startswith(b"%PDF")
    assert len(typeset.pages()) > 1


def test_the_officers_own_texts_and_the_heading_are_looked_at_too() -> None:
    report = msgspec.structs.replace(
        Desk().report(), profile=Profile(signer="漢"), texts=OwnTexts(plan="Kế hoạch 😀")
    )
    assert Typeset(report).unprintable == [Unprintable("", "漢😀")]
