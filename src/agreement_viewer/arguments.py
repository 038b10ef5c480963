"""What every command has in common: its options, and how a fault in them is said."""

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from agreement_viewer.i18n import LANGUAGES, translate

BAD_INPUT = 2


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence of the user's language."""

    def error(self, message: str) -> NoReturn:
        """Say what the command is, and end with the code of bad input."""
        del message  # argparse's own words are English
        usage = " ".join(self.format_usage().split()[1:])
        print(
            translate("CommandLine", "The command is not understood; it is: {usage}", usage=usage),
            file=sys.stderr,
        )
        raise SystemExit(BAD_INPUT)


def common_options() -> argparse.ArgumentParser:
    """The options that stand before or after any command."""
    parser = Parser(prog="agreement-viewer", add_help=False, allow_abbrev=False)
    parser.add_argument("--data-dir", type=Path)
    parser.add_argument("--agreement", type=Path)
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--read-only", action="store_true")
    return parser
