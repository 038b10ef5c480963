"""The first programme says what its source says: all of it, word for word, and nothing else."""

import datetime
import difflib
import hashlib
from collections.abc import Iterator
from typing import Any, Final

import msgspec
import pytest

from agreement_viewer.agreement import Agreement, Wording, read_agreement
from agreement_viewer.resources import resource

PUBLISHED_TEXT: Final = "c0286f055e28a8c4e9bc4e6365fcef5add704cc6c18ff3f6e9f29fd37f52ec44"
"""SHA-256 of the article as it was taken from the publisher's page, without a last line end."""

BETWEEN_THE_QUOTATIONS: Final = """\
□
□, tại □ đã diễn ra □.
□
Tham dự buổi Lễ Ký kết có □, □, □; □, □, □; □ - □, □ và □ và □.
□
□, □ (1) □; (2) □; (3) □; (4) □; (5) □.
□
□ □; □; □; □.
□:
□
□"""

PROOFREADINGS: Final = {
    ("hơp", "hợp"),
    ("do", "đo"),
    ("bàn,", "bạc,"),
    ("", "hiện"),
    ("Nghị quyết", ""),
    ("hội: Về", "hội về"),
    ("An", "an"),
    ("Ký", "ký"),
    ("2021-2025", "2021 – 2025"),
    ("thành", "Thành"),
    ("thành phố", "Thành phố,"),
    ("Lãnh", "lãnh"),
    ("Ông", "ông"),
    ("Ủy", "ủy"),
    ("và phối", "Phối"),
    ("lãnh", "Lãnh"),
    ("cơ", "Cơ"),
    ("về", "Về"),
}
"""(published, shown): slips of the pen, one spelling for one thing, a capital to begin with."""

LONGEST_TITLE: Final = 105
"""Characters in two lines of the list."""


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    data = resource("agreements", "can-tho-2021-2025.toml").read_bytes()
    return read_agreement(data, "can-tho-2021-2025.toml")


def test_the_article_is_kept_word_for_word(agreement: Agreement) -> None:
    assert hashlib.sha256(agreement.source.article.encode()).hexdigest() == PUBLISHED_TEXT


def test_every_text_stands_in_the_article(agreement: Agreement) -> None:
    for text in quotations(agreement):
        assert text in agreement.source.article


def test_nothing_that_the_article_states_is_left_out(agreement: Agreement) -> None:
    rest = agreement.source.article
    for text in sorted(quotations(agreement), key=len, reverse=True):
        rest = rest.replace(text, "□")

    assert rest == BETWEEN_THE_QUOTATIONS


def test_shown_and_published_wording_differ_only_where_meant(agreement: Agreement) -> None:
    found = {pair for wording in wordings(agreement) for pair in differences(wording)}

    assert found == PROOFREADINGS


@pytest.mark.parametrize(
    "slip",
    ["hơp", "do lường", "bàn bàn", "thực tốt", "Nghị quyết Nghị quyết", "Lễ Ký", "- An ninh"],
)
def test_no_slip_of_the_pen_is_shown(agreement: Agreement, slip: str) -> None:
    assert slip in agreement.source.article
    assert not any(slip in wording.text for wording in wordings(agreement))


def test_items_have_lasting_ids_in_the_order_of_the_source(agreement: Agreement) -> None:
    assert [(group.kind, [item.id for item in group.items]) for group in agreement.groups] == [
        ("area", ["area-1", "area-2", "area-3", "area-4", "area-5"]),
        ("directive", ["directive-1", "directive-2", "directive-3", "directive-4"]),
    ]


def test_titles_are_short_and_made_of_the_items_own_words_in_order(agreement: Agreement) -> None:
    for item in agreement.items:
        words = iter(item.text.text.lower().split())
        assert len(item.title) <= LONGEST_TITLE
        assert all(word in words for word in item.title.lower().split())


def test_the_signing_and_the_people_at_it(agreement: Agreement) -> None:
    assert agreement.event.date == datetime.date(2022, 3, 3)
    assert agreement.event.time == "Sáng ngày 03/3/2022"
    assert [(party.id, party.short) for party in agreement.parties] == [
        ("skhcn", "Sở KH&CN"),
        ("cong-an", "Công an TP"),
    ]
    assert [
        (who.name, [office.text for office in who.offices]) for who in agreement.participants
    ] == [
        (
            "Nguyễn Ngọc Hè",
            ["Ủy viên Ban Thường vụ Thành ủy", "Phó Chủ tịch Ủy ban nhân dân thành phố Cần Thơ"],
        ),
        ("Ngô Anh Tín", ["Thành ủy viên", "Giám đốc Sở Khoa học và Công nghệ"]),
        (
            "Nguyễn Văn Thuận",
            ["Ủy viên Ban Thường vụ Thành ủy", "Giám đốc Công an thành phố Cần Thơ"],
        ),
    ]
    assert len(agreement.attendees) == 2


def test_the_cited_documents_have_only_the_dates_that_the_source_gives(
    agreement: Agreement,
) -> None:
    assert [
        (document.kind, document.number, document.date, document.issuer, document.cited_in)
        for document in agreement.documents
    ] == [
        ("Nghị quyết", "59-NQ/TW", datetime.date(2020, 8, 5), "Bộ Chính trị", "directive-4"),
        ("Nghị quyết", "45/2022/QH15", None, "Quốc hội", "directive-4"),
    ]


def test_the_photos_keep_every_place_of_the_source(agreement: Agreement) -> None:
    assert agreement.photos is not None
    assert len(agreement.photos.captions) == 4
    assert len({caption.as_published for caption in agreement.photos.captions}) == 3


def wordings(value: Any) -> Iterator[Wording]:
    """Every wording within an agreement or a part of one."""
    if isinstance(value, Wording):
        yield value
    elif isinstance(value, msgspec.Struct):
        yield from wordings(tuple(getattr(value, name) for name in value.__struct_fields__))
    elif isinstance(value, tuple):
        for entry in value:
            yield from wordings(entry)


def quotations(agreement: Agreement) -> set[str]:
    """Every text that is taken from the article."""
    source = agreement.source
    return (
        {wording.as_published for wording in wordings(agreement)}
        | {party.name for party in agreement.parties}
        | {f"{who.honorific} {who.name}" for who in agreement.participants}
        | {f"{it.kind} số {it.number}" for it in agreement.documents}
        | {it.issuer for it in agreement.documents}
        | {agreement.event.time, source.title, f"{source.publisher} ({source.author})"}
    )


def differences(wording: Wording) -> Iterator[tuple[str, str]]:
    """The (published, shown) words in which the two wordings differ."""
    published, shown = wording.as_published.split(), wording.text.split()
    matcher = difflib.SequenceMatcher(None, published, shown, autojunk=False)
    for kind, start, end, shown_start, shown_end in matcher.get_opcodes():
        if kind != "equal":
            yield " ".join(published[start:end]), " ".join(shown[shown_start:shown_end])
