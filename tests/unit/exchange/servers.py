"""A PostgreSQL of the tests' own: as a user who is not root, on loopback, in a folder that goes."""

import contextlib
import os
import random
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import psycopg
from office import AGREEMENT_FILE
from psycopg import sql
from unit.exchange.offices import Office

from agreement_viewer.agreement import read_agreement
from agreement_viewer.exchange.carrier import Tell
from agreement_viewer.exchange.hub.address import Address, read_address
from agreement_viewer.exchange.hub.carrier import Hub
from agreement_viewer.exchange.hub.setting_up import set_up
from agreement_viewer.exchange.rounds import Round
from agreement_viewer.exchange.taking import look_into, take

PROGRAMS: Final = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
AGREEMENT: Final = read_agreement(AGREEMENT_FILE.read_bytes(), AGREEMENT_FILE.name)
NOBODY: Final = 65534
ADMIN: Final = "admin"
TEMPLATE: Final = "prepared"
COMPUTERS: Final = {"may-a": "hub-skhcn", "may-b": "hub-cong-an"}
PASSWORD: Final = "mật khẩu 7731"
_QUICK: Final = ("fsync=off", "full_page_writes=off", "max_connections=60", "shared_buffers=64MB")


def free_port() -> int:
    """One that nobody is given by chance while the server is away."""
    while True:
        port = random.randrange(20_000, 30_000)
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


class Server:
    """A server that can be stopped and started."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._data = home / "data"
        self.port = free_port()
        self._run(
            "initdb", "-U", ADMIN, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-A", "trust"
        )
        rules = "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n"
        (self._data / "pg_hba.conf").write_text(rules, "ascii")
        self._certify()
        self.start()
        self._prepare()

    def _prepare(self) -> None:
        """A hub that the tests' own are copied from, and names for their computers."""
        with self.admin("postgres") as admin:
            admin.execute(f"CREATE DATABASE {TEMPLATE}")
            list(set_up(read_address(self.url(ADMIN, TEMPLATE)), AGREEMENT))
            for name, role in COMPUTERS.items():
                login = f'CREATE ROLE "{name}" LOGIN PASSWORD \'{PASSWORD}\' IN ROLE "{role}"'
                admin.execute(login)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(PROGRAMS[-1] / program), "-D", str(self._data), *arguments]
        if os.getuid() == 0:
            who = [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
            command = ["setpriv", *who, *command]
        with (self.home / "said").open("ab") as said:
            subprocess.run(command, check=True, stdout=said, stderr=said, cwd=self.home)

    def _certify(self) -> None:
        """A certificate for "localhost" that signs itself."""
        key, certificate = self._data / "server.key", self._data / "server.crt"
        subprocess.run(
            [
                *(
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:P-256",
                ),
                *(
                    "-nodes",
                    "-days",
                    "2",
                    "-subj",
                    "/CN=localhost",
                    "-keyout",
                    key,
                    "-out",
                    certificate,
                ),
                *("-addext", "subjectAltName=DNS:localhost"),
            ],
            check=True,
            capture_output=True,
        )
        for file in (key, certificate):
            file.chmod(0o600)
            if os.getuid() == 0:
                os.chown(file, NOBODY, NOBODY)
        shutil.copy(certificate, self.home / "root.crt")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = f"-p {self.port} -k {self.home} -c ssl=on -c listen_addresses=127.0.0.1"
        options += "".join(f" -c {setting}" for setting in _QUICK)
        self._run("pg_ctl", "-w", "-s", "-l", str(self.home / "log"), "-o", options, "start")

    def stop(self) -> None:
        """Stop it at once, as if its power were cut."""
        self._run("pg_ctl", "-w", "-s", "-m", "immediate", "stop")

    def admin(self, database: str) -> psycopg.Connection:
        """A connection of the server's owner."""
        return psycopg.connect(
            host=str(self.home), port=self.port, user=ADMIN, dbname=database, autocommit=True
        )

    def url(self, name: str, database: str) -> str:
        """The address of a database by the server's socket."""
        return f"postgresql://{name}@/{database}?host={self.home}&port={self.port}"


class Place:
    """A hub: a database of its own."""

    def __init__(self, server: Server, name: str) -> None:
        self.server = server
        self.name = name
        with server.admin("postgres") as admin:
            admin.execute(f'CREATE DATABASE "{name}" TEMPLATE {TEMPLATE}')

    def address(self, name: str) -> Address:
        """The address for a computer's name."""
        return read_address(self.server.url(name, self.name))

    def admin(self) -> psycopg.Connection:
        """A connection of the owner."""
        return self.server.admin(self.name)

    def role(self, name: str) -> psycopg.Connection:
        """A bare connection of a computer."""
        return psycopg.connect(
            host=str(self.server.home),
            port=self.server.port,
            user=name,
            dbname=self.name,
            options="-c search_path=agreement_viewer,pg_temp",
            autocommit=True,
        )

    def hub(self, office: Office) -> Hub:
        """The hub as an office reaches it."""
        return Hub(self.address("may-a" if office.by.unit == "skhcn" else "may-b"))

    def leave(self, office: Office) -> int:
        """An office leaves what is new."""
        return self.hub(office).leave(
            office.folder, office.ledger, office.by, office.later(), lambda _done: None
        )

    def fetch(self, office: Office) -> None:
        """An office fetches what is new, and does nothing with it."""
        for arrived in self.hub(office).arrived(office.folder, office.ledger):
            with arrived.open(lambda _done: None):
                pass

    def receive(self, office: Office) -> int:
        """An office takes in what is new, from whomever; how many changes that is."""
        taken = 0
        for arrived in self.hub(office).arrived(office.folder, office.ledger):
            with arrived.open(lambda _done: None) as delivery:
                seen = look_into(delivery, office.folder, office.ledger)
                now, strangers = office.later(), seen.strangers
                taken += take(delivery, office.folder, office.ledger, seen, strangers, now).new
            office.ledger.refresh()
        return taken

    def round(self, office: Office, tell: Tell = lambda _done: None) -> Round:
        """Receive from whomever, then leave, as the program does."""
        return office.exchange(self.hub(office), tell)

    def empty(self) -> None:
        """Take everything away, as only the server's owner can, with its triggers off."""
        tables = ("change", "writer", "redaction", "head", "agreement_file", "evidence")
        with self.admin() as admin:
            admin.execute(
                "SET session_replication_role = replica; SET search_path = agreement_viewer"
            )
            for table in tables:
                admin.execute(sql.SQL("TRUNCATE {}").format(sql.Identifier(table)))

    def rows(self, table: str = "change") -> list[tuple[object, ...]]:
        """What the server holds."""
        with self.admin() as admin:
            return admin.execute(f"SELECT * FROM agreement_viewer.{table} ORDER BY 1, 2").fetchall()


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """A running server."""
    home = Path(tempfile.mkdtemp(prefix="hub-"))
    try:
        if os.getuid() == 0:
            os.chown(home, NOBODY, NOBODY)
        started = Server(home)
        try:
            yield started
        finally:
            started.stop()
    finally:
        shutil.rmtree(home)
