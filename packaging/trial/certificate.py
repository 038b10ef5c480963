"""A certificate for signing, made for the occasion, and what a signature is found to be."""

import subprocess
from pathlib import Path
from typing import Final

TOOLS: Final = ("openssl", "osslsigncode")
_NAME: Final = "Đơn vị B"


def tool(*command: str | Path) -> str:
    """What a tool prints."""
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


def make_certificate(folder: Path) -> tuple[Path, Path, Path]:
    """A throw-away certificate: its PEM file, the same with its key, the file with its password."""
    key, public, both, password = (
        folder / name for name in ("key.pem", "public.pem", "both.p12", "password.txt")
    )
    password.write_text("thử một lần\n", "utf-8")
    tool(
        *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-utf8"),
        *("-subj", f"/CN={_NAME}", "-addext", "extendedKeyUsage=codeSigning"),
        *("-keyout", key, "-out", public),
    )
    tool(
        *("openssl", "pkcs12", "-export", "-inkey", key, "-in", public),
        *("-passout", f"file:{password}", "-out", both),
    )
    return public, both, password


def is_signed(file: Path, certificate: Path) -> bool:
    """Whether a file bears a valid signature of this certificate's."""
    return "Succeeded" in tool("osslsigncode", "verify", "-CAfile", certificate, "-in", file)
