"""Damaged files: what still proves itself comes back, what does not is named, nothing goes."""

import datetime
import random
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import NOW, OFFICER_A

from agreement_viewer.agreement import Agreement
from agreement_viewer.errors import UserError
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.store.backups import back_up
from agreement_viewer.store.drafts import Draft
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.recovery import Recovered, candidates, in_words, recover, recover_folder
from agreement_viewer.store.salvage import salvage
from agreement_viewer.store.verify import verify

PAGE = 4096
Damage = Callable[[Path], object]


def write(ledger: Ledger, count: int, first: int = 0) -> None:
    """Notes of which some are longer than a page."""
    for number in range(first, first + count):
        text = f"ghi chú {number} " * (1 + 900 * (number % 10 == 9))
        heads = [head.id for head in ledger.heads.of(f"area-{number % 5 + 1}", "note")]
        ledger.append([Edit.set(f"area-{number % 5 + 1}", "note", text, heads)], OFFICER_A, NOW)


def bodies(path: Path) -> dict[str, str]:
    connection = sqlite3.connect(path)
    found = dict(connection.execute("SELECT id, body FROM change").fetchall())
    connection.close()
    return found


def closed(folder: DataFolder) -> Path:
    """The database's file, with its log in it."""
    folder.close()
    return folder.database.path


def zero(page: int) -> Damage:
    def damage(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
        path.write_bytes(data)

    return damage


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: -3 * PAGE])


def nonsense(path: Path) -> None:
    path.write_bytes(b"this was never a database" * 400)


def nonsense_in_the_header(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(random.Random(1).randbytes(600) + data[600:])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def remove(path: Path) -> None:
    path.unlink()


def flip_a_letter(path: Path) -> None:
    data = path.read_bytes()
    at = data.index(b"chu\xcc" if b"chu\xcc" in data else "ghi chú 3 ".encode())
    path.write_bytes(data[:at] + b"G" + data[at + 1 :])


DAMAGES = [zero(0), zero(1), zero(4), cut, nonsense, empty, remove, flip_a_letter]


def run(folder: DataFolder) -> Recovered:
    backups = [backup.path for backup in candidates(folder.path, "")]
    return recover(folder.path, backups, NOW + datetime.timedelta(hours=1))


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_came_after_the_backup_is_salvaged_or_named(
    folder: DataFolder,
    ledger: Ledger,
    agreement: Agreement,
    agreement_bytes: bytes,
    tmp_path: Path,
    damage: Damage,
) -> None:
    write(ledger, 30)
    backup, _ = back_up(folder.path, folder.database.path, "", NOW)
    write(ledger, 30, first=30)
    before = bodies(folder.database.path)
    path = closed(folder)
    damage(path)
    left = path.read_bytes() if path.exists() else None
    recovered = run(folder)
    after = bodies(path)
    assert recovered.backup == backup.path
    assert after.items() <= before.items()
    assert bodies(backup.path).items() <= after.items()
    assert recovered.changes == len(after)
    assert recovered.loss.changes == len(before) - len(after)
    if recovered.aside:
        assert (recovered.aside / path.name).read_bytes() == left
    else:
        assert left is None
    again = DataFolder(folder.path, tmp_path / "keys")
    again.renew_writer()
    opened = again.ledger(agreement, agreement_bytes)
    write(opened, 1, first=100)
    faults = verify(again.database)
    assert len(faults) == recovered.loss.waiting
    assert all("stands on" in fault for fault in faults)
    assert bool(recovered.loss.waiting) <= bool(recovered.loss.changes)
    again.close()


@pytest.mark.parametrize("page", range(24))
def test_without_a_backup_each_page_costs_at_most_what_lay_in_it(
    folder: DataFolder, ledger: Ledger, page: int
) -> None:
    write(ledger, 60)
    before = bodies(folder.database.path)
    path = closed(folder)
    zero(page)(path)
    recovered = run(folder)
    after = bodies(path)
    assert after.items() <= before.items()
    lost = len(before) - len(after)
    assert lost <= 8
    assert recovered.loss.changes == lost


@pytest.mark.parametrize("damage", [zero(0), nonsense_in_the_header])
def test_what_leads_to_the_rows_may_be_gone(
    folder: DataFolder, ledger: Ledger, damage: Damage
) -> None:
    """The file's header, schema and first page: all rows are found, those of many pages too."""
    write(ledger, 60)
    before = bodies(folder.database.path)
    assert any(len(body) > 2 * PAGE for body in before.values())
    path = closed(folder)
    damage(path)
    recovered = run(folder)
    assert bodies(path) == before
    assert (recovered.loss.changes, recovered.loss.waiting) == (0, 0)


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 1 << 32))
def test_nothing_wrong_is_ever_taken_for_right(
    folder: DataFolder, ledger: Ledger, tmp_path: Path, seed: int
) -> None:
    """Bytes are flipped, blocks overwritten and moved, anywhere in file and log."""
    if not ledger.history():
        write(ledger, 40)
    before = bodies(folder.database.path)
    chance = random.Random(seed)
    place = tmp_path / str(seed)
    place.mkdir(exist_ok=True)
    for part in ("", "-wal"):
        data = bytearray(Path(f"{folder.database.path}{part}").read_bytes())
        for _ in range(chance.randint(1, 40)):
            at = chance.randrange(len(data))
            if chance.random() < 0.5:
                data[at] ^= 1 << chance.randrange(8)
            else:
                other, size = chance.randrange(len(data)), chance.randrange(PAGE)
                piece = bytes(data[other : other + size])
                data[at : at + len(piece)] = piece
        (place / f"ledger.sqlite3{part}").write_bytes(data)
    for id, body in salvage(place / "ledger.sqlite3"):
        assert before[id] == body.decode()
    shutil.rmtree(place)


