"""The file: what was saved is there, whoever opens it, and nobody can take it out again."""

import contextlib
import datetime
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from office import NOW, OFFICER_A, OFFICER_B, TODAY

from agreement_viewer.agreement import Agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Checklist, Entry
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.status import Status
from agreement_viewer.store.database import StoreError
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.schema import NewerFile
from agreement_viewer.store.verify import verify


def entry(ledger: Ledger, id: str) -> Entry:
    found = Checklist(ledger.agreement, ledger.heads).entry(id)
    assert found is not None
    return found


def heads(ledger: Ledger) -> set[str]:
    return {head.id for head in ledger.heads}


def note(ledger: Ledger, text: str) -> None:
    ledger.append(actions.set_field(entry(ledger, "area-1"), "note", text), OFFICER_A, NOW)


def test_tomorrow_everything_is_there_again(
    tmp_path: Path, agreement: Agreement, agreement_bytes: bytes
) -> None:
    place = tmp_path / "Dữ liệu chương trình", tmp_path / "keys"
    first = DataFolder(*place)
    ledger = first.ledger(agreement, agreement_bytes)
    ledger.append(actions.set_status(entry(ledger, "area-2"), Status.DONE, TODAY), OFFICER_A, NOW)
    ledger.append(actions.add_task("area-2", "Một"), OFFICER_B, NOW)
    first.close()
    second = DataFolder(*place)
    again = second.ledger(agreement, agreement_bytes)
    assert heads(again) == heads(ledger)
    assert entry(again, "area-2").status is Status.DONE
    assert [c.by for c in again.history()] == [OFFICER_B] * 2 + [OFFICER_A] * 2
    assert again.writer == ledger.writer
    assert verify(second.database) == []
    second.close()


def test_a_plain_sqlite_shell_can_read_but_not_change_it(
    folder: DataFolder, ledger: Ledger
) -> None:
    note(ledger, "Đã họp")
    shell = sqlite3.connect(folder.database.path)
    (row,) = shell.execute("SELECT id, writer, seq, body FROM change").fetchall()
    assert row[1:3] == (ledger.writer, 1)
    assert '"value":"Đã họp"' in row[3]
    for statement in (
        "UPDATE change SET body = ''",
        "DELETE FROM change",
        "INSERT OR REPLACE INTO change SELECT * FROM change",
        (
            "INSERT OR REPLACE INTO change (id, agreement, writer, seq, item, body)"
            " SELECT id, agreement, writer, seq, item, '' FROM change"
        ),
        (
            "REPLACE INTO change (row, id, agreement, writer, seq, item, body)"
            " VALUES (1, 'x', 'x', 'x', 1, 'x', 'x')"
        ),
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            shell.execute(statement)
    shell.close()


def test_two_windows_on_one_file_see_each_others_work(
    folder: DataFolder, ledger: Ledger, agreement: Agreement, agreement_bytes: bytes
) -> None:
    other_folder = DataFolder(folder.path, folder.path.parent / "keys")
    other = other_folder.ledger(agreement, agreement_bytes)
    assert other.writer == ledger.writer
    note(ledger, "một")
    other.append([Edit.set("area-2", "note", "hai")], OFFICER_B, NOW)
    note(ledger, "ba")
    assert ledger.refresh() == {"area-2"}
    assert other.refresh() >= {"area-1"}
    assert heads(ledger) == heads(other)
    assert [c.seq for c in ledger.changes()] == [1, 2, 3]
    assert verify(folder.database) == []
    other_folder.close()


def test_what_the_panel_did_not_show_is_not_replaced(
    folder: DataFolder, ledger: Ledger, agreement: Agreement, agreement_bytes: bytes
) -> None:
    other_folder = DataFolder(folder.path, folder.path.parent / "keys")
    other = other_folder.ledger(agreement, agreement_bytes)
    shown = entry(ledger, "area-1")
    other.append([Edit.set("area-1", "note", "của bên kia")], OFFICER_B, NOW)
    ledger.append(actions.set_field(shown, "note", "của bên này"), OFFICER_A, NOW)
    ledger.refresh()
    assert entry(ledger, "area-1").differences() == ["note"]
    other_folder.close()


def test_an_action_is_recorded_whole_or_not_at_all(folder: DataFolder, ledger: Ledger) -> None:
    blocker = sqlite3.connect(folder.database.path, isolation_level=None)
    folder.database.connection.execute("PRAGMA busy_timeout = 1")
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError):
        ledger.append(actions.add_task("area-1", "Một"), OFFICER_A, NOW)
    assert not heads(ledger)
    blocker.execute("ROLLBACK")
    ledger.append(actions.add_task("area-1", "Một"), OFFICER_A, NOW)
    assert blocker.execute("SELECT count(*) FROM change").fetchone() == (2,)
    blocker.close()


def test_each_programme_has_its_own_checklist(
    folder: DataFolder, ledger: Ledger, agreement: Agreement, agreement_bytes: bytes
) -> None:
    from agreement_viewer.agreement import read_agreement

    data = agreement_bytes.replace(b'id = "can-tho-2021-2025"', b'id = "khac-2026-2030"')
    other = folder.ledger(read_agreement(data, "khac.toml"), data)
    note(ledger, "một")
    note(other, "hai")
    assert entry(ledger, "area-1").cell("note").value == "một"
    assert entry(other, "area-1").cell("note").value == "hai"
    assert [c.seq for c in [*ledger.changes(), *other.changes()]] == [1, 1]
    assert verify(folder.database) == []


