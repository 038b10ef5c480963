"""Backups: what counts as one was verified, and holds all that the data folder held."""

import contextlib
import datetime
import random
import sqlite3
from pathlib import Path

import pytest
from office import NOW, OFFICER_A, TODAY

from agreement_viewer.errors import UserError
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.store import backups, copying
from agreement_viewer.store.archive import write_archive
from agreement_viewer.store.backups import Backup, BackupFolder, back_up, is_due
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.restoring import look
from agreement_viewer.store.salvage import salvage
from agreement_viewer.store.soundness import Unsound, check

DAY = datetime.timedelta(days=1)


def make(folder: DataFolder, now: datetime.datetime = NOW, second: str = "") -> tuple[Backup, str]:
    return back_up(folder.path, folder.database.path, second, now)


def note(ledger: Ledger, text: str) -> None:
    ledger.append([Edit.set("area-1", "note", text)], OFFICER_A, NOW)


def attach(folder: DataFolder, ledger: Ledger, tmp_path: Path, content: bytes) -> str:
    source = tmp_path / "Công văn.pdf"
    source.write_bytes(content)
    file = folder.evidence.copy_in(source)
    document = actions.add_evidence("area-1", {"file": file})
    ledger.append(document, OFFICER_A, NOW)
    return file.sha256


