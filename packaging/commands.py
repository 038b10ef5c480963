"""Running other programs; what they say is shown only where they fail."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from places import ON_WINDOWS, PREFIX
from steps import BuildError
from wine import variables, windows_path

_SHOWN = 40
"""How many of its last lines are shown of a program that failed."""


def run(
    *command: str | Path, environment: Mapping[str, str] | None = None, code: int | None = 0
) -> str:
    """What a program printed, which must end with this code (None: any). Raises BuildError."""
    name = Path(command[0]).name
    if shutil.which(command[0]) is None:
        raise BuildError(f"{name} is missing: see packaging/README.md for what the build needs.")
    done = subprocess.run(
        [str(part) for part in command],
        env=os.environ | dict(environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    said = done.stdout.decode("utf-8", "replace")
    if code is not None and done.returncode != code:
        shown = " ".join(str(part) for part in command)
        lines = "\n".join(said.splitlines()[-_SHOWN:])
        raise BuildError(f"This ended with {done.returncode}: {shown}\n{lines}")
    return said


def run_windows(*command: str | Path, environment: Mapping[str, str] | None = None) -> str:
    """What a Windows program printed: run through Wine except on Windows. Raises BuildError."""
    own = dict(environment or {})
    if ON_WINDOWS:
        return run(*command, environment=own)
    parts = [windows_path(part) if isinstance(part, Path) else part for part in command[1:]]
    return run("wine", command[0], *parts, environment=variables(PREFIX) | own)
