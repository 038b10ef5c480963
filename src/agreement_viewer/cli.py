"""The same work without a window: `agreement-viewer COMMAND`. Qt is not loaded here."""

import argparse
import datetime
import gc
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NoReturn

from agreement_viewer import __version__
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import LANGUAGES, translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Checklist, Entry
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import parse_value
from agreement_viewer.listing import history_lines, list_lines, print_json, to_history, to_list
from agreement_viewer.office import bundled_agreement, open_folder, read_agreement_file
from agreement_viewer.store.database import StoreError
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.verify import verify

FAULT = 1
BAD_INPUT = 2


class Desk:
    """What a command works on; the programme and its ledger are opened when first asked for."""

    def __init__(self, folder: DataFolder, agreement: Path | None, options: Namespace) -> None:
        self.folder = folder
        self.options = options
        self._agreement = agreement

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger of the programme in use. Raises UserError."""
        last = self.folder.settings.values.agreement_file
        return self.folder.ledger(
            *read_agreement_file(Path(self._agreement or last or bundled_agreement()))
        )

    @cached_property
    def checklist(self) -> Checklist:
        """The checklist of the programme in use. Raises UserError."""
        return Checklist(self.ledger.agreement, self.ledger.heads)

    def entry(self, id: str) -> Entry:
        """The item with this id, or the task whose id begins so. Raises UserError."""
        entries = list(self.checklist.entries())
        exact = [entry for entry in entries if entry.id == id]
        begun = [entry for entry in entries if entry.is_task and entry.id.startswith(id)]
        found = exact or (begun if len(id) >= 6 else [])
        if len(found) != 1:
            raise UserError(
                translate(
                    "CommandLine",
                    "There is no item “{id}”: `agreement-viewer list` shows all.",
                    id=id,
                )
            )
        return found[0]

    def record(self, edits: Sequence[Edit]) -> None:
        """Append one action."""
        if edits:
            self.ledger.append(edits, self.folder.settings.values.officer, now())


def now() -> datetime.datetime:
    """The moment, with the computer's time zone."""
    return datetime.datetime.now().astimezone()


def run(arguments: Sequence[str]) -> int:
    """Carry out the command line; the exit code. Faults of input are one sentence on stderr."""
    common, rest = _common_options().parse_known_args(arguments)
    folder: DataFolder | None = None
    try:
        folder = open_folder(common.data_dir, common.lang)
        if not rest:
            return _window(folder, common.agreement)
        options = _commands().parse_args(rest)
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
    gc.disable()  # nothing that a start makes is litter; the window, once complete, enables it
    from agreement_viewer.app import run_window

    return run_window(folder, agreement)


def _list(desk: Desk) -> int:
    entries = list(desk.checklist.entries())
    if desk.options.json:
        print_json(to_list(entries, now().date()))
    else:
        print("\n".join(list_lines(entries, now().date())))
    return 0


def _set(desk: Desk) -> int:
    name, text = desk.options.field, " ".join(desk.options.value)
    entry = desk.entry(desk.options.item)
    desk.record(actions.set_value(entry, name, parse_value(name, text), now().date()))
    return 0


def _add_task(desk: Desk) -> int:
    item = desk.entry(desk.options.item)
    if item.is_task:
        raise UserError(translate("CommandLine", "A task stands under an item, not under a task."))
    desk.record(actions.add_task(item.id, " ".join(desk.options.title)))
    return 0


def _history(desk: Desk) -> int:
    ids: list[str] | None = None
    if desk.options.item:
        entry = desk.entry(desk.options.item)
        beneath = [entry, *desk.checklist.all_tasks(entry.id)]
        papers = [paper for thing in beneath for paper in desk.checklist.evidence(thing.id)]
        ids = [thing.id for thing in (*beneath, *papers)]
    changes = desk.ledger.history(ids)
    if desk.options.json:
        print_json(to_history(changes))
    else:
        print("\n".join(history_lines(changes, desk.checklist)))
    return 0


def _report(desk: Desk) -> int:
    from agreement_viewer.report.files import write_report

    write_report(desk.options.output, desk.checklist, desk.folder.settings.values.officer, now())
    return 0


def _verify(desk: Desk) -> int:
    faults = verify(desk.folder.database)
    print("\n".join(faults) or translate("CommandLine", "All in order."))
    return FAULT if faults else 0


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
    commands = parser.add_subparsers(
        title=translate("CommandLine", "Commands"), metavar="COMMAND", required=True
    )

    def add(name: str, command: Callable[[Desk], int], help: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help, description=help, allow_abbrev=False)
        added.set_defaults(command=command)
        return added

    listing = add("list", _list, translate("CommandLine", "Show all items and tasks."))
    listing.add_argument("--json", action="store_true")
    setting = add("set", _set, translate("CommandLine", "Give a field of an item a value."))
    setting.add_argument("item", metavar="ITEM")
    setting.add_argument("field", metavar="FIELD")
    setting.add_argument("value", metavar="VALUE", nargs="+")
    adding = add("add-task", _add_task, translate("CommandLine", "Add a task under an item."))
    adding.add_argument("item", metavar="ITEM")
    adding.add_argument("title", metavar="TITLE", nargs="+")
    history = add("history", _history, translate("CommandLine", "Show who changed what and when."))
    history.add_argument("item", metavar="ITEM", nargs="?")
    history.add_argument("--json", action="store_true")
    report = add("report", _report, translate("CommandLine", "Write the status report."))
    report.add_argument("-o", "--output", metavar="FILE.pdf", type=Path, required=True)
    add("verify", _verify, translate("CommandLine", "Check the data file from end to end."))
    return parser
