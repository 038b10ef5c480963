"""(e) The PDF of a thousand tasks, beside bare Typst on the same pages and beside LibreOffice."""

import datetime
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import msgspec
from benchmarks.measuring import Line, alternate, milliseconds, seconds
from e2e.program import Program

from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import TASK, TITLE
from agreement_viewer.office import bundled_agreement, read_agreement_file
from agreement_viewer.report.typst import Typeset
from agreement_viewer.reports import report_now
from agreement_viewer.store.files import DataFolder

BARE: Final = Path(__file__).with_name("bare_typst.py")
OFFICER: Final = By("Cán bộ A", "skhcn")
STATUSES: Final = ("not_started", "in_progress", "done", "paused", "dropped")
BARE_BOUND: Final = 1.3
OFFICE_BOUND: Final = 0.2
"""A fifth of LibreOffice's time."""


def measure(folder: Path, quick: bool) -> list[Line]:
    """Whole processes, warm, each from the start until the PDF is on the disk."""
    count = 100 if quick else 1_000
    program = Program(folder)
    # Compiled modules are kept as on any user's machine, whatever the environment here says.
    program.environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    variables = program.variables()
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    program.say("list")
    given, document = fill(program, count), folder / "report.docx"
    program.say("report", "-o", document)

    def process(*command: object) -> Callable[[], float]:
        return lambda: seconds(lambda: run([str(part) for part in command], variables))

    report = ("--data-dir", program.data_dir, "report", "-o", folder / "ours.pdf")
    ours = process(*program.command(*report))
    bare = process(sys.executable, BARE, given, folder / "bare.pdf")
    office = process(
        *("soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"),
        *("--convert-to", "pdf", "--outdir", folder, document),
    )
    beside_typst = alternate(ours, bare, 1 if quick else 9)
    beside_office = alternate(ours, office, 1 if quick else 3)
    what = f"PDF of {count:,} tasks, whole process, beside"
    return [
        line(f"{what} bare Typst with ready data", beside_typst, BARE_BOUND),
        line(f"{what} LibreOffice from our DOCX", beside_office, OFFICE_BOUND),
    ]


def line(what: str, times: tuple[float, float], bound: float) -> Line:
    """A line of the table, from the seconds of ours and theirs."""
    ours, theirs = times
    return Line(what, milliseconds(ours), milliseconds(theirs), ours / theirs, bound)


def run(command: Sequence[str], variables: dict[str, str]) -> None:
    """Run a program that must succeed."""
    subprocess.run(command, env=variables, capture_output=True, check=True)


def fill(program: Program, count: int) -> Path:
    """Record tasks of every status, with what a report tells of each; their data for Typst."""
    at = datetime.datetime.now().astimezone()
    data = DataFolder(program.data_dir, program.home / "keys")
    ledger = data.ledger(*read_agreement_file(bundled_agreement()))
    items = [item.id for item in ledger.agreement.items]
    edits: list[Edit] = []
    for number in range(count):
        task = Edit.create(items[number % len(items)], TASK)
        values = {
            TITLE: f"Nhiệm vụ {number}: xây dựng kế hoạch phối hợp, tổ chức hội nghị sơ kết",
            "status": STATUSES[number % len(STATUSES)],
            "lead": "Đơn vị B",
            "result": f"Đã phối hợp xây dựng kế hoạch và triển khai, lần {number % 10}",
        }
        edits += [task, *(Edit.set(task, name, value) for name, value in values.items())]
    ledger.append(edits, OFFICER, at)
    given = program.home / "given.json"
    given.write_bytes(msgspec.json.encode(Typeset(report_now(ledger, "", at).report).given))
    data.close()
    return given
