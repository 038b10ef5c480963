"""Recovering a damaged ledger: the newest sound backup and all that the damaged file still proves.

The new file is made beside the damaged one, which is then set aside under the day, with its log,
and never deleted. Whatever fails on the way leaves everything as it was.
"""

import contextlib
import datetime
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.store.archive import opened_backup
from agreement_viewer.store.backups import Backup, BackupFolder
from agreement_viewer.store.copying import EVIDENCE, Tell, copy_evidence, copy_private, quiet
from agreement_viewer.store.database import FILE_NAME, Database
from agreement_viewer.store.losses import Loss, loss
from agreement_viewer.store.rescue import take_salvaged
from agreement_viewer.store.restoring import incoming
from agreement_viewer.store.salvage import recorded_in
from agreement_viewer.store.settings import SettingsFile
from agreement_viewer.store.signed_heads import sign_folder
from agreement_viewer.store.soundness import Unsound, check
from agreement_viewer.store.traces import settle_again
from agreement_viewer.store.union import union
from agreement_viewer.store.window_lock import WindowLock
from agreement_viewer.store.writer import new_writer

FOLDER: Final = "damaged"
_PARTS: Final = ("", "-wal", "-shm")


class Recovered(NamedTuple):
    """What a recovery came to."""

    aside: Path | None
    """The folder that the damaged file lies in now; None where the file was gone."""
    backup: Path | None
    """The backup that was taken in."""
    changes: int
    """How many there are now."""
    loss: Loss


def recover_folder(
    data_dir: Path,
    key_dir: Path,
    now: datetime.datetime,
    named: Path | None = None,
    tell: Tell = quiet,
) -> Recovered:
    """Recover a data folder, with the backup `named` too, and give it a new writer.

    Raises UserError; then everything is as it was.
    """
    lock = WindowLock(data_dir)
    if not lock.take():
        raise UserError(
            translate("Recovery", "A window of the program shows these data: close it first.")
        )
    try:
        _refuse_if_whole(data_dir / FILE_NAME, data_dir)
        second = SettingsFile(data_dir / "settings.json").values.backup_folder
        backups = [backup.path for backup in candidates(data_dir, second)]
        recovered = recover(data_dir, [named, *backups] if named else backups, now, tell)
        _sign(data_dir, key_dir)
        new_writer(data_dir, key_dir)
    finally:
        lock.release()
    return recovered


def _refuse_if_whole(path: Path, data_dir: Path) -> None:
    """Somebody else may have recovered it since the damage was found. Raises UserError."""
    try:
        check(path)
    except Unsound:
        return
    if loss(path, data_dir, None).changes:
        return
    raise UserError(
        translate("Recovery", "The data are in order, nothing was changed: start the program anew.")
    )


def _sign(data_dir: Path, key_dir: Path) -> None:
    """The writer that goes stands for what is left of its chain, if its key can still sign."""
    with (
        contextlib.suppress(UserError),
        contextlib.closing(Database(data_dir / FILE_NAME)) as database,
    ):
        sign_folder(database, data_dir, key_dir)


