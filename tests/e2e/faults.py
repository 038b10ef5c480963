"""What an office PC can do to the data, many times over: `uv run python tests/e2e/faults.py NAME`.

Each name is a module `faults_NAME.py` whose `run` yields its figures and fails at the first that
should not be. CI runs a few of each (test_faults.py); full runs stand in README.md with their day.
"""

import argparse
import importlib
import sys
import tempfile
import time
from pathlib import Path

if __package__ in (None, ""):
    sys.path[0] = str(Path(__file__).parents[1])

NAMES = ("kill", "damage", "disk", "fuzz", "office")


def main() -> None:
    """Run one of them in a folder that is taken away afterwards."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--n", type=int, help="how many; as many as a full run without it")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    module = importlib.import_module(f"e2e.faults_{options.name}")
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="faults-") as place:
        for line in module.run(options.n or module.FULL, Path(place), options.seed):
            print(line, flush=True)
    print(f"{time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
