"""Restoring: everything of the backup comes back, nothing that is here goes, under a new writer."""

import datetime
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from office import NOW, OFFICER_A

from agreement_viewer.agreement import Agreement
from agreement_viewer.errors import UserError
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.restoring_words import summary
from agreement_viewer.store.archive import write_archive
from agreement_viewer.store.backups import BackupFolder, back_up
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.restoring import look, restore
from agreement_viewer.store.soundness import Unsound
from agreement_viewer.store.verify import verify

LATER = NOW + datetime.timedelta(minutes=1)


@pytest.fixture(params=["folder", "file"])
def backup(
    request: pytest.FixtureRequest, folder: DataFolder, ledger: Ledger, tmp_path: Path
) -> Path:
    """A backup of one change and one document, of either form, at another place."""
    source = tmp_path / "Công văn.pdf"
    source.write_bytes(b"%PDF-1")
    file = folder.evidence.copy_in(source)
    ledger.append([Edit.set("area-1", "note", f"một {file.sha256}")], OFFICER_A, NOW)
    if request.param == "file":
        path = tmp_path / "Sao lưu.zip"
        write_archive(path, folder.path, folder.database.path)
        return path
    made, _ = back_up(folder.path, folder.database.path, "", NOW)
    moved = folder.path.rename(tmp_path / "USB")
    return moved / "backups" / made.path.name


@pytest.fixture
def other(backup: Path, tmp_path: Path) -> Iterator[DataFolder]:
    """Another computer's data folder, in which work was done since."""
    opened = DataFolder(tmp_path / "other", tmp_path / "keys")
    yield opened
    opened.close()


@pytest.fixture
def its_ledger(other: DataFolder, agreement: Agreement, agreement_bytes: bytes) -> Ledger:
    opened = other.ledger(agreement, agreement_bytes)
    opened.append([Edit.set("area-1", "note", "hai")], OFFICER_A, LATER)
    return opened


def notes(ledger: Ledger) -> list[object]:
    entry = Checklist(ledger.agreement, ledger.heads).entry("area-1")
    assert entry
    return sorted(str(head.value)[:3] for head in entry.cell("note").heads)


def documents(folder: DataFolder) -> list[bytes]:
    return [path.read_bytes() for path in folder.path.glob("evidence/*/*")]


def test_what_it_would_bring_is_told_and_nothing_changed(
    backup: Path, other: DataFolder, its_ledger: Ledger
) -> None:
    told = look(backup, other.path, other.database.path)
    assert (told.contents.changes, told.arrival.new, told.documents) == (1, 1, 1)
    assert told.arrival.outcome.differences == ((its_ledger.agreement.id, "area-1", "note"),)
    assert told.arrival.by == {OFFICER_A: 1}
    assert its_ledger.refresh() == frozenset()
    assert documents(other) == []
    assert BackupFolder.of(other.path).all() == []
    assert {path.name for path in other.path.iterdir() if path.name.startswith(".")} == set()


def test_it_comes_back_beside_what_is_here(
    backup: Path, other: DataFolder, its_ledger: Ledger
) -> None:
    before = its_ledger.writer
    restored = restore(backup, other.path, other.database.path, LATER)
    its_ledger.go_on_as(other.renew_writer())
    assert restored.arrival.new == 1
    assert its_ledger.refresh() == {"area-1"}
    assert notes(its_ledger) == ["hai", "một"]
    assert documents(other) == [b"%PDF-1"]
    its_ledger.append([Edit.set("area-2", "note", "ba")], OFFICER_A, LATER)
    assert its_ledger.history(["area-2"])[0].writer not in (before, *restored.arrival.by)
    assert its_ledger.history(["area-2"])[0].seq == 1
    assert verify(other.database) == []
    again = look(backup, other.path, other.database.path)
    assert again.is_nothing


def test_where_nothing_is_here_a_backup_needs_no_warning(backup: Path, tmp_path: Path) -> None:
    fresh = DataFolder(tmp_path / "mới", tmp_path / "keys")
    found = look(backup, fresh.path, fresh.database.path)
    assert found.strangers == 0
    assert "computers" not in " ".join(summary(found))
    fresh.close()


def test_a_backup_of_a_computer_that_is_not_known_here_is_told(
    backup: Path, other: DataFolder, its_ledger: Ledger
) -> None:
    found = look(backup, other.path, other.database.path)
    assert found.strangers == 1
    assert "whose backup this is" in " ".join(summary(found))
    restore(backup, other.path, other.database.path, LATER)
    assert look(backup, other.path, other.database.path).strangers == 0


