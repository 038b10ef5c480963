"""Keep the translations in step: `uv run python resources/translations/build.py [--check]`.

Refreshes agreement_viewer_vi.ts from the `translate` calls under src/ and compiles qtbase_vi.ts,
the Vietnamese of Qt's own texts, which Qt itself does not ship. With `--check` nothing is written.
Exits 1 when an entry lacks its translation and, checking, when a file is out of date.

Qt's lupdate overlooks Python calls with keyword arguments, and such are all our texts with {names}.
So the calls are found here and handed to lupdate as C++, where a JSON string is a literal. Merging,
reusing the translation of a similar text and marking what vanished stay lupdate's work.
"""

import argparse
import ast
import json
import re
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Final

HERE: Final = Path(__file__).resolve().parent
SOURCE: Final = HERE.parents[1] / "src"
OURS: Final = HERE / "agreement_viewer_vi.ts"
QT: Final = HERE / "qtbase_vi.ts"


def main() -> int:
    """Write, or with `--check` only compare, what the tools make now; name every fault."""
    parser = argparse.ArgumentParser(description="Refresh and compile the translations.")
    parser.add_argument("--check", action="store_true", help="write nothing, only report")
    check: bool = parser.parse_args().check
    wanted = {OURS: refreshed(OURS), QT.with_suffix(".qm"): compiled(QT)}
    faults = []
    for path, content in wanted.items():
        if path.is_file() and path.read_bytes() == content:
            continue
        if check:
            faults.append(f"{path.name}: out of date, run {Path(__file__).name}")
        else:
            path.write_bytes(content)
    for catalogue in (OURS, QT):
        faults += untranslated(catalogue)
    print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
    return 1 if faults else 0


def texts_in(source: Path) -> Iterator[tuple[str, str]]:
    """Context and text of every `translate` call in a file; exits at one that computes them."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"), str(source))):
        if not isinstance(node, ast.Call) or not is_translate(node.func):
            continue
        match node.args:
            case [ast.Constant(value=str(context)), ast.Constant(value=str(text))]:
                yield context, text
            case _:
                place = f"{source.relative_to(SOURCE.parent)}:{node.lineno}"
                sys.exit(f"{place}: translate needs its context and its text as two literals")


def is_translate(function: ast.expr) -> bool:
    """Whether a call is to our `translate`, imported by name or reached as `i18n.translate`."""
    match function:
        case ast.Name(id="translate"):
            return True
        case ast.Attribute(value=ast.Name(id="i18n"), attr="translate"):
            return True
    return False


def refreshed(catalogue: Path) -> bytes:
    """The catalogue as lupdate merges it with the source: no line numbers, sorted by text."""
    calls = sorted({call for file in SOURCE.rglob("*.py") for call in texts_in(file)})
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder, "texts.cpp")
        lines = [f"translate({literal(context)}, {literal(text)});" for context, text in calls]
        listing.write_text("\n".join(lines), encoding="utf-8")
        merged = Path(folder, catalogue.name)
        if catalogue.is_file():
            merged.write_bytes(catalogue.read_bytes())
        run("lupdate", "-locations", "none", "-sort-messages", str(listing), "-ts", str(merged))
        return merged.read_bytes()


def literal(text: str) -> str:
    """The text as C++ writes it."""
    return json.dumps(text, ensure_ascii=False)


def compiled(catalogue: Path) -> bytes:
    """The catalogue as QTranslator loads it."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder, "compiled.qm")
        run("lrelease", str(catalogue), "-qm", str(result))
        return result.read_bytes()


def run(tool: str, *arguments: str) -> None:
    """Run one of PySide6's Linguist tools, quiet unless it fails."""
    program = which(f"pyside6-{tool}", path=sysconfig.get_path("scripts"))
    if program is None:
        sys.exit(f"pyside6-{tool} not found beside {sys.executable}: run this with uv run")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{done.stdout}{done.stderr}".strip())


def untranslated(catalogue: Path) -> Iterator[str]:
    """A sentence on every live entry that has no finished translation, or not a faithful one."""
    if not catalogue.is_file():
        return
    for message in ET.parse(catalogue).iter("message"):
        source = message.findtext("source", "")
        text = message.findtext("translation", "")
        state = message.find("translation[@type]")
        kind = "finished" if state is None else state.get("type")
        if kind in ("vanished", "obsolete"):
            continue
        if kind != "finished" or not text:
            yield f"{catalogue.name}: {source!r} has no finished translation"
        elif fixed_parts(source) != fixed_parts(text):
            yield f"{catalogue.name}: {text!r} lost or gained a fixed part of {source!r}"


def fixed_parts(text: str) -> tuple[set[str], bool, str, str]:
    """What a translation keeps: {names} and %1 to fill in, a mnemonic, the spaces at both ends."""
    places = set(re.findall(r"\{\w+|%n|%\d+", text))
    mnemonic = re.search(r"&\w", text) is not None
    return places, mnemonic, text[: -len(text.lstrip())], text[len(text.rstrip()) :]


if __name__ == "__main__":
    sys.exit(main())
