"""The copied heads lag behind the changes; whoever opens the file sees all of them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import AGREEMENT_FILE, NOW, OFFICER_A

from agreement_viewer.agreement import read_agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fold import Heads
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import SNAPSHOT_LAG, Ledger
from agreement_viewer.store.verify import verify

FIELDS = ("note", "result")


def note(ledger: Ledger, text: str, item: str = "area-1", field: str = "note") -> None:
    shown = [head.id for head in ledger.heads.of(item, field)]
    ledger.append([Edit.set(item, field, text, shown)], OFFICER_A, NOW)


def heads(ledger: Ledger) -> set[str]:
    return {head.id for head in ledger.heads}


def snapshot_row(folder: DataFolder) -> int:
    query = "SELECT ifnull(max(row), 0) FROM folded"
    return int(folder.database.connection.execute(query).fetchone()[0])


@pytest.fixture
def other_folder(folder: DataFolder) -> Iterator[DataFolder]:
    """The same files, as another process has them open."""
    opened = DataFolder(folder.path, folder.path.parent / "keys")
    yield opened
    opened.close()


@pytest.fixture
def other(other_folder: DataFolder, ledger: Ledger, agreement_bytes: bytes) -> Ledger:
    return other_folder.ledger(ledger.agreement, agreement_bytes)


def test_an_action_writes_nothing_but_its_changes(folder: DataFolder, ledger: Ledger) -> None:
    note(ledger, "một")
    before = folder.database.connection.total_changes
    ledger.append(actions.add_task("area-1", "Một"), OFFICER_A, NOW)
    assert folder.database.connection.total_changes == before + 2
    assert snapshot_row(folder) == 0
    ledger.checkpoint()
    assert snapshot_row(folder) == 3


def test_a_crash_before_the_snapshot_loses_nothing(
    folder: DataFolder, ledger: Ledger, other_folder: DataFolder, agreement_bytes: bytes
) -> None:
    note(ledger, "một")
    ledger.checkpoint()
    script = (
        "import os, sys; from pathlib import Path; from office import *;"
        "from agreement_viewer.agreement import read_agreement;"
        "from agreement_viewer.ledger.edit import Edit;"
        "from agreement_viewer.store.files import DataFolder;"
        "data = AGREEMENT_FILE.read_bytes();"
        "ledger = DataFolder(*map(Path, sys.argv[1:])).ledger(read_agreement(data, 'x'), data);"
        "shown = [head.id for head in ledger.heads.of('area-1', 'note')];"
        "ledger.append([Edit.set('area-1', 'note', 'hai', shown)], OFFICER_A, NOW);"
        "os._exit(0)"
    )
    place = folder.path, folder.path.parent / "keys"
    tests = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", script, *place], cwd=tests, check=True)
    assert snapshot_row(folder) == 1
    again = other_folder.ledger(ledger.agreement, agreement_bytes)
    assert [head.value for head in again.heads.of("area-1", "note")] == ["hai"]
    assert verify(other_folder.database) == []


@pytest.mark.parametrize("is_advanced", [False, True])
def test_the_chain_goes_on_behind_what_another_process_appended(
    folder: DataFolder, ledger: Ledger, other: Ledger, is_advanced: bool
) -> None:
    note(ledger, "một")
    for text in ("hai", "ba"):
        note(other, text, "area-2")
    if is_advanced:
        other.checkpoint()
    note(ledger, "bốn", "area-3")
    assert [(c.seq, c.clock) for c in ledger.changes()] == [(n, n) for n in range(1, 5)]
    assert ledger.refresh() == {"area-2"}
    assert verify(folder.database) == []


def test_a_report_is_made_from_what_is_on_the_disk(ledger: Ledger, other: Ledger) -> None:
    note(ledger, "một")
    note(other, "hai", "area-2")
    state = ledger.state()
    assert {change.id for change in state.heads} == {change.id for change in ledger.changes()}
    assert {tip.seq for tip in state.cut} == {2}


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM head",
        "DELETE FROM folded",
        "UPDATE folded SET version = 0",
        "UPDATE folded SET row = 0",
        "UPDATE folded SET row = 3",
        "UPDATE folded SET row = 99",
        "UPDATE folded SET digest = replace(digest, 'a', 'b')",
        "UPDATE head SET body = replace(body, 'ba', 'BA')",
        "DELETE FROM head WHERE item = 'area-1'",
    ],
)
@pytest.mark.parametrize("lag", [0, 1])
def test_a_snapshot_that_does_not_fit_is_made_anew(
    folder: DataFolder, ledger: Ledger, agreement_bytes: bytes, damage: str, lag: int
) -> None:
    for text in ("một", "hai", "ba"):
        note(ledger, text)
    ledger.append(actions.add_task("directive-1", "Một"), OFFICER_A, NOW)
    ledger.checkpoint()
    for number in range(lag):
        note(ledger, f"{number}")
    expected = heads(ledger)
    folder.database.connection.execute(damage)
    again = folder.ledger(ledger.agreement, agreement_bytes)
    assert heads(again) == expected
    assert verify(folder.database) == []
    note(again, "bốn")
    again.checkpoint()
    assert verify(folder.database) == []


@pytest.mark.parametrize("damage", ["DELETE FROM folded", "DELETE FROM head"])
def test_the_work_goes_on_where_the_snapshot_is_lost_meanwhile(
    folder: DataFolder, ledger: Ledger, agreement_bytes: bytes, damage: str
) -> None:
    note(ledger, "một")
    ledger.checkpoint()
    folder.database.connection.execute(damage)
    note(ledger, "hai")
    ledger.checkpoint()
    assert [c.seq for c in ledger.changes()] == [1, 2]
    assert heads(folder.ledger(ledger.agreement, agreement_bytes)) == heads(ledger)


def test_a_snapshot_far_behind_is_taken_forward_when_opened(
    folder: DataFolder, ledger: Ledger, agreement_bytes: bytes
) -> None:
    edits = [Edit.set("area-1", "note", f"{number}") for number in range(SNAPSHOT_LAG)]
    ledger.append(edits, OFFICER_A, NOW)
    assert heads(folder.ledger(ledger.agreement, agreement_bytes)) == heads(ledger)
    assert snapshot_row(folder) == 0
    note(ledger, "thêm")
    assert heads(folder.ledger(ledger.agreement, agreement_bytes)) == heads(ledger)
    assert snapshot_row(folder) == SNAPSHOT_LAG + 1
    assert verify(folder.database) == []


def test_a_programme_is_taken_forward_past_the_changes_of_another(
    folder: DataFolder, ledger: Ledger, agreement_bytes: bytes
) -> None:
    elsewhere = another_programme(folder, agreement_bytes)
    note(ledger, "một")
    edits = [Edit.set("area-1", "note", f"{number}") for number in range(SNAPSHOT_LAG)]
    elsewhere.append(edits, OFFICER_A, NOW)
    again = folder.ledger(ledger.agreement, agreement_bytes)
    assert snapshot_row(folder) == SNAPSHOT_LAG + 1
    assert heads(again) == heads(ledger)
    assert verify(folder.database) == []


def another_programme(folder: DataFolder, data: bytes) -> Ledger:
    data = data.replace(b'id = "can-tho-2021-2025"', b'id = "khac-2026-2030"')
    return folder.ledger(read_agreement(data, "khac.toml"), data)


STEPS = st.sampled_from(["write", "write", "write", "refresh", "checkpoint", "open"])


@given(st.lists(st.tuples(STEPS, st.integers(0, 2), st.sampled_from(FIELDS)), max_size=20))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whoever_opens_the_file_sees_the_fold_of_all_changes(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, str]]
) -> None:
    """Two windows and another programme on one file, in any order of what they do."""
    place = tmp_path_factory.mktemp("office")
    data = AGREEMENT_FILE.read_bytes()
    agreement = read_agreement(data, AGREEMENT_FILE.name)
    folders = [DataFolder(place / "data", place / "keys") for _ in range(3)]

    def opened(window: int) -> Ledger:
        if window == 2:
            return another_programme(folders[window], data)
        return folders[window].ledger(agreement, data)

    ledgers = [opened(window) for window in range(3)]
    for number, (step, window, field) in enumerate(steps):
        match step:
            case "write":
                note(ledgers[window], f"{number}", field=field)
            case "refresh":
                ledgers[window].refresh()
            case "checkpoint":
                ledgers[window].checkpoint()
            case "open":
                ledgers[window] = opened(window)
    for ledger in ledgers:
        ledger.refresh()
        assert heads(ledger) == {head.id for head in Heads(ledger.changes())}
    assert verify(folders[0].database) == []
    for folder in folders:
        folder.close()
