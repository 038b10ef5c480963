"""What a programme's file may hold, and the sentence for each way in which it may not."""

import datetime
import unicodedata

import pytest

from agreement_viewer.agreement import AgreementError, Wording, Years, read_agreement
from agreement_viewer.errors import UserError


def refused(text: str | bytes) -> str:
    """The sentence with which a file is refused."""
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(AgreementError) as caught:
        read_agreement(data, "a.toml")
    return str(caught.value)


def test_the_smallest_programme_is_read_with_its_defaults(smallest: str) -> None:
    agreement = read_agreement(smallest.encode(), "a.toml")

    assert agreement.id == "programme-a"
    assert agreement.years == Years(first=2026, last=2030)
    assert agreement.event.date == datetime.date(2026, 1, 15)
    assert (agreement.participants, agreement.attendees, agreement.documents) == ((), (), ())
    assert (agreement.photos, agreement.source.author) == (None, None)
    assert (agreement.groups[0].given_by, agreement.groups[0].introduction) == (None, None)


def test_items_are_numbered_and_titled_by_their_text_unless_they_have_a_title(
    smallest: str,
) -> None:
    first, second = read_agreement(smallest.encode(), "a.toml").items

    assert (first.number, first.title) == (1, "Trao đổi thông tin")
    assert (second.number, second.title) == (2, "Đào tạo")


def test_each_group_numbers_its_own_items(smallest: str) -> None:
    group = '[[groups]]\nkind = "directive"\ntitle = "C"\n[[groups.items]]\nid = "c"\ntext = "C"\n'
    agreement = read_agreement((smallest + group).encode(), "a.toml")

    assert [(item.id, item.number) for item in agreement.items] == [
        ("area-1", 1),
        ("area-2", 2),
        ("c", 1),
    ]


def test_a_wording_keeps_what_was_published_beside_it(smallest: str) -> None:
    first, second = read_agreement(smallest.encode(), "a.toml").items

    assert first.text == Wording("Trao đổi thông tin")
    assert first.text.as_published == "Trao đổi thông tin"
    assert second.text == Wording(text="Đào tạo cán bộ", published="đào tạo cán bô")
    assert second.text.as_published == "đào tạo cán bô"


def test_items_groups_and_parties_are_found_by_id(smallest: str) -> None:
    agreement = read_agreement(smallest.encode(), "a.toml")

    assert agreement.item("area-2") is agreement.items[1]
    assert agreement.group_of("area-2") is agreement.groups[0]
    assert agreement.party("unit-b") is agreement.parties[0]
    assert (agreement.item("x"), agreement.group_of("x"), agreement.party("x")) == (None,) * 3


def test_text_is_composed_whether_typed_or_escaped(smallest: str) -> None:
    escaped = smallest.replace('"Trao đổi thông tin"', r'"tho\u0302ng tin"')
    typed = unicodedata.normalize("NFD", escaped)
    first, second = read_agreement(typed.encode(), "a.toml").items

    assert first.text.text == "thông tin"
    assert second.text == Wording(text="Đào tạo cán bộ", published="đào tạo cán bô")


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(smallest: str) -> None:
    data = b"\xef\xbb\xbf" + smallest.replace("\n", "\r\n").encode()

    assert read_agreement(data, "a.toml") == read_agreement(smallest.encode(), "a.toml")


def test_only_the_article_may_run_over_several_lines(smallest: str) -> None:
    text = smallest.replace('article = "Ký kết"', "article = '''\nKý kết\nĐơn vị B'''")

    assert read_agreement(text.encode(), "a.toml").source.article == "Ký kết\nĐơn vị B"
    assert "at purpose, a text is expected in one line" in refused(
        smallest.replace('"Tăng cường phối hợp"', '"""Tăng cường\nphối hợp"""')
    )


def test_a_refusal_is_the_users_to_mend(smallest: str) -> None:
    assert issubclass(AgreementError, UserError)
    assert refused(smallest + "more = 1") == (
        "a.toml was not opened: at source, no field “more” is expected."
    )


ID_EXPECTED = "an id of a–z, 0–9 and, not first, hyphens is expected"
LINE_EXPECTED = "a text is expected in one line, not empty and without control characters"
TEXT_EXPECTED = "a text, or a table of “text” and “published”, is expected"


