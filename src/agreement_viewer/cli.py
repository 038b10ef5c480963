"""The same work without a window: `agreement-viewer COMMAND`. Qt is not loaded here."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, TypeAlias

from agreement_viewer import __version__, commands, commands_reports
from agreement_viewer.desk import Desk
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import LANGUAGES, translate
from agreement_viewer.ledger.periods import PeriodKind
from agreement_viewer.office import open_folder
from agreement_viewer.report.sheet import Form
from agreement_viewer.store.database import StoreError
from agreement_viewer.store.files import DataFolder

FAULT = 1
BAD_INPUT = 2
_Group: TypeAlias = "argparse._SubParsersAction[_Parser]"


def run(arguments: Sequence[str]) -> int:
    """Carry out the command line; the exit code. Faults of input are one sentence on stderr."""
    common, rest = _common_options().parse_known_args(arguments)
    folder: DataFolder | None = None
    try:
        folder = open_folder(common.data_dir, common.lang)
        options = _commands().parse_args(rest)
        if options.command is None:
            return _window(folder, common.agreement)
        command: Callable[[Desk], int] = options.command
        return command(Desk(folder, common.agreement, options))
    except UserError as fault:
        print(fault, file=sys.stderr)
        return FAULT if isinstance(fault, StoreError) else BAD_INPUT
    finally:
        if folder is not None:
            folder.close()


def _window(folder: DataFolder, agreement: Path | None) -> int:
    from agreement_viewer.display import missing_display

    if reason := missing_display():
        raise UserError(reason)
    from agreement_viewer.app import run_window

    return run_window(folder, agreement)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence of the user's language."""

    def error(self, message: str) -> NoReturn:
        del message  # argparse's own words are English
        usage = " ".join(self.format_usage().split()[1:])
        print(
            translate("CommandLine", "The command is not understood; it is: {usage}", usage=usage),
            file=sys.stderr,
        )
        raise SystemExit(BAD_INPUT)


def _common_options() -> argparse.ArgumentParser:
    """The options that stand before or after any command."""
    parser = _Parser(prog="agreement-viewer", add_help=False, allow_abbrev=False)
    parser.add_argument("--data-dir", type=Path)
    parser.add_argument("--agreement", type=Path)
    parser.add_argument("--lang", choices=LANGUAGES)
    return parser


def _commands() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="agreement-viewer",
        allow_abbrev=False,
        description=translate(
            "CommandLine", "Without a command the window opens. Options stand before or after it."
        ),
        epilog="--data-dir DIR   --agreement FILE   --lang vi|en",
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.set_defaults(command=None)
    group = parser.add_subparsers(title=translate("CommandLine", "Commands"), metavar="COMMAND")
    _add_checklist(group)
    _add_reports(group)
    text = translate("CommandLine", "Check the data file from end to end.")
    _add(group, "verify", commands.verify_, text)
    return parser


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
    text = translate("CommandLine", "Tell which report carries a code, and whether it holds.")
    check = _add(group, "check", commands_reports.check_code, text)
    check.add_argument("code", metavar="CODE")
