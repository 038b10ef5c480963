"""`sync` and `hub`: two offices at the command line, and a server between them."""

import json
from pathlib import Path

import pytest
from e2e.program import Program
from unit.exchange.servers import ADMIN, AGREEMENT, COMPUTERS, Server

from agreement_viewer.exchange.hub.address import read_address
from agreement_viewer.store.settings import SettingsFile

WITHOUT_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


@pytest.fixture
def pair(tmp_path: Path) -> list[Program]:
    return [Program(tmp_path / name, WITHOUT_KEYRING) for name in "ab"]


@pytest.fixture
def urls(postgres: Server, pair: list[Program]) -> list[str]:
    """A database set up at the command line; the address for each of the pair."""
    with postgres.admin("postgres") as admin:
        admin.execute("DROP DATABASE IF EXISTS line")
        admin.execute("CREATE DATABASE line")
    said = pair[0].say("hub", "init", postgres.url(ADMIN, "line"))
    for party in AGREEMENT.parties:
        assert f'IN ROLE "hub-{party.id}"' in said
    return [postgres.url(name, "line") for name in COMPUTERS]


def test_two_lists_become_one(pair: list[Program], urls: list[str]) -> None:
    a, b = pair
    a.say("set", "area-1", "note", "của A")
    b.say("set", "area-1", "note", "của B")
    for program, unit in ((a, "skhcn"), (b, "cong-an")):
        give_unit(program, unit)
        program.say("set", "area-2", "note", unit)
    assert "Changes left for others: 2.\n" in a.say("sync", urls[0])
    stranger = b.run("sync", urls[1])
    assert (stranger.returncode, len(b.rows())) == (3, 2)
    assert "New sender" in stranger.stdout
    b.say("sync", urls[1], "--accept-new")
    a.say("sync", urls[0], "--accept-new")
    assert a.listed() == b.listed()
    assert a.listed()["area-1"]["differences"] == ["note"]
    assert "There and not here: 0.\nHere and not there, of this agency: 0.\n" in a.say(
        "hub", "status"
    )
    assert (
        SettingsFile(a.data_dir / "settings.json").values.exchange_place
        == read_address(urls[0]).url
    )


def test_what_another_agency_recorded_here_stays_and_is_told(
    pair: list[Program], urls: list[str]
) -> None:
    a, _ = pair
    a.say("list")
    give_unit(a, "cong-an")
    a.say("set", "area-1", "note", "x")
    done = a.run("sync", urls[0])
    assert "Changes left for others: 0.\n" in done.stdout
    assert (done.returncode, "stay here: 1." in done.stderr) == (2, True)


def test_a_fault_is_one_sentence_and_the_address_is_not_kept(
    pair: list[Program], postgres: Server
) -> None:
    a, _ = pair
    for url, words in (
        ("postgresql://nonsense", "not understood"),
        ("postgresql://x:7731@hub.example/d?sslmode=disable", "not be encrypted"),
        (postgres.url("may-a", "postgres"), "not set up"),
        (f"postgresql://x:7731@127.0.0.1:{postgres.port}/d?sslmode=require", "does not take"),
    ):
        done = a.run("sync", url)
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr
        assert "7731" not in done.stderr
        assert done.stderr.count("\n") == 1
    assert "No server" in a.run("hub", "status").stderr
    texts = [path.read_bytes() for path in a.home.rglob("*") if path.is_file()]
    assert not any(b"7731" in text for text in texts)


def give_unit(program: Program, unit: str) -> None:
    path = program.data_dir / "settings.json"
    settings = json.loads(path.read_bytes()) if path.exists() else {}
    path.write_text(json.dumps(settings | {"officer_unit": unit}), "utf-8")
