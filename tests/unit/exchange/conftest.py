"""One PostgreSQL for all tests of the exchange, and a database of its own for each."""

import itertools
from collections.abc import Iterator

import keyring
import pytest
from keyring.backends import fail
from unit.exchange.servers import Place, Server, server

_numbers = itertools.count()


@pytest.fixture(scope="session")
def no_keyring() -> Iterator[None]:
    """Nobody's real keyring is looked into."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture(scope="session")
def postgres(no_keyring: None) -> Iterator[Server]:
    with server() as started:
        yield started


@pytest.fixture
def place(postgres: Server) -> Place:
    return Place(postgres, f"hub{next(_numbers)}")
