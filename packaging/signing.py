"""Authenticode signatures, with a certificate that environment variables name.

AGREEMENT_VIEWER_SIGN_PKCS12     the file with certificate and key (.pfx, .p12)
AGREEMENT_VIEWER_SIGN_PASSWORD   a file whose first line is its password
AGREEMENT_VIEWER_SIGN_TIMESTAMP  the address of a timestamp server; without one, no timestamp

The password itself is never on a command line, where others could read it.
"""

import os
import sys
from pathlib import Path
from typing import Final

from commands import run
from steps import BuildError

CERTIFICATE: Final = "AGREEMENT_VIEWER_SIGN_PKCS12"
PASSWORD: Final = "AGREEMENT_VIEWER_SIGN_PASSWORD"
TIMESTAMP: Final = "AGREEMENT_VIEWER_SIGN_TIMESTAMP"


def certificate() -> Path:
    """The file with the certificate. Raises BuildError where none is named."""
    named = os.environ.get(CERTIFICATE, "")
    if not named or not Path(named).is_file():
        raise BuildError(f"--sign: {CERTIFICATE} names no file. See packaging/signing.py.")
    return Path(named).resolve()


def sign(file: Path) -> None:
    """Sign an executable in its place. Raises BuildError."""
    signed = file.with_name(f"{file.name}.signed")
    run(*_command(), "-in", file, "-out", signed)
    signed.replace(file)


def sign_command() -> str:
    """The same as a command, in which `%1` is the file: NSIS signs its uninstaller so."""
    return f'"{sys.executable}" "{Path(__file__).resolve()}" "%1"'


def _command() -> list[str]:
    password, server = os.environ.get(PASSWORD), os.environ.get(TIMESTAMP)
    return [
        *("osslsigncode", "sign", "-pkcs12", str(certificate()), "-h", "sha256"),
        *("-n", "Agreement Viewer"),
        *(["-readpass", str(Path(password).resolve())] if password else []),
        *(["-ts", server] if server else []),
    ]


if __name__ == "__main__":
    sign(Path(sys.argv[1]))
