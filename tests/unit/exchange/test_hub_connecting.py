"""The way to the hub: which address is safe, and where the password comes from."""

import logging
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import keyring
import pytest
from keyring.backend import KeyringBackend
from unit.exchange.servers import PASSWORD, Place

from agreement_viewer.exchange.hub.address import HubError, read_address
from agreement_viewer.exchange.hub.connecting import (
    SERVICE,
    PasswordNeeded,
    connected,
    keep_password,
)

FAR = "postgresql://may-1@hub.example/agreements"


class Safe(KeyringBackend):
    """A keyring that forgets with the test."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture(autouse=True)
def _no_keyring(no_keyring: None) -> None:
    """Unless a test has one."""


@pytest.fixture
def safe() -> Iterator[Safe]:
    before, safe = keyring.get_keyring(), Safe()
    keyring.set_keyring(safe)
    yield safe
    keyring.set_keyring(before)


def by_network(place: Place, query: str = "?sslmode=require", password: str = "") -> str:
    secret = f":{quote(password)}" if password else ""
    return f"postgresql://may-a{secret}@localhost:{place.server.port}/{place.name}{query}"


class TestAddress:
    def test_another_computer_is_reached_encrypted_and_verified(self) -> None:
        parameters = read_address(FAR).parameters
        assert (parameters["sslmode"], parameters["sslrootcert"]) == ("verify-full", "system")
        chosen = read_address(f"{FAR}?sslmode=require").parameters
        assert chosen["sslmode"] == "require"

    @pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "", "no-such"])
    def test_or_not_at_all(self, mode: str) -> None:
        with pytest.raises(HubError, match="not be encrypted"):
            read_address(f"{FAR}?sslmode={mode}")

    @pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "[::1]"])
    def test_this_computer_may_be_reached_plain(self, host: str) -> None:
        assert "sslmode" not in read_address(f"postgresql://a@{host}/d").parameters
        assert "sslmode" not in read_address("postgresql://a@/d?host=/run/postgresql").parameters

    @pytest.mark.parametrize("host", ["localhost.example", "127.0.0.1.example", "10.0.0.1", "::"])
    def test_what_only_looks_like_it_may_not(self, host: str) -> None:
        with pytest.raises(HubError):
            read_address(f"postgresql://a@/d?host={host}&sslmode=disable")

    @pytest.mark.parametrize(
        "url",
        [
            "",
            "hub.example",
            "http://a@hub.example/d",
            "host=localhost user=a dbname=d",
            "postgresql://hub.example/d",
            "postgresql://a@/d",
            "postgresql://a@hub.example",
            "postgresql://a@one,two/d",
            "postgresql://a@localhost/d?hostaddr=10.0.0.1",
            "postgresql://a@localhost/d?service=other",
            "postgresql://a@localhost/d?options=-c%20search_path=x",
            "postgresql://a:secret@localhost/d?nonsense=1",
            "postgresql://a@localhost:port/d?%ZZ",
        ],
    )
    def test_what_is_not_understood_is_told_without_repeating_it(self, url: str) -> None:
        with pytest.raises(HubError) as told:
            read_address(url)
        assert "secret" not in str(told.value)

    def test_one_form_for_each_and_no_password(self) -> None:
        for url in (
            "postgresql://a:secret@localhost:5433/d",
            "postgresql://a@/c%C3%A1i?host=/run/x&port=5",
            "postgresql://a@[::1]/d",
            f"{FAR}?sslmode=verify-ca&sslrootcert=/etc/ca.pem",
        ):
            address = read_address(url)
            assert "secret" not in address.url
            assert read_address(address.url) == address._replace(password="")


class TestEncryption:
    def test_a_certificate_that_holds(self, place: Place) -> None:
        root = place.server.home / "root.crt"
        query = f"?sslmode=verify-full&sslrootcert={root}"
        with connected(read_address(by_network(place, query, PASSWORD))) as connection:
            assert connection.pgconn.ssl_in_use

    def test_one_that_does_not(self, place: Place) -> None:
        query = "?sslmode=verify-full&sslrootcert=system"
        with (
            pytest.raises(HubError, match="certificate"),
            connected(read_address(by_network(place, query, PASSWORD))),
        ):
            pass

    def test_a_server_that_wants_it_gets_nothing_plain(self, place: Place) -> None:
        with (
            pytest.raises(HubError),
            connected(read_address(by_network(place, "?sslmode=disable", PASSWORD))),
        ):
            pass


class TestPassword:
    def test_kept_in_the_keyring_and_found_there(
        self, place: Place, safe: Safe, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        address = read_address(by_network(place, password=PASSWORD))
        assert keep_password(address)
        assert safe.kept == {(SERVICE, address.url): PASSWORD}
        with connected(read_address(address.url)):
            pass
        assert PASSWORD not in caplog.text

    def test_found_in_a_passfile(self, place: Place, tmp_path: Path) -> None:
        passfile = tmp_path / "pass"
        passfile.write_text(f"localhost:{place.server.port}:*:may-a:{PASSWORD}\n", "utf-8")
        passfile.chmod(0o600)
        with connected(read_address(by_network(place, f"?sslmode=require&passfile={passfile}"))):
            pass

    @pytest.mark.parametrize("password", ["", "another"])
    def test_none_or_another_is_told_so(self, place: Place, password: str) -> None:
        address = read_address(by_network(place, "?sslmode=require&passfile=/nowhere", password))
        with pytest.raises(PasswordNeeded), connected(address):
            pass

    def test_without_a_keyring_none_is_kept(self) -> None:
        assert not keep_password(read_address("postgresql://a:secret@localhost/d"))
