"""The text of the PDF, line by line, as it was looked at last.

After a change that is meant, renew the files, and read their differences before committing:
RENEW_GOLDEN=1 uv run pytest tests/unit/report/test_pdf_golden.py
"""

import os
from pathlib import Path

import pytest
from unit.report.readers import run
from unit.report.word_room import filled_report

from agreement_viewer.report.sheet import Form
from agreement_viewer.report.typst import Typeset

GOLDEN = Path(__file__).parent / "golden" / "pdf"


@pytest.mark.parametrize("form", Form)
def test_every_line_of_text_is_as_it_was(form: Form, tmp_path: Path) -> None:
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(Typeset(filled_report(), form).pdf())
    found = run("pdftotext", "-raw", pdf, "-").replace("\f", "\n--- page ---\n")
    golden = GOLDEN / f"{form}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text("utf-8")
