"""Steps of the build, one after the other; one whose inputs have not changed is skipped.

A step's key is the hash of its inputs and of the key before it, so that whatever changes makes
everything after it anew. The key of the last time lies beside the build.
"""

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from places import BUILD, ROOT


class BuildError(Exception):
    """What keeps the build from going on, in a sentence."""


@dataclass(frozen=True)
class Step:
    """One step: `work` makes `outputs` out of `inputs` (files, or folders with all their files)."""

    name: str
    work: Callable[[], object]
    inputs: Sequence[Path]
    outputs: Sequence[Path]
    options: str = ""
    """What else decides about the outcome."""


def carry_out(steps: Iterable[Step]) -> None:
    """Do what is not done yet, with a line a step. Raises BuildError."""
    key = ""
    for step in steps:
        key = _key(step, key)
        stamp = BUILD / "stamps" / step.name.replace(" ", "-")
        if _is_done(step, stamp, key):
            print(f"  {step.name}: unchanged", flush=True)
            continue
        print(f"  {step.name} …", end="", flush=True)
        stamp.unlink(missing_ok=True)
        began = time.monotonic()
        try:
            step.work()
        except BuildError:
            print(" failed", flush=True)
            raise
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(key, "ascii")
        print(f" {time.monotonic() - began:.0f} s", flush=True)


def _is_done(step: Step, stamp: Path, key: str) -> bool:
    made = stamp.is_file() and all(path.exists() for path in step.outputs)
    return made and stamp.read_text("ascii") == key


def _key(step: Step, before: str) -> str:
    digest = hashlib.sha256(f"{before}\n{step.name}\n{step.options}\n".encode())
    for file in files_in(step.inputs):
        digest.update(f"{file.relative_to(ROOT).as_posix()}\n".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files among these paths and in these folders, in a fixed order."""
    found: set[Path] = set()
    for path in paths:
        found.update(path.rglob("*") if path.is_dir() else [path])
    return sorted(file for file in found if file.is_file() and "__pycache__" not in file.parts)


def digest_of(file: Path) -> str:
    """The SHA-256 of a file, as 64 hexadecimal digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
