"""The record of a handover, as it comes out of the printer."""

from pathlib import Path
from typing import Any, Final

import pytest
from office import NOW
from unit.report.readers import run, squeezed

from agreement_viewer.ledger.records import Profile
from agreement_viewer.report.handover import Handover, Person, handover_sheet
from agreement_viewer.report.typst import Paper

SHA256: Final = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def record(tmp_path: Path, **other: Any) -> str:
    """The text of the record, page by page."""
    facts: dict[str, Any] = {
        "programme": "Chương trình phối hợp",
        "profile": Profile(issuing="Sở Khoa học và Công nghệ", suffix="SKHCN"),
        "giver": Person("Cán bộ A", "Đơn vị A"),
        "receiver": Person("Cán bộ B", "Đơn vị B"),
        "at": NOW,
        "items": 9,
        "tasks": 12,
        "changes": 1234,
        "evidence": 5,
        "missing": 0,
        "unsigned": 0,
        "file": "Bàn giao.agx",
        "size": 123456,
        "sha256": SHA256,
        "code": "1234 5678",
        "other_codes": {"Cán bộ B, Công an TP": ["2222 3333", "4444 5555"]},
    }
    handover = Handover(**facts | other)
    pdf = tmp_path / "record.pdf"
    pdf.write_bytes(Paper(handover_sheet(handover), handover.profile.margins, NOW).pdf())
    assert "Pages:           1\n" in run("pdfinfo", pdf)
    return run("pdftotext", "-layout", pdf, "-")


def test_it_says_who_hands_over_what_to_whom_on_one_page(tmp_path: Path) -> None:
    text = squeezed(record(tmp_path))
    for wanted in (
        "Sở Khoa học và Công nghệ",
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "/BB-SKHCN",
        "Biên bản Bàn giao dữ liệu theo dõi Chương trình phối hợp",
        "Hôm nay, ngày 20 tháng 11 năm 2025",
        "Cơ quan, đơn vị: Đơn vị A",
        "Cơ quan, đơn vị: Đơn vị B",
        "09 nội dung; 12 nhiệm vụ; 1.234 thay đổi đã ghi; 05 tệp minh chứng",
        "Bàn giao.agx (123.456 byte)",
        SHA256,
        "Máy của bên giao: 1234 5678",
        "Cán bộ B, Công an TP: 2222 3333; 4444 5555",
        "mỗi bên giữ 01 bản./.",
    ):
        assert squeezed(wanted) in text, wanted
    assert text.count(squeezed("(Ký, ghi rõ họ tên)")) == 2
    assert squeezed("Không kèm theo") not in text


def test_what_is_left_out_is_on_it(tmp_path: Path) -> None:
    text = squeezed(record(tmp_path, missing=2, unsigned=3))
    assert squeezed("Không kèm theo 02 tệp minh chứng") in text
    assert squeezed("Không kèm theo 03 thay đổi") in text


def test_a_receiver_who_is_not_named_is_written_by_hand(tmp_path: Path) -> None:
    lines = record(tmp_path, receiver=Person(), profile=Profile()).splitlines()
    by_hand = [line.strip() for line in lines if line.strip().endswith(":")]
    assert by_hand.count("- Họ và tên:") == 1
    assert by_hand.count("- Chức vụ:") == 2


@pytest.mark.parametrize("long", ["Đơn vị B " * 11, "x" * 100, "#strong[x] $y$ <b> " * 5])
def test_what_is_typed_is_text_and_stays_on_the_page(long: str, tmp_path: Path) -> None:
    text = record(tmp_path, giver=Person(long, long), receiver=Person(long, long))
    assert squeezed(long) in squeezed(text)
