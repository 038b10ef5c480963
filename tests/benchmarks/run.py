"""What the program costs, beside what it is compared with: `uv run python tests/benchmarks/run.py`.

Name parts to run only them (`run.py a c`); `--quick` shows that all works, with figures to forget.
"""

import argparse
import importlib
import os
import sys
import tempfile
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))

from benchmarks.measuring import HEAD
from e2e.desktop import Desktop

PARTS: Final = {
    "a": "starting",
    "b": "ticking",
    "c": "opening",
    "d": "filling",
    "e": "reporting",
    "f": "packaged",
    "g": "merging",
    "h": "exchanging",
}
OUT: Final = Path(__file__).resolve().parents[1] / "out"
"""Not /tmp, which may be memory: what is measured is a disk."""


def main() -> None:
    """Print the table of the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="which parts; all if none")
    parser.add_argument("--quick", action="store_true", help="few runs, small ledgers")
    options = parser.parse_args()
    lines = []
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=OUT) as folder, Desktop() as desktop:
        os.environ |= {"DISPLAY": desktop.display, "XDG_RUNTIME_DIR": folder, "LC_ALL": "C.UTF-8"}
        for part in sorted(options.parts or PARTS):  # (a) first: Qt in this process would be shared
            measure = importlib.import_module(f"benchmarks.{PARTS[part]}").measure
            (own := Path(folder, part)).mkdir()
            lines += [f"{line}" for line in measure(own, options.quick)]
    print(HEAD, *lines, sep="\n")
    sys.exit(any("missed" in line for line in lines))


if __name__ == "__main__":
    main()
