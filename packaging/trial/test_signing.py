"""The signing hook, with a certificate made for the occasion."""

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import signing
import wine
from trial.certificate import is_signed


@pytest.fixture
def executable(tmp_path: Path) -> Path:
    """Something for Windows that bears no signature yet."""
    if shutil.which(wine.COMPILER) is None:
        pytest.skip(f"needs {wine.COMPILER}: see packaging/README.md")
    target = tmp_path / "Chương trình.dll"
    source = wine.STUBS / "icuuc.c"
    subprocess.run([wine.COMPILER, "-shared", "-o", target, source], check=True)
    return target


def test_what_is_signed_verifies(certificate: Path, executable: Path) -> None:
    assert not is_signed(executable, certificate)
    signing.sign(executable)
    assert is_signed(executable, certificate)


def test_the_command_for_the_uninstaller_signs_as_well(certificate: Path, executable: Path) -> None:
    command = signing.sign_command().replace("%1", str(executable))
    subprocess.run(shlex.split(command), check=True)
    assert is_signed(executable, certificate)


def test_a_changed_byte_shows(certificate: Path, executable: Path) -> None:
    signing.sign(executable)
    data = bytearray(executable.read_bytes())
    data[600] ^= 1
    executable.write_bytes(data)
    assert not is_signed(executable, certificate)


def test_without_a_certificate_the_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(signing.CERTIFICATE, raising=False)
    with pytest.raises(signing.BuildError, match=signing.CERTIFICATE):
        signing.certificate()
