"""The words of the paper. A report is an official paper: Vietnamese, whatever the screen speaks."""

import datetime
from collections.abc import Sequence
from typing import Final

from agreement_viewer.ledger.deadline import (
    Condition,
    Day,
    Deadline,
    Due,
    Month,
    Ongoing,
    Quarter,
    Year,
    Yearly,
)
from agreement_viewer.ledger.status import Status, Timeliness
from agreement_viewer.report.tree import Line, Standing, State, Value, Version

LABELS: Final = {
    "status": "Tình trạng thực hiện",
    "completed_on": "Ngày hoàn thành",
    "deadline": "Thời hạn",
    "extensions": "Gia hạn",
    "lead": "Đơn vị chủ trì",
    "partners": "Đơn vị phối hợp",
    "result": "Sản phẩm, kết quả",
    "difficulty": "Khó khăn, vướng mắc",
    "proposal": "Đề xuất, kiến nghị",
    "note": "Ghi chú",
    "evidence": "Tài liệu minh chứng",
    "tasks": "Nhiệm vụ cụ thể",
    "title": "Tên nhiệm vụ",
    "withdrawn": "Bỏ nhiệm vụ, tài liệu",
    "number": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "issuer": "Cơ quan ban hành",
    "subject": "Trích yếu nội dung",
    "file": "Tệp",
}
FORM: Final = {
    "country": "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "motto": "Độc lập - Tự do - Hạnh phúc",
    "addressee": "Kính gửi: ",
    "recipients": "Nơi nhận:",
    "code": "Mã đối chiếu số liệu: ",
    "orders": "Ý kiến chỉ đạo",
    "maker": "Người lập",
    "signing": "(Ký, ghi rõ họ tên)",
}
"""The fixed words of the official form."""

ANNEX: Final = {
    "number": "STT",
    "title": "Nội dung nhiệm vụ",
    "lead": LABELS["lead"],
    "partners": LABELS["partners"],
    "deadline": LABELS["deadline"],
    "result": LABELS["result"],
    "status": "Tiến độ",
    "difficulty": LABELS["difficulty"],
    "proposal": LABELS["proposal"],
    "note": LABELS["note"],
}
"""The columns of the full table, in their order."""

STANDINGS: Final = {
    Standing.ON_TIME: "Hoàn thành đúng hạn",
    Standing.LATE: "Hoàn thành quá hạn",
    Standing.IN_TIME: "Chưa hoàn thành, trong hạn",
    Standing.OVERDUE: "Chưa hoàn thành, quá hạn",
    Standing.DROPPED: "Không tiếp tục thực hiện",
}
COUNTS: Final = ("Chỉ tiêu", "Tổng số", *STANDINGS.values())
"""The columns of the table of counts; the last is no part of the total."""

DIFFERENCE_NOTE: Final = (
    "(*) Thông tin chưa thống nhất giữa các đơn vị; "
    "các giá trị, người ghi và thời điểm ghi nêu tại từng mục của Báo cáo."
)
COUNTS_TITLE: Final = "Tổng hợp số liệu"
PROGRESS_TITLE: Final = "Bảng theo dõi tiến độ thực hiện"
NOT_YET: Final = "chưa có"
NO_LONGER: Final = "đã bỏ"
"""How a line stood that only one of two periods has."""
NO_MOVES: Final = "Không có biến động so với kỳ trước."
MISSING_ITEMS: Final = "Nội dung không còn trong chương trình đang mở"
EMPTY: Final = "chưa có thông tin"
NEWER: Final = "do phiên bản mới hơn của phần mềm ghi, chưa đọc được"

_STATUS: Final = {
    Status.NOT_STARTED: "Chưa thực hiện",
    Status.IN_PROGRESS: "Đang thực hiện",
    Status.DONE: "Hoàn thành",
    Status.PAUSED: "Tạm dừng",
    Status.DROPPED: "Không tiếp tục thực hiện",
}
_TIMELINESS: Final = {
    Timeliness.ON_TIME: "đúng hạn",
    Timeliness.LATE: "quá hạn",
    Timeliness.IN_TIME: "trong hạn",
    Timeliness.DUE_SOON: "sắp đến hạn",
    Timeliness.OVERDUE: "quá hạn",
    Timeliness.CONDITION: "theo điều kiện",
}


def status(line: Line | State) -> str:
    """The status alone; what was completed after the day of the report is not completed on it."""
    if line.status is Status.DONE and line.standing not in (Standing.ON_TIME, Standing.LATE):
        return "Chưa hoàn thành"
    return _STATUS[line.status]


def progress(line: Line | State) -> str:
    """Status and timeliness in one: "Hoàn thành đúng hạn", "Đang thực hiện (quá hạn)"."""
    timeliness = _TIMELINESS.get(line.timeliness, "")
    if line.standing in (Standing.ON_TIME, Standing.LATE):
        on_day = line.timeliness is not Timeliness.CONDITION
        return f"{status(line)} {timeliness}".rstrip() if on_day else status(line)
    return f"{status(line)} ({timeliness})" if timeliness else status(line)


