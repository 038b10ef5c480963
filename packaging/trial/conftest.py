"""The installer's trial needs the screen of the end-to-end tests, and a certificate of its own."""

import shutil
from pathlib import Path

import pytest
import signing
from complete import pytest_sessionfinish
from e2e.conftest import desktop
from trial.certificate import TOOLS, make_certificate

__all__ = ["certificate", "desktop", "pytest_sessionfinish"]


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A throw-away certificate, which the environment names to the build; its PEM file."""
    if missing := [name for name in TOOLS if shutil.which(name) is None]:
        pytest.skip(f"needs {', '.join(missing)}: see packaging/README.md")
    public, both, password = make_certificate(tmp_path)
    monkeypatch.setenv(signing.CERTIFICATE, str(both))
    monkeypatch.setenv(signing.PASSWORD, str(password))
    return public
