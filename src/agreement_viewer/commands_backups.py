"""The commands on backups. Each returns the exit code, raises UserError."""

from argparse import Namespace
from pathlib import Path

from agreement_viewer.desk import Desk, now
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.listing import print_json
from agreement_viewer.restoring_words import day_and_time, differing, held_words, summary
from agreement_viewer.store.archive import write_archive
from agreement_viewer.store.database import DamagedFile, damaged
from agreement_viewer.store.ledger import only_a_view
from agreement_viewer.store.recovery import candidates, in_words, recover_folder
from agreement_viewer.store.restoring import look, restore
from agreement_viewer.store.soundness import Unsound, check


def backup(desk: Desk) -> int:
    """Back up into one file."""
    path: Path = desk.options.file
    if path.exists():
        raise UserError(
            translate("Backups", "{file} exists already: choose another name.", file=path)
        )
    if not path.absolute().parent.is_dir():
        raise UserError(
            translate("Backups", "The folder {folder} is not there.", folder=path.absolute().parent)
        )
    desk.folder.sign_for_backup()
    try:
        held = write_archive(path, desk.folder.path, desk.folder.database.path)
    except Unsound as fault:
        raise DamagedFile(damaged(desk.folder.database.path)) from fault
    said = translate("Backups", "Backed up and verified: {file}.", file=path)
    print(f"{said} {held_words(held)}")
    return 0


def backups(desk: Desk) -> int:
    """Print the backups, the newest first."""
    found = candidates(desk.folder.path, desk.folder.settings.values.backup_folder)
    if desk.options.json:
        print_json(
            [
                {
                    "file": str(backup.path),
                    "at": backup.at,
                    "changes": backup.held.changes,
                    "documents": backup.held.documents,
                    "last": backup.held.last,
                }
                for backup in found
            ]
        )
    elif found:
        for backup in found:
            print(f"{day_and_time(backup.at)}  {held_words(backup.held)}  {backup.path}")
    else:
        print(translate("Backups", "There are no backups yet."))
    return 0


def restore_(desk: Desk) -> int:
    """Take in what a backup holds, or only tell what it would bring."""
    path: Path | None = desk.options.file
    if desk.folder.is_view:
        raise UserError(only_a_view())
    try:
        check(desk.folder.database.path)
    except Unsound as fault:
        raise DamagedFile(damaged(desk.folder.database.path)) from fault
    if path is None:
        raise UserError(
            translate(
                "Backups",
                "The data can be opened: name the backup to restore. `agreement-viewer backups`"
                " lists them.",
            )
        )
    folder = desk.folder
    found = look(path, folder.path, folder.database.path)
    print("\n".join(summary(found)))
    for each in differing(desk.checklist, found.arrival):
        mark = translate("Restore", "not settled") if each.opens_difference else ""
        print(f"  {each.item} · {each.field}: {each.now} → {each.then} {mark}".rstrip())
    if found.is_nothing or desk.options.dry_run:
        return 0
    restore(path, folder.path, folder.database.path, now())
    folder.renew_writer()
    print(translate("Backups", "Restored. What was here has stayed."))
    return 0


def recover(data_dir: Path, key_dir: Path, options: Namespace) -> int:
    """Recover data that cannot be opened; what `restore` does there."""
    if options.dry_run:
        raise UserError(
            translate("Backups", "The data are damaged: without --dry-run they are recovered.")
        )
    print(in_words(recover_folder(data_dir, key_dir, now(), options.file)))
    return 0
