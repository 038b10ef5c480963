"""The commands that send and receive. Each returns the exit code, raises UserError."""

import sys
from collections.abc import Sequence
from pathlib import Path

from agreement_viewer.desk import Desk, now
from agreement_viewer.errors import UserError
from agreement_viewer.exchange import words
from agreement_viewer.exchange.bundle import Bundle, write_bundle
from agreement_viewer.exchange.carrier import Carrier
from agreement_viewer.exchange.codes import code_of
from agreement_viewer.exchange.outgoing import Outgoing, gather
from agreement_viewer.exchange.places import carrier_at, is_server
from agreement_viewer.exchange.rounds import exchange
from agreement_viewer.exchange.senders import earlier_writers
from agreement_viewer.exchange.taking import Findings, examine, take
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.counting import Cut
from agreement_viewer.store.backups import back_up
from agreement_viewer.store.partners import cut_of_partner
from agreement_viewer.store.union import Arrival

NOT_ACCEPTED = 3


def export(desk: Desk) -> int:
    """Write a bundle: the whole, or what a partner has not seen."""
    options, folder, ledger = desk.options, desk.folder, desk.ledger
    base = _seen_by(desk, options.since_partner) if options.since_partner else None
    passphrase = _passphrase(options.passphrase_file)
    by = folder.settings.values.officer
    _refuse_existing(options.file)
    if options.handover:
        outgoing, written = _hand_over(desk, by, passphrase)
    else:
        outgoing = gather(folder, ledger, by, now(), base)
        write_bundle(options.file, outgoing, folder, passphrase)
        written = words.written_words(outgoing, options.file)
    for line in words.left_out_words(outgoing):
        print(line, file=sys.stderr)
    code = code_of(ledger.writer)
    print(translate("Exchange", "Code of this computer: {code}", code=code))
    for writer in earlier_writers(folder, ledger, base):
        code = code_of(writer)
        print(translate("Exchange", "Earlier code of this computer: {code}", code=code))
    print(written)
    return 0


def _hand_over(desk: Desk, by: By, passphrase: str) -> tuple[Outgoing, str]:
    from agreement_viewer.handing_over import hand_over, record_path

    path = desk.options.file
    _refuse_existing(record_path(path))
    outgoing, record = hand_over(path, desk.folder, desk.ledger, by, now(), passphrase=passphrase)
    return outgoing, words.handed_over_words(outgoing, record)


def _refuse_existing(path: Path) -> None:
    """What was written before may be all that somebody has: it is written over by no command."""
    if path.exists():
        raise UserError(
            translate("Exchange", "{file} exists already: choose another name.", file=path)
        )


def _seen_by(desk: Desk, name: str) -> Cut | None:
    agreement = desk.ledger.agreement.id
    with desk.folder.database.reading() as connection:
        return cut_of_partner(connection, agreement, name)


def import_(desk: Desk) -> int:
    """Show what a bundle would come to, and take it in; code 3 where a sender is not accepted."""
    options = desk.options
    with Bundle(options.file, _passphrase(options.passphrase_file)) as bundle:
        findings = examine(bundle, desk.folder, desk.ledger)
        _show(desk, findings)
        if options.dry_run:
            print(translate("Exchange", "Only looked at: nothing was taken in."))
            return 0
        if findings.strangers and not options.accept_new:
            print(
                translate(
                    "Exchange",
                    "Nothing was taken in. Compare the code with the sender by telephone;"
                    " where it is the same, add --accept-new.",
                ),
                file=sys.stderr,
            )
            return NOT_ACCEPTED
        if findings.is_new:
            desk.folder.sign_for_backup()
            second = desk.folder.settings.values.backup_folder
            back_up(desk.folder.path, desk.folder.database.path, second, now())
        accepted = findings.strangers
        arrival = take(bundle, desk.folder, desk.ledger, findings, accepted, now())
    _print_taken(desk, [arrival])
    return 0


def sync(desk: Desk) -> int:
    """Take in what others left at a place, and leave what is new here; code 3 as `import_`."""
    options = desk.options
    by = desk.folder.settings.values.officer
    carrier = _carrier_at(desk, options.place)
    round = exchange(carrier, desk.folder, desk.ledger, by, now(), accept_new=options.accept_new)
    for name, why in round.unreadable.items():
        print(f"{name}: {why}", file=sys.stderr)
    for unaccepted in round.unaccepted:
        print(words.sender_words(desk.ledger.agreement, unaccepted.contents.manifest))
        for line in words.stranger_words(desk.ledger.agreement, unaccepted.contents):
            print(line)
    _print_taken(desk, round.arrivals)
    print(words.left_words(round.left))
    if round.fault:
        raise UserError(round.fault)
    if not round.unaccepted:
        return 0
    print(
        translate(
            "Exchange",
            "What new senders left was not taken in. Compare their codes by telephone;"
            " where they are the same, add --accept-new.",
        ),
        file=sys.stderr,
    )
    return NOT_ACCEPTED


def _carrier_at(desk: Desk, place: str) -> Carrier:
    if not is_server(place):
        return carrier_at(place)
    from agreement_viewer.commands_hub import hub_at

    return hub_at(desk, place)


def _show(desk: Desk, findings: Findings) -> None:
    agreement = desk.ledger.agreement
    print(words.sender_words(agreement, findings.manifest))
    for line in words.content_words(agreement, findings, desk.folder.settings.values.officer_unit):
        print(line)
    for line in words.difference_words(desk.checklist, findings.arrival.outcome.differences):
        print(f"  {line}")
    for line in words.stranger_words(agreement, findings):
        print(line)


def _print_taken(desk: Desk, arrivals: Sequence[Arrival]) -> None:
    desk.ledger.refresh()
    for line in words.taken_words(desk.checklist, arrivals):
        print(line)


def _passphrase(path: Path | None) -> str:
    """The first line of the file, if one is named. Raises UserError."""
    if path is None:
        return ""
    try:
        passphrase = path.read_text("utf-8-sig").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeError) as fault:
        raise UserError(
            translate("Exchange", "The passphrase in {file} cannot be read.", file=path)
        ) from fault
    if not passphrase:
        raise UserError(translate("Exchange", "The file {file} holds no passphrase.", file=path))
    return passphrase
