"""The commands that keep the data and carry them to others, with their arguments."""

from pathlib import Path

from agreement_viewer.arguments import Group, add_command, add_json
from agreement_viewer.desk import Desk
from agreement_viewer.i18n import translate


def add_backups(group: Group) -> None:
    """`backup`, `restore`, `backups`."""
    text = translate("CommandLine", "Back up data and evidence into one file, and verify it.")
    backup = add_command(group, "backup", _backup, text)
    backup.add_argument(
        "file", metavar="FILE", type=Path, help=translate("CommandLine", "A new file, *.zip.")
    )
    text = translate("CommandLine", "Take in what a backup holds; what is here stays.")
    restore = add_command(group, "restore", _restore, text)
    restore.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        nargs="?",
        help=translate(
            "CommandLine", "A backup; damaged data recover from the newest where none is named."
        ),
    )
    restore.add_argument(
        "--dry-run",
        action="store_true",
        help=translate("CommandLine", "Tell what would come, and change nothing."),
    )
    text = translate("CommandLine", "List the backups.")
    add_json(add_command(group, "backups", _backups, text))


def add_exchange(group: Group) -> None:
    """`export`, `import`, `sync`."""
    text = translate("CommandLine", "Write what was recorded to a file for another office.")
    export = add_command(group, "export", _export, text)
    export.add_argument(
        "file",
        metavar="FILE.agx",
        type=Path,
        help=translate("CommandLine", "A new file to hand over."),
    )
    how_much = export.add_mutually_exclusive_group()
    how_much.add_argument(
        "--since-partner",
        metavar="NAME",
        help=translate(
            "CommandLine", "Only what this partner has not seen: an officer or an agency."
        ),
    )
    how_much.add_argument(
        "--handover",
        action="store_true",
        help=translate(
            "CommandLine", "Everything, for a successor, with the record to sign beside it."
        ),
    )
    text = translate("CommandLine", "Take in what another office recorded.")
    receiving = add_command(group, "import", _import, text)
    receiving.add_argument(
        "file",
        metavar="FILE.agx",
        type=Path,
        help=translate("CommandLine", "The file that was sent."),
    )
    receiving.add_argument(
        "--dry-run",
        action="store_true",
        help=translate("CommandLine", "Tell what would come, and change nothing."),
    )
    receiving.add_argument(
        "--accept-new",
        action="store_true",
        help=translate(
            "CommandLine", "Take in what new senders wrote too: their codes were compared."
        ),
    )
    text = translate(
        "CommandLine", "Exchange with other offices through a shared folder or a server."
    )
    syncing = add_command(group, "sync", _sync, text)
    syncing.add_argument(
        "place",
        metavar="{FOLDER,URL}",
        help=translate(
            "CommandLine", "A folder that all can write to, or postgresql://NAME@SERVER/DATABASE."
        ),
    )
    syncing.add_argument(
        "--accept-new",
        action="store_true",
        help=translate(
            "CommandLine", "Take in what new senders wrote too: their codes were compared."
        ),
    )
    for command in (export, receiving):
        command.add_argument(
            "--passphrase-file",
            metavar="FILE",
            type=Path,
            help=translate("CommandLine", "The first line of this file is the passphrase."),
        )


def add_hub(group: Group) -> None:
    """`hub init`, `hub status`."""
    text = translate("CommandLine", "Set a server up, or tell how the exchange stands there.")
    hub = group.add_parser("hub", help=text, description=text, allow_abbrev=False)
    hubs = hub.add_subparsers(metavar="COMMAND", required=True)
    text = translate("CommandLine", "Set a database up for the exchange, as its owner.")
    add_command(hubs, "init", _hub_init, text).add_argument(
        "url",
        metavar="URL",
        help=translate(
            "CommandLine", "postgresql://NAME@SERVER/DATABASE; the password is asked for."
        ),
    )
    text = translate("CommandLine", "Tell what was left at the server, and what was not.")
    add_command(hubs, "status", _hub_status, text).add_argument(
        "url",
        metavar="URL",
        nargs="?",
        help=translate("CommandLine", "The server; that of the settings where none is named."),
    )


def _backup(desk: Desk) -> int:
    from agreement_viewer.commands_backups import backup

    return backup(desk)


def _restore(desk: Desk) -> int:
    from agreement_viewer.commands_backups import restore_

    return restore_(desk)


def _backups(desk: Desk) -> int:
    from agreement_viewer.commands_backups import backups

    return backups(desk)


def _export(desk: Desk) -> int:
    from agreement_viewer.commands_exchange import export

    return export(desk)


def _import(desk: Desk) -> int:
    from agreement_viewer.commands_exchange import import_

    return import_(desk)


def _sync(desk: Desk) -> int:
    from agreement_viewer.commands_exchange import sync

    return sync(desk)


def _hub_init(desk: Desk) -> int:
    from agreement_viewer.commands_hub import hub_init

    return hub_init(desk)


def _hub_status(desk: Desk) -> int:
    from agreement_viewer.commands_hub import hub_status

    return hub_status(desk)
