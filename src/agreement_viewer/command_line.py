"""The commands of the command line and their arguments."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from agreement_viewer import __version__, commands, commands_reports
from agreement_viewer.arguments import Parser
from agreement_viewer.desk import Desk
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.periods import PeriodKind
from agreement_viewer.report.sheet import Form

_Group: TypeAlias = "argparse._SubParsersAction[Parser]"


def commands_parser() -> argparse.ArgumentParser:
    """The parser of everything but the common options; `command` is the function to call."""
    parser = Parser(
        prog="agreement-viewer",
        allow_abbrev=False,
        description=translate(
            "CommandLine", "Without a command the window opens. Options stand before or after it."
        ),
        epilog="--data-dir DIR   --agreement FILE   --lang vi|en   --read-only",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=__version__,
        help=translate("CommandLine", "Show the program's version."),
    )
    group = parser.add_subparsers(
        title=translate("CommandLine", "Commands"), metavar="COMMAND", required=True
    )
    _add_checklist(group)
    _add_reports(group)
    text = translate("CommandLine", "Take a secret out of a change, for ever.")
    redacting = _add(group, "redact", commands.redact, text)
    redacting.add_argument("change", metavar="CHANGE")
    redacting.add_argument("--reason", metavar="TEXT", required=True)
    _add_backups(group)
    _add_exchange(group)
    _add_hub(group)
    text = translate("CommandLine", "Check the data file from end to end.")
    _add(group, "verify", commands.verify_, text)
    text = translate("CommandLine", "Try everything that the program needs, beside the data.")
    _add(group, "self-test", _self_test, text)
    return parser


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


def _self_test(desk: Desk) -> int:
    from agreement_viewer.self_test import self_test

    return self_test(desk)


def _add(
    group: _Group, name: str, command: Callable[[Desk], int], help: str
) -> argparse.ArgumentParser:
    added = group.add_parser(name, help=help, description=help, allow_abbrev=False)
    added.set_defaults(command=command)
    return added


def _add_checklist(group: _Group) -> None:
    text = translate("CommandLine", "Show all items and tasks.")
    _add(group, "list", commands.list_, text).add_argument("--json", action="store_true")
    text = translate("CommandLine", "Give a field of an item a value.")
    setting = _add(group, "set", commands.set_, text)
    setting.add_argument("item", metavar="ITEM")
    setting.add_argument("field", metavar="FIELD")
    setting.add_argument("value", metavar="VALUE", nargs="+")
    text = translate("CommandLine", "Add a task under an item.")
    adding = _add(group, "add-task", commands.add_task, text)
    adding.add_argument("item", metavar="ITEM")
    adding.add_argument("title", metavar="TITLE", nargs="+")
    text = translate("CommandLine", "Show who changed what and when.")
    history = _add(group, "history", commands.history, text)
    history.add_argument("item", metavar="ITEM", nargs="?")
    history.add_argument("--json", action="store_true")


def _add_backups(group: _Group) -> None:
    text = translate("CommandLine", "Back up data and evidence into one file, and verify it.")
    backup = _add(group, "backup", _backup, text)
    backup.add_argument("file", metavar="FILE", type=Path)
    text = translate("CommandLine", "Take in what a backup holds; what is here stays.")
    restore = _add(group, "restore", _restore, text)
    restore.add_argument("file", metavar="FILE", type=Path, nargs="?")
    restore.add_argument("--dry-run", action="store_true")
    text = translate("CommandLine", "List the backups.")
    _add(group, "backups", _backups, text).add_argument("--json", action="store_true")


def _add_reports(group: _Group) -> None:
    text = translate("CommandLine", "Write the status report as PDF, Word or Excel.")
    report = _add(group, "report", commands_reports.report, text)
    report.add_argument("-o", "--output", metavar="FILE.{pdf,docx,xlsx}", type=Path, required=True)
    report.add_argument("--kind", choices=[form.value for form in Form], default=Form.FULL.value)
    when = report.add_mutually_exclusive_group()
    when.add_argument("--period", metavar="NAME")
    when.add_argument("--as-of", metavar="YYYY-MM-DD")
    text = translate("CommandLine", "Close the figures of a period, or list the closed ones.")
    period = group.add_parser("period", help=text, description=text, allow_abbrev=False)
    periods = period.add_subparsers(metavar="COMMAND", required=True)
    text = translate("CommandLine", "Close the figures of a period.")
    close = _add(periods, "close", commands_reports.close_period, text)
    close.add_argument("name", metavar="NAME")
    close.add_argument("--from", dest="first", metavar="YYYY-MM-DD", required=True)
    close.add_argument("--to", dest="last", metavar="YYYY-MM-DD", required=True)
    close.add_argument("--kind", choices=[kind.value for kind in PeriodKind])
    text = translate("CommandLine", "List the closed periods.")
    _add(periods, "list", commands_reports.list_periods, text).add_argument(
        "--json", action="store_true"
    )
    text = translate(
        "CommandLine", "Write the record of what was merged and settled, for both sides to sign."
    )
    record = _add(group, "reconcile", commands_reports.reconcile, text)
    record.add_argument("-o", "--output", metavar="FILE.pdf", type=Path, required=True)
    record.add_argument("--since", metavar="YYYY-MM-DD")
    text = translate("CommandLine", "Tell which report carries a code, and whether it holds.")
    check = _add(group, "check", commands_reports.check_code, text)
    check.add_argument("code", metavar="CODE")


def _add_exchange(group: _Group) -> None:
    text = translate("CommandLine", "Write what was recorded to a file for another office.")
    export = _add(group, "export", _export, text)
    export.add_argument("file", metavar="FILE.agx", type=Path)
    how_much = export.add_mutually_exclusive_group()
    how_much.add_argument("--since-partner", metavar="NAME")
    how_much.add_argument("--handover", action="store_true")
    text = translate("CommandLine", "Take in what another office recorded.")
    receiving = _add(group, "import", _import, text)
    receiving.add_argument("file", metavar="FILE.agx", type=Path)
    receiving.add_argument("--dry-run", action="store_true")
    receiving.add_argument("--accept-new", action="store_true")
    text = translate(
        "CommandLine", "Exchange with other offices through a shared folder or a server."
    )
    syncing = _add(group, "sync", _sync, text)
    syncing.add_argument("place", metavar="{FOLDER,URL}")
    syncing.add_argument("--accept-new", action="store_true")
    for command in (export, receiving):
        command.add_argument("--passphrase-file", metavar="FILE", type=Path)


def _add_hub(group: _Group) -> None:
    text = translate("CommandLine", "Set a server up, or tell how the exchange stands there.")
    hub = group.add_parser("hub", help=text, description=text, allow_abbrev=False)
    hubs = hub.add_subparsers(metavar="COMMAND", required=True)
    text = translate("CommandLine", "Set a database up for the exchange, as its owner.")
    _add(hubs, "init", _hub_init, text).add_argument("url", metavar="URL")
    text = translate("CommandLine", "Tell what was left at the server, and what was not.")
    _add(hubs, "status", _hub_status, text).add_argument("url", metavar="URL", nargs="?")
