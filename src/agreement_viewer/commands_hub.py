"""The commands that speak with a hub. Each returns the exit code, raises UserError."""

import getpass
import sys

from agreement_viewer.desk import Desk
from agreement_viewer.exchange.hub.address import Address, HubError, read_address
from agreement_viewer.exchange.hub.carrier import Hub
from agreement_viewer.exchange.hub.connecting import (
    PasswordNeeded,
    check_version,
    connected,
    keep_password,
)
from agreement_viewer.exchange.hub.setting_up import set_up
from agreement_viewer.exchange.hub.status import status_of
from agreement_viewer.exchange.places import is_server
from agreement_viewer.i18n import translate


def hub_at(desk: Desk, url: str) -> Hub:
    """The hub at `url`, once it has let us in; its address is kept, without a password."""
    address = _let_in(url)
    with connected(address) as connection:
        check_version(connection)
    settings = desk.folder.settings
    if settings.values.exchange_place != address.url:
        settings.values.exchange_place = address.url
        settings.save()
    return Hub(address)


def hub_init(desk: Desk) -> int:
    """Set a database up, as its owner."""
    address = _let_in(desk.options.url)
    roles = list(set_up(address, desk.ledger.agreement))
    print(translate("Hub", "The database on {host} is set up.", host=address.host))
    print(translate("Hub", "For each computer make a name in psql, of its agency's role:"))
    for role in roles:
        print(f'  CREATE ROLE "may-1" LOGIN IN ROLE "{role}"; \\password "may-1"')
    return 0


def hub_status(desk: Desk) -> int:
    """Tell what is on the server and not here, and the other way round."""
    url = desk.options.url or desk.folder.settings.values.exchange_place
    if not (desk.options.url or is_server(url)):
        raise HubError(translate("Hub", "No server was used yet: name its address."))
    address = _let_in(url)
    with connected(address) as connection:
        for line in status_of(connection, address, desk.folder, desk.ledger):
            print(line)
    return 0


def _let_in(url: str) -> Address:
    """The address, tried; with a password that is typed if need be, and kept in the keyring."""
    address = read_address(url)
    try:
        _try(address)
    except PasswordNeeded:
        if address.password or not sys.stdin.isatty():
            raise
        asked = translate("Hub", "Password for {host}:", host=address.host)
        address = address._replace(password=getpass.getpass(f"{asked} "))
        _try(address)
    if address.password:
        keep_password(address)
    return address


def _try(address: Address) -> None:
    with connected(address):
        pass
