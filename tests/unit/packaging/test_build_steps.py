"""A step of the Windows build is done again exactly when something before it has changed."""

from pathlib import Path

import pytest
import steps
from steps import BuildError, Step, carry_out


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    monkeypatch.setattr(steps, "BUILD", tmp_path / "build")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "first").write_text("1")
    (tmp_path / "in" / "second").write_text("2")
    return tmp_path


def two_steps(place: Path, done: list[str], option: str = "") -> list[Step]:
    def make(name: str) -> Step:
        def work() -> None:
            done.append(name)
            (place / f"{name}.out").touch()

        return Step(name, work, [place / "in" / name], [place / f"{name}.out"], option)

    return [make("first"), make("second")]


def carried_out(place: Path, option: str = "") -> list[str]:
    done: list[str] = []
    carry_out(two_steps(place, done, option))
    return done


def test_nothing_changed_nothing_done(place: Path) -> None:
    assert carried_out(place) == ["first", "second"]
    assert carried_out(place) == []


def test_what_follows_a_change_is_done_again(place: Path) -> None:
    carried_out(place)
    (place / "in" / "second").write_text("other")
    assert carried_out(place) == ["second"]
    (place / "in" / "first").write_text("other")
    assert carried_out(place) == ["first", "second"]


def test_what_is_missing_is_made_again(place: Path) -> None:
    carried_out(place)
    (place / "second.out").unlink()
    assert carried_out(place) == ["second"]


def test_an_option_counts_as_an_input(place: Path) -> None:
    carried_out(place)
    assert carried_out(place, "signed") == ["first", "second"]


def test_a_step_that_failed_is_tried_again(place: Path) -> None:
    def fail() -> None:
        raise BuildError("no")

    carried_out(place)
    broken = Step("first", fail, [place / "in" / "first"], [], "other")
    with pytest.raises(BuildError):
        carry_out([broken])
    assert carried_out(place) == ["first"]
