"""The hub: offices become one list through a server, whatever happens to it meanwhile."""

import contextlib
import threading
from collections.abc import Iterator

import pytest
from office import NOW
from unit.exchange.offices import Crash, Office, crash_at, offices
from unit.exchange.servers import AGREEMENT, Place

from agreement_viewer.exchange.hub.address import HubError
from agreement_viewer.exchange.hub.connecting import connected
from agreement_viewer.exchange.hub.leaving import leave
from agreement_viewer.exchange.hub.listening import listen
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.store.verify import verify


def test_what_one_office_records_the_other_has(place: Place) -> None:
    with offices() as (a, b):
        a.note("một")
        a.note('hai \\ \t "ba"')
        assert place.leave(a) == 2
        assert place.receive(b) == 2
        assert b.heads() == a.heads()
        assert verify(b.folder.database) == []
        assert (place.leave(a), place.receive(b), place.receive(a)) == (0, 0, 0)


def test_both_go_on_and_only_what_is_new_travels(place: Place) -> None:
    with offices() as (a, b):
        a.note("một")
        place.round(a)
        place.round(b)
        b.note("hai")
        place.round(b)
        a.note("ba", "area-2")
        assert place.receive(a) == 1
        assert place.leave(a) == 1
        place.round(b)
        assert a.heads() == b.heads()
        assert len(place.rows()) == 3


def test_what_is_recorded_while_there_is_no_server_goes_later(place: Place) -> None:
    with offices() as (a, b):
        place.server.stop()
        try:
            a.note("một")
            with pytest.raises(HubError):
                place.leave(a)
            with pytest.raises(HubError):
                place.receive(b)
        finally:
            place.server.start()
        place.leave(a)
        place.receive(b)
        assert b.heads() == a.heads()


def test_files_come_along_and_are_what_they_were(place: Place) -> None:
    content = bytes(range(256)) * 9000
    with offices() as (a, b):
        sha256, empty = a.attach("a.pdf", content), a.attach("rỗng.txt", b"")
        place.leave(a)
        place.receive(b)
        assert b.folder.evidence.read(EvidenceFile(sha256, "a.pdf", len(content))) == content
        assert b.folder.evidence.read(EvidenceFile(empty, "rỗng.txt", 0)) == b""


def test_a_file_that_somebody_falsified_is_left_out(place: Place) -> None:
    with offices() as (a, b):
        sha256 = a.attach("a.pdf", b"truth")
        place.leave(a)
        with place.admin() as admin:
            admin.execute("UPDATE agreement_viewer.evidence SET bytes = 'other'")
        place.receive(b)
        assert b.heads() == a.heads()
        assert not b.folder.evidence.holds(sha256)


class TestRedacting:
    def test_a_secret_taken_out_here_goes_there_and_on_the_server(self, place: Place) -> None:
        secret = "Kế hoạch tuyệt mật số 7731"
        with offices(3) as (a, b, c):
            change = a.note(secret)
            paper = a.attach(f"{secret}.txt", b"7731")
            a.note("sau")
            place.round(a)
            place.round(b)
            documents = [found for found in a.ledger.changes() if found.field == "file"]
            a.ledger.redact([change, *documents], "Nhập nhầm", a.by, NOW)
            place.round(a)
            tables = ("change", "evidence", "redaction", "writer", "head")
            assert "7731" not in str([place.rows(table) for table in tables])
            assert place.rows("evidence") == []
            for office in (b, c):
                place.round(office)
                assert office.heads() == a.heads()
                assert verify(office.folder.database) == []
                assert not office.folder.evidence.holds(paper)
                files = (path for path in office.folder.path.rglob("*") if path.is_file())
                assert not [path for path in files if b"7731" in path.read_bytes()]

    def test_one_that_was_taken_out_before_it_ever_went(self, place: Place) -> None:
        with offices() as (a, b):
            secret = a.note("7731")
            a.ledger.redact([secret], "Nhập nhầm", a.by, NOW)
            a.note("sau")
            assert place.leave(a) == 3
            place.receive(b)
            assert verify(b.folder.database) == []
            assert b.heads() == a.heads()

    def test_taken_out_by_the_other_agency_before_it_went(self, place: Place) -> None:
        with offices() as (a, b):
            secret = a.note("7731")
            b.receive(a.send())
            b.ledger.redact([secret], "Nhập nhầm", b.by, NOW)
            a.receive(b.send())
            with pytest.raises(HubError, match="stay here: 1"):
                place.leave(a)  # it waits for the redaction
            place.leave(b)
            assert place.leave(a) == 1
            assert "7731" not in str(place.rows())

    def test_one_that_comes_after_its_redaction_is_blanked_at_once(self, place: Place) -> None:
        with offices() as (a, b):
            secret = a.note("7731")
            b.receive(a.send())
            b.ledger.redact([secret], "Nhập nhầm", b.by, NOW)
            place.leave(b)
            place.leave(a)
            assert "7731" not in str(place.rows())
            place.round(a)
            assert a.heads() == b.heads()


