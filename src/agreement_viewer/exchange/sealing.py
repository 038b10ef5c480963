"""The outside of a bundle: a magic, and its content plain or sealed under a passphrase.

Sealed content goes in chunks through SecretBox under a key of argon2id. The key is of this file
alone, for its salt is; so a nonce need only tell the chunk's number and whether it is the last:
chunks that were moved, repeated, left out or cut off do not open.
"""

import os
import struct
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

from agreement_viewer.exchange.faults import PassphraseNeeded, damaged, foreign, newer
from agreement_viewer.i18n import translate

if TYPE_CHECKING:
    from nacl.secret import SecretBox

MAGIC: Final = b"\x89AGX\r\n\x1a\n"
"""Shows a file that went through a transfer for texts: its line ends would be others."""
VERSION: Final = 1
CHUNK: Final = 1 << 20
_PLAIN, _SEALED = 0, 1
_HEADER: Final = struct.Struct(">8sBB")
_KEYING: Final = struct.Struct(">16sII")
_NONCE: Final = struct.Struct(">Q15xB")
_TAG: Final = 16
_PASSES: Final = 6
_MEMORY: Final = 64 << 20
_MOST_PASSES: Final = 16
_LEAST_MEMORY: Final = 8 << 10
_MOST_MEMORY: Final = 256 << 20

Open = Callable[[bytes, bytes], bytes]


class Source(Protocol):
    """Where content is read from."""

    def read(self, size: int, /) -> bytes:
        """The next `size` bytes; fewer only at the end. Raises BundleError."""
        ...


class File(Source, Protocol):
    """A source that can be read again from some place on."""

    def seek(self, place: int, /) -> object:
        """Go on from there."""
        ...


class Sink(Protocol):
    """Where content is written to; `finish` when all of it is."""

    def write(self, data: bytes, /) -> object:
        """Take `data` next."""
        ...


class SealedSink:
    """Content on its way into a sealed file."""

    def __init__(self, file: BinaryIO, seal: Open) -> None:
        self._file = file
        self._seal = seal
        self._rest = bytearray()
        self._number = 0

    def write(self, data: bytes) -> None:
        """Take `data` next."""
        self._rest += data
        while len(self._rest) > CHUNK:
            self._put(bytes(self._rest[:CHUNK]), is_last=False)
            del self._rest[:CHUNK]

    def finish(self) -> None:
        """Write the last chunk."""
        self._put(bytes(self._rest), is_last=True)

    def _put(self, chunk: bytes, *, is_last: bool) -> None:
        self._file.write(self._seal(chunk, _NONCE.pack(self._number, is_last)))
        self._number += 1


class SealedSource:
    """The content of a sealed file, one chunk in memory at a time."""

    def __init__(self, file: Source, unseal: Open) -> None:
        self._file = file
        self._unseal = unseal
        self._ahead = b""
        self._content = memoryview(b"")
        self._number = 0
        self._ended = False

    def read(self, size: int) -> bytes:
        """The next `size` bytes; fewer only at the end. Raises BundleError."""
        parts: list[bytes] = []
        while size and (self._content or self._next()):
            part = self._content[:size]
            self._content = self._content[len(part) :]
            size -= len(part)
            parts.append(bytes(part))
        return b"".join(parts)

    def _next(self) -> bool:
        from nacl.exceptions import CryptoError

        if self._ended:
            return False
        whole = CHUNK + _TAG
        block = self._ahead + self._file.read(whole + 1 - len(self._ahead))
        self._ended = len(block) <= whole
        self._ahead = block[whole:]
        nonce = _NONCE.pack(self._number, self._ended)
        try:
            self._content = memoryview(self._unseal(block[:whole], nonce))
        except (CryptoError, ValueError) as fault:
            raise (damaged() if self._number else _wrong_passphrase()) from fault
        self._number += 1
        return bool(self._content)


def start_writing(file: BinaryIO, passphrase: str) -> tuple[Sink, Callable[[], None]]:
    """Write the header to `file`; where the content goes, and what to call at its end.

    An empty `passphrase` leaves the content plain.
    """
    if not passphrase:
        file.write(_HEADER.pack(MAGIC, VERSION, _PLAIN))
        return file, lambda: None
    salt = os.urandom(16)
    file.write(_HEADER.pack(MAGIC, VERSION, _SEALED))
    file.write(_KEYING.pack(salt, _PASSES, _MEMORY))
    box = _box(passphrase, salt, _PASSES, _MEMORY)
    sink = SealedSink(file, lambda chunk, nonce: box.encrypt(chunk, nonce).ciphertext)
    return sink, sink.finish


def start_reading(file: File, passphrase: str) -> Callable[[], Source]:
    """What reads the content of `file`, each time anew from its start. Raises BundleError."""
    file.seek(0)
    header = file.read(_HEADER.size)
    if len(header) < _HEADER.size or not header.startswith(MAGIC):
        raise foreign()
    _magic, version, kind = _HEADER.unpack(header)
    if version > VERSION:
        raise newer()
    if version < VERSION or kind not in (_PLAIN, _SEALED):
        raise damaged()
    unseal = _unsealing(file, passphrase) if kind == _SEALED else None
    start = _HEADER.size + (_KEYING.size if unseal else 0)

    def content() -> Source:
        file.seek(start)
        return SealedSource(file, unseal) if unseal else file

    return content


def _unsealing(file: Source, passphrase: str) -> Open:
    keying = file.read(_KEYING.size)
    if len(keying) < _KEYING.size:
        raise damaged()
    salt, passes, memory = _KEYING.unpack(keying)
    if not (1 <= passes <= _MOST_PASSES and _LEAST_MEMORY <= memory <= _MOST_MEMORY):
        raise damaged()
    if not passphrase:
        raise PassphraseNeeded(
            translate("Exchange", "The file is protected by a passphrase: enter it.")
        )
    return _box(passphrase, salt, passes, memory).decrypt


def _box(passphrase: str, salt: bytes, passes: int, memory: int) -> "SecretBox":
    from nacl.pwhash.argon2id import kdf
    from nacl.secret import SecretBox

    typed = unicodedata.normalize("NFC", passphrase).encode()
    return SecretBox(kdf(SecretBox.KEY_SIZE, typed, salt, opslimit=passes, memlimit=memory))


def _wrong_passphrase() -> PassphraseNeeded:
    return PassphraseNeeded(
        translate("Exchange", "The passphrase does not open the file: enter it again.")
    )
