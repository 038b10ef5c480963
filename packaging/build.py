"""Makes the Windows program and its installer, on Linux through Wine or on Windows itself.

    python3 packaging/build.py

Standard library only. What the build needs besides is told in packaging/README.md.
"""

import sys

from freeze import DRAWING, SPECIFICATION, draw_icon, freeze
from interpreter import PINNED, ROOT_CERTIFICATE, unpack_interpreter
from packages import PACKAGES, PROGRAM_PINS, TOOL_PINS, install_packages
from places import EXECUTABLES, FROZEN, ICON, ON_WINDOWS, PACKAGING, PREFIX, PYTHON, ROOT
from steps import BuildError, Step, carry_out
from wine import STUBS, make_prefix


def steps() -> list[Step]:
    """All steps, in order."""
    here = PACKAGING
    wine = Step("Wine", lambda: make_prefix(PREFIX), [here / "wine.py", STUBS], [PREFIX])
    return [
        Step(
            "interpreter",
            unpack_interpreter,
            [here / "interpreter.py", PINNED, ROOT_CERTIFICATE],
            [PYTHON],
        ),
        Step(
            "packages", install_packages, [here / "packages.py", PROGRAM_PINS, TOOL_PINS], [PACKAGES]
        ),
        *([] if ON_WINDOWS else [wine]),
        Step("icon", draw_icon, [here / "icon.py", DRAWING], [ICON]),
        Step(
            "program",
            freeze,
            [
                *(ROOT / "src", ROOT / "resources", SPECIFICATION),
                *(here / "freeze.py", here / "start.py", here / "agreement-viewer.manifest"),
            ],
            [FROZEN / name for name in EXECUTABLES],
        ),
    ]


def main() -> int:
    """Carry out all steps; the exit code."""
    try:
        carry_out(steps())
    except BuildError as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
