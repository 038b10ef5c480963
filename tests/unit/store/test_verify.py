"""`verify` finds what was altered, removed or moved, and names the place."""

import sqlite3

import pytest
from office import NOW, OFFICER_A

from agreement_viewer.ledger.edit import Edit
from agreement_viewer.store.database import DamagedFile
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.verify import verify


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for number in range(1, 6):
        ledger.append([Edit.set(f"area-{number}", "note", f"ghi {number}")], OFFICER_A, NOW)
    return ledger


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        ("UPDATE change SET body = replace(body, 'ghi 3', 'ghi 9') WHERE row = 3", "3"),
        ("UPDATE change SET id = replace(id, substr(id, 1, 4), '0000') WHERE row = 2", "2"),
        ("UPDATE change SET seq = 7 WHERE row = 4", "4"),
        ("UPDATE change SET item = 'area-1' WHERE row = 5", "5"),
        ("UPDATE change SET body = 'x' WHERE row = 1", "1"),
    ],
)
def test_an_altered_change_is_found(
    folder: DataFolder, filled: Ledger, damage: str, named: str
) -> None:
    assert verify(folder.database) == []
    tamper(folder, damage)
    faults = verify(folder.database)
    assert faults
    assert f"Row {named}" in faults[0]


def test_a_removed_change_is_found(folder: DataFolder, filled: Ledger) -> None:
    (gone,) = folder.database.connection.execute("SELECT id FROM change WHERE row = 3").fetchone()
    tamper(folder, "DELETE FROM change WHERE row = 3")
    faults = verify(folder.database)
    assert any(gone[:12] in fault for fault in faults)


def test_a_cut_off_tail_is_found(folder: DataFolder, filled: Ledger) -> None:
    tamper(folder, "DELETE FROM change WHERE row = 5")
    assert any("5" in fault for fault in verify(folder.database))


def tamper(folder: DataFolder, statement: str) -> None:
    """What somebody with the file and the sqlite3 shell can do."""
    shell = sqlite3.connect(folder.database.path, isolation_level=None)
    triggers = shell.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall()
    for name, _sql in triggers:
        shell.execute(f"DROP TRIGGER {name}")
    shell.execute(statement)
    for _name, sql in triggers:
        shell.execute(sql)
    shell.close()


def test_a_row_that_holds_no_text_is_an_altered_one(folder: DataFolder, filled: Ledger) -> None:
    """As a damaged page may leave it, whatever the schema says."""
    shell = sqlite3.connect(folder.database.path, isolation_level=None)
    shell.execute("PRAGMA writable_schema = ON")
    shell.execute("UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'change'")
    shell.close()
    tamper(folder, "UPDATE change SET body = x'05' WHERE row = 3")
    tamper(folder, "UPDATE change SET id = x'00' WHERE row = 4")
    again = DataFolder(folder.path, folder.path.parent / "keys")
    assert [fault[:6] for fault in verify(again.database)][:2] == ["Row 3:", "Row 4:"]
    with pytest.raises(DamagedFile):
        list(again.ledger(filled.agreement, filled.agreement_file).changes())
    again.close()
