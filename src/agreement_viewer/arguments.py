"""What every command has in common: its options, and how a fault in them is said."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from agreement_viewer.i18n import LANGUAGES, translate

if TYPE_CHECKING:
    from agreement_viewer.desk import Desk

BAD_INPUT = 2


class Parser(argparse.ArgumentParser):
    """Speaks the user's language; argparse's own words are English."""

    def __init__(self, *, add_help: bool = True, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **settings)
        self._positionals.title = translate("CommandLine", "Arguments")
        self._optionals.title = translate("CommandLine", "Options")
        if add_help:
            text = translate("CommandLine", "Show this help.")
            self.add_argument("-h", "--help", action="help", help=text)

    def error(self, message: str) -> NoReturn:
        """Say what the command is, and end with the code of bad input."""
        del message
        usage = " ".join(self.format_usage().removeprefix(_usage()).split())
        print(
            translate("CommandLine", "The command is not understood; it is: {usage}", usage=usage),
            file=sys.stderr,
        )
        raise SystemExit(BAD_INPUT)


Group: TypeAlias = "argparse._SubParsersAction[Parser]"
"""Where commands are added."""


def add_command(
    group: Group, name: str, command: Callable[["Desk"], int], help: str
) -> argparse.ArgumentParser:
    """The parser of one more command, for its arguments to be added."""
    added = group.add_parser(name, help=help, description=help, allow_abbrev=False)
    added.set_defaults(command=command)
    return added


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let the command print JSON."""
    text = translate("CommandLine", "As JSON, for other programs.")
    parser.add_argument("--json", action="store_true", help=text)


class _Help(argparse.HelpFormatter):
    """Help that begins in the user's language."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """See argparse, which passes a prefix only for the names of subcommands."""
        super().add_usage(usage, actions, groups, _usage() if prefix is None else prefix)


def _usage() -> str:
    return translate("CommandLine", "Usage:") + " "


def common_options() -> argparse.ArgumentParser:
    """The options that stand before or after any command."""
    parser = Parser(prog="agreement-viewer", add_help=False, allow_abbrev=False)
    parser.add_argument("--data-dir", type=Path)
    parser.add_argument("--agreement", type=Path)
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--read-only", action="store_true")
    return parser
