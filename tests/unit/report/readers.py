"""Programs not ours that read what we wrote."""

import html
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest


def run(program: str, *arguments: object) -> str:
    """What `program` prints. Where it is missing the test is skipped, but never in CI."""
    if shutil.which(program) is None:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing(f"{program} is not installed")
    command = [program, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def office(folder: Path, file: Path, to: str) -> None:
    """Have LibreOffice convert `file`, into `folder`, with settings of its own."""
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", to, "--outdir", folder, file)


def squeezed(text: str) -> str:
    """`text` without white space and case: where lines end, and capitals, are the layout's."""
    return "".join(text.split()).casefold()


def text_below_the_margin(pdf: Path) -> str:
    """All text in the order of writing, page numbers left out, squeezed."""
    crop = ("-r", 72, "-x", 0, "-y", 57, "-W", 842, "-H", 842)
    return squeezed(run("pdftotext", "-raw", *crop, pdf, "-"))


def font_families(pdf: Path) -> set[str]:
    """The embedded families: "ABCDEF+LiberationSerif-Bold" is of "LiberationSerif"."""
    names = [row.split()[0] for row in run("pdffonts", pdf).splitlines()[2:]]
    return {name.partition("+")[2].partition("-")[0] for name in names}


def office_pdf(file: Path) -> Path:
    """`file` as LibreOffice prints it, beside it; in a profile of its own, for one may be open."""
    profile = f"-env:UserInstallation={(file.parent / 'office').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", file.parent, file)
    return file.with_suffix(".pdf")


class Word(NamedTuple):
    """A word on a page, its edges in mm from the page's corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


def words_on(pdf: Path) -> list[Word]:
    """Every word with its place."""
    words, page = [], 0
    for row in run("pdftotext", "-bbox", pdf, "-").splitlines():
        page += row.lstrip().startswith("<page")
        if found := re.fullmatch(
            r'\s*<word xMin="(.*)" yMin="(.*)" xMax="(.*)" yMax="(.*)">(.*)</word>', row
        ):
            *edges, text = found.groups()
            words.append(
                Word(page, html.unescape(text), *(float(edge) * 25.4 / 72 for edge in edges))
            )
    return words
