"""What a command of the command line works on."""

import datetime
from argparse import Namespace
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.checklist import Checklist, Entry
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.office import bundled_agreement, read_agreement_file
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger


class Desk:
    """What a command works on; the programme and its ledger are opened when first asked for."""

    def __init__(self, folder: DataFolder, agreement: Path | None, options: Namespace) -> None:
        self.folder = folder
        self.options = options
        self._agreement = agreement

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger of the programme in use. Raises UserError."""
        last = self.folder.settings.values.agreement_file
        return self.folder.ledger(
            *read_agreement_file(Path(self._agreement or last or bundled_agreement()))
        )

    @cached_property
    def checklist(self) -> Checklist:
        """The checklist of the programme in use. Raises UserError."""
        return Checklist(self.ledger.agreement, self.ledger.heads)

    def entry(self, id: str) -> Entry:
        """The item with this id, or the task whose id begins so. Raises UserError."""
        entries = list(self.checklist.entries())
        exact = [entry for entry in entries if entry.id == id]
        begun = [entry for entry in entries if entry.is_task and entry.id.startswith(id)]
        found = exact or (begun if len(id) >= 6 else [])
        if len(found) != 1:
            raise UserError(
                translate(
                    "CommandLine",
                    "There is no item “{id}”: `agreement-viewer list` shows all.",
                    id=id,
                )
            )
        return found[0]

    def record(self, edits: Sequence[Edit]) -> None:
        """Append one action."""
        if edits:
            self.ledger.append(edits, self.folder.settings.values.officer, now())


def now() -> datetime.datetime:
    """The moment, with the computer's time zone."""
    return datetime.datetime.now().astimezone()
