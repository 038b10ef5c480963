"""A screen for the tests of this folder, and the program on it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from e2e.desktop import Desktop, missing_tools
from e2e.program import Program
from e2e.window import Window

PICTURES: Final = Path(__file__).parents[1] / "out" / "e2e"
Start = Callable[..., Window]


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    """The usual screen of an office: 1366 × 768."""
    if missing := missing_tools():
        pytest.skip(f"needs {', '.join(missing)}: see tests/e2e/README.md")
    with Desktop(1366, 768) as screen:
        yield screen


@pytest.fixture
def start(desktop: Desktop, program: Program, request: pytest.FixtureRequest) -> Iterator[Start]:
    """Starts the program's window; at the end there is a picture of it, and no word from Qt."""
    started: list[Window] = []

    def start_window(*arguments: object, **variables: str) -> Window:
        program.environment.update(variables)
        started.append(Window(desktop, program, *arguments))
        return started[-1].wait_until_shown()

    yield start_window
    name = re.sub(r"\W+", "-", request.node.name).strip("-")
    desktop.picture(PICTURES / f"{name}.png")
    for window in started:
        window.kill()
    assert [window.said() for window in started] == [""] * len(started)
