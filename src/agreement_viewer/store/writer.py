"""The writer: an Ed25519 key that this data folder's changes are written under.

The public half names the writer in each change. The private half lies outside the data folder and
is bound to the folder's path, so that a copy of the folder writes under a key of its own: two
copies with one writer would fork its chain. A writer is disposable; its key is kept, and vouches
for what it wrote that turns up again. The file holds the public half on its first line, so that
starting needs no cryptography, and the private one on its second.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from agreement_viewer.atomic import write_whole
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import is_id


class Key(NamedTuple):
    """A writer and what it signs with."""

    writer: str
    private: bytes

    def sign(self, message: bytes) -> bytes:
        """The signature of `message`, 64 bytes."""
        from nacl.signing import SigningKey

        return SigningKey(self.private).sign(message).signature


def writer_of(data_dir: Path, key_dir: Path) -> str | None:
    """The writer for this data folder, if it has one. Raises UserError."""
    path = _key_path(data_dir, key_dir)
    try:
        public, *_ = path.read_text("ascii").split() if path.exists() else ("",)
    except (OSError, ValueError) as fault:
        raise _unusable(path) from fault
    return public if is_id(public) else None


def new_writer(data_dir: Path, key_dir: Path) -> str:
    """Give the data folder a new writer; the old key is kept beside. Raises UserError."""
    from nacl.signing import SigningKey

    path = _key_path(data_dir, key_dir)
    key = SigningKey.generate()
    public = bytes(key.verify_key).hex()
    try:
        key_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists():
            path.rename(path.with_suffix(f".{os.urandom(4).hex()}.old"))
        write_whole(path, f"{public}\n{bytes(key).hex()}\n".encode())
    except OSError as fault:
        raise _unusable(path) from fault
    return public


def sign(data_dir: Path, key_dir: Path, message: bytes) -> bytes:
    """The signature of `message`, 64 bytes, by this data folder's writer. Raises UserError."""
    return _read(_key_path(data_dir, key_dir)).sign(message)


def earlier_keys(data_dir: Path, key_dir: Path) -> Iterator[Key]:
    """The keys that this data folder had before, as far as they can be read."""
    for old in sorted(key_dir.glob(f"{_key_path(data_dir, key_dir).stem}.*.old")):
        with contextlib.suppress(UserError):
            yield _read(old)


def own_keys(data_dir: Path, key_dir: Path) -> Iterator[Key]:
    """The keys of this data folder that can be read: its writer's, then its earlier writers'."""
    with contextlib.suppress(UserError):
        yield _read(_key_path(data_dir, key_dir))
    yield from earlier_keys(data_dir, key_dir)


def _read(path: Path) -> Key:
    try:
        public, private = path.read_text("ascii").split()
        if not is_id(public):
            raise ValueError(public)
        return Key(public, bytes.fromhex(private))
    except (OSError, ValueError) as fault:
        raise _unusable(path) from fault


def _key_path(data_dir: Path, key_dir: Path) -> Path:
    name = hashlib.sha256(str(data_dir.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return key_dir / f"{name[:32]}.key"


def _unusable(path: Path) -> UserError:
    return UserError(
        translate(
            "Store",
            "The key in {folder} cannot be read or made: check the folder's rights.",
            folder=path.parent,
        )
    )
