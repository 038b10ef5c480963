"""The parts of the Word document, as they were looked at last.

After a change that is meant, renew the files, and read their differences before committing:
RENEW_GOLDEN=1 uv run pytest tests/unit/report/test_word_golden.py
"""

import os
from pathlib import Path

import pytest
from lxml import etree
from unit.report.word_room import filled_report, part, picture

from agreement_viewer.report.sheet import Form
from agreement_viewer.report.word import word_bytes

GOLDEN = Path(__file__).parent / "golden" / "word"
PARTS = (
    "docProps/core.xml",
    "word/document.xml",
    "word/header1.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
)


def readable(xml: bytes) -> str:
    tree = etree.fromstring(xml)
    etree.indent(tree)
    return etree.tostring(tree, encoding="unicode") + "\n"


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("form", Form)
def test_the_parts_are_as_they_were(form: Form, name: str) -> None:
    docx = word_bytes(filled_report(), form, [picture()])
    found = readable(part(docx, name))
    golden = GOLDEN / form / Path(name).name
    if os.environ.get("RENEW_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text("utf-8")
