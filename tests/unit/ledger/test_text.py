"""Vietnamese text: found without marks, sorted by its own alphabet, cleaned but never changed."""

import unicodedata

import pytest
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


@given(st.text(st.characters(categories=["Cs", "L", "Cc", "Cf", "Zl", "Zp"]) | st.just("\ufffe")))
def test_nothing_that_cannot_be_stored_seen_or_printed_is_left(text: str) -> None:
    kept = clean(text)
    kept.encode()
    assert {letter for letter in kept if unicodedata.category(letter) == "Cc"} <= {"\t", "\n"}
    assert not set(kept) & set("\0\x7f\x9f\u200b\u200e\u200f\u202e\u2066\u2069\ufeff\ufffe\u2028")


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Ho\u0300a", "Hòa"),
        ("dòng 1\r\ndòng 2\rdòng 3\vdòng 4\u2028dòng 5", "dòng 1\ndòng 2\ndòng 3\ndòng 4\ndòng 5"),
        ("báo cáo \u202efdp.exe", "báo cáo fdp.exe"),
        ("\ufeffđo\u200b lường", "đo lường"),
        ("a\0b\ud800c", "abc"),
        ("cột\tcột", "cột\tcột"),
        ("1\u00a0000 đồng", "1\u00a0000 đồng"),
        ("👩\u200d👧 👍🏽 🇻🇳", "👩\u200d👧 👍🏽 🇻🇳"),
        ("\u200b\u00ad \n", ""),
    ],
)
def test_what_is_pasted_is_kept_as_it_is_read(pasted: str, kept: str) -> None:
    assert clean(pasted) == kept


@given(st.text(), st.text())
def test_sorting_is_total_and_by_letters_first(one: str, two: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", two)
    assert (sort_key(one) == sort_key(two)) == (one == two) or same


def test_a_tone_mark_that_stands_alone_is_sorted_too() -> None:
    assert sort_key("\u0300") != sort_key("\u0301")
