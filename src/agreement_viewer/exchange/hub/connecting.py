"""A connection to the hub: the password, and what a fault of the server means to the user."""

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from agreement_viewer.exchange.hub.address import Address, HubError
from agreement_viewer.i18n import translate

if TYPE_CHECKING:
    import psycopg

SERVICE: Final = "agreement-viewer"
"""The name that the password goes by in the system's keyring."""
SCHEMA_VERSION: Final = 1
_SECONDS: Final = "10"
_SETTINGS: Final = (
    "-c search_path=agreement_viewer,pg_temp -c client_encoding=UTF8 -c work_mem=32MB"
    " -c lock_timeout=60s -c idle_in_transaction_session_timeout=60s"
)


class PasswordNeeded(HubError):
    """None is known, or the server does not take the one that is."""


@contextlib.contextmanager
def connected(address: Address) -> Iterator["psycopg.Connection"]:
    """A connection, each statement its own transaction. Whatever fails within raises HubError.

    The password is the address's own, else the keyring's, else libpq finds it in a passfile.
    """
    import psycopg

    with told(address):
        settings = psycopg.conninfo.make_conninfo(
            **{"connect_timeout": _SECONDS} | address.parameters | _password(address),
            options=_SETTINGS,
            application_name=SERVICE,
            keepalives_idle=30,
            tcp_user_timeout=60_000,
        )
        connection = psycopg.connect(settings, autocommit=True)
        with contextlib.closing(connection):
            yield connection


def check_version(connection: "psycopg.Connection") -> None:
    """Raises HubError where only a newer version of this program knows the hub."""
    (version,) = connection.execute("SELECT max(version) FROM hub").fetchone() or (0,)
    if version != SCHEMA_VERSION:
        raise HubError(
            translate("Hub", "The server is set up for another version of this program.")
        )


def _password(address: Address) -> dict[str, str]:
    found = address.password or known_password(address)
    return {"password": found} if found else {}


def known_password(address: Address) -> str:
    """The password in the system's keyring, where there is one."""
    import keyring
    from keyring.errors import KeyringError

    with contextlib.suppress(KeyringError):
        return keyring.get_password(SERVICE, address.url) or ""
    return ""


def keep_password(address: Address) -> bool:
    """Keep the address's password in the system's keyring; whether there is one to keep it in."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, address.url, address.password)
    except KeyringError:
        return False
    return True


@contextlib.contextmanager
def told(address: Address) -> Iterator[None]:
    """Let what psycopg raises be a HubError of one sentence, which never holds the password."""
    import psycopg

    try:
        yield
    except psycopg.Error as fault:
        raise _meant(fault, address) from fault


def _meant(fault: "psycopg.Error", address: Address) -> HubError:
    from psycopg import errors

    host = address.host
    refused = fault.pgconn
    match fault:
        case errors.OperationalError() if refused and refused.used_password:
            return PasswordNeeded(
                translate(
                    "Hub",
                    "The server {host} does not take the name, the password or the database.",
                    host=host,
                )
            )
        case errors.OperationalError() if refused and refused.needs_password:
            return PasswordNeeded(
                translate("Hub", "The server {host} asks for a password.", host=host)
            )
        case errors.UndefinedTable() | errors.InvalidSchemaName():
            return HubError(
                translate(
                    "Hub",
                    "The database on {host} is not set up: an administrator calls"
                    " `agreement-viewer hub init`.",
                    host=host,
                )
            )
        case errors.InsufficientPrivilege():
            return HubError(
                translate("Hub", "The server {host} does not allow this name to do so.", host=host)
            )
        case errors.RaiseException():
            return HubError(
                translate(
                    "Hub",
                    "The server {host} refuses it: {reason}.",
                    host=host,
                    reason=fault.diag.message_primary or "",
                )
            )
        case errors.OperationalError():
            return HubError(
                translate(
                    "Hub",
                    "The server {host} cannot be reached, or its certificate does not hold: what"
                    " is recorded stays here and goes later.",
                    host=host,
                )
            )
    return HubError(
        translate(
            "Hub",
            "The server {host} did not do as asked: {reason}.",
            host=host,
            reason=fault.sqlstate or "?",
        )
    )