@pytest.mark.parametrize(
    ("written", "instead", "place", "expected"),
    [
        ('id = "programme-a"', "", "", "the field “id” is expected and missing"),
        ('id = "programme-a"', 'id = "A"', "id", ID_EXPECTED),
        ('id = "area-1"', 'id = "-a"', "groups[0].items[0].id", ID_EXPECTED),
        ('id = "area-1"', f'id = "{"a" * 65}"', "groups[0].items[0].id", ID_EXPECTED),
        ('id = "area-1"', f'id = "{"0f" * 32}"', "groups[0].items[0].id", ID_EXPECTED),
        ('id = "area-1"', "number = 1", "groups[0].items[0]", "no field “number” is expected"),
        (
            'id = "area-2"',
            'id = "area-1"',
            "groups[0].items[1].id",
            "an id of its own is expected, “area-1” being used at groups[0].items[0].id",
        ),
        ('"Trao đổi thông tin"', '""', "groups[0].items[0].text", LINE_EXPECTED),
        ('"Trao đổi thông tin"', '" \\u00a0 "', "groups[0].items[0].text", LINE_EXPECTED),
        ('"Trao đổi thông tin"', '"a\\u0000"', "groups[0].items[0].text", LINE_EXPECTED),
        ('"Trao đổi thông tin"', '"a\\u202e"', "groups[0].items[0].text", LINE_EXPECTED),
        ('"Trao đổi thông tin"', "7", "groups[0].items[0].text", TEXT_EXPECTED),
        ('"đào tạo cán bô"', '""', "groups[0].items[1].text.published", LINE_EXPECTED),
        (
            '"đào tạo cán bô"',
            '"Đào tạo cán bộ"',
            "groups[0].items[1].text",
            "“published” is expected only where it differs from “text”",
        ),
        (
            'title = "Đào tạo"',
            'titel = "Đào tạo"',
            "groups[0].items[1]",
            "no field “titel” is expected",
        ),
        ('short = "ĐV B"', "short = true", "parties[0].short", "a text is expected"),
        ("first = 2026", "first = 2031", "years", "a first year not after the last is expected"),
        ("first = 2026", "first = 0", "years.first", "a year from 1 to 9999 is expected"),
        ("first = 2026", 'first = "2026"', "years.first", "a whole number is expected"),
        ("2026-01-15\n", "2026-01-15T08:00:00\n", "event.date", "a date such as 2025-12-31"),
        ("2026-01-15\n", '"15/01/2026"\n', "event.date", "a date such as 2025-12-31 is expected"),
        ("[event]", "[[event]]", "event", "a table is expected"),
        ("[[parties]]", "[parties]", "parties", "a list is expected"),
        ('article = "Ký kết"', 'article = "\\n"', "source.article", "control characters but line"),
        ('"Đơn vị B"\narticle', '"Đơn vị B"\nx = 1\narticle', "source", "no field “x” is expected"),
        (
            "[source]",
            "[photos]\nheading = 'H'\ncaptions = []\n[source]",
            "photos.captions",
            "a list with at least one entry is expected",
        ),
        (
            "[source]",
            "[[parties]]\nid = 'unit-b'\nname = 'C'\nshort = 'C'\n[source]",
            "parties[1].id",
            "an id of its own is expected, “unit-b” being used at parties[0].id",
        ),
        (
            "[[parties]]",
            "documents = [{kind='K',number='1',issuer='B',subject='S',cited_in='x'}]\n[[parties]]",
            "documents[0].cited_in",
            "the id of an item is expected, not “x”",
        ),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_was_expected(
    smallest: str, written: str, instead: str, place: str, expected: str
) -> None:
    assert written in smallest
    sentence = refused(smallest.replace(written, instead, 1))

    assert sentence.startswith("a.toml was not opened: " + (f"at {place}, " if place else ""))
    assert expected in sentence


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "the field “id” is expected and missing"),
        (b"\xff\xfe", "text in UTF-8 is expected"),
        (b'id = "a"\nb = ?', "at line 2, column 5, TOML is expected"),
        (b'a = "open', "at the end of the file, TOML is expected"),
        (b"a = 1\na = 2\n", "at line 2, column 6, TOML is expected"),
        (b"a = " + b"9" * 5000, "TOML is expected"),
        (b"a = " + b"[" * 5000, "nested less deeply"),
        (b"a" + b".a" * 5000 + b" = 1", "nested less deeply"),
        (b"#" * 1_000_001, "at most 1 MB"),
    ],
)
def test_a_file_that_is_no_programme_at_all_is_refused(data: bytes, expected: str) -> None:
    assert expected in refused(data)


def test_a_strange_field_name_cannot_break_the_sentence(smallest: str) -> None:
    sentence = refused(f'"a\\nb` {"x" * 100}" = 1\n' + smallest)

    assert sentence == f"a.toml was not opened: no field “a?b` {'x' * 35}” is expected."
