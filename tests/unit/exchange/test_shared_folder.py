"""Offices that exchange through a folder which all of them can write to."""

import shutil
from pathlib import Path

import pytest
from office import NOW
from unit.exchange.offices import Crash, Office, offices

from agreement_viewer.agreement import read_agreement
from agreement_viewer.errors import UserError
from agreement_viewer.exchange import shared_folder
from agreement_viewer.exchange.rounds import Round, exchange
from agreement_viewer.exchange.shared_folder import SharedFolder
from agreement_viewer.store.arriving import Place


def go_round(office: Office, place: Path, *, accept_new: bool = True) -> Round:
    """One round of an office, as after a fresh start of the program."""
    return office.exchange(SharedFolder(place), accept_new=accept_new)


def came_to(round: Round) -> tuple[int, int]:
    """What was taken in and what was left, where nothing stood in the way."""
    assert (round.unaccepted, round.unreadable, round.fault) == ([], {}, "")
    assert differences(round) == []
    return round.taken, round.left


def differences(round: Round) -> list[Place]:
    return [place for arrival in round.arrivals for place in arrival.outcome.differences]


def files(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_what_one_office_leaves_the_other_takes(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        assert go_round(a, tmp_path).left == 1
        assert came_to(go_round(b, tmp_path)) == (1, 0)
        assert a.heads() == b.heads()


def test_nothing_is_left_twice(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        go_round(a, tmp_path)
        left = files(tmp_path)
        for office in (a, b, a, b):
            assert go_round(office, tmp_path).left == 0
        assert files(tmp_path) == left


def test_only_what_is_new_is_left(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        go_round(a, tmp_path)
        go_round(b, tmp_path)
        b.note("hai")
        assert go_round(b, tmp_path).left == 1
        assert go_round(a, tmp_path).taken == 1
        assert a.ids() == b.ids()


def test_a_sender_who_was_never_accepted_is_named_and_not_taken_in(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        b.note("hai")
        go_round(a, tmp_path)
        before = b.ids()
        round = go_round(b, tmp_path, accept_new=False)
        (unaccepted,) = round.unaccepted
        assert [stranger.by for stranger in unaccepted.contents.strangers] == [a.by]
        assert (round.taken, round.left) == (0, 1)
        assert b.ids() == before


def test_evidence_goes_along(tmp_path: Path) -> None:
    with offices() as (a, b):
        name = a.attach("a.pdf", b"%PDF")
        go_round(a, tmp_path)
        go_round(b, tmp_path)
        assert b.folder.evidence.holds(name)


def test_evidence_that_is_missing_is_looked_for(tmp_path: Path) -> None:
    with offices() as (a, b):
        name = a.attach("a.pdf", b"%PDF")
        go_round(a, tmp_path)
        go_round(b, tmp_path)
        b.folder.evidence.take_back(name)
        go_round(b, tmp_path)
        assert b.folder.evidence.holds(name)


def test_differences_are_told(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("của A")
        b.note("của B")
        go_round(a, tmp_path)
        assert differences(go_round(b, tmp_path)) == [(a.ledger.agreement.id, "area-1", "note")]


def test_a_file_cut_off_is_named_and_passed_over_until_it_is_whole(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        go_round(a, tmp_path)
        (path,) = tmp_path.iterdir()
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        carrier = SharedFolder(tmp_path)
        round = exchange(carrier, b.folder, b.ledger, b.by, NOW, accept_new=True)
        assert (round.taken, list(round.unreadable)) == (0, [path.name])
        path.write_bytes(whole)
        round = exchange(carrier, b.folder, b.ledger, b.by, NOW, accept_new=True)
        assert (round.taken, round.unreadable) == (1, {})


def test_a_file_altered_in_its_midst_takes_nothing_in(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        go_round(a, tmp_path)
        (path,) = tmp_path.iterdir()
        data = bytearray(path.read_bytes())
        data[-200] ^= 1
        path.write_bytes(data)
        before = b.ids()
        assert list(go_round(b, tmp_path).unreadable) == [path.name]
        assert b.ids() == before


def test_a_file_that_was_lost_is_left_again(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        go_round(a, tmp_path)
        a.note("hai")
        go_round(a, tmp_path)
        (tmp_path / files(tmp_path)[0]).unlink()
        assert go_round(a, tmp_path).left == 2
        go_round(b, tmp_path)
        assert b.heads() == a.heads()


def test_many_files_become_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_folder, "MOST_OWN", 3)
    with offices() as (a, b):
        for number in range(4):
            a.note(f"{number}")
            go_round(a, tmp_path)
        assert len(files(tmp_path)) == 1
        assert go_round(b, tmp_path).taken == 4


def test_copies_that_a_cloud_makes_are_harmless(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        go_round(a, tmp_path)
        (path,) = tmp_path.iterdir()
        shutil.copy(path, path.with_stem(f"{path.stem} (bản sao xung đột)"))
        assert came_to(go_round(b, tmp_path)) == (1, 0)
        a.note("hai")
        assert go_round(a, tmp_path).left == 1
        assert len(files(tmp_path)) == 3


def test_a_folder_that_is_not_there_is_said_and_made_up_for(tmp_path: Path) -> None:
    place = tmp_path / "share"
    with offices() as (a, b):
        a.note("một")
        round = go_round(a, place)
        assert (round.left, str(place) in round.fault) == (0, True)
        place.mkdir()
        assert go_round(a, place).left == 1
        assert go_round(b, place).taken == 1


class Unwritable(SharedFolder):
    """A folder that can only be read."""

    def leave(self, *_: object) -> int:
        raise UserError("cannot be written to")


def test_a_folder_that_cannot_be_written_to_is_read(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        go_round(a, tmp_path)
        carrier = Unwritable(tmp_path)
        round = exchange(carrier, b.folder, b.ledger, b.by, NOW, accept_new=True)
        assert (round.taken, round.fault) == (1, "cannot be written to")


def test_a_folder_within_the_data_folder_is_refused() -> None:
    with offices(1) as (a,):
        place = a.folder.path / "share"
        place.mkdir()
        a.note("một")
        assert str(place) in go_round(a, place).fault
        assert files(place) == []


def test_files_of_others_are_passed_over_and_stay(tmp_path: Path) -> None:
    with offices() as (a, b):
        b.note("một")
        sealed = b.send(passphrase="một hai ba")
        shutil.copy(sealed, tmp_path / "sealed.agx")
        (tmp_path / ".1234.tmp").write_bytes(b"x")
        (tmp_path / "báo cáo.docx").write_bytes(b"x")
        a.note("hai")
        assert came_to(go_round(a, tmp_path)) == (0, 1)
        assert len(files(tmp_path)) == 4


def test_what_a_stranger_says_to_hold_is_left_all_the_same(tmp_path: Path) -> None:
    with offices() as (a, b):
        a.note("một")
        b.receive(a.send())
        go_round(b, tmp_path)
        assert go_round(a, tmp_path, accept_new=False).left == 1


def test_files_of_another_programme_stay_when_many_become_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_folder, "MOST_OWN", 2)
    with offices(1) as (a,):
        first = a.ledger
        a.note("của chương trình thứ nhất")
        go_round(a, tmp_path)
        others = files(tmp_path)
        data = first.agreement_file.replace(b'id = "can-tho-2021-2025"', b'id = "other"')
        a.ledger = a.folder.ledger(read_agreement(data, "other.toml"), data)
        for number in range(3):
            a.note(f"{number}")
            go_round(a, tmp_path)
        assert set(others) < set(files(tmp_path))
        assert len(files(tmp_path)) == 2


def test_a_secret_taken_out_leaves_the_files_of_everybody_who_comes_by(tmp_path: Path) -> None:
    with offices(3) as (a, b, c):
        secret = a.note("Kế hoạch tuyệt mật số 7731")
        go_round(a, tmp_path)
        go_round(b, tmp_path)
        b.note("7731 như A đã ghi", "area-2")
        (copied,) = b.ledger.heads.of("area-2", "note")
        go_round(b, tmp_path)
        go_round(a, tmp_path)
        a.ledger.redact([secret, copied], "Nhập nhầm", a.by, NOW)
        for office in (a, b, a, c):
            go_round(office, tmp_path)
        left = [(tmp_path / name).read_bytes() for name in files(tmp_path)]
        assert not [data for data in left if b"7731" in data]
        assert c.heads() == b.heads() == a.heads()
        before = files(tmp_path)
        for office in (a, b, c):
            assert go_round(office, tmp_path).left == 0
        assert files(tmp_path) == before


def test_what_waits_for_a_stranger_is_read_once_and_counts_when_that_one_is_accepted(
    tmp_path: Path,
) -> None:
    with offices(3) as (a, b, c):
        b.note("của B")
        a.receive(b.send())
        go_round(b, tmp_path)
        c.note("của C", "area-2")
        go_round(c, tmp_path)
        go_round(b, tmp_path)
        b.note("sau C", "area-2")
        go_round(b, tmp_path)
        carrier = SharedFolder(tmp_path)
        first = exchange(carrier, a.folder, a.ledger, a.by, NOW)
        assert (first.taken, len(first.unaccepted)) == (1, 1)
        assert [each.name for each in carrier.arrived(a.folder, a.ledger)] == [
            first.unaccepted[0].arrived.name
        ]
        assert exchange(carrier, a.folder, a.ledger, a.by, NOW, accept_new=True).taken == 1
        a.ledger.refresh()
        assert a.heads() == b.heads()
        assert list(carrier.arrived(a.folder, a.ledger)) == []


def test_a_folder_that_is_named_like_a_file_is_passed_over(tmp_path: Path) -> None:
    with offices(1) as (a,):
        (tmp_path / "a.agx").mkdir()
        a.note("một")
        assert came_to(go_round(a, tmp_path)) == (0, 1)


def test_a_round_stops_between_two_files(tmp_path: Path) -> None:
    with offices() as (a, b):
        for text in ("một", "hai"):
            a.note(text)
            go_round(a, tmp_path)
        told = []

        def stop(done: float) -> None:
            told.append(done)
            if told.count(0.0) > 1:
                raise Crash

        with pytest.raises(Crash):
            exchange(SharedFolder(tmp_path), b.folder, b.ledger, b.by, NOW, stop, accept_new=True)
        b.ledger.refresh()
        assert len(b.ids()) == 1
        assert go_round(b, tmp_path).taken == 1
