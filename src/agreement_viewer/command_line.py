"""The commands of the command line and their arguments."""

import argparse
from pathlib import Path

from agreement_viewer import __version__, commands, commands_reports
from agreement_viewer.arguments import Group, Parser, add_command, add_json
from agreement_viewer.command_line_sharing import add_backups, add_exchange, add_hub
from agreement_viewer.desk import Desk
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.fields import FIELDS
from agreement_viewer.ledger.periods import PeriodKind
from agreement_viewer.report.sheet import Form


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
    redacting = add_command(group, "redact", commands.redact, text)
    redacting.add_argument(
        "change",
        metavar="CHANGE",
        help=translate("CommandLine", "The id that `history --json` shows."),
    )
    redacting.add_argument(
        "--reason",
        metavar="TEXT",
        required=True,
        help=translate("CommandLine", "Why; it stays in the history."),
    )
    add_backups(group)
    add_exchange(group)
    add_hub(group)
    text = translate("CommandLine", "Check the data file from end to end.")
    add_command(group, "verify", commands.verify_, text)
    text = translate("CommandLine", "Try everything that the program needs, beside the data.")
    add_command(group, "self-test", _self_test, text)
    return parser


def _self_test(desk: Desk) -> int:
    from agreement_viewer.self_test import self_test

    return self_test(desk)


def _add_checklist(group: Group) -> None:
    text = translate("CommandLine", "Show all items and tasks.")
    add_json(add_command(group, "list", commands.list_, text))
    text = translate("CommandLine", "Give a field of an item a value.")
    setting = add_command(group, "set", commands.set_, text)
    setting.add_argument(
        "item",
        metavar="ITEM",
        help=translate("CommandLine", "The id that `list` shows; of a task its beginning will do."),
    )
    setting.add_argument(
        "field",
        metavar="FIELD",
        help=translate("CommandLine", "One of: {fields}.", fields=", ".join(FIELDS)),
    )
    setting.add_argument(
        "value",
        metavar="VALUE",
        nargs="+",
        help=translate(
            "CommandLine", "As it is typed in the window; empty quotes empty the field."
        ),
    )
    text = translate("CommandLine", "Add a task under an item.")
    adding = add_command(group, "add-task", commands.add_task, text)
    adding.add_argument(
        "item", metavar="ITEM", help=translate("CommandLine", "The id that `list` shows.")
    )
    adding.add_argument(
        "title", metavar="TITLE", nargs="+", help=translate("CommandLine", "What is to be done.")
    )
    text = translate("CommandLine", "Show who changed what and when.")
    history = add_command(group, "history", commands.history, text)
    history.add_argument(
        "item",
        metavar="ITEM",
        nargs="?",
        help=translate("CommandLine", "Of this item or task; of all where none is named."),
    )
    add_json(history)


def _add_reports(group: Group) -> None:
    text = translate("CommandLine", "Write the status report as PDF, Word or Excel.")
    report = add_command(group, "report", commands_reports.report, text)
    report.add_argument(
        "-o",
        "--output",
        metavar="FILE.{pdf,docx,xlsx}",
        type=Path,
        required=True,
        help=translate("CommandLine", "The file to write; its ending tells the kind."),
    )
    report.add_argument(
        "--kind",
        choices=[form.value for form in Form],
        default=Form.FULL.value,
        help=translate("CommandLine", "The whole report, or the one page for leaders."),
    )
    when = report.add_mutually_exclusive_group()
    when.add_argument(
        "--period",
        metavar="NAME",
        help=translate("CommandLine", "Of a closed period, by its name."),
    )
    when.add_argument(
        "--as-of",
        metavar="YYYY-MM-DD",
        help=translate("CommandLine", "As things stood at the end of this day."),
    )
    text = translate("CommandLine", "Close the figures of a period, or list the closed ones.")
    period = group.add_parser("period", help=text, description=text, allow_abbrev=False)
    periods = period.add_subparsers(metavar="COMMAND", required=True)
    text = translate("CommandLine", "Close the figures of a period.")
    close = add_command(periods, "close", commands_reports.close_period, text)
    close.add_argument(
        "name", metavar="NAME", help=translate("CommandLine", "What the period is called.")
    )
    close.add_argument(
        "--from",
        dest="first",
        metavar="YYYY-MM-DD",
        required=True,
        help=translate("CommandLine", "Its first day."),
    )
    close.add_argument(
        "--to",
        dest="last",
        metavar="YYYY-MM-DD",
        required=True,
        help=translate("CommandLine", "Its last day."),
    )
    close.add_argument(
        "--kind",
        choices=[kind.value for kind in PeriodKind],
        help=translate("CommandLine", "How long it is; taken from its days where it is not named."),
    )
    text = translate("CommandLine", "List the closed periods.")
    add_json(add_command(periods, "list", commands_reports.list_periods, text))
    text = translate(
        "CommandLine", "Write the record of what was merged and settled, for both sides to sign."
    )
    record = add_command(group, "reconcile", commands_reports.reconcile, text)
    record.add_argument(
        "-o",
        "--output",
        metavar="FILE.pdf",
        type=Path,
        required=True,
        help=translate("CommandLine", "The file to write."),
    )
    record.add_argument(
        "--since",
        metavar="YYYY-MM-DD",
        help=translate("CommandLine", "Only what was recorded from this day on."),
    )
    text = translate("CommandLine", "Tell which report carries a code, and whether it holds.")
    check = add_command(group, "check", commands_reports.check_code, text)
    check.add_argument(
        "code",
        metavar="CODE",
        help=translate("CommandLine", "As printed on the report, 0000-0000-0000."),
    )
