"""Where the program's data files lie: in the package when installed, in the checkout otherwise."""

from pathlib import Path
from typing import Final

_INSTALLED: Final = Path(__file__).parent / "resources"
_CHECKOUT: Final = Path(__file__).parents[2] / "resources"


def resource(*parts: str) -> Path:
    """The path of a bundled file, e.g. `resource("report", "status.typ")`."""
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return root.joinpath(*parts)