def candidates(data_dir: Path, second: str) -> list[Backup]:
    """The backups of a data folder, here and at the second place, the newest first."""
    folders = [BackupFolder.of(data_dir)]
    if second:
        folders.append(BackupFolder.second(Path(second), data_dir))
    found = [backup for folder in folders for backup in folder.all()]
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def recover(
    data_dir: Path, backups: Sequence[Path], now: datetime.datetime, tell: Tell = quiet
) -> Recovered:
    """Make the ledger of `data_dir` anew, from the first sound one of `backups` and its own file.

    No connection to the file may be open. Whoever calls gives the folder a new writer. Raises
    UserError; then everything is as it was.
    """
    database = data_dir / FILE_NAME
    try:
        with tempfile.TemporaryDirectory(prefix=".recover-", dir=data_dir) as place:
            fresh = Path(place, FILE_NAME)
            Database(fresh).close()
            used = _take_backup(fresh, backups, data_dir)
            tell(30)
            recorded: int | None = 0
            for number, damaged in enumerate(_damaged_files(data_dir)):
                copy = Path(place, str(number))
                copy.mkdir()
                _copy(damaged, copy)
                recorded = recorded_in(copy / FILE_NAME)
                take_salvaged(fresh, copy / FILE_NAME, tell)
            tell(90)
            changes = check(fresh).changes
            found = loss(fresh, data_dir, recorded)
            aside = _set_aside(database, now)
            try:
                fresh.replace(database)
            except OSError:
                if aside:
                    _put_back(aside, database)
                raise
            settle_again(database)
    except OSError as fault:
        raise UserError(
            translate(
                "Recovery",
                "The data in {folder} could not be recovered: free some space on the disk, close"
                " other programs that use the data and try again.",
                folder=data_dir,
            )
        ) from fault
    return Recovered(aside, used, changes, found)


def _take_backup(fresh: Path, backups: Sequence[Path], data_dir: Path) -> Path | None:
    """Take in the first backup that is sound; which one that was."""
    for path in backups:
        with contextlib.suppress(UserError), opened_backup(path, data_dir) as backup:
            check(backup.ledger)
            with incoming(backup.ledger) as coming:
                union(fresh, coming, None)
            copy_evidence(backup.evidence, data_dir / EVIDENCE)
            return path
    return None


def _damaged_files(data_dir: Path) -> Iterator[Path]:
    """The file in use, or where it is gone the one that was set aside last."""
    if (data_dir / FILE_NAME).exists():
        yield data_dir / FILE_NAME
        return
    yield from sorted(data_dir.glob(f"{FOLDER}/*/{FILE_NAME}"))[-1:]


def _copy(damaged: Path, folder: Path) -> None:
    for part in _PARTS[:2]:
        file = damaged.with_name(damaged.name + part)
        if file.exists():
            copy_private(file, folder / f"{FILE_NAME}{part}")


def _set_aside(database: Path, now: datetime.datetime) -> Path | None:
    """Move the damaged file and its log into a folder of the day. Raises OSError."""
    present = [database.with_name(database.name + part) for part in _PARTS]
    if not any(path.exists() for path in present):
        return None
    folder = database.parent / FOLDER / f"{now:%Y-%m-%dT%H%M%S}"
    folder.mkdir(parents=True, mode=0o700)
    moved = []
    try:
        for path in present[::-1]:  # the log first: without it the file is only older
            if path.exists():
                path.replace(folder / path.name)
                moved.append(path)
    except OSError:
        for path in moved:
            (folder / path.name).replace(path)
        raise
    return folder


def _put_back(folder: Path, database: Path) -> None:
    for path in folder.iterdir():
        shutil.move(path, database.parent / path.name)


def in_words(recovered: Recovered) -> str:
    """What was lost, in one sentence, and where the damaged file lies."""
    found, count = recovered.loss, recovered.changes
    if found.changes:
        said = translate(
            "Recovery",
            "Lost: {lost} changes, recorded until {until}. {count} changes are there.",
            lost=found.changes,
            until=f"{found.until:%H:%M %d/%m/%Y}" if found.until else "?",
            count=count,
        )
    elif found.is_certain:
        said = translate(
            "Recovery", "Nothing that was recorded is lost: {count} changes are there.", count=count
        )
    else:
        said = translate(
            "Recovery",
            "{count} changes are there; the damaged file no longer tells whether there were more.",
            count=count,
        )
    if found.waiting:
        said += " " + translate(
            "Recovery",
            "{waiting} of them stand on lost ones and are not shown until those are received.",
            waiting=found.waiting,
        )
    if recovered.aside:
        said += " " + translate(
            "Recovery", "The damaged file is kept in {folder}.", folder=recovered.aside
        )
    return said