def ids(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = [id for (id,) in connection.execute("SELECT id FROM change ORDER BY row")]
    connection.close()
    return found


def test_a_backup_holds_all_and_stands_alone(
    folder: DataFolder, ledger: Ledger, tmp_path: Path
) -> None:
    note(ledger, "một")
    sha256 = attach(folder, ledger, tmp_path, b"%PDF-1")
    backup, fault = make(folder)
    assert fault == ""
    assert backup.path == folder.path / "backups" / "2025-11-20T140500.sqlite3"
    assert ids(backup.path) == ids(folder.database.path)
    assert (backup.held.changes, backup.held.documents) == (3, 1)
    assert backup.held.last == ledger.history()[0].at
    kept = folder.path / "backups" / "evidence" / sha256[:2] / sha256
    assert kept.read_bytes() == b"%PDF-1"
    assert {path.name for path in backup.path.parent.iterdir()} == {"evidence", backup.path.name}
    assert BackupFolder.of(folder.path).all() == [backup]


def test_it_is_taken_while_the_ledger_is_being_written(
    folder: DataFolder, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was there when it began is in it, whole; what came meanwhile waits for the next one."""
    monkeypatch.setattr(copying, "_PAGES", 1)
    for number in range(20):
        note(ledger, f"{number} " * 500)
    before = ids(folder.database.path)
    written = 0

    def write(percent: int) -> None:
        nonlocal written
        if percent < 40:
            written += 1
            note(ledger, f"giữa chừng {written}")

    path = BackupFolder.of(folder.path).add(folder.path, folder.database.path, NOW, write).path
    assert written > 2
    assert ids(path) == before
    assert len(ids(folder.database.path)) == len(before) + written


def test_two_within_a_second_both_stay(folder: DataFolder, ledger: Ledger) -> None:
    note(ledger, "một")
    first, _ = make(folder)
    note(ledger, "hai")
    second, _ = make(folder)
    assert BackupFolder.of(folder.path).all() == [second, first]


def test_one_is_due_once_a_day(folder: DataFolder, ledger: Ledger) -> None:
    assert is_due(folder.path, TODAY)
    make(folder)
    assert not is_due(folder.path, TODAY)
    assert is_due(folder.path, TODAY + DAY)


def test_old_ones_go_by_the_rule(folder: DataFolder, ledger: Ledger) -> None:
    note(ledger, "một")
    for day in range(20):
        make(folder, NOW + day * DAY)
    days = [backup.at.date() - TODAY for backup in BackupFolder.of(folder.path).all()]
    assert [day.days for day in days[:14]] == list(range(19, 5, -1))
    assert [day.days for day in days[14:]] == [3]


class TestDamage:
    def test_a_damaged_ledger_is_never_a_backup(self, folder: DataFolder, ledger: Ledger) -> None:
        note(ledger, "một")
        good, _ = make(folder)
        connection = folder.database.connection
        for name in ("change_no_update", "change_no_delete", "change_no_replace"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE change SET body = replace(body, 'một', 'hai')")
        with pytest.raises(Unsound) as refused:
            make(folder)
        assert str(folder.database.path) in str(refused.value)
        assert BackupFolder.of(folder.path).all() == [good]
        assert [path.name for path in good.path.parent.glob(".*")] == []

    @pytest.mark.parametrize(
        "damage",
        [
            "UPDATE change SET body = replace(body, 'hai', 'HAI')",
            "DELETE FROM change WHERE seq = 2",
            "UPDATE change SET item = 'area-2' WHERE seq = 2",
            "UPDATE change SET seq = 7 WHERE seq = 2",
            "UPDATE change SET id = upper(id) WHERE seq = 2",
            "UPDATE change SET body = 'x' WHERE seq = 2",
            "DROP TABLE change",
        ],
    )
    def test_whatever_is_not_as_recorded_is_found(
        self, folder: DataFolder, ledger: Ledger, damage: str
    ) -> None:
        for text in ("một", "hai", "ba"):
            note(ledger, text)
        backup, _ = make(folder)
        assert check(backup.path).changes == 3
        connection = sqlite3.connect(backup.path)
        for name in ("change_no_update", "change_no_delete", "change_no_replace"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(damage)
        connection.commit()
        connection.close()
        with pytest.raises(Unsound):
            check(backup.path)

    def test_bytes_flipped_on_the_disk_are_found(self, folder: DataFolder, ledger: Ledger) -> None:
        for number in range(40):
            note(ledger, f"{number} " * 200)
        backup, _ = make(folder)
        whole = backup.path.read_bytes()
        middle = whole.index(b"17 17 17")
        backup.path.write_bytes(whole[:middle] + b"71" + whole[middle + 2 :])
        with pytest.raises(Unsound):
            check(backup.path)
        backup.path.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(Unsound):
            check(backup.path)
        backup.path.write_bytes(b"")
        with pytest.raises(Unsound):
            check(backup.path)

    def test_what_lies_there_and_is_no_backup_is_passed_over(self, folder: DataFolder) -> None:
        backup, _ = make(folder)
        (backup.path.parent / "2025-11-21T000000.sqlite3").write_bytes(b"no database")
        (backup.path.parent / "ghi chú.sqlite3").write_bytes(backup.path.read_bytes())
        assert BackupFolder.of(folder.path).all() == [backup]

    def test_altered_evidence_is_not_passed_on(
        self, folder: DataFolder, ledger: Ledger, tmp_path: Path
    ) -> None:
        sha256 = attach(folder, ledger, tmp_path, b"%PDF-1")
        (folder.path / "evidence" / sha256[:2] / sha256).write_bytes(b"%PDF-2")
        backup, _ = make(folder)
        assert backup.held.documents == 0

    def test_where_nothing_can_be_written_it_says_so(self, folder: DataFolder) -> None:
        (folder.path / "backups").write_bytes(b"a file in its way")
        with pytest.raises(UserError, match="backups"):
            make(folder)


class TestSecondPlace:
    def test_it_has_the_same_and_its_own_evidence(
        self, folder: DataFolder, ledger: Ledger, tmp_path: Path
    ) -> None:
        stick = tmp_path / "USB"
        stick.mkdir()
        sha256 = attach(folder, ledger, tmp_path, b"%PDF-1")
        backup, fault = make(folder, second=str(stick))
        assert fault == ""
        second = BackupFolder.second(stick, folder.path)
        assert [copy.held for copy in second.all()] == [backup.held]
        assert check(second.all()[0].path).changes == backup.held.changes
        assert (second.path / "evidence" / sha256[:2] / sha256).read_bytes() == b"%PDF-1"

    def test_a_stick_that_is_not_there_is_said_and_the_backup_counts(
        self, folder: DataFolder, tmp_path: Path
    ) -> None:
        backup, fault = make(folder, second=str(tmp_path / "USB"))
        assert str(tmp_path / "USB") in fault
        assert BackupFolder.of(folder.path).all() == [backup]

    def test_two_computers_share_a_stick(self, folder: DataFolder, tmp_path: Path) -> None:
        other = DataFolder(tmp_path / "other", tmp_path / "keys")
        for each in (folder, other):
            make(each, second=str(tmp_path))
        places = [BackupFolder.second(tmp_path, each.path) for each in (folder, other)]
        assert [len(place.all()) for place in places] == [1, 1]
        other.close()


def test_backups_of_a_day_with_more_than_one_all_stay_that_day(
    folder: DataFolder, ledger: Ledger
) -> None:
    for hour in range(3):
        make(folder, NOW + datetime.timedelta(hours=hour))
    assert len(BackupFolder.of(folder.path).all()) == 3
    make(folder, NOW + DAY)
    assert len(BackupFolder.of(folder.path).all()) == 2


def test_names_of_backups_are_read_back(folder: DataFolder, ledger: Ledger) -> None:
    backup, _ = make(folder)
    assert backups.read_backup(backup.path) == backup
    assert backup.at == NOW.replace(tzinfo=None)


@pytest.mark.parametrize("form", ["sqlite3", "zip"])
def test_whatever_was_done_to_a_file_it_is_refused_in_a_sentence(
    folder: DataFolder, ledger: Ledger, tmp_path: Path, form: str
) -> None:
    """Or it is taken, where the damage lay beside all that counts."""
    for number in range(12):
        note(ledger, f"{number} " * (1 + 900 * (number % 5 == 4)))
    before = dict(folder.database.connection.execute("SELECT id, body FROM change").fetchall())
    file = tmp_path / "a.zip"
    write_archive(file, folder.path, folder.database.path)
    whole = file.read_bytes() if form == "zip" else make(folder)[0].path.read_bytes()
    for seed in range(60):
        chance = random.Random(seed)
        path = tmp_path / f"2025-11-20T140500.{form}"
        path.write_bytes(mutated(whole, chance))
        backups.read_backup(path)
        with contextlib.suppress(UserError):
            found = look(path, folder.path, folder.database.path)
            assert (found.arrival.new, found.contents.changes) == (0, 12)
        for id, body in salvage(path):
            assert before[id] == body.decode()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with letters changed, pieces cut out, put in and blanked, at its beginning mostly."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(min(len(changed), chance.choice([200, 4096, len(changed)])))
        size = chance.randrange(1, 600)
        match chance.randrange(5):
            case 0 | 1:
                changed[at] = chance.randrange(256)
            case 2:
                changed[at : at + size] = b""
            case 3:
                changed[at:at] = changed[size : size * 2]
            case 4:
                changed[at : at + size] = bytes(size)
    return bytes(changed)
