"""The signing hook, with a certificate made for the occasion."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
import signing
import wine

_TOOLS: Final = ("openssl", "osslsigncode", wine.COMPILER)
_NAME: Final = "Đơn vị B"


def tool(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A throw-away certificate with a password, named by the environment; its PEM file."""
    if missing := [name for name in _TOOLS if shutil.which(name) is None]:
        pytest.skip(f"needs {', '.join(missing)}: see packaging/README.md")
    key, public, both = (tmp_path / name for name in ("key.pem", "public.pem", "both.p12"))
    password = tmp_path / "password.txt"
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
    monkeypatch.setenv(signing.CERTIFICATE, str(both))
    monkeypatch.setenv(signing.PASSWORD, str(password))
    return public


@pytest.fixture
def executable(tmp_path: Path) -> Path:
    """Something for Windows that bears no signature yet."""
    target = tmp_path / "Chương trình.dll"
    source = wine.STUBS / "icuuc.c"
    subprocess.run([wine.COMPILER, "-shared", "-o", target, source], check=True)
    return target


def verdict(file: Path, certificate: Path) -> str:
    return tool("osslsigncode", "verify", "-CAfile", certificate, "-in", file)


def test_what_is_signed_verifies(certificate: Path, executable: Path) -> None:
    assert "Succeeded" not in verdict(executable, certificate)
    signing.sign(executable)
    assert "Succeeded" in verdict(executable, certificate)


def test_the_command_for_the_uninstaller_signs_as_well(certificate: Path, executable: Path) -> None:
    command = signing.sign_command().replace("%1", str(executable))
    subprocess.run(command, shell=True, check=True, capture_output=True)
    assert "Succeeded" in verdict(executable, certificate)


def test_a_changed_byte_shows(certificate: Path, executable: Path) -> None:
    signing.sign(executable)
    data = bytearray(executable.read_bytes())
    data[600] ^= 1
    executable.write_bytes(data)
    assert "Succeeded" not in verdict(executable, certificate)


def test_without_a_certificate_the_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(signing.CERTIFICATE, raising=False)
    with pytest.raises(signing.BuildError, match=signing.CERTIFICATE):
        signing.certificate()
