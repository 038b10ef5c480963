"""Nothing but Typst: compiles the report's template with ready data, FILE.json to FILE.pdf."""

import json
import sys
from pathlib import Path

import typst

TEMPLATE = Path(__file__).resolve().parents[2] / "resources" / "report" / "report.typ"

given, pdf = map(Path, sys.argv[1:])
typst.Compiler(
    TEMPLATE, font_paths=typst.Fonts(), sys_inputs=json.loads(given.read_bytes())
).compile(output=pdf, format="pdf", pdf_standards=["a-2b", "ua-1"], timestamp=0)