def test_changed_wording_is_noticed_and_ids_keep_their_first(
    folder: DataFolder, ledger: Ledger, agreement_bytes: bytes
) -> None:
    from agreement_viewer.agreement import read_agreement

    assert ledger.reworded == frozenset()
    data = agreement_bytes.replace("an ninh, trật tự".encode(), "an ninh, trật tự khác".encode())
    assert folder.ledger(read_agreement(data, "x.toml"), data).reworded == {"area-4"}
    assert folder.ledger(read_agreement(agreement_bytes, "x.toml"), agreement_bytes).reworded == (
        frozenset()
    )


def test_a_newer_file_is_refused_and_left_alone(folder: DataFolder) -> None:
    folder.database.connection.execute("PRAGMA user_version = 999")
    before = folder.database.path.read_bytes()
    with pytest.raises(NewerFile):
        DataFolder(folder.path, folder.path.parent / "keys")
    assert folder.database.path.read_bytes() == before


def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "ledger.sqlite3"
    path.parent.mkdir()
    path.write_bytes(b"this was never a database, whatever its name says" * 50)
    before = path.read_bytes()
    with pytest.raises(StoreError):
        DataFolder(tmp_path / "data", tmp_path / "keys")
    assert path.read_bytes() == before


def test_an_older_copy_in_its_place_is_reported_and_gets_a_new_writer(
    folder: DataFolder, ledger: Ledger, agreement: Agreement, agreement_bytes: bytes, tmp_path: Path
) -> None:
    note(ledger, "một")
    folder.database.connection.execute("VACUUM INTO ?", (str(tmp_path / "older.sqlite3"),))
    note(ledger, "hai")
    folder.close()
    for name in ("ledger.sqlite3", "ledger.sqlite3-wal", "ledger.sqlite3-shm"):
        (folder.path / name).unlink(missing_ok=True)
    (tmp_path / "older.sqlite3").rename(folder.path / "ledger.sqlite3")
    again = DataFolder(folder.path, tmp_path / "keys")
    restored = again.ledger(agreement, agreement_bytes)
    assert restored.lost is not None
    assert restored.lost.seq == 2
    assert restored.writer != ledger.writer
    assert any("2" in fault for fault in verify(again.database))
    note(restored, "ba")
    assert {change.seq for change in restored.changes()} == {1}
    again.close()


def test_a_copied_folder_writes_under_its_own_key(
    folder: DataFolder, ledger: Ledger, agreement: Agreement, agreement_bytes: bytes, tmp_path: Path
) -> None:
    note(ledger, "một")
    folder.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "ledger.sqlite3").write_bytes(folder.database.path.read_bytes())
    other = DataFolder(copy, tmp_path / "keys")
    assert other.ledger(agreement, agreement_bytes).writer != ledger.writer
    assert not any(path.suffix == ".key" for path in folder.path.rglob("*"))
    other.close()


def test_a_clock_set_back_changes_no_order(folder: DataFolder, ledger: Ledger) -> None:
    note(ledger, "một")
    year_ago = NOW - datetime.timedelta(days=366)
    ledger.append(actions.set_field(entry(ledger, "area-1"), "note", "hai"), OFFICER_A, year_ago)
    assert entry(ledger, "area-1").cell("note").value == "hai"
    assert [c.value for c in ledger.history(["area-1"])] == ["hai", "một"]
    assert verify(folder.database) == []


def test_a_checkpoint_takes_the_log_into_the_file(folder: DataFolder, ledger: Ledger) -> None:
    ledger.append(actions.add_task("area-1", "Việc A"), OFFICER_A, NOW)
    path = folder.database.path
    ledger.checkpoint()
    plain = path.with_name("copy.sqlite3")
    plain.write_bytes(path.read_bytes())  # without its log
    with contextlib.closing(sqlite3.connect(plain)) as connection:
        assert connection.execute("SELECT count(*) FROM change").fetchone() == (2,)


def test_a_disk_that_was_full_for_a_moment_keeps_the_action(
    folder: DataFolder, ledger: Ledger
) -> None:
    note(ledger, "một")
    full = folder.database.connection  # is left for a new one, which has no limit
    full.execute(f"PRAGMA max_page_count = {full.execute('PRAGMA page_count').fetchone()[0]}")
    note(ledger, "hai" * 10_000)
    assert folder.database.connection is not full
    note(ledger, "ba")
    assert [c.seq for c in ledger.changes()] == [1, 2, 3]
    assert verify(folder.database) == []


def test_a_connection_beside_takes_no_locks_from_the_one_that_was_there(
    folder: DataFolder, ledger: Ledger, agreement: Agreement
) -> None:
    """Else another process, ending, takes the log away and what is saved later is lost."""
    with ledger.aside() as aside:
        assert aside.heads
    other = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        "c.execute('BEGIN IMMEDIATE'); c.execute(\"INSERT INTO meta VALUES ('other', 'x')\");"
        "c.execute('COMMIT'); c.close()"
    )
    path = folder.database.path
    subprocess.run([sys.executable, "-c", other, path], check=True)
    assert path.with_name(f"{path.name}-wal").exists()
    ledger.append(actions.add_task("area-1", "Việc A"), OFFICER_A, NOW)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM change").fetchone() == (2,)
        assert connection.execute("SELECT value FROM meta WHERE name = 'other'").fetchone()
