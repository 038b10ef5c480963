"""A few of each of the faults of `faults.py`; the full runs stand in README.md with their day."""

import importlib
import re
from pathlib import Path

import pytest
from e2e.desktop import missing_tools

FEW = {"kill": 3, "damage": 28, "disk": 8, "fuzz": 300, "office": 400}


@pytest.mark.parametrize("name", FEW)
def test_a_few_of(name: str, tmp_path: Path) -> None:
    if name == "kill" and (missing := missing_tools()):
        pytest.skip(f"needs {', '.join(missing)}: see tests/e2e/README.md")
    figures = list(importlib.import_module(f"e2e.faults_{name}").run(FEW[name], tmp_path, 1))
    assert re.search(r"\d", figures[0])