def numeric(day: datetime.date) -> str:
    """05/01/2020"""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def long(day: datetime.date) -> str:
    """A day as official papers write it: zeros before days below 10 and months 1 and 2 only."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def moment(at: datetime.datetime) -> str:
    """14 giờ 05 ngày 05/01/2020"""
    return f"{at.hour} giờ {at.minute:02} ngày {numeric(at.date())}"


def report_number(suffix: str) -> str:
    """The number's line; the number is written by hand after signing."""
    return f"Số:{' ' * 12}/BC-{suffix or ' ' * 12}"


def record_number(suffix: str) -> str:
    """The same line of a record that two sides sign."""
    return f"Số:{' ' * 12}/BB-{suffix or ' ' * 12}"


def place_and_day(place: str) -> str:
    """The line of place and day; the day is written by hand after signing."""
    return f"{place or '…' * 6}, ngày{' ' * 7}tháng{' ' * 7}năm{' ' * 12}"


def enclosed(suffix: str, agency: str) -> str:
    """What the annex belongs to; number and day are filled in by hand."""
    number = f"{' ' * 10}/BC-{suffix or ' ' * 10}"
    day = f"ngày{' ' * 6}tháng{' ' * 6}năm{' ' * 10}"
    return f"(Kèm theo Báo cáo số{number} {day}" + (f" của {agency})" if agency else ")")


def annex(count: int) -> str:
    """The heading of an annex: "Phụ lục I"."""
    return f"Phụ lục {roman(count)}"


def grounds(entered: Sequence[str]) -> list[str]:
    """The legal grounds, one a line, each ended with ";" and the last with "."."""
    bare = [ground.strip().rstrip(";.") for ground in entered if ground.strip()]
    return [f"{ground};" for ground in bare[:-1]] + [f"{ground}." for ground in bare[-1:]]


def recipients(entered: Sequence[str]) -> list[str]:
    """The recipients, a dash before and ";" behind each; the archives come last."""
    bare = [name.strip().lstrip("-– ").rstrip(";.") for name in entered if name.strip()]
    if not any(name.startswith("Lưu") for name in bare):
        bare.append("Lưu: VT")
    return [f"- {name};" for name in bare[:-1]] + [f"- {bare[-1]}."]


def number(count: int) -> str:
    """A count as official papers write it: 05, 12, 3.000."""
    return f"{count:02}" if count < 10 else f"{count:,}".replace(",", ".")


def roman(count: int) -> str:
    """A heading's number, I to XXXIX."""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (count // 10) + ones[count % 10]


def due(value: Due) -> str:
    """A due date: "quý IV/2025", "tháng 08/2026", "31/12/2025"; a condition in its own words."""
    match value:
        case Day(date):
            return numeric(date)
        case Month(year, month):
            return f"tháng {month:02}/{year}"
        case Quarter(year, quarter):
            return f"quý {roman(quarter)}/{year}"
        case Year(year):
            return f"năm {year}"
        case Condition(text):
            return text
        case Yearly():
            return "hằng năm"
        case Ongoing():
            return "thường xuyên"


def extensions(deadline: Deadline) -> list[str]:
    """Each extension with the date before, the date after, reason and document, oldest first."""
    dues = [*(extension.before for extension in deadline.extensions), deadline.due]
    return [
        "; ".join(
            filter(
                None,
                (
                    f"từ {due(extension.before)} đến {due(after)}",
                    extension.reason and f"lý do: {extension.reason}",
                    extension.document and f"văn bản: {extension.document}",
                ),
            )
        )
        for extension, after in zip(deadline.extensions, dues[1:], strict=True)
    ]


def put_off(deadline: Deadline) -> str:
    """How often a deadline was extended, and the dates that it had before."""
    befores = [due(extension.before) for extension in deadline.extensions]
    if not befores:
        return ""
    return f"gia hạn {number(len(befores))} lần; mốc cũ: {'; '.join(befores)}"


def value(stated: Value) -> str:
    """Any field's value as the paper quotes it."""
    match stated:
        case None | "" | ():
            return "để trống"
        case bool():
            return "đã bỏ" if stated else "giữ lại"
        case Status():
            return _STATUS[stated]
        case datetime.date():
            return numeric(stated)
        case Deadline():
            return "; ".join((due(stated.due), *extensions(stated)))
        case tuple():
            return "; ".join(stated)
        case _:
            return stated


def version(stated: Version) -> str:
    """A value with who recorded it, where and when."""
    who = ", ".join(filter(None, (stated.by, stated.unit, moment(stated.at) if stated.at else "")))
    return f"“{NEWER if stated.newer else value(stated.value)}” ({who})"
