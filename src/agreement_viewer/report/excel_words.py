"""What the workbook says beyond the paper's words: its sheets, their columns and notes."""

import datetime
from typing import Final

from agreement_viewer.report import words
from agreement_viewer.report.tree import Standing

SHEETS: Final = {
    "counts": "Tổng hợp",
    "tracking": "Theo dõi tiến độ",
    "compared": "So sánh kỳ trước",
    "late": "Bổ sung sau khi chốt số liệu",
    "whole": "Toàn văn",
}
"""The names of the workbook's sheets, at most 31 characters each."""
TRACKING: Final = {
    "number": "STT",
    "group": "Nhóm",
    "title": words.ANNEX["title"],
    "lead": words.LABELS["lead"],
    "partners": words.LABELS["partners"],
    "deadline": words.LABELS["deadline"],
    "due_on": "Ngày đến hạn",
    "extended": "Số lần gia hạn",
    "extensions": "Mốc cũ, lý do gia hạn",
    "result": words.LABELS["result"],
    "status": words.ANNEX["status"],
    "completed_on": words.LABELS["completed_on"],
    "standing": "Chỉ tiêu tổng hợp",
    "difficulty": words.LABELS["difficulty"],
    "proposal": words.LABELS["proposal"],
    "note": words.LABELS["note"],
    "evidence": words.LABELS["evidence"],
    "remarks": "Chưa thống nhất",
}
"""The columns of the workbook's full table, in their order. `status` has the paper's words; what a
filter on `standing` leaves is as many rows as are counted."""
PERIODS: Final = ("Kỳ trước", "Kỳ này")
STATE: Final = ("tiến độ", "ngày hoàn thành", "thời hạn", "ngày đến hạn")
"""What the workbook compares of two periods."""
SEE_WHOLE: Final = f"Nội dung dài được ghi đầy đủ tại trang “{SHEETS['whole']}”."
CONTINUED: Final = f"… (xem tiếp tại trang “{SHEETS['whole']}”)"
NOT_IN_TOTAL: Final = f"“{words.STANDINGS[Standing.DROPPED]}” không tính vào “{words.COUNTS[1]}”."
CHART: Final = "Kết quả thực hiện theo tình trạng"
CHART_AXIS: Final = "Số nội dung, nhiệm vụ"
WHOLE_TITLE: Final = "Toàn văn các nội dung"
WHOLE_TEXT: Final = "Nội dung đầy đủ"
INTRODUCTION: Final = "Lời dẫn"
WHOLE: Final = (TRACKING["number"], TRACKING["title"], "Mục", SHEETS["whole"])


def recorded(to: datetime.datetime) -> str:
    """Up to when the figures were recorded."""
    return f"Số liệu ghi nhận đến {words.moment(to)}."
