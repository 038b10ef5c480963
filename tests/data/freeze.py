"""Makes the frozen ledger of today's schema: once a version.

    PYTHONPATH=tests uv run python tests/data/freeze.py

A file that was released is never made anew: it stands for what lies on officers' computers.
"""

import contextlib
import datetime
import sqlite3
import tempfile
from pathlib import Path
from typing import Any, Final

import msgspec
from office import AGREEMENT_FILE, NOW, OFFICER_A, OFFICER_B, TODAY

from agreement_viewer.closing import freeze
from agreement_viewer.issuing import printed
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Checklist, Entry
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import parse_deadline
from agreement_viewer.ledger.periods import Period, PeriodKind, close, record_print
from agreement_viewer.ledger.records import OwnTexts, Profile, record_profile
from agreement_viewer.ledger.status import Status
from agreement_viewer.listing import to_history, to_list
from agreement_viewer.office import read_agreement_file
from agreement_viewer.report.sheet import Form
from agreement_viewer.reports import report_now
from agreement_viewer.store.drafts import Draft
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.schema import MIGRATIONS

HERE: Final = Path(__file__).parent


def record(folder: DataFolder, ledger: Ledger) -> None:
    """What an office records in a year, in little."""

    def entry(id: str) -> Entry:
        found = Checklist(ledger.agreement, ledger.heads).entry(id)
        assert found is not None
        return found

    append, day = ledger.append, datetime.timedelta(days=1)
    append(actions.set_status(entry("area-1"), Status.DONE, TODAY), OFFICER_A, NOW)
    append(actions.set_status(entry("area-2"), Status.IN_PROGRESS, TODAY), OFFICER_B, NOW)
    deadline = parse_deadline("quý IV/2025")
    append(actions.set_field(entry("area-2"), "deadline", deadline), OFFICER_A, NOW)
    append(actions.set_field(entry("area-2"), "lead", "Đơn vị B"), OFFICER_A, NOW)
    append(actions.set_field(entry("area-3"), "result", "Đã họp\nhai lần"), OFFICER_B, NOW)
    first = append(actions.add_task("area-2", "Nhiệm vụ A"), OFFICER_A, NOW).changes[0].id
    second = append(actions.add_task("area-2", "Nhiệm vụ B"), OFFICER_A, NOW).changes[0].id
    append(actions.set_status(entry(first), Status.DONE, TODAY), OFFICER_A, NOW)
    append(actions.withdraw(entry(second)), OFFICER_B, NOW)
    file = folder.evidence.keep(b"%PDF-1.7", "Công văn.pdf")
    document = {"number": "01/KH", "issued_on": TODAY, "subject": "Kế hoạch", "file": file}
    append(actions.add_evidence("area-1", document), OFFICER_A, NOW)
    for text in ("của bên này", "của bên kia"):  # neither knew of the other
        append([Edit.set("area-4", "note", text)], OFFICER_A, NOW)
    period = Period("Quý III/2025", PeriodKind.QUARTER, TODAY - 90 * day, TODAY - day)
    frozen = freeze(ledger, folder.evidence, OFFICER_A.unit, period, NOW)
    append([close(frozen)], OFFICER_A, NOW)
    made = report_now(ledger, OFFICER_A.unit, NOW + day)
    append([record_print(ledger.heads, printed(made, Form.FULL, ".pdf"))], OFFICER_A, NOW + day)
    append([Edit("approve", "area-5", "approval", {"level": 1})], OFFICER_B, NOW)
    append([Edit.set("area-5", "risk", {"unheard": "of"})], OFFICER_B, NOW)
    profile = Profile(issuing="Đơn vị B", signer="Cán bộ A")
    texts = OwnTexts(plan="Kế hoạch quý tới")
    recorded = record_profile(ledger.heads, ledger.agreement, OFFICER_A.unit, profile, texts)
    append(recorded, OFFICER_A, NOW + day)
    secret = append([Edit.set("area-5", "note", "nội dung mật")], OFFICER_A, NOW + day).changes
    ledger.redact(secret, "Nhập nhầm", OFFICER_B, NOW + day)
    folder.drafts(ledger.agreement).keep(Draft("area-6", "note", "đang viết dở"))


def expected(ledger: Ledger) -> dict[str, Any]:
    """What every later version must read out of the file."""
    checklist = Checklist(ledger.agreement, ledger.heads)
    told = {
        "list": to_list(checklist.entries(), TODAY),
        "history": to_history(sorted(ledger.history(), key=lambda change: change.order)),
    }
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(told))
    return plain


def main() -> None:
    """Write the database and what it holds."""
    target = HERE / f"schema-{len(MIGRATIONS)}.sqlite3"
    if target.exists():
        raise SystemExit(f"{target.name} is frozen")
    with tempfile.TemporaryDirectory() as place:
        folder = DataFolder(Path(place, "data"), Path(place, "keys"))
        ledger = folder.ledger(*read_agreement_file(AGREEMENT_FILE))
        record(folder, ledger)
        told = msgspec.json.format(msgspec.json.encode(expected(ledger)), indent=1)
        target.with_suffix(".json").write_bytes(told + b"\n")
        folder.close()
        with contextlib.closing(sqlite3.connect(folder.database.path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        target.write_bytes(folder.database.path.read_bytes())


if __name__ == "__main__":
    main()