def test_a_log_that_was_cut_off_costs_what_was_in_it_and_the_witness_says_so(
    folder: DataFolder, ledger: Ledger, tmp_path: Path
) -> None:
    write(ledger, 10)
    folder.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    write(ledger, 5, first=10)
    taken = tmp_path / "taken" / "data"
    shutil.copytree(folder.path, taken)  # as after a power cut; then the log goes
    (taken / "ledger.sqlite3-wal").unlink()
    (taken / "ledger.sqlite3-shm").unlink(missing_ok=True)
    recovered = recover(taken, [], NOW)
    assert recovered.changes == 10
    assert recovered.loss.changes == 5
    assert recovered.loss.until
    assert "Lost: 5 changes" in in_words(recovered)


def test_drafts_programmes_and_wording_come_along(
    folder: DataFolder, ledger: Ledger, agreement: Agreement, agreement_bytes: bytes, tmp_path: Path
) -> None:
    write(ledger, 20)
    folder.drafts(agreement).keep(Draft("area-1", "note", "viết dở"))
    path = closed(folder)
    flip_a_letter(path)
    recovered = run(folder)
    assert recovered.loss.changes >= 1
    again = DataFolder(folder.path, tmp_path / "keys")
    assert again.drafts(agreement).all() == [Draft("area-1", "note", "viết dở")]
    tables = ("agreement_file", "wording")
    counts = [
        again.database.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in tables
    ]
    assert counts == [1, len(agreement.items)]
    again.close()


def test_a_damaged_backup_is_passed_over_for_the_one_before(
    folder: DataFolder, ledger: Ledger
) -> None:
    write(ledger, 10)
    good, _ = back_up(folder.path, folder.database.path, "", NOW)
    write(ledger, 10, first=10)
    bad, _ = back_up(folder.path, folder.database.path, "", NOW + datetime.timedelta(days=1))
    flip_a_letter(bad.path)
    path = closed(folder)
    nonsense(path)
    recovered = run(folder)
    assert recovered.backup == good.path
    assert recovered.loss.changes == 10


def test_what_fails_on_the_way_leaves_all_as_it_was(
    folder: DataFolder, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(ledger, 20)
    path = closed(folder)
    zero(4)(path)
    before = path.read_bytes()
    (folder.path / "damaged").write_bytes(b"a file in its way")
    with pytest.raises(UserError):
        run(folder)
    assert path.read_bytes() == before
    assert [p.name for p in folder.path.glob(".recover-*")] == []


def test_what_was_recovered_meanwhile_is_not_set_aside(
    folder: DataFolder, ledger: Ledger, tmp_path: Path
) -> None:
    write(ledger, 20)
    back_up(folder.path, folder.database.path, "", NOW)
    path = closed(folder)
    nonsense(path)
    recover_folder(folder.path, tmp_path / "keys", NOW)
    before = path.read_bytes()
    with pytest.raises(UserError, match="in order"):
        recover_folder(folder.path, tmp_path / "keys", NOW)
    assert path.read_bytes() == before


def test_one_sentence_tells_it(folder: DataFolder, ledger: Ledger) -> None:
    write(ledger, 20)
    path = closed(folder)
    nonsense(path)
    said = in_words(run(folder))
    assert re.match(r"Lost: 20 changes, recorded until \d\d:\d\d \d\d/\d\d/\d{4}\. 0 changes", said)
    assert str(folder.path / "damaged") in said