@contextlib.contextmanager
def slowly(place: Place, office: Office) -> Iterator[None]:
    """Within, the office has left what is new, and has not committed."""
    with connected(place.address("may-a")) as connection, connection.transaction():
        leave(connection, office.folder, office.ledger, office.by, NOW, lambda _done: None)
        yield


class TestOpenTransactions:
    def test_what_commits_later_is_not_lost(self, place: Place) -> None:
        with offices(4) as (a, b, c, d):
            a.note("một")
            place.leave(a)
            a.note("hai")
            c.note("ba")
            with slowly(place, c):  # its rows have their numbers, and are not committed
                place.leave(a)
                place.receive(b)
                assert b.ids() == a.ids()
                assert place.receive(d) == 2
            place.receive(b)
            place.receive(d)
            assert b.ids() == d.ids() == a.ids() | c.ids()

    def test_a_redaction_and_what_it_names_wait_for_each_other(self, place: Place) -> None:
        with offices() as (a, b):
            a.note("một")
            place.leave(a)
            secret = a.note("7731")
            b.receive(a.send())
            b.ledger.redact([secret], "Nhập nhầm", b.by, NOW)
            with slowly(place, a):
                other = threading.Thread(target=place.leave, args=(b,))
                other.start()
                with place.admin() as admin:
                    query = "SELECT count(*) FROM pg_locks WHERE NOT granted"
                    while admin.execute(query).fetchone() == (0,):
                        pass
            other.join()
            assert "7731" not in str(place.rows())


class TestTrouble:
    def test_twenty_at_once_with_the_server_stopped_and_connections_cut(self, place: Place) -> None:
        """Nothing lost, nothing doubled."""
        with offices(20) as all_of_them:
            started = threading.Barrier(21)
            quiet = threading.Event()

            def work(office: Office) -> None:
                started.wait()
                for number in range(6):
                    office.note(f"{office.by.name} {number}", f"area-{1 + number % 3}")
                    if place.round(office).fault:
                        quiet.wait(0.05)

            threads = [threading.Thread(target=work, args=(office,)) for office in all_of_them]
            for thread in threads:
                thread.start()
            started.wait()
            cut = (
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = 'agreement-viewer'"
            )
            for turn in range(8):
                quiet.wait(0.1)
                if turn == 4:
                    place.server.stop()
                    place.server.start()
                with place.admin() as admin:
                    admin.execute(cut)
            for thread in threads:
                thread.join()
            for office in all_of_them:
                place.leave(office)
            for office in all_of_them:
                place.receive(office)
            recorded = 20 * 6
            assert len(place.rows()) == recorded
            assert {len(office.ids()) for office in all_of_them} == {recorded}
            assert len({frozenset(office.heads()) for office in all_of_them}) == 1
            assert all(verify(office.folder.database) == [] for office in all_of_them)


class TestHearing:
    def test_what_is_left_is_heard_at_once(self, place: Place) -> None:
        with offices() as (a, _b):
            ready, heard = threading.Semaphore(0), []

            def hear() -> None:
                heard.append(1)
                ready.release()

            wanted = threading.Event()
            wanted.set()
            ear = threading.Thread(
                target=listen, args=(place.address("may-b"), AGREEMENT.id, hear, wanted.is_set)
            )
            ear.start()
            assert ready.acquire(timeout=30)  # it listens
            a.note("một")
            place.leave(a)
            assert ready.acquire(timeout=30)
            wanted.clear()
            ear.join()


class TestStopping:
    def test_leaving_that_is_stopped_has_left_no_change(self, place: Place) -> None:
        with offices(1) as (a,):
            a.note("một")
            with pytest.raises(Crash):
                place.hub(a).leave(a.folder, a.ledger, a.by, NOW, crash_at(0))
            assert place.rows() == []
            assert place.leave(a) == 1

    @pytest.mark.parametrize("size", [0, 3 << 20])
    def test_receiving_that_is_stopped_has_changed_nothing(self, place: Place, size: int) -> None:
        with offices() as (a, b):
            for number in range(300):  # more than the connection holds at a time
                a.note(f"{number} " * 500)
            if size:
                a.attach("a.pdf", bytes(size))
            place.leave(a)
            before = b.state()
            (arrived,) = place.hub(b).arrived(b.folder, b.ledger)
            with pytest.raises(Crash), arrived.open(crash_at(0)):
                pass
            assert b.state() == before
