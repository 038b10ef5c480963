"""The hub's address: which server, and whether the way to it is safe."""

import ipaddress
from typing import Final, NamedTuple

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate

_KNOWN: Final = frozenset(
    (
        *("host", "port", "dbname", "user", "password", "passfile", "connect_timeout"),
        *("sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl"),
    )
)
"""What an address may say: no `service` or `hostaddr`, which could lead to another server."""
_ENCRYPTED: Final = ("require", "verify-ca", "verify-full")


class HubError(UserError):
    """The hub cannot be used just now, or refuses; what is recorded here stays here."""


class Address(NamedTuple):
    """A server's address, safe to be used."""

    parameters: dict[str, str]
    """As libpq names them; never the password."""
    password: str
    """As it was given with the address; kept in none of our files."""

    @property
    def host(self) -> str:
        """The server, to name it."""
        return self.parameters["host"]

    @property
    def url(self) -> str:
        """The address without a password, in one form for each."""
        from urllib.parse import quote, urlencode

        rest = dict(self.parameters)
        user, database = quote(rest.pop("user"), ""), quote(rest.pop("dbname"), "")
        host, port = rest.pop("host"), rest.pop("port", "")
        if host.startswith("/"):
            rest["host"], host = host, ""
        place = f"[{host}]" if ":" in host else host
        place += f":{port}" if port else ""
        query = f"?{urlencode(sorted(rest.items()))}" if rest else ""
        return f"postgresql://{user}@{place}/{database}{query}"


def read_address(url: str) -> Address:
    """The address in `url`, as `postgresql://NAME@SERVER/DATABASE`. Raises HubError."""
    import psycopg

    try:
        read = psycopg.conninfo.conninfo_to_dict(url)
    except psycopg.Error:
        raise _not_understood() from None  # its words repeat the address, password and all
    found = {name: str(value) for name, value in read.items()}
    if not url.startswith(("postgresql://", "postgres://")) or not found.keys() <= _KNOWN:
        raise _not_understood()
    if not all(found.get(name) for name in ("host", "user", "dbname")) or "," in found["host"]:
        raise _not_understood()
    password = found.pop("password", "")
    if not _is_here(found["host"]):
        mode = found.setdefault("sslmode", "verify-full")
        if mode not in _ENCRYPTED:
            raise HubError(
                translate(
                    "Hub",
                    "The way to {host} would not be encrypted: write sslmode=verify-full in the"
                    " address.",
                    host=found["host"],
                )
            )
        if mode == "verify-full":
            found.setdefault("sslrootcert", "system")
    return Address(found, password)


def _is_here(host: str) -> bool:
    """Whether `host` is this computer: by its name, its address, or a socket in a folder."""
    if host.startswith("/") or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _not_understood() -> HubError:
    return HubError(
        translate(
            "Hub",
            "The server's address is not understood; it is written"
            " postgresql://NAME@SERVER/DATABASE.",
        )
    )
