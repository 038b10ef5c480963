"""A backup as one file, to be carried: a zip of the ledger and its files of evidence."""

import contextlib
import hashlib
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import is_id
from agreement_viewer.store.backups import Held, note, unwritable
from agreement_viewer.store.copying import EVIDENCE, Tell, copy_ledger, evidence_files, quiet
from agreement_viewer.store.evidence import MAX_BYTES

SUFFIX: Final = ".zip"
_LEDGER: Final = "ledger.sqlite3"
_CHUNK: Final = 1 << 20
_FAULTS: Final = (OSError, EOFError, zipfile.BadZipFile, zlib.error)
"""What a file that is damaged, or a disk, answers."""


class Opened(NamedTuple):
    """A backup that is open to be read."""

    ledger: Path
    evidence: Path
    """A folder of evidence, as in the data folder."""


def write_archive(path: Path, data_dir: Path, database: Path, tell: Tell = quiet) -> Held:
    """Back up the ledger `database` and the evidence in `data_dir` into one file, verified.

    Raises Unsound where the ledger is damaged, else UserError; an older file is left as it was.
    """
    beside = path.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=data_dir) as place:
            ledger = Path(place, _LEDGER)
            contents = copy_ledger(database, ledger, lambda percent: tell(percent * 6 // 10))
            documents = list(_sound(data_dir / EVIDENCE))
            held = Held(contents.changes, contents.last, len(documents))
            note(ledger, held)
            _write(beside, ledger, documents, tell)
            _verify(beside, ledger)
        beside.replace(path)
    except (sqlite3.Error, *_FAULTS) as fault:
        raise unwritable(path) from fault
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    return held


def _sound(folder: Path) -> Iterator[Path]:
    for path in evidence_files(folder):
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() == path.name:
                yield path


def _write(path: Path, ledger: Path, documents: list[Path], tell: Tell) -> None:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(handle, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.write(ledger, _LEDGER)
            for number, document in enumerate(documents, start=1):
                name = f"{EVIDENCE}/{document.name}"
                archive.write(document, name, zipfile.ZIP_STORED)  # mostly compressed in itself
                tell(70 + number * 25 // len(documents))
        file.flush()
        os.fsync(file.fileno())


def _verify(path: Path, ledger: Path) -> None:
    """Read all of it again. Raises BadZipFile."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            with archive.open(name) as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
            if name != _LEDGER and digest != name.rpartition("/")[2]:
                raise zipfile.BadZipFile(name)
        with archive.open(_LEDGER) as file, ledger.open("rb") as original:
            while chunk := original.read(_CHUNK):
                if file.read(len(chunk)) != chunk:
                    raise zipfile.BadZipFile(_LEDGER)


@contextlib.contextmanager
def opened_backup(path: Path, scratch: Path) -> Iterator[Opened]:
    """A backup of either form, to be read; what has to be unpacked goes to the folder `scratch`.

    Only that the file is there and can be unpacked is looked at here. Raises UserError.
    """
    if not path.is_file():
        raise UserError(translate("Backups", "There is no file {file}.", file=path))
    if not zipfile.is_zipfile(path):
        yield Opened(path, path.parent / EVIDENCE)
        return
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=scratch) as place:
        opened = Opened(Path(place, _LEDGER), Path(place, EVIDENCE))
        try:
            _unpack(path, opened)
        except (*_FAULTS, KeyError, NotImplementedError, RuntimeError) as fault:
            raise UserError(
                translate(
                    "Backups",
                    "{file} is no backup, is damaged, or has no room on the disk to be unpacked.",
                    file=path,
                )
            ) from fault
        yield opened


def _unpack(path: Path, opened: Opened) -> None:
    """No name inside the archive becomes a path."""
    with zipfile.ZipFile(path) as archive:
        with archive.open(_LEDGER) as read, opened.ledger.open("wb") as write:
            shutil.copyfileobj(read, write, _CHUNK)
        for member in archive.infolist():
            folder, _, name = member.filename.rpartition("/")
            if folder == EVIDENCE and is_id(name) and member.file_size <= MAX_BYTES:
                target = opened.evidence / name[:2] / name
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as read, target.open("wb") as write:
                    shutil.copyfileobj(read, write, _CHUNK)
