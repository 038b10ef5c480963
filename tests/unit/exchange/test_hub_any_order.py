"""Whatever happens on the way to the hub, every list comes out the same."""

from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from unit.exchange.offices import Crash, Office, crash_at, offices
from unit.exchange.servers import Place, Server

from agreement_viewer.ledger.fold import is_difference
from agreement_viewer.store.verify import verify

OFFICES: Final = 3
ITEMS: Final = ("area-1", "area-2")

office = st.integers(0, OFFICES - 1)
step = st.one_of(
    st.tuples(st.just("note"), office, st.sampled_from(ITEMS)),
    st.tuples(st.just("attach"), office, st.just("")),
    st.tuples(st.just("redact"), office, st.just("")),
    st.tuples(st.just("round"), office, st.just("")),
    st.tuples(st.just("crash"), office, st.integers(0, 4)),
    st.tuples(st.just("by file"), office, office),
)


class Play:
    """Some offices and the hub."""

    def __init__(self, made: list[Office], place: Place) -> None:
        self.offices = made
        self.place = place
        self.recorded: set[str] = set()
        self._count = 0

    def do(self, what: str, one: Office, second: int | str) -> None:
        """One step."""
        self._count += 1
        match what:
            case "note" | "attach":
                one.act(what, self._count, str(second))
            case "redact":
                notes = [c for c in one.ledger.changes() if c.field == "note" and not c.redacted]
                one.ledger.redact(notes[-1:], "Nhập nhầm", one.by, one.later())
            case "round":
                self.place.round(one)
            case "crash":
                try:
                    self.place.round(one, crash_at(int(second)))
                except Crash:
                    one.ledger.refresh()
            case "by file":
                self.offices[int(second)].receive(one.send())
        self.recorded |= one.ids()

    def settle(self) -> None:
        """All go round; what waits for another's redaction goes in the second."""
        for _ in range(3):
            for one in self.offices:
                self.place.round(one)


@pytest.fixture(scope="module")
def hub(postgres: Server) -> Place:
    """One for all examples: a copy of the template for each would take longer than the example."""
    return Place(postgres, "any-order")


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(step, max_size=14))
def test_all_lists_come_out_the_same(hub: Place, steps: list[tuple[str, int, int | str]]) -> None:
    hub.empty()
    with offices(OFFICES) as made:
        play = Play(made, hub)
        for what, number, second in steps:
            play.do(what, made[number], second)
        play.settle()
        for one in made:
            assert one.ids() == play.recorded
            assert one.rows() == made[0].rows()
            assert one.evidence() == made[0].evidence()
            assert verify(one.folder.database) == []
            assert differences(one) == differences(made[0])
        assert {row[2] for row in hub.rows()} == play.recorded
        assert len(hub.rows()) == len(play.recorded)


def differences(office: Office) -> list[tuple[str, str]]:
    heads = office.ledger.heads
    return [
        place for place in {(h.item, h.field) for h in heads} if is_difference(heads.of(*place))
    ]
