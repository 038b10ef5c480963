"""The writer: an Ed25519 key that this data folder's changes are written under.

The public half names the writer in each change. The private half lies outside the data folder and
is bound to the folder's path, so that a copy of the folder writes under a key of its own: two
copies with one writer would fork its chain. A writer is disposable.
"""

import hashlib
import os
from pathlib import Path

from agreement_viewer.atomic import write_whole
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate


def writer_of(data_dir: Path, key_dir: Path) -> str:
    """The writer for this data folder, made at the first call. Raises UserError."""
    path = _key_path(data_dir, key_dir)
    try:
        seed = bytes.fromhex(path.read_text("ascii")) if path.exists() else b""
        return _public(seed) if len(seed) == 32 else new_writer(data_dir, key_dir)
    except (OSError, ValueError) as fault:
        raise _unusable(path) from fault


def new_writer(data_dir: Path, key_dir: Path) -> str:
    """Give the data folder a new writer; the old key is kept beside. Raises UserError."""
    path = _key_path(data_dir, key_dir)
    seed = os.urandom(32)
    try:
        key_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists():
            path.rename(path.with_suffix(f".{os.urandom(4).hex()}.old"))
        write_whole(path, seed.hex().encode())
    except OSError as fault:
        raise _unusable(path) from fault
    return _public(seed)


def _key_path(data_dir: Path, key_dir: Path) -> Path:
    name = hashlib.sha256(str(data_dir.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return key_dir / f"{name[:32]}.key"


def _public(seed: bytes) -> str:
    from nacl.signing import SigningKey

    return bytes(SigningKey(seed).verify_key).hex()


def _unusable(path: Path) -> UserError:
    return UserError(
        translate(
            "Store",
            "The key in {folder} cannot be read or made: check the folder's rights.",
            folder=path.parent,
        )
    )
