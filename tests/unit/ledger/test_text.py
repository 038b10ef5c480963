"""Vietnamese text: found without marks, sorted by its own alphabet, cleaned but never changed."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from agreement_viewer.ledger.text import clean, contains_exactly, has_marks, search_key, sort_key


def test_a_query_without_marks_finds_text_with_marks() -> None:
    text = "Đẩy mạnh chuyển giao công nghệ; tiêu chuẩn, ĐO LƯỜNG"
    for query in ("day manh", "do luong", "DO LUONG", "đo lường", "cong  nghe"):
        assert search_key(query) in search_key(text)
    assert search_key("do luung") not in search_key(text)


def test_old_and_new_tone_places_are_found_alike() -> None:
    assert search_key("hòa") == search_key("hoà") == "hoa"


def test_marks_in_a_query_are_recognised_and_matched() -> None:
    assert has_marks("lường")
    assert has_marks("đo")
    assert not has_marks("luong")
    assert contains_exactly("Đo lường", "đo lu\u031bo\u031b\u0300ng")
    assert not contains_exactly("Đo lương", "lường")


def test_the_alphabet_and_then_the_tones_order() -> None:
    words = [
        "zê",
        "ơn",
        "ớt",
        "on",
        "ôn",
        "đa",
        "da",
        "dá",
        "dà",
        "dả",
        "dã",
        "dạ",
        "ân",
        "ăn",
        "an",
    ]
    assert sorted(words, key=sort_key) == [
        "an", "ăn", "ân", "da", "dà", "dả", "dã", "dá", "dạ", "đa", "on", "ôn", "ơn", "ớt", "zê",
    ]  # fmt: skip


@given(st.text())
def test_cleaning_and_folding_settle_after_one_pass(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert unicodedata.is_normalized("NFC", clean(text))
    assert search_key(search_key(text)) == search_key(text)
    clean(text).encode()


@given(st.text(st.characters(categories=["Cs", "L", "Cc"])))
def test_nothing_that_cannot_be_stored_is_left(text: str) -> None:
    assert "\0" not in clean(text)
    clean(text).encode()


@given(st.text(), st.text())
def test_sorting_is_total_and_by_letters_first(one: str, two: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", two)
    assert (sort_key(one) == sort_key(two)) == (one == two) or same


def test_a_tone_mark_that_stands_alone_is_sorted_too() -> None:
    assert sort_key("\u0300") != sort_key("\u0301")
