"""Files of evidence, copied in under the SHA-256 of their content and never changed."""

import contextlib
import hashlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from agreement_viewer.atomic import write_whole
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import is_id
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.ledger.text import clean

MAX_BYTES: Final = 200 << 20
FOLDER: Final = "evidence"
_CHUNK: Final = 1 << 20
_LONGEST_STEM: Final = 60
"""Characters; a name may have 255 bytes, and a Vietnamese letter takes up to three."""
_LONGEST_ENDING: Final = 16
_DEVICES: Final = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10)))
)
"""What Windows takes for a device, whatever its ending."""


class Brought(NamedTuple):
    """A copy that is not yet one of the files that are kept."""

    path: Path
    file: EvidenceFile


class EvidenceFolder:
    """The folder of files, each stored once by its hash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def copy_in(self, source: Path) -> EvidenceFile:
        """Copy `source` in; it is on the disk when this returns. Raises UserError."""
        return self.take(self.bring(source))

    def bring(self, source: Path) -> Brought:
        """Copy `source` beside the files that are kept: `take` it then, or `drop` it.

        Takes as long as the file is large. Raises UserError.
        """
        beside: Path | None = None
        try:
            _refuse_unless_fit(source)
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self._folder)
            beside = Path(name)
            digest = hashlib.sha256()
            with source.open("rb") as read, open(handle, "wb") as write:
                while chunk := read.read(_CHUNK):
                    digest.update(chunk)
                    write.write(chunk)
                write.flush()
                os.fsync(write.fileno())
            sha256 = digest.hexdigest()
            return Brought(
                beside, EvidenceFile(sha256, clean(source.name) or sha256, beside.stat().st_size)
            )
        except OSError as fault:
            if beside:
                beside.unlink(missing_ok=True)
            raise _not_copied(source.name) from fault

    def take(self, brought: Brought) -> EvidenceFile:
        """Keep what was brought; at once. Raises UserError."""
        try:
            path = self._path(brought.file.sha256)
            path.parent.mkdir(exist_ok=True, mode=0o700)
            brought.path.replace(path)
        except OSError as fault:
            self.drop(brought)
            raise _not_copied(brought.file.name) from fault
        return brought.file

    def drop(self, brought: Brought) -> None:
        """Remove what was brought and is not wanted any more."""
        with contextlib.suppress(OSError):
            brought.path.unlink(missing_ok=True)

    def keep(self, data: bytes, name: str) -> EvidenceFile:
        """Keep a file that the program made, under its hash. Raises UserError."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._path(sha256)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(path, data)
        except OSError as fault:
            raise UserError(
                translate("Evidence", "{file} could not be kept: check the disk.", file=name)
            ) from fault
        return EvidenceFile(sha256, name, len(data))

    def take_in(self, sha256: str, chunks: Iterable[bytes]) -> bool:
        """Store what comes in `chunks` under its hash; False where it hashes to another.

        On the disk when this returns. Raises UserError.
        """
        beside: Path | None = None
        digest = hashlib.sha256()
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self._folder)
            beside = Path(name)
            with open(handle, "wb") as write:
                for chunk in chunks:
                    digest.update(chunk)
                    write.write(chunk)
                write.flush()
                os.fsync(write.fileno())
            if digest.hexdigest() == sha256:
                path = self._path(sha256)
                path.parent.mkdir(exist_ok=True, mode=0o700)
                beside.replace(path)
        except OSError as fault:
            raise UserError(
                translate("Evidence", "{file} could not be kept: check the disk.", file=sha256[:12])
            ) from fault
        finally:
            if beside:
                beside.unlink(missing_ok=True)
        return digest.hexdigest() == sha256

    def take_back(self, sha256: str) -> None:
        """Remove a file that no change came to name."""
        with contextlib.suppress(OSError):
            self._path(sha256).unlink(missing_ok=True)

    def is_whole(self, file: EvidenceFile) -> bool:
        """Whether the file is on this computer as it was recorded. Reads all of it."""
        path = self._path(file.sha256) if is_id(file.sha256) else None
        if path is None or not path.is_file() or path.stat().st_size != file.size:
            return False
        return self._digest(path) == file.sha256

    def chunks(self, file: EvidenceFile) -> Iterator[bytes]:
        """The content of `file`, a megabyte at a time. Raises UserError where it was altered."""
        digest = hashlib.sha256()
        with self._path(file.sha256).open("rb") as read:
            while chunk := read.read(_CHUNK):
                digest.update(chunk)
                yield chunk
        if digest.hexdigest() != file.sha256:
            raise UserError(
                translate("Evidence", "{file} was altered on the disk.", file=file.name)
            )

    def read(self, file: EvidenceFile) -> bytes | None:
        """The file's content; None where it is not here or was altered."""
        path = self._path(file.sha256) if is_id(file.sha256) else None
        if path is None or not path.is_file() or self._digest(path) != file.sha256:
            return None
        return path.read_bytes()

    def copy_out(self, file: EvidenceFile, folder: Path) -> Path:
        """A copy under its own name in `folder`, its hash verified first. Raises UserError."""
        path = self._path(file.sha256) if is_id(file.sha256) else None
        if path is None or not path.is_file():
            raise UserError(
                translate("Evidence", "{file} is not on this computer.", file=file.name)
            )
        if self._digest(path) != file.sha256:
            raise UserError(
                translate("Evidence", "{file} was altered on the disk.", file=file.name)
            )
        target = folder / _safe_name(file)
        shutil.copyfile(path, target)
        return target

    def remove(self, digests: Iterable[str]) -> None:
        """Take files out for ever, and with them what copying left when it was cut off.

        Raises UserError.
        """
        left = (path for path in self._folder.glob("**/*") if not is_id(path.name))
        try:
            for path in (*filter(Path.is_file, left), *map(self._path, digests)):
                path.unlink(missing_ok=True)
        except OSError as fault:
            raise UserError(
                translate(
                    "Evidence",
                    "A file in {folder} could not be removed: close the program that shows it.",
                    folder=self._folder,
                )
            ) from fault

    def place(self, file: EvidenceFile) -> Path:
        """The folder that the file lies in, under its hash and with no ending."""
        return self._path(file.sha256).parent

    def has(self, file: EvidenceFile) -> bool:
        """Whether the file is on this computer."""
        return self.holds(file.sha256)

    def holds(self, sha256: str) -> bool:
        """Whether a file with this hash is on this computer."""
        return is_id(sha256) and self._path(sha256).is_file()

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def _digest(self, path: Path) -> str:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def _refuse_unless_fit(source: Path) -> None:
    """Raises UserError for what is no file or too large, OSError for what cannot be looked at."""
    found = source.stat()
    if not stat.S_ISREG(found.st_mode):
        raise UserError(translate("Evidence", "{file} is not a file.", file=source.name))
    if found.st_size > MAX_BYTES:
        raise UserError(
            translate(
                "Evidence",
                "{file} is {size} MB large, and at most {most} MB are taken: attach the part that"
                " matters, or state its number and subject alone.",
                file=source.name,
                size=-(-found.st_size >> 20),
                most=MAX_BYTES >> 20,
            )
        )


def _not_copied(name: str) -> UserError:
    return UserError(
        translate(
            "Evidence",
            "{file} could not be copied: check the file and the room on the disk.",
            file=name,
        )
    )


def _safe_name(file: EvidenceFile) -> str:
    """The file's own name without what a path or Windows gives a meaning to, and not too long."""
    name = re.split(r"[/\\]", clean(file.name))[-1]
    name = re.sub(r'[<>:"|?*\x00-\x1f]', "_", name).strip(". ")
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    if stem.split(".")[0].strip().upper() in _DEVICES:
        stem = f"_{stem}"
    return f"{stem[:_LONGEST_STEM].strip()}{dot}{ending}" if stem else file.sha256