def test_there_is_a_backup_of_before(backup: Path, other: DataFolder, its_ledger: Ledger) -> None:
    restore(backup, other.path, other.database.path, LATER)
    (before,) = BackupFolder.of(other.path).all()
    assert before.held.changes == 1
    assert look(before.path, other.path, other.database.path).is_nothing


def test_nothing_new_and_the_chain_still_goes_on_under_the_new_writer(
    folder: DataFolder, ledger: Ledger
) -> None:
    ledger.append([Edit.set("area-1", "note", "một")], OFFICER_A, NOW)
    backup, _ = back_up(folder.path, folder.database.path, "", NOW)
    restore(backup.path, folder.path, folder.database.path, LATER)
    ledger.go_on_as(folder.renew_writer())
    ledger.append([Edit.set("area-1", "note", "hai")], OFFICER_A, LATER)
    assert [change.seq for change in ledger.changes()] == [1, 1]
    assert verify(folder.database) == []


def test_a_damaged_backup_is_refused_and_nothing_changed(
    backup: Path, other: DataFolder, its_ledger: Ledger
) -> None:
    whole = bytearray(backup.read_bytes())
    start = whole.find(b'"field":"note"')
    start = start if start > 0 else len(whole) // 3
    for place in range(start, start + 60):
        whole[place] ^= 0x5A
    backup.write_bytes(whole)
    for act in (look, restore):
        arguments = (LATER,) if act is restore else ()
        with pytest.raises(UserError) as refused:
            act(backup, other.path, other.database.path, *arguments)  # type: ignore[operator]
        assert str(backup) in str(refused.value) or "ledger.sqlite3" in str(refused.value)
    assert its_ledger.refresh() == frozenset()
    assert documents(other) == []


@pytest.mark.parametrize("content", [b"", b"no backup at all", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_backup_is_refused(folder: DataFolder, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "Ảnh.zip"
    path.write_bytes(content)
    with pytest.raises(UserError):
        look(path, folder.path, folder.database.path)
    with pytest.raises(UserError):
        look(tmp_path / "nothing", folder.path, folder.database.path)


def test_names_inside_an_archive_lead_nowhere(
    folder: DataFolder, ledger: Ledger, tmp_path: Path
) -> None:
    path = tmp_path / "a.zip"
    write_archive(path, folder.path, folder.database.path)
    before = {p for p in tmp_path.rglob("*") if not p.name.startswith("ledger")}
    with zipfile.ZipFile(path, "a") as archive:
        for name in ("../out", "/tmp/out", "evidence/../../out", f"../evidence/{'a' * 64}"):
            archive.writestr(name, b"out")
        archive.writestr(f"evidence/{'a' * 64}", b"not what its name says")
    restored = restore(path, folder.path, folder.database.path, NOW)
    after = {p for p in tmp_path.rglob("*") if not p.name.startswith("ledger")}
    assert {p.relative_to(tmp_path).parts[1] for p in after - before} <= {"backups", "evidence"}
    assert documents(folder) == []
    assert restored.arrival.new == 0


class TestOneFile:
    def test_all_is_in_it_and_an_older_one_stays_where_that_fails(
        self, folder: DataFolder, ledger: Ledger, tmp_path: Path
    ) -> None:
        folder.evidence.keep(b"%PDF-1", "a.pdf")
        ledger.append([Edit.set("area-1", "note", "một")], OFFICER_A, NOW)
        path = tmp_path / "Sao lưu.zip"
        held = write_archive(path, folder.path, folder.database.path)
        assert (held.changes, held.documents) == (1, 1)
        before = path.read_bytes()
        connection = folder.database.connection
        for name in ("change_no_update", "change_no_delete", "change_no_replace"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE change SET body = replace(body, 'một', 'hai')")
        with pytest.raises(Unsound):
            write_archive(path, folder.path, folder.database.path)
        assert path.read_bytes() == before
        assert [p for p in tmp_path.rglob(".*") if p.name != ".hypothesis"] == []

    def test_a_place_that_is_not_there(self, folder: DataFolder, tmp_path: Path) -> None:
        with pytest.raises(UserError):
            write_archive(tmp_path / "USB" / "a.zip", folder.path, folder.database.path)


def test_an_older_or_newer_schema_gives_its_changes(
    folder: DataFolder, ledger: Ledger, tmp_path: Path
) -> None:
    ledger.append([Edit.set("area-1", "note", "một")], OFFICER_A, NOW)
    backup, _ = back_up(folder.path, folder.database.path, "", NOW)
    connection = sqlite3.connect(backup.path)
    connection.execute("PRAGMA user_version = 999")
    connection.execute("ALTER TABLE change ADD COLUMN later TEXT")
    connection.close()
    other = DataFolder(tmp_path / "other", tmp_path / "keys")
    assert look(backup.path, other.path, other.database.path).arrival.new == 1
    other.close()
