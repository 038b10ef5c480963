"""The shared folder: bundles that find their own way, on a server's share, a stick or a cloud's.

Each computer writes its own files there and touches no others, so that none needs a lock. What is
there is told by reading it, never by a list that could be wrong: a file may be late, cut off, there
twice or removed at any time, and what it held is left there again by whoever has it.
"""

import contextlib
import datetime
import json
import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from agreement_viewer.errors import UserError
from agreement_viewer.exchange import SUFFIX
from agreement_viewer.exchange.bundle import Bundle, write_bundle
from agreement_viewer.exchange.carrier import Arrived, Tell
from agreement_viewer.exchange.faults import BundleError, PassphraseNeeded
from agreement_viewer.exchange.holding import Held
from agreement_viewer.exchange.naming import files_named
from agreement_viewer.exchange.outgoing import gather
from agreement_viewer.exchange.peeking import Peeked, peek
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.edit import Tip
from agreement_viewer.ledger.fields import REDACTION
from agreement_viewer.store import partners
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.rows import read_change
from agreement_viewer.store.signed_heads import counted_heads

MOST_OWN: Final = 100
"""So many files of its own a computer leaves before one takes their place."""
_MARK: Final = 16
_ABSENT: Final = (
    "SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM change WHERE id = value)"
)
_WAITING: Final = "SELECT id FROM waiting"
_REDACTIONS: Final = "SELECT id, body FROM head WHERE agreement = ? AND field = ?"
_NAMING: Final = "SELECT body FROM head WHERE agreement = ? AND instr(body, '\"sha256\"') > 0"


class _File(NamedTuple):
    path: Path
    size: int
    changed: int
    """In nanoseconds."""


class _Wanted(NamedTuple):
    """What is not here."""

    absent: frozenset[str]
    """The ids of ends of chains."""
    waiting: frozenset[str]
    """Of ends that are here: those that wait for something that is not."""
    evidence: frozenset[str]
    """The hashes of files that are named here."""


class SharedFolder:
    """A folder that all who exchange can write to. Of use to one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._peeked: dict[_File, Peeked] = {}
        self._read: set[_File] = set()
        """Files that have nothing more to give, whatever is still missing here."""

    def arrived(self, folder: DataFolder, ledger: Ledger) -> Iterator[Arrived]:
        """See Carrier. What cannot be read is there too, so that opening it tells why."""
        peeked, unreadable = self._look(folder, ledger)
        wanted = _wanted(folder, ledger, peeked.values())
        for file, seen in sorted(peeked.items(), key=lambda pair: (pair[1].manifest.at, pair[0])):
            given = {tip.id for tip in seen.given}
            may_help = given & wanted.waiting or (wanted.evidence and seen.manifest.evidence)
            if given & wanted.absent or (may_help and file not in self._read):
                yield _arrived(file.path)
                self._read.add(file)
                wanted = _wanted(folder, ledger, peeked.values())
        yield from map(_arrived, unreadable)

    def leave(
        self, folder: DataFolder, ledger: Ledger, by: By, at: datetime.datetime, tell: Tell
    ) -> int:
        """See Carrier."""
        folder.sign_chains()
        left = self._leave(folder, ledger, by, at, tell, instead=False)
        peeked, _unreadable = self._look(folder, ledger)
        own = [seen for file, seen in peeked.items() if _is_own(file.path, ledger)]
        if len(own) > MOST_OWN or _may_tell_secrets(folder, ledger, own):
            self._leave(folder, ledger, by, at, tell, instead=True)
        return left

    def _leave(
        self,
        folder: DataFolder,
        ledger: Ledger,
        by: By,
        at: datetime.datetime,
        tell: Tell,
        *,
        instead: bool,
    ) -> int:
        """Leave what the files here do not hold; what only our own hold too if `instead` of them.

        Others may do the same at the same moment: who stood on a file that went leaves it again.
        """
        peeked, unreadable = self._look(folder, ledger)
        own = [file.path for file in peeked if _is_own(file.path, ledger)]
        with folder.database.aside() as database, database.reading() as connection:
            id = ledger.agreement.id
            tips = [Tip(*head[1:4]) for head in counted_heads(connection, id)]
            counted = [
                seen
                for file, seen in peeked.items()
                if not (instead and _is_own(file.path, ledger))
                and _is_known(connection, ledger, seen.manifest.writer)
            ]
        base = Held.by(sorted(counted, key=lambda seen: seen.manifest.at)).beyond(tips)
        written = 0
        if base is not None:
            outgoing = gather(folder, ledger, by, at, base or None)
            write_bundle(self._next(ledger), outgoing, folder, tell=tell)
            written = outgoing.manifest.changes
        _remove(own if instead else [path for path in unreadable if _is_own(path, ledger)])
        return written

    def _look(self, folder: DataFolder, ledger: Ledger) -> tuple[dict[_File, Peeked], list[Path]]:
        """What this programme's bundles here say of themselves, and which files say nothing."""
        if self._path.resolve().is_relative_to(folder.path.resolve()):
            raise UserError(
                translate(
                    "Exchange",
                    "{folder} lies within the data folder: choose one that others can write to.",
                    folder=self._path,
                )
            )
        found: dict[_File, Peeked] = {}
        unreadable: list[Path] = []
        for file in self._files():
            try:
                found[file] = self._peeked.get(file) or peek(file.path)
            except (FileNotFoundError, PassphraseNeeded):
                continue  # removed meanwhile; given to somebody by hand
            except (OSError, BundleError):
                unreadable.append(file.path)
        self._peeked = found
        id = ledger.agreement.id
        return {
            file: seen for file, seen in found.items() if seen.manifest.agreement == id
        }, unreadable

    def _files(self) -> list[_File]:
        files: list[_File] = []
        try:
            with os.scandir(self._path) as entries:
                for entry in entries:
                    is_ours = entry.name.lower().endswith(SUFFIX) and entry.name[0] != "."
                    with contextlib.suppress(FileNotFoundError):
                        if is_ours and entry.is_file():
                            found = entry.stat()
                            files.append(_File(Path(entry), found.st_size, found.st_mtime_ns))
        except OSError as fault:
            raise UserError(
                translate(
                    "Exchange",
                    "The shared folder {folder} cannot be reached: the exchange is made up for"
                    " once it can.",
                    folder=self._path,
                )
            ) from fault
        return sorted(files)

    def _next(self, ledger: Ledger) -> Path:
        """Where the next file of our own goes; a copy that a cloud made of one counts too."""
        mark = _mark(ledger)
        own = (file.path.name for file in self._files() if _is_own(file.path, ledger))
        taken = (re.match(r"\d+", name[len(mark) :]) for name in own)
        number = max((int(digits[0]) for digits in taken if digits), default=0) + 1
        return self._path / f"{mark}{number:06}{SUFFIX}"


