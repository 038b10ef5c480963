"""Every schema that was ever released opens in this version and reads as it did."""

import datetime
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from data.freeze import expected
from office import AGREEMENT_FILE, NOW, OFFICER_A

from agreement_viewer.errors import UserError
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.periods import closings
from agreement_viewer.office import read_agreement_file
from agreement_viewer.proof import check
from agreement_viewer.report.figures import code_of
from agreement_viewer.store.backups import BackupFolder
from agreement_viewer.store.drafts import Draft
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.schema import MIGRATIONS
from agreement_viewer.store.verify import verify

DATA = Path(__file__).parents[2] / "data"
VERSIONS = range(1, len(MIGRATIONS) + 1)


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    number: int = request.param
    return number


@pytest.fixture
def place(tmp_path: Path, version: int) -> Path:
    """A data folder as that version left it."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(DATA / f"schema-{version}.sqlite3", folder / "ledger.sqlite3")
    return folder


def told(version: int) -> str:
    return (DATA / f"schema-{version}.json").read_text("utf-8")


def test_it_reads_as_it_did_and_goes_on(place: Path, version: int, tmp_path: Path) -> None:
    for _ in range(2):
        folder = DataFolder(place, tmp_path / "keys")
        ledger = folder.ledger(*read_agreement_file(AGREEMENT_FILE))
        assert expected(ledger) == json.loads(told(version))
        assert verify(folder.database) == []
        assert folder.drafts(ledger.agreement).all() == [Draft("area-6", "note", "đang viết dở")]
        folder.close()
    folder = DataFolder(place, tmp_path / "keys")
    ledger = folder.ledger(*read_agreement_file(AGREEMENT_FILE))
    ledger.append([Edit.set("area-7", "note", "tiếp")], OFFICER_A, NOW)
    assert verify(folder.database) == []
    folder.close()


def test_the_figures_of_its_closed_period_still_hold(place: Path, tmp_path: Path) -> None:
    folder = DataFolder(place, tmp_path / "keys")
    ledger = folder.ledger(*read_agreement_file(AGREEMENT_FILE))
    (closing,) = closings(ledger.heads)
    proof = check(ledger, code_of(closing.frozen.basis.figures), datetime.UTC)
    assert proof
    assert proof.fault == ""
    folder.close()


def test_it_is_backed_up_before_it_is_migrated(place: Path, version: int, tmp_path: Path) -> None:
    before = (DATA / f"schema-{version}.sqlite3").read_bytes()
    DataFolder(place, tmp_path / "keys").close()
    backups = BackupFolder.of(place).all()
    assert bool(backups) == (version < len(MIGRATIONS))
    for backup in backups:
        connection = sqlite3.connect(backup.path)
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)
        connection.close()
        assert backup.held.changes == len(json.loads(told(version))["history"])
    assert (DATA / f"schema-{version}.sqlite3").read_bytes() == before


def test_where_it_cannot_be_backed_up_it_is_not_migrated(
    place: Path, version: int, tmp_path: Path
) -> None:
    (place / "backups").write_bytes(b"a file in its way")
    if version == len(MIGRATIONS):
        DataFolder(place, tmp_path / "keys").close()
        return
    with pytest.raises(UserError, match="backups"):
        DataFolder(place, tmp_path / "keys")
    connection = sqlite3.connect(place / "ledger.sqlite3")
    assert connection.execute("PRAGMA user_version").fetchone() == (version,)
    connection.close()
