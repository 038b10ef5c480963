"""The same work without a window: `agreement-viewer COMMAND`. Qt is not loaded here.

Without a command, or with a file that somebody sent in its place, the window opens.
"""

import gc
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from agreement_viewer.arguments import BAD_INPUT, common_options
from agreement_viewer.errors import UserError
from agreement_viewer.exchange import is_bundle
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.office import open_folder
from agreement_viewer.store.database import DamagedFile, StoreError
from agreement_viewer.store.files import DataFolder, default_data_dir, default_key_dir
from agreement_viewer.store.schema import NewerFile

FAULT = 1


def run(arguments: Sequence[str]) -> int:
    """Carry out the command line; the exit code. Faults of input are one sentence on stderr."""
    gc.disable()  # a command makes no litter, nor does a start; the window, complete, enables it
    common, rest = common_options().parse_known_args(arguments)
    common.bundle, rest = _bundle(rest)
    try:
        try:
            return _run(common, rest)
        except DamagedFile as fault:
            ended = _recover(common, rest, fault)
            return _run(common, rest, fault.unsaved) if ended is None else ended
        except NewerFile:
            if rest or not _wants_to_look():
                raise
            common.read_only = True
            return _run(common, rest)
    except UserError as fault:
        print(fault, file=sys.stderr)
        if not rest:
            _tell_in_a_window(fault)
        return FAULT if isinstance(fault, StoreError) else BAD_INPUT


def _run(common: Namespace, rest: Sequence[str], unsaved: Sequence[Sequence[Edit]] = ()) -> int:
    folder = open_folder(common.data_dir, common.lang, read_only=common.read_only)
    try:
        if not rest:
            return _window(folder, common.agreement, common.bundle, unsaved)
        return _carry_out(folder, common.agreement, rest)
    finally:
        folder.close()


def _recover(common: Namespace, rest: Sequence[str], fault: DamagedFile) -> int | None:
    """What the command or window that recovers damaged data ends with; None: start again."""
    from agreement_viewer.display import missing_display

    place = common.data_dir or default_data_dir(), default_key_dir()
    if rest[:1] == ["restore"]:
        from agreement_viewer.command_line import commands_parser
        from agreement_viewer.commands_backups import recover

        return recover(*place, commands_parser().parse_args(rest))
    if rest or missing_display():
        raise fault
    from agreement_viewer.app import offer_recovery

    return None if offer_recovery(*place, len(fault.unsaved)) else FAULT


def _carry_out(folder: DataFolder, agreement: Path | None, arguments: Sequence[str]) -> int:
    from agreement_viewer.command_line import commands_parser
    from agreement_viewer.desk import Desk

    options = commands_parser().parse_args(arguments)
    return int(options.command(Desk(folder, agreement, options)))


def _wants_to_look() -> bool:
    """Whether the officer wants to look at data of a newer version."""
    from agreement_viewer.display import missing_display

    if missing_display():
        return False
    from agreement_viewer.app import offer_view

    return offer_view()


def _tell_in_a_window(fault: UserError) -> None:
    """An officer who starts the program by its icon has no terminal that would say it."""
    from agreement_viewer.display import missing_display

    has_terminal = sys.stderr is not None and sys.stderr.isatty()
    if not has_terminal and not missing_display():
        from agreement_viewer.app import tell

        tell(str(fault))


def _bundle(arguments: list[str]) -> tuple[Path | None, list[str]]:
    """The file that an officer opens in the system's file manager, and the arguments without it."""
    path = Path(arguments[0]) if len(arguments) == 1 else None
    return (path.absolute(), []) if path and is_bundle(path) else (None, arguments)


def _window(
    folder: DataFolder,
    agreement: Path | None,
    bundle: Path | None,
    unsaved: Sequence[Sequence[Edit]],
) -> int:
    if bundle and not bundle.is_file():
        from agreement_viewer.exchange.faults import unreadable

        raise unreadable(bundle)
    from agreement_viewer.display import missing_display

    if reason := missing_display():
        raise UserError(reason)
    from agreement_viewer.app import run_window

    return run_window(folder, agreement, bundle, unsaved)
