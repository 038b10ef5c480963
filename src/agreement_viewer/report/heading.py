"""What a report is on, and of which time: the lines below its title."""

from agreement_viewer.report import words
from agreement_viewer.report.tree import Report


def subject(report: Report) -> str:
    """On what it reports."""
    if report.period:
        return f"Kết quả thực hiện {report.programme}, {report.period.name}"
    return f"Tình hình thực hiện {report.programme}"


def span(report: Report) -> str:
    """The days of its period, or up to which day its figures go."""
    if period := report.period:
        return f"(từ {words.long(period.first)} đến {words.long(period.last)})"
    return f"(số liệu ghi nhận đến {words.long(report.recorded_to.date())})"
