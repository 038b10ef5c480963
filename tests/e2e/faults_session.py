"""A scripted session without a window; tells each action once the session has told it as saved.

Run as a program by faults_disk.py, on a disk that fails. What cannot be saved waits in the session
and is tried again at the end, as the officer would.
"""

import os
import random
import sys
from pathlib import Path
from typing import Final

from e2e.faults_ledger import AGREEMENT, DATA, any_edits
from office import NOW
from PySide6.QtCore import QCoreApplication

from agreement_viewer.errors import UserError
from agreement_viewer.ledger.change import Change
from agreement_viewer.store.drafts import Draft
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.session import Session, Touched

ACTIONS: Final = 12


def tell(words: str) -> None:
    """To the process that watches, whole."""
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


def main(place: Path) -> None:
    """Work for a while."""
    application = QCoreApplication(sys.argv[:1])
    try:
        session = Session(DataFolder(place / "data", place / "keys"), lambda: NOW)
        session.open(AGREEMENT, DATA)
    except UserError as fault:
        tell(f"refused {fault}")
        return
    last: list[Change] = []
    session.saved.connect(lambda _at: tell("saved"))
    session.changed.connect(lambda touched: tell_heads(session, touched))
    session.failed.connect(lambda fault: tell(f"failed {fault}"))
    session.refused.connect(lambda fault: tell(f"refused {fault}"))
    chance = random.Random(1)
    for number in range(ACTIONS):
        session.perform(any_edits(session.checklist, chance))
        work_beside(session, number)
    session.retry()
    tell(f"unsaved {len(session.unsaved)}")
    del last, application


def tell_heads(session: Session, touched: Touched) -> None:
    """Everything that is shown of what was touched."""
    for item in sorted(touched.items):
        for head in session.ledger.heads.of_item(item):
            tell(f"shown {head.id}")


def work_beside(session: Session, number: int) -> None:
    """What goes on between an officer's actions."""
    try:
        if number % 3 == 0:
            session.drafts.keep(Draft("area-1", "note", f"nháp {number}"))
        if number % 4 == 0:
            session.checkpoint()
        if number % 5 == 0:
            session.undo()
        session.refresh()
    except UserError as fault:
        tell(f"failed {fault}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
