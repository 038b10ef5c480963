"""Whatever happens to the files of a shared folder, every list comes out the same."""

import shutil
import tempfile
from pathlib import Path
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st
from office import NOW
from unit.exchange.offices import Office, offices
from unit.exchange.test_shared_folder import files, go_round

from agreement_viewer.exchange import SUFFIX, shared_folder
from agreement_viewer.ledger.counting import count
from agreement_viewer.ledger.fold import Heads, is_difference
from agreement_viewer.store.verify import verify

OFFICES: Final = 3
ITEMS: Final = ("area-1", "area-2")

office = st.integers(0, OFFICES - 1)
portion = st.floats(0, 1, exclude_max=True)
step = st.one_of(
    st.tuples(st.just("note"), office, st.sampled_from(ITEMS)),
    st.tuples(st.just("attach"), office, st.just("")),
    st.tuples(st.just("redact"), office, st.sampled_from(ITEMS)),
    st.tuples(st.just("round"), office, st.just("")),
    st.tuples(st.just("cut"), portion, portion),
    st.tuples(st.just("alter"), portion, portion),
    st.tuples(st.just("copy"), portion, st.just("")),
    st.tuples(st.just("remove"), portion, st.just("")),
    st.tuples(st.just("crash"), portion, portion),
)


class Play:
    """Some offices, the folder, and what becomes of both."""

    def __init__(self, made: list[Office], place: Path) -> None:
        self.offices = made
        self.place = place
        self.secrets: list[str] = []
        self._count = 0

    def do(self, what: str, first: float, second: float | str) -> None:
        """One step."""
        self._count += 1
        match what:
            case "note" | "attach":
                self.offices[int(first)].act(what, self._count, str(second))
            case "redact":
                self._redact(self.offices[int(first)], str(second))
            case "round":
                go_round(self.offices[int(first)], self.place)
            case _:
                if path := self._file(first):
                    self._harm(what, path, second)

    def _redact(self, office: Office, item: str) -> None:
        """Take out what the office shows there."""
        if shown := office.ledger.heads.of(item, "note"):
            self.secrets.append(f'"{shown[-1].value}"')
            office.ledger.redact(shown[-1:], "Nhập nhầm", office.by, NOW)

    def told(self) -> list[str]:
        """The secrets that a bundle in the folder still tells."""
        left = [path.read_bytes() for path in self.place.glob(f"*{SUFFIX}")]
        return [word for word in self.secrets if any(word.encode() in data for data in left)]

    def _file(self, portion: float) -> Path | None:
        names = [name for name in files(self.place) if name.endswith(SUFFIX)]
        return self.place / names[int(portion * len(names))] if names else None

    def _harm(self, what: str, path: Path, where: float | str) -> None:
        data = bytearray(path.read_bytes())
        at = int(float(where or 0) * len(data))
        match what:
            case "cut":
                path.write_bytes(data[:at])
            case "alter" if data:
                data[at] ^= 1
                path.write_bytes(data)
            case "copy":
                shutil.copy(path, path.with_stem(f"{path.stem} (bản sao {self._count})"))
            case "remove":
                path.unlink()
            case "crash":
                (self.place / f".{self._count}.tmp").write_bytes(data[:at])

    def settle(self) -> None:
        """What stays unreadable is removed, as officers are told; then all go round."""
        for _ in range(2):
            for office in self.offices:
                for name in go_round(office, self.place).unreadable:
                    (self.place / name).unlink(missing_ok=True)
        for _ in range(2):
            for office in self.offices:
                go_round(office, self.place)


@settings(max_examples=40, deadline=None)
@given(st.lists(step, max_size=25))
def test_all_come_to_the_same_list(steps: list[tuple[str, float, float | str]]) -> None:
    shared_folder.MOST_OWN, before = 2, shared_folder.MOST_OWN
    try:
        with offices(OFFICES) as made, tempfile.TemporaryDirectory() as place:
            play = Play(made, Path(place))
            for what, first, second in steps:
                play.do(what, first, second)
            written = set[str]().union(*(office.ids() for office in made))
            play.settle()
            check_all_alike(made, written)
            assert play.told() == []
            left = files(Path(place))
            for office in made:
                assert go_round(office, Path(place)) == ([], 0, [], {}, "")
            assert files(Path(place)) == left
    finally:
        shared_folder.MOST_OWN = before


def check_all_alike(made: list[Office], written: set[str]) -> None:
    """Every list has every change and file, shows the same, and each true difference."""
    first = made[0]
    shown = Heads(count(first.ledger.changes()).order)
    for office in made:
        assert office.ids() == written
        assert office.rows() == first.rows()
        assert office.evidence() == first.evidence()
        assert verify(office.folder.database) == []
        for item in ITEMS:
            heads = office.ledger.heads.of(item, "note")
            assert is_difference(heads) == is_difference(shown.of(item, "note"))
