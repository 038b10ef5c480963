"""Handing all over to another officer: one file, and beside it the record that both sign."""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from agreement_viewer.exchange.bundle import write_bundle
from agreement_viewer.exchange.codes import code_of
from agreement_viewer.exchange.faults import unreadable
from agreement_viewer.exchange.outgoing import Outgoing, gather
from agreement_viewer.exchange.senders import senders
from agreement_viewer.exchange.words import who
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.ledger.records import profile_of
from agreement_viewer.report.files import write_file
from agreement_viewer.report.handover import Handover, Person, handover_sheet
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger

TO_BE_FILLED_IN: Final = Person()


class HandedOver(NamedTuple):
    """What was given, and where the record of it lies."""

    outgoing: Outgoing
    record: Path


def record_path(path: Path) -> Path:
    """Where the record of the file `path` lies."""
    return path.with_name(f"{path.stem} - biên bản bàn giao.pdf")


def hand_over(
    path: Path,
    folder: DataFolder,
    ledger: Ledger,
    by: By,
    at: datetime.datetime,
    receiver: Person = TO_BE_FILLED_IN,
    passphrase: str = "",
    tell: Callable[[float], object] = lambda _done: None,
) -> HandedOver:
    """Write everything to `path`, and the record beside it.

    Works in any thread; `tell` is given how much of the file is done, and may raise to stop: once
    the file is whole, the record follows. Raises UserError.
    """
    outgoing = gather(folder, ledger, by, at, None, handover=True)
    write_bundle(path, outgoing, folder, passphrase, tell)
    handover = _handover(path, outgoing, folder, ledger, by, at, receiver)
    write_file(record_path(path), _pdf(handover))
    return HandedOver(outgoing, record_path(path))


def _handover(
    path: Path,
    outgoing: Outgoing,
    folder: DataFolder,
    ledger: Ledger,
    by: By,
    at: datetime.datetime,
    receiver: Person,
) -> Handover:
    sha256, size = _digest(path)
    agreement, party = ledger.agreement, ledger.agreement.party(by.unit)
    with ledger.aside() as aside:
        profile = profile_of(aside.heads, agreement, by.unit)
        checklist = Checklist(agreement, aside.heads)
        items = checklist.items()
        tasks = sum(len(checklist.tasks(item.id)) for item in items)
    return Handover(
        programme=agreement.title.text,
        profile=profile,
        giver=Person(by.name, party.name if party else by.unit),
        receiver=receiver,
        at=at,
        items=len(items),
        tasks=tasks,
        changes=outgoing.manifest.changes,
        evidence=outgoing.manifest.evidence,
        missing=len(outgoing.missing),
        unsigned=outgoing.unsigned,
        file=path.name,
        size=size,
        sha256=sha256,
        code=code_of(ledger.writer),
        other_codes=_other_codes(folder, ledger),
    )


def _digest(path: Path) -> tuple[str, int]:
    """The SHA-256 of the file that was just written, and its size."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
    except OSError as fault:
        raise unreadable(path) from fault


def _other_codes(folder: DataFolder, ledger: Ledger) -> dict[str, list[str]]:
    agreement, own = ledger.agreement, folder.earlier_writers()
    with folder.database.aside() as database, database.reading() as connection:
        found = senders(connection, agreement.id)
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for writer, by in sorted(found, key=lambda each: each.writer not in own):
        if writer != ledger.writer:
            name = "Máy của bên giao trước đây" if writer in own else who(agreement, by)
            codes[name].append(code_of(writer))
    return codes


def _pdf(handover: Handover) -> bytes:
    from agreement_viewer.report.typst import Paper

    return Paper(handover_sheet(handover), handover.profile.margins, handover.at).pdf()