def _mark(ledger: Ledger) -> str:
    return f"{ledger.writer[:_MARK]}-"


def _is_own(path: Path, ledger: Ledger) -> bool:
    return path.name.startswith(_mark(ledger))


def _may_tell_secrets(folder: DataFolder, ledger: Ledger, own: Iterable[Peeked]) -> bool:
    """Whether some of our own files are older than a redaction that is known here."""
    with folder.database.aside() as database, database.reading() as connection:
        rows = connection.execute(_REDACTIONS, (ledger.agreement.id, REDACTION)).fetchall()
    redactions = [read_change(*row) for row in rows]
    for seen in own:
        known = {tip.writer: tip.seq for tip in sorted(seen.manifest.cut)}
        if any(known.get(change.writer, 0) < change.seq for change in redactions):
            return True
    return False


def _arrived(path: Path) -> Arrived:
    return Arrived(path.name, lambda tell: Bundle(path, tell=tell))


def _is_known(connection: sqlite3.Connection, ledger: Ledger, writer: str) -> bool:
    """Whether what `writer` says of its own files counts: a stranger may say anything."""
    return writer == ledger.writer or partners.is_known(connection, ledger.agreement.id, writer)


def _wanted(folder: DataFolder, ledger: Ledger, peeked: Iterable[Peeked]) -> _Wanted:
    tips = json.dumps(list({tip.id for seen in peeked for tip in seen.given}))
    with folder.database.aside() as database, database.reading() as connection:
        absent = [id for (id,) in connection.execute(_ABSENT, (tips,))]
        waiting = [id for (id,) in connection.execute(_WAITING)]
        bodies = connection.execute(_NAMING, (ledger.agreement.id,)).fetchall()
    named = {file.sha256 for (body,) in bodies for file in files_named(body.encode())}
    missing = (sha256 for sha256 in named if not folder.evidence.holds(sha256))
    return _Wanted(frozenset(absent), frozenset(waiting), frozenset(missing))


def _remove(own: Iterable[Path]) -> None:
    """Take away files of our own whose content lies in others; what stays is harmless."""
    for path in own:
        with contextlib.suppress(OSError):
            path.unlink()
