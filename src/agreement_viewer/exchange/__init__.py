"""Carrying changes to another ledger, so that two lists become one without losing a word.

Every road has the same two ends. `outgoing.gather` tells what one ledger gives, given what the
other has seen (a cut): changes, the signed heads that stand for them, files of evidence. What
arrives is records (`records.Record`), which can be read as often as is needed: `checking` tells
whether they may be believed, `taking` takes all of them or nothing. A carrier only brings records
across, and none is trusted: here the bundle, one file. A shared folder is bundles that find their
own way; the rows of a server's table are the same records.
"""

from pathlib import Path
from typing import Final

SUFFIX: Final = ".agx"


def is_bundle(path: Path) -> bool:
    """Whether a file of this name is one to receive."""
    return path.suffix.lower() == SUFFIX
