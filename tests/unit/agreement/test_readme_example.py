"""The README's example of a programme's file is one that the program reads."""

import re
from pathlib import Path

import msgspec

from agreement_viewer.agreement import read_agreement

README = Path(__file__).parents[3] / "README.md"


def test_the_readmes_example_is_a_programme_with_every_field() -> None:
    example = re.findall(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)[0]
    agreement = read_agreement(example.encode(), "README.md")

    assert None not in msgspec.structs.astuple(agreement)
    assert all(map(len, (agreement.participants, agreement.attendees, agreement.documents)))
