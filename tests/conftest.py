"""What every test needs: a folder of its own for data and keys, an officer, a clock."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from complete import pytest_sessionfinish
from e2e.program import Program
from hypothesis import HealthCheck, settings
from office import AGREEMENT_FILE

from agreement_viewer.agreement import Agreement, read_agreement
from agreement_viewer.i18n import use_language
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger

__all__ = ["pytest_sessionfinish"]

# How fast the machine is, and how busy, is no property of the program.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's own data and keys."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("AGREEMENT_VIEWER_DATA_DIR", raising=False)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Tests start from the source's language; those about Vietnamese choose it."""
    use_language("en")
    yield
    use_language("en")


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails a test, unless it has looked at it and cleared `caplog`."""
    yield
    said = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not [record.getMessage() for record in said]


@pytest.fixture(scope="session")
def agreement_bytes() -> bytes:
    return AGREEMENT_FILE.read_bytes()


@pytest.fixture(scope="session")
def agreement(agreement_bytes: bytes) -> Agreement:
    return read_agreement(agreement_bytes, AGREEMENT_FILE.name)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DataFolder]:
    opened = DataFolder(tmp_path / "data", tmp_path / "keys")
    yield opened
    opened.close()


@pytest.fixture
def ledger(folder: DataFolder, agreement: Agreement, agreement_bytes: bytes) -> Ledger:
    return folder.ledger(agreement, agreement_bytes)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")
