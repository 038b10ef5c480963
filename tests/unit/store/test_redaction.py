"""A secret that was taken out is nowhere in the data folder, and all the rest holds."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from office import NOW, OFFICER_A, OFFICER_B, TODAY

from agreement_viewer.agreement import Agreement
from agreement_viewer.errors import UserError
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.change import REDACT, Change
from agreement_viewer.ledger.checklist import Checklist, Entry
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.redaction import may_redact
from agreement_viewer.ledger.status import Status
from agreement_viewer.ledger.undo import UndoStack
from agreement_viewer.store.archive import write_archive
from agreement_viewer.store.backups import BackupFolder, back_up
from agreement_viewer.store.database import Database, StoreError
from agreement_viewer.store.drafts import Draft
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.notes import REDACTING, noted
from agreement_viewer.store.recovery import recover
from agreement_viewer.store.restoring import incoming, restore
from agreement_viewer.store.salvage import salvage
from agreement_viewer.store.soundness import Unsound, check
from agreement_viewer.store.traces import settle
from agreement_viewer.store.union import union
from agreement_viewer.store.verify import verify

SECRET = "Kế hoạch tuyệt mật số 7731"
REASON = "Nhập nhầm"


def entry(ledger: Ledger, id: str) -> Entry:
    found = Checklist(ledger.agreement, ledger.heads).entry(id)
    assert found is not None
    return found


def note(ledger: Ledger, text: str) -> Change:
    edits = actions.set_field(entry(ledger, "area-1"), "note", text)
    return ledger.append(edits, OFFICER_A, NOW).changes[0]


def redact(ledger: Ledger, *changes: Change) -> None:
    ledger.redact(changes, REASON, OFFICER_B, NOW)


def is_unsettled(database: Database) -> bool:
    with database.reading() as connection:
        return noted(connection, REDACTING) is not None


def traces(folder: Path, secret: str = SECRET) -> list[Path]:
    """The files that hold the secret or a good part of it, in whatever form."""
    escaped = secret.encode("ascii", "backslashreplace").decode()
    forms = (secret, secret.upper(), escaped, secret[-12:])
    wanted = [form.encode(coding) for form in forms for coding in ("utf-8", "utf-16-le")]
    files = (path for path in folder.rglob("*") if path.is_file())
    named = [path for path in folder.rglob("*") if "7731" in path.name]
    return named + [path for path in files if any(form in path.read_bytes() for form in wanted)]


def test_no_trace_is_left_anywhere(folder: DataFolder, ledger: Ledger, tmp_path: Path) -> None:
    paper = tmp_path / f"{SECRET}.txt"
    paper.write_text(f"{SECRET}\n" * 1000, "utf-8")
    file = folder.evidence.copy_in(paper)
    paper.unlink()
    note(ledger, "trước")
    note(ledger, SECRET)
    note(ledger, "sau")
    ledger.append(actions.add_task("area-2", SECRET), OFFICER_A, NOW)
    document = {"subject": SECRET, "issuer": "Đơn vị B", "file": file}
    ledger.append(actions.add_evidence("area-2", document), OFFICER_A, NOW)
    folder.drafts(ledger.agreement).keep(Draft("area-3", "note", f"nháp: {SECRET}"))
    (folder.path / "evidence" / "tmpcut").write_text(SECRET, "utf-8")
    ledger.checkpoint()
    shutil.copytree(folder.path / "evidence", folder.path / "backups" / "evidence")
    copy = folder.path / "backups" / "2025-11-20.sqlite3"
    folder.database.connection.execute("VACUUM INTO ?", (str(copy),))
    assert len(traces(tmp_path)) >= 6

    said = [c for c in ledger.history() if SECRET in str(c.body)]
    redact(ledger, *said)

    assert traces(tmp_path) == []
    assert verify(folder.database) == []
    with contextlib.closing(sqlite3.connect(copy)) as backup:
        assert backup.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert backup.execute("SELECT count(*) FROM change").fetchone() == (9,)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            backup.execute("UPDATE change SET body = ''")
    kept = {c.value for c in ledger.history()} & {"trước", "sau", "Đơn vị B"}
    assert kept == {"trước", "sau", "Đơn vị B"}


def test_what_is_left_tells_who_when_and_where(ledger: Ledger) -> None:
    before = note(ledger, "trước")
    secret = note(ledger, SECRET)
    redact(ledger, secret)
    left = ledger.find(secret.id)
    assert left == msgspec.structs.replace(secret, body={}, redacted=True)
    assert left.replaces == (before.id,)
    cell = entry(ledger, "area-1").cell("note")
    assert (cell.value, cell.ids) == (None, (secret.id,))
    (head,) = ledger.heads.of("area-1", "redaction")
    assert (head.kind, head.replaces, head.by) == (REDACT, (secret.id,), OFFICER_B)
    assert head.body["reason"] == REASON
    assert note(ledger, "mới").replaces == (secret.id,)
    assert not Checklist(ledger.agreement, ledger.heads).not_understood()


def test_it_is_opened_and_folded_again_as_before(
    folder: DataFolder, ledger: Ledger, agreement: Agreement, agreement_bytes: bytes
) -> None:
    task = ledger.append(actions.add_task("area-1", SECRET), OFFICER_A, NOW).changes
    ledger.append(actions.set_status(entry(ledger, task[0].id), Status.DONE, TODAY), OFFICER_A, NOW)
    redact(ledger, task[1])
    folder.database.connection.execute("DELETE FROM folded")  # the copies are made anew
    again = folder.ledger(agreement, agreement_bytes)
    assert {head.id for head in again.heads} == {head.id for head in ledger.heads}
    shown = entry(again, task[0].id)
    assert (shown.title, shown.status) == ("[…]", Status.DONE)
    assert shown.is_redacted("title")
    assert verify(folder.database) == []


def test_undo_and_redo_never_bring_it_back(ledger: Ledger) -> None:
    note(ledger, SECRET)
    stack = UndoStack()
    stack.record(
        *ledger.append(actions.set_field(entry(ledger, "area-1"), "note", "sau"), OFFICER_A, NOW)
    )
    redact(ledger, ledger.history(["area-1"])[1])
    with pytest.raises(UserError, match="secret"):
        stack.undo_edits(ledger.heads, ledger.find)


def test_a_thing_can_be_withdrawn_and_its_adding_undone_all_the_same(ledger: Ledger) -> None:
    stack = UndoStack()
    appended = ledger.append(actions.add_task("area-1", SECRET), OFFICER_A, NOW)
    stack.record(*appended)
    ledger.append(actions.withdraw(entry(ledger, appended.changes[0].id)), OFFICER_A, NOW)
    redact(ledger, appended.changes[1])
    assert Checklist(ledger.agreement, ledger.heads).tasks("area-1") == []  # nothing new to see
    assert stack.undo_edits(ledger.heads, ledger.find)


def test_the_same_words_typed_or_brought_back_go_with_it(ledger: Ledger) -> None:
    first = note(ledger, SECRET)
    other = note(ledger, "khác")
    again = ledger.append(
        actions.restore_value(entry(ledger, "area-1"), first), OFFICER_A, NOW
    ).changes[0]
    redact(ledger, first)
    left = ledger.find(again.id)
    assert left is not None
    assert left.restores == first.id
    assert [c.value for c in ledger.history(["area-1"]) if c.value] == [other.value]


def test_words_alone_can_be_redacted(folder: DataFolder, ledger: Ledger) -> None:
    edits = actions.set_status(entry(ledger, "area-1"), Status.DONE, TODAY)
    stated = ledger.append(edits, OFFICER_A, NOW).changes
    task = ledger.append(actions.add_task("area-1", SECRET), OFFICER_A, NOW).changes
    assert [may_redact(change) for change in (*stated, *task)] == [False, False, False, True]
    redact(ledger, task[1])
    left = ledger.find(task[1].id)
    assert left is not None
    assert not may_redact(left)
    (redacted,) = ledger.heads.of(task[0].id, "redaction")
    assert may_redact(redacted)  # its reason could say too much
    ledger.redact([redacted], "Lý do khác", OFFICER_A, NOW)
    assert REASON not in str(ledger.history())
    assert verify(folder.database) == []


def test_a_file_stays_while_another_document_has_it(
    folder: DataFolder, ledger: Ledger, tmp_path: Path
) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text(SECRET, "utf-8")
    file = folder.evidence.copy_in(paper)
    for item in ("area-1", "area-2"):
        ledger.append(actions.add_evidence(item, {"file": file}), OFFICER_A, NOW)
    first, second = (c for c in ledger.history() if c.field == "file")
    redact(ledger, first)
    assert folder.evidence.has(file)
    redact(ledger, second)
    assert not folder.evidence.has(file)


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE change SET body = replace(body, \'"seq":1\', \'"redacted":true,"seq":1\')',
        "UPDATE change SET body = replace(body, 'Cán bộ A', 'Cán bộ B')",
        "UPDATE change SET body = ''",
        "UPDATE change SET item = 'area-2'",
        "UPDATE change SET body = NULL",
    ],
)
def test_nothing_else_can_be_changed(folder: DataFolder, ledger: Ledger, statement: str) -> None:
    note(ledger, SECRET)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        folder.database.connection.execute(statement)
    redact(ledger, ledger.history(["area-1"])[0])
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        folder.database.connection.execute(statement)


def test_what_is_left_cannot_be_altered_unnoticed(folder: DataFolder, ledger: Ledger) -> None:
    secret = note(ledger, SECRET)
    redact(ledger, secret)
    connection = folder.database.connection
    connection.execute("DROP TRIGGER change_no_update")
    connection.execute("UPDATE change SET body = replace(body, 'Cán bộ A', 'Cán bộ C')")
    (fault,) = verify(folder.database)
    assert secret.id[:12] in fault


def test_it_goes_on_where_it_was_cut_off(
    folder: DataFolder,
    ledger: Ledger,
    agreement: Agreement,
    agreement_bytes: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note(ledger, SECRET)
    reader = sqlite3.connect(folder.database.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM change").fetchall()
    folder.database.connection.execute("PRAGMA busy_timeout = 1")
    with pytest.raises(StoreError):  # the log cannot be emptied under a reader
        redact(ledger, *ledger.history(["area-1"]))
    assert traces(folder.path)
    assert is_unsettled(folder.database)
    reader.close()
    folder.close()
    again = DataFolder(folder.path, tmp_path / "keys")
    assert not is_unsettled(again.database)
    assert traces(folder.path) == []
    assert len(again.ledger(agreement, agreement_bytes).history(["area-1"])) == 2
    again.close()


def test_a_backup_that_cannot_be_redacted_is_named(folder: DataFolder, ledger: Ledger) -> None:
    note(ledger, SECRET)
    (folder.path / "backups").mkdir()
    bad = folder.path / "backups" / "bad.sqlite3"
    bad.write_bytes(b"no database" * 1000)
    with pytest.raises(UserError, match=r"bad\.sqlite3"):
        redact(ledger, *ledger.history(["area-1"]))
    assert traces(folder.path) == []
    bad.unlink()
    settle(folder.database)
    assert not is_unsettled(folder.database)


@pytest.fixture
def other(folder: DataFolder, ledger: Ledger, tmp_path: Path) -> Iterator[DataFolder]:
    """A copy of the folder, taken when the secret was in it."""
    note(ledger, SECRET)
    (tmp_path / "copy").mkdir()
    target = tmp_path / "copy" / "ledger.sqlite3"
    folder.database.connection.execute("VACUUM INTO ?", (str(target),))
    opened = DataFolder(tmp_path / "copy", tmp_path / "keys")
    yield opened
    opened.close()


def test_changes_taken_in_from_elsewhere_redact_here_too(
    folder: DataFolder, ledger: Ledger, other: DataFolder
) -> None:
    redact(ledger, *ledger.history(["area-1"]))
    with incoming(folder.database.path) as coming:
        union(other.database.path, coming, None)
    assert is_unsettled(other.database)
    settle(other.database)
    assert traces(other.path) == []
    assert verify(other.database) == []


def test_what_was_redacted_elsewhere_is_taken_in_as_it_is_left(
    folder: DataFolder, ledger: Ledger, tmp_path: Path
) -> None:
    redact(ledger, note(ledger, SECRET))
    empty = DataFolder(tmp_path / "empty", tmp_path / "keys")
    with incoming(folder.database.path) as coming:
        assert union(empty.database.path, coming, None).outcome.waiting == 0
    assert verify(empty.database) == []
    empty.close()


def test_no_backup_brings_it_back(folder: DataFolder, ledger: Ledger, tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text(SECRET, "utf-8")
    file = folder.evidence.copy_in(paper)
    paper.unlink()
    note(ledger, SECRET)
    ledger.append(actions.add_evidence("area-1", {"file": file}), OFFICER_A, NOW)
    archive = tmp_path / "stick" / "backup.zip"
    archive.parent.mkdir()
    write_archive(archive, folder.path, folder.database.path)
    redact(ledger, *(c for c in ledger.history() if c.field in ("note", "file")))
    restore(archive, folder.path, folder.database.path, NOW)
    assert traces(folder.path) == []
    assert not is_unsettled(folder.database)


def test_backups_at_the_second_place_are_redacted_too(
    folder: DataFolder, ledger: Ledger, tmp_path: Path
) -> None:
    note(ledger, SECRET)
    second = tmp_path / "stick"
    second.mkdir()
    folder.settings.values.backup_folder = str(second)
    folder.settings.save()
    back_up(folder.path, folder.database.path, str(second), NOW)
    assert traces(second)
    second.rename(tmp_path / "away")
    with pytest.raises(UserError, match="stick"):
        redact(ledger, *ledger.history(["area-1"]))
    assert traces(folder.path) == []
    (tmp_path / "away").rename(second)
    DataFolder(folder.path, tmp_path / "keys").close()
    assert traces(second) == []
    assert [b.held.changes for b in BackupFolder.second(second, folder.path).all()] == [1]


def test_a_damaged_file_is_recovered_with_what_was_left(
    folder: DataFolder, ledger: Ledger, tmp_path: Path
) -> None:
    redact(ledger, note(ledger, SECRET))
    note(ledger, "sau")
    folder.close()
    with folder.database.path.open("r+b") as file:
        file.write(bytes(100))  # no header any more
        file.truncate(folder.database.path.stat().st_size)
    recover(folder.path, [], NOW)
    again = DataFolder(folder.path, tmp_path / "keys")
    assert [fault for fault in verify(again.database) if "redacted" in fault] == []
    again.close()


def test_a_redaction_of_something_else_blanks_nothing(ledger: Ledger) -> None:
    secret = note(ledger, SECRET)
    body = {"reason": REASON, "left": "0" * 64}
    ledger.append([Edit(REDACT, "area-1", "redaction", body, (secret.id,))], OFFICER_A, NOW)
    redact(ledger, note(ledger, "khác"))
    kept = ledger.find(secret.id)
    assert kept is not None
    assert kept.value == SECRET


def test_what_is_left_and_was_altered_is_neither_a_backup_nor_salvaged(
    folder: DataFolder, ledger: Ledger, tmp_path: Path
) -> None:
    redacted = note(ledger, SECRET)
    redact(ledger, redacted)
    backup, _ = back_up(folder.path, folder.database.path, "", NOW)
    left = dict(salvage(backup.path))[redacted.id]
    with contextlib.closing(sqlite3.connect(backup.path)) as connection:
        connection.execute("DROP TRIGGER change_no_update")
        connection.execute(
            "UPDATE change SET body = replace(body, 'Cán bộ A', 'Cán bộ B') WHERE id = ?",
            (redacted.id,),
        )
        connection.commit()
    with pytest.raises(Unsound):
        check(backup.path)
    assert dict(salvage(backup.path)).get(redacted.id, left) == left  # if a copy has it still
