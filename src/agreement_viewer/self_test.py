"""`agreement-viewer self-test`: whether everything that the program needs is there and works.

Works in a folder of its own inside the data folder, which is taken away afterwards: what officers
recorded is not touched.
"""

import importlib
import os
import pkgutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import agreement_viewer
from agreement_viewer.desk import Desk, now
from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.office import bundled_agreement, read_agreement_file
from agreement_viewer.report.sheet import Form
from agreement_viewer.reports import report_now
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.verify import verify

FAULT = 1


def self_test(desk: Desk) -> int:
    """Print a line a check; 1 where one failed. A check fails by any exception."""
    with _folder_in(desk.folder.path) as folder:
        checks: dict[str, Callable[[], object]] = {
            translate("SelfTest", "Modules of the program"): _load_modules,
            translate("SelfTest", "Qt and its plugins"): _load_qt,
            translate("SelfTest", "What speaks with a server"): _load_client,
            translate("SelfTest", "The programme that comes along"): _read_agreement,
            translate("SelfTest", "Recording and reading back"): lambda: _record(folder),
            translate("SelfTest", "Backup, read again"): lambda: _back_up(folder),
            translate("SelfTest", "Report as PDF"): lambda: _report(folder, ".pdf", b"%PDF-"),
            translate("SelfTest", "Report as Word"): lambda: _report(folder, ".docx", b"PK"),
            translate("SelfTest", "Report as Excel"): lambda: _report(folder, ".xlsx", b"PK"),
        }
        results = [_passes(name, check) for name, check in checks.items()]
    return 0 if all(results) else FAULT


def _passes(name: str, check: Callable[[], object]) -> bool:
    try:
        check()
    except Exception as fault:  # noqa: BLE001 (to tell of it is what the command is for)
        reason = f"{type(fault).__name__}: {fault}"
        print(translate("SelfTest", "{check}: FAILED: {reason}", check=name, reason=reason))
        return False
    print(translate("SelfTest", "{check}: in order", check=name))
    return True


@contextmanager
def _folder_in(path: Path) -> Iterator[DataFolder]:
    with tempfile.TemporaryDirectory(prefix="self-test-", dir=path) as place:
        folder = DataFolder(Path(place, "data"), Path(place, "keys"))
        try:
            yield folder
        finally:
            folder.close()


def _load_modules() -> None:
    for module in pkgutil.walk_packages(agreement_viewer.__path__, "agreement_viewer."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _load_client() -> None:
    import psycopg

    psycopg.conninfo.make_conninfo(host="localhost", sslmode="verify-full")  # read by libpq itself


def _load_qt() -> None:
    from agreement_viewer.display import missing_display
    from agreement_viewer.ui.plugins import load_plugins

    if missing_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    load_plugins(sys.argv[:1])


def _read_agreement() -> None:
    read_agreement_file(bundled_agreement())


def _record(folder: DataFolder) -> None:
    ledger = folder.ledger(*read_agreement_file(bundled_agreement()))
    item = ledger.agreement.items[0].id
    appended = ledger.append(
        actions.add_task(item, "Đơn vị B"), folder.settings.values.officer, now()
    )
    if ledger.find(appended.changes[-1].id) != appended.changes[-1]:
        raise ValueError("what was recorded is read back otherwise")
    if faults := verify(folder.database):
        raise ValueError(faults[0])


def _back_up(folder: DataFolder) -> None:
    from agreement_viewer.store.backups import BackupFolder

    BackupFolder.of(folder.path).add(folder.path, folder.database.path, now())


def _report(folder: DataFolder, suffix: str, beginning: bytes) -> None:
    from agreement_viewer.report.files import report_bytes

    ledger = folder.ledger(*read_agreement_file(bundled_agreement()))
    report = report_now(ledger, "", now()).report
    if not report_bytes(report, suffix, Form.FULL).startswith(beginning):
        raise ValueError("not a file of its kind")
