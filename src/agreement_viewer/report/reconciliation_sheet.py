"""The reconciliation record (biên bản đối chiếu) as both agencies sign it."""

from collections.abc import Iterator, Sequence

from agreement_viewer.report import words
from agreement_viewer.report.blocks import DASH, PARAGRAPH, Block, block, heading, plain, strong
from agreement_viewer.report.figures import code_of
from agreement_viewer.report.printable import Texts
from agreement_viewer.report.reconciliation import Merged, Reconciled, Reconciliation
from agreement_viewer.report.record import Side, record_sheet


def reconciliation_sheet(record: Reconciliation) -> dict[str, Texts]:
    """The texts of the record."""
    first, second, *_ = (*record.parties, "", "")
    return record_sheet(
        record.profile,
        f"Đối chiếu dữ liệu theo dõi {record.programme}",
        f"Hôm nay, {words.long(record.at.date())}, hai bên đối chiếu dữ liệu"
        f" {_span(record)} trên phần mềm Agreement Viewer, kết quả như sau:",
        _blocks(record),
        "Biên bản được lập thành 02 bản có nội dung như nhau, mỗi bên giữ 01 bản./.",
        (Side(f"Đại diện {first}", ""), Side(f"Đại diện {second}", "")),
    )


def _span(record: Reconciliation) -> str:
    until = f"đến {words.moment(record.at)}"
    return f"ghi từ ngày {words.numeric(record.since)} {until}" if record.since else f"ghi {until}"


def _blocks(record: Reconciliation) -> Iterator[Block]:
    yield heading(2, 1, "Các bên đối chiếu")
    for party in record.parties:
        yield block(DASH, plain(f"{party}."))
    yield heading(2, 2, "Dữ liệu đã hợp nhất")
    yield from map(_merged, record.merged)
    yield block(
        DASH,
        plain("Mã đối chiếu (hai bên phải trùng nhau): "),
        strong(code_of(record.digest)),
    )
    yield heading(2, 3, "Nội dung hai bên cùng sửa, đã thống nhất")
    yield from _reconciled(record.settled)
    yield heading(2, 4, "Nội dung hai bên cùng sửa, chưa thống nhất")
    yield from _reconciled(record.open)
    if record.open:
        said = "Trong khi chờ thống nhất, báo cáo thể hiện giá trị ghi sau cùng."
        yield block(PARAGRAPH, plain(said))


def _merged(merged: Merged) -> Block:
    officers = "; ".join(
        f"{name or 'không ghi tên'} {words.number(count)}" for name, count in merged.officers
    )
    unit = merged.unit or "Không ghi đơn vị"
    return block(DASH, plain(f"{unit}: {words.number(merged.count)} thay đổi ({officers})."))


def _reconciled(found: Sequence[Reconciled]) -> Iterator[Block]:
    if not found:
        yield block(PARAGRAPH, plain("Không có."))
    for count, each in enumerate(found, start=1):
        field = words.LABELS.get(each.field, each.field)
        yield block(PARAGRAPH, plain(f"{count}) {each.subject}: "), strong(f"{field}."))
        for version in each.versions:
            yield block(DASH, plain(f"{words.version(version)};"))
        if each.outcome:
            yield block(DASH, strong("Thống nhất: "), plain(f"{words.version(each.outcome)}."))
