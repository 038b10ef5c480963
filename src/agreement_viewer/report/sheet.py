"""What stands on the paper, as texts in their places; only where and how large is left to say.

From here on nothing is reckoned and nothing worded: a writer lays these texts out.
"""

import enum

from agreement_viewer.report import words
from agreement_viewer.report.annex import annexes
from agreement_viewer.report.figures import code_of, figures_digest
from agreement_viewer.report.heading import span, subject
from agreement_viewer.report.outline import outline
from agreement_viewer.report.pictures import pictures_of
from agreement_viewer.report.printable import Texts
from agreement_viewer.report.summary import summary
from agreement_viewer.report.tree import Report


class Form(enum.StrEnum):
    """The official report with its annexes, or the leader's one page."""

    FULL = "full"
    SUMMARY = "summary"


def sheet_of(report: Report, form: Form = Form.FULL) -> dict[str, Texts]:
    """The texts of the whole report."""
    full = form is Form.FULL
    profile = report.profile
    return {
        "form": form.value,
        "governing": profile.governing,
        "issuing": profile.issuing or report.agency,
        "number": words.report_number(profile.suffix),
        "day": words.place_and_day(profile.place),
        "title": "Báo cáo" if full else "Báo cáo tóm tắt",
        "subject": subject(report),
        "span": span(report),
        "addressee": profile.addressee if full else "",
        "grounds": words.grounds(profile.grounds if full else ()),
        "opening": _opening(report) if full else "",
        "blocks": list(outline(report) if full else summary(report)),
        "closing": _closing(report) if full else "",
        "authority": profile.authority,
        "office": profile.office,
        "signer": profile.signer,
        "recipients": words.recipients(profile.recipients),
        "annexes": list(annexes(report)) if full else [],
        "pictures": pictures_of(report, report.years) if full else {},
        "enclosed": words.enclosed(profile.suffix, profile.issuing or report.agency),
        "code": code_of(figures_digest(report)),
    }


def _opening(report: Report) -> str:
    signed = f"{report.programme} (ký kết {words.long(report.signed_on)})"
    agency = report.profile.issuing or report.agency
    reports = f"{agency} báo cáo" if agency else "báo cáo"
    what = f"kết quả thực hiện {report.period.name}" if report.period else "tình hình thực hiện"
    return f"Thực hiện {signed}, {reports} {what} như sau:"


def _closing(report: Report) -> str:
    what = f"kết quả thực hiện {report.programme}"
    if report.period:
        return f"Trên đây là báo cáo {what}, {report.period.name}./."
    return f"Trên đây là báo cáo tình hình thực hiện {report.programme}./."
