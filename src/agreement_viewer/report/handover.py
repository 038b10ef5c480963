"""The record of a handover: who hands over what to whom, on one page that both sign."""

import datetime
from collections.abc import Iterator

from msgspec import Struct

from agreement_viewer.ledger.records import Profile
from agreement_viewer.report import words
from agreement_viewer.report.blocks import (
    DASH,
    PARAGRAPH,
    Block,
    blank,
    block,
    heading,
    plain,
    strong,
)
from agreement_viewer.report.printable import Texts
from agreement_viewer.report.record import Side, record_sheet


class Person(Struct, frozen=True):
    """A side of the handover; what is empty is written by hand."""

    name: str = ""
    unit: str = ""


class Handover(Struct, frozen=True):
    """What was handed over. `at` is when, with the computer's time zone."""

    programme: str
    profile: Profile
    giver: Person
    receiver: Person
    at: datetime.datetime
    items: int
    tasks: int
    changes: int
    evidence: int
    missing: int
    """Files of evidence that are not on the giver's computer, and so not in the file."""
    unsigned: int
    """Changes that could not be given."""
    file: str
    """The file's name."""
    size: int
    """Of the file, in bytes."""
    sha256: str
    """Of the file."""
    code: str
    """Of the giver's computer, as it is read out: eight digits."""
    other_codes: dict[str, list[str]]
    """Whose other computers' changes are in it, with the code of each."""


def handover_sheet(handover: Handover) -> dict[str, Texts]:
    """The texts of the record."""
    day = words.long(handover.at.date())
    return record_sheet(
        handover.profile,
        f"Bàn giao dữ liệu theo dõi {handover.programme}",
        f"Hôm nay, {day}, hai bên tiến hành bàn giao dữ liệu trên phần mềm Agreement Viewer:",
        _blocks(handover),
        "Biên bản được lập thành 02 bản có nội dung như nhau, mỗi bên giữ 01 bản./.",
        (Side("Bên giao", handover.giver.name), Side("Bên nhận", handover.receiver.name)),
    )


def _blocks(handover: Handover) -> Iterator[Block]:
    yield heading(2, 1, "Bên giao")
    yield from _person(handover.giver)
    yield heading(2, 2, "Bên nhận")
    yield from _person(handover.receiver)
    yield heading(2, 3, "Dữ liệu bàn giao")
    yield from _data(handover)
    yield heading(2, 4, "Mã máy, để đối chiếu khi tiếp nhận")
    yield block(DASH, plain("Máy của bên giao: "), strong(handover.code))
    for name, codes in handover.other_codes.items():
        yield block(DASH, plain(f"{name}: "), strong("; ".join(codes)))


def _person(person: Person) -> Iterator[Block]:
    fields = ("Họ và tên", person.name), ("Chức vụ", ""), ("Cơ quan, đơn vị", person.unit)
    for name, text in fields:
        yield block(DASH, plain(f"{name}: "), plain(text) if text else blank())


def _data(handover: Handover) -> Iterator[Block]:
    counted = (
        ("nội dung", handover.items),
        ("nhiệm vụ", handover.tasks),
        ("thay đổi đã ghi", handover.changes),
        ("tệp minh chứng", handover.evidence),
    )
    counts = "; ".join(f"{words.number(count)} {name}" for name, count in counted)
    yield block(DASH, plain(f"Số lượng: {counts}."))
    yield block(DASH, plain(f"Ghi nhận đến {words.moment(handover.at)}."))
    size = f"{handover.size:,}".replace(",", ".")
    yield block(DASH, plain(f"Tệp: {handover.file} ({size} byte), mã băm SHA-256:"))
    yield block(PARAGRAPH, plain(handover.sha256))
    if handover.missing:
        text = f"Không kèm theo {words.number(handover.missing)} tệp minh chứng không có trên máy."
        yield block(DASH, plain(text))
    if handover.unsigned:
        count = words.number(handover.unsigned)
        yield block(DASH, plain(f"Không kèm theo {count} thay đổi do khóa của người ghi đã mất."))
