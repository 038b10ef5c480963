"""Bundles, a shared folder and a hub at once, among up to six offices: every list the same."""

import tempfile
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from unit.exchange.offices import Crash, Office, crash_at, offices
from unit.exchange.servers import Place, Server
from unit.exchange.test_shared_folder_any_order import ITEMS, check_all_alike

from agreement_viewer.exchange.carrier import Carrier
from agreement_viewer.exchange.shared_folder import SharedFolder
from agreement_viewer.ledger.counting import count
from agreement_viewer.ledger.fold import Heads, is_difference

MOST_OFFICES: Final = 6

chance = st.integers(0, 1 << 16)
step = st.one_of(
    st.tuples(st.just("note"), chance, st.sampled_from(ITEMS)),
    st.tuples(st.just("note"), chance, st.sampled_from(ITEMS)),
    st.tuples(st.just("attach"), chance, st.just("")),
    st.tuples(st.just("send"), chance, st.just("")),
    st.tuples(st.just("receive"), chance, chance),
    st.tuples(st.sampled_from(["folder", "hub"]), chance, st.just("")),
    st.tuples(st.sampled_from(["folder", "hub"]), chance, st.integers(0, 4)),
)


class Play:
    """The offices, and all that is between them."""

    def __init__(self, made: list[Office], folder: Path, hub: Place) -> None:
        self.offices = made
        self._folder = folder
        self._hub = hub
        self._bundles: list[Path] = []
        self._count = 0

    def do(self, what: str, one: Office, second: int | str) -> None:
        """One step. A round with a number is broken off there."""
        self._count += 1
        match what:
            case "note" | "attach":
                one.act(what, self._count, str(second))
            case "send":
                kept = one.home / f"{self._count}.agx"
                self._bundles.append(one.send().rename(kept))
            case "receive" if self._bundles:
                one.receive(self._bundles[int(second) % len(self._bundles)])
            case "folder" | "hub" if second == "":
                one.exchange(self._carrier(what, one))
            case "folder" | "hub":
                try:
                    one.exchange(self._carrier(what, one), crash_at(int(second)))
                except Crash:
                    one.start_again()

    def _carrier(self, road: str, one: Office) -> Carrier:
        return self._hub.hub(one) if road == "hub" else SharedFolder(self._folder)

    def settle(self) -> None:
        """Everybody goes round, once by each road to give and once to take."""
        for _ in range(2):
            for one in self.offices:
                for road in ("folder", "hub"):
                    done = one.exchange(self._carrier(road, one))
                    assert (done.unreadable, done.fault) == ({}, "")


@pytest.fixture(scope="module")
def hub(postgres: Server) -> Place:
    """One for all examples: a copy of the template for each would take longer than the example."""
    return Place(postgres, "any-road")


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(2, MOST_OFFICES), st.lists(step, max_size=24))
def test_all_lists_come_out_the_same(
    hub: Place, number: int, steps: list[tuple[str, int, int | str]]
) -> None:
    hub.empty()
    with offices(number) as made, tempfile.TemporaryDirectory() as folder:
        play = Play(made, Path(folder), hub)
        for what, who, second in steps:
            play.do(what, made[who % number], second)
        changes = {change.id: change for one in made for change in one.ledger.changes()}
        expected = Heads(count(changes.values()).order)
        play.settle()
        check_all_alike(made, set(changes))
        assert made[0].heads() == {head.id for head in expected}
        for item in ITEMS:
            shown = made[0].ledger.heads.of(item, "note")
            assert is_difference(shown) == is_difference(expected.of(item, "note"))
        assert {row[2] for row in hub.rows()} == set(changes)
