"""Two offices become one list: what is sent, what is taken in, and what is not."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office import NOW
from unit.exchange.offices import Crash, Office, crash_at, offices

from agreement_viewer.agreement import read_agreement
from agreement_viewer.errors import UserError
from agreement_viewer.exchange.bundle import Bundle, write_bundle
from agreement_viewer.exchange.faults import BundleError, PassphraseNeeded
from agreement_viewer.exchange.records import Record
from agreement_viewer.exchange.taking import NotAccepted, examine, take
from agreement_viewer.ledger.counting import Cut, count
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.ledger.fold import Heads, is_difference
from agreement_viewer.store.backups import BackupFolder
from agreement_viewer.store.recovery import recover_folder
from agreement_viewer.store.restoring import restore
from agreement_viewer.store.verify import verify


def test_what_one_office_records_the_other_has() -> None:
    with offices() as (a, b):
        a.note("một")
        a.note("hai")
        arrival = b.receive(a.send())
        assert (arrival.new, arrival.by) == (2, {a.by: 2})
        assert b.heads() == a.heads()
        assert verify(b.folder.database) == []


def test_a_bundle_can_be_received_again() -> None:
    with offices() as (a, b):
        a.note("một")
        path = a.send()
        b.receive(path)
        before = b.state()
        assert b.receive(path).new == 0
        assert b.state() == before


def test_both_values_of_what_both_changed_are_kept_and_told() -> None:
    with offices() as (a, b):
        a.note("của A")
        b.note("của B")
        findings = b.examine(a.send())
        assert findings.arrival.outcome.differences == ((a.ledger.agreement.id, "area-1", "note"),)
        b.receive(a.send())
        a.receive(b.send())
        assert a.heads() == b.heads()
        assert {head.value for head in a.ledger.heads.of("area-1", "note")} == {"của A", "của B"}


def test_examining_touches_nothing() -> None:
    with offices() as (a, b):
        a.note("một")
        a.attach("a.pdf", b"%PDF")
        path = a.send()
        before = b.state()
        findings = b.examine(path)
        assert [partner.writer for partner in findings.strangers] == [a.ledger.writer]
        assert (findings.arrival.new, len(findings.evidence)) == (3, 1)
        assert b.state() == before


def test_a_sender_who_is_not_accepted_changes_nothing() -> None:
    with offices() as (a, b):
        a.note("một")
        path = a.send()
        before = b.state()
        with Bundle(path) as bundle, pytest.raises(NotAccepted):
            take(bundle, b.folder, b.ledger, b.examine(path), (), NOW)
        assert b.state() == before


def test_who_was_accepted_once_is_no_stranger() -> None:
    with offices() as (a, b):
        a.note("một")
        b.receive(a.send())
        a.note("hai")
        assert b.examine(a.send()).strangers == []


def test_a_third_office_is_shown_to_whom_it_reaches_through_another() -> None:
    with offices(3) as (a, b, c):
        a.note("một")
        b.receive(a.send())
        b.note("hai")
        findings = c.examine(b.send())
        assert {(p.writer, p.by) for p in findings.strangers} == {
            (a.ledger.writer, a.by),
            (b.ledger.writer, b.by),
        }
        c.receive(b.send())
        assert c.heads() == b.heads()
        assert c.ids() == b.ids()


def test_what_is_recorded_in_the_name_of_another_agency_is_told() -> None:
    with offices() as (a, b):
        a.note("một")
        b.receive(a.send())
        assert b.examine(a.send()).borrowed == []
        own, a.by = a.by, b.by
        a.note("hai")
        a.by = own
        assert b.examine(a.send()).borrowed == [(own, b.by)]


def test_recording_goes_on_while_a_slow_delivery_is_read() -> None:
    with offices() as (a, b):
        a.note("một")

        class Slow(Bundle):
            def records(self) -> Iterator[Record]:
                for record in super().records():
                    b.note(f"khi đang đọc {record.kind}", "area-2")
                    yield record

        with Slow(a.send()) as delivery:
            findings = examine(delivery, b.folder, b.ledger)
            arrival = take(delivery, b.folder, b.ledger, findings, findings.strangers, NOW)
        assert arrival.new == 1
        b.ledger.refresh()
        assert len(b.ledger.heads.of("area-1", "note")) == 1


class TestSince:
    def test_only_what_the_partner_has_not_seen_is_sent(self) -> None:
        with offices() as (a, b):
            for text in ("một", "hai", "ba"):
                a.note(text)
            b.receive(a.send())
            a.receive(b.send())
            new = a.note("bốn")
            seen = a.seen_by(b)
            outgoing = a.gather(seen)
            assert [id for id, _ in outgoing.changes(a.folder.database)] == [new.id]
            b.receive(a.send(seen))
            assert b.heads() == a.heads()

    def test_a_chain_whose_end_is_not_known_is_sent_whole(self) -> None:
        with offices() as (a, b):
            a.note("một")
            b.receive(a.send())
            b.note("hai")
            a.receive(b.send())
            seen = a.seen_by(b)
            assert seen is not None
            unknown = type(seen)(tip._replace(id="ab" * 32) for tip in seen)
            assert a.gather(unknown).manifest.changes == 2
            assert a.gather(seen).manifest.changes == 0

    def test_an_older_bundle_takes_back_nothing_of_what_the_partner_has(self) -> None:
        with offices() as (a, b):
            b.note("một")
            older = b.send().rename(b.home / "older.agx")
            last = b.note("hai")
            a.receive(b.send())
            a.receive(older)
            assert a.seen_by(b) == {(b.ledger.writer, 2, last.id)}


class TestEvidence:
    def test_files_come_along_and_are_what_they_were(self) -> None:
        content = bytes(range(256)) * 9000
        with offices() as (a, b):
            sha256 = a.attach("a.pdf", content)
            b.receive(a.send())
            assert b.folder.evidence.read(EvidenceFile(sha256, "a.pdf", len(content))) == content

    def test_a_file_that_is_missing_or_altered_holds_nothing_back(self) -> None:
        with offices() as (a, b):
            sha256 = a.attach("a.pdf", b"truth")
            (a.home / "data" / "evidence" / sha256[:2] / sha256).write_bytes(b"other")
            assert [file.sha256 for file in a.gather().missing] == [sha256]
            b.receive(a.send())
            assert b.heads() == a.heads()
            assert not b.folder.evidence.holds(sha256)


class TestRedacting:
    def test_a_secret_taken_out_here_goes_there_too(self) -> None:
        secret = "Kế hoạch tuyệt mật số 7731"
        with offices(3) as (a, b, c):
            change = a.note(secret)
            paper = a.attach(f"{secret}.txt", b"7731")
            a.note("sau")
            b.receive(a.send())
            documents = [found for found in a.ledger.changes() if found.field == "file"]
            a.ledger.redact([change, *documents], "Nhập nhầm", a.by, NOW)
            b.receive(a.send())
            c.receive(b.send())
            for office in (b, c):
                office.ledger.refresh()
                assert office.heads() == a.heads()
                assert verify(office.folder.database) == []
                assert not office.folder.evidence.holds(paper)
                files = (path for path in office.folder.path.rglob("*") if path.is_file())
                assert not [path for path in files if b"7731" in path.read_bytes()]


class TestStopping:
    def test_writing_that_is_stopped_leaves_the_older_file(self) -> None:
        with offices(1) as (a,):
            a.note("một")
            path = a.send()
            older = path.read_bytes()
            a.attach("a.pdf", bytes(3 << 20))
            with pytest.raises(Crash):
                write_bundle(path, a.gather(), a.folder, tell=crash_at(0))
            assert path.read_bytes() == older
            assert not list(a.home.glob(".*.tmp"))

    def test_taking_in_that_is_stopped_has_changed_nothing(self) -> None:
        with offices() as (a, b):
            a.attach("a.pdf", bytes(3 << 20))
            path = a.send()
            before = b.state()
            findings = b.examine(path)
            with Bundle(path, tell=crash_at(0)) as bundle, pytest.raises(Crash):
                take(bundle, b.folder, b.ledger, findings, findings.strangers, NOW)
            assert b.state() == before


class TestPassphrase:
    def test_what_is_sealed_opens_with_its_passphrase_alone(self) -> None:
        with offices() as (a, b):
            a.note("Bí danh một")
            path = a.send(passphrase="trời xanh")
            assert "Bí danh".encode() not in path.read_bytes()
            for wrong in ("", "trời xám"):
                with pytest.raises(PassphraseNeeded):
                    b.examine(path, wrong)
            b.receive(path, "trời xanh")
            assert b.heads() == a.heads()


class TestSignatures:
    def test_a_key_that_was_replaced_still_stands_for_its_changes(self) -> None:
        with offices() as (a, b):
            a.note("một")
            old = a.ledger.writer
            a.ledger.go_on_as(a.folder.renew_writer())
            a.note("hai")
            findings = b.examine(a.send())
            assert {partner.writer for partner in findings.strangers} == {old, a.ledger.writer}
            b.receive(a.send())
            assert b.heads() == a.heads()

    def test_what_was_signed_before_a_backup_can_be_sent_after_its_restore(
        self, tmp_path: Path
    ) -> None:
        with offices() as (a, b):
            a.note("một")
            a.receive(b.send())
            a.folder.sign_chains()
            backup = BackupFolder.of(a.folder.path).add(a.folder.path, a.folder.database.path, NOW)
            fresh = Office(tmp_path, a.by)
            restore(backup.path, fresh.folder.path, fresh.folder.database.path, NOW)
            fresh.ledger.go_on_as(fresh.folder.renew_writer())
            fresh.ledger.refresh()
            assert (fresh.gather().manifest.changes, fresh.gather().unsigned) == (1, 0)
            assert fresh.seen_by(b) == set()
            b.receive(fresh.send())
            assert b.heads() == a.heads()
            fresh.folder.close()

    def test_what_was_recovered_is_vouched_for_up_to_what_is_lost(self) -> None:
        with offices() as (a, b):
            for number in range(60):
                a.note(f"ghi chú {number} " * 20)
            b.receive(a.send())
            a.receive(b.send())
            for number in range(60, 90):
                a.note(f"ghi chú {number} " * 20)
            database = a.folder.database.path
            a.folder.close()
            with database.open("r+b") as file:
                file.seek(database.stat().st_size // 2 // 4096 * 4096)
                file.write(bytes(4096))
            assert recover_folder(a.folder.path, a.home / "keys", NOW).loss.waiting
            again = Office(a.home, a.by)
            again.note("sau khi khôi phục")
            assert again.gather().unsigned == 0
            assert again.seen_by(b) is None
            fresh = Office(b.home / "mới", b.by)
            fresh.receive(again.send())
            assert fresh.heads() == again.heads()
            again.receive(b.send())
            b.receive(again.send())
            assert again.heads() == b.heads()
            fresh.folder.close()
            again.folder.close()

    def test_what_nobody_signed_stays_behind_and_is_counted(self, tmp_path: Path) -> None:
        with offices() as (a, b):
            a.note("một")
            b.receive(a.send())
            a.note("hai")
            copy = Office(tmp_path, a.by)
            connection = copy.folder.database.connection
            other = str(a.folder.database.path)
            connection.execute("ATTACH ? AS other", (other,))
            connection.execute(
                "INSERT INTO change SELECT * FROM other.change WHERE agreement = ?",
                (a.ledger.agreement.id,),
            )
            connection.execute("INSERT INTO signed_head SELECT * FROM other.signed_head")
            connection.execute("DETACH other")
            copy.ledger.refresh()
            copy.ledger = copy.folder.ledger(a.ledger.agreement, a.ledger.agreement_file)
            outgoing = copy.gather()
            assert (outgoing.manifest.changes, outgoing.unsigned) == (1, 1)
            assert b.examine(copy.send()).arrival.new == 0
            copy.folder.close()


def test_a_bundle_of_another_programme_is_refused(tmp_path: Path) -> None:
    with offices() as (a, b):
        data = a.ledger.agreement_file.replace(b'id = "can-tho-2021-2025"', b'id = "other"')
        a.ledger = a.folder.ledger(read_agreement(data, "other.toml"), data)
        a.note("một")
        with pytest.raises(BundleError, match="programme"):
            b.examine(a.send())


@settings(deadline=None, max_examples=25)
@given(st.integers(2, 6), st.randoms(use_true_random=False), st.integers(1, 25))
def test_any_exchange_in_any_order_ends_in_the_same_list(
    number: int, chance: random.Random, steps: int
) -> None:
    items, values = ("area-1", "area-2"), ("x", "y", "z")
    with offices(number) as made:
        sent: list[Path] = []
        for step in range(steps):
            office = chance.choice(made)
            deed = chance.random()
            if deed < 0.5:
                office.note(chance.choice(values), chance.choice(items))
            elif deed < 0.75 or not sent:
                kept = office.home / f"{step}.agx"
                sent.append(office.send(told(office, chance, made)).rename(kept))
            else:
                office.receive(chance.choice(sent))
        everything = set[str]().union(*(office.ids() for office in made))
        changes = {change.id: change for office in made for change in office.ledger.changes()}
        for office in made[1:]:
            made[0].receive(office.send())
        for office in made[1:]:
            office.receive(made[0].send())
        expected = Heads(count(changes.values()).order)
        assert {head.id for head in made[0].ledger.heads} == {head.id for head in expected}
        for office in made:
            assert office.ids() >= everything
            assert office.heads() == made[0].heads()
            assert verify(office.folder.database) == []
            for item in items:
                shown = office.ledger.heads.of(item, "note")
                assert is_difference(shown) == is_difference(expected.of(item, "note"))


def told(office: Office, chance: random.Random, made: list[Office]) -> Cut | None:
    """What some other office had when it last sent something; None where it never did."""
    try:
        return office.seen_by(chance.choice(made))
    except UserError:
        return None
