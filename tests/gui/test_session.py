"""What is recorded is shown, whoever else uses the file meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from gui.checklist_room import other_process

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.status import Status
from agreement_viewer.store.database import Database
from agreement_viewer.ui.session import Session


def entry(session: Session, id: str) -> Entry:
    found = session.checklist.entry(id)
    assert found is not None
    return found


def tick(session: Session, id: str) -> None:
    day = session.today()
    assert session.perform(actions.set_status(entry(session, id), Status.DONE, day))


@contextmanager
def shown(session: Session) -> Iterator[set[str]]:
    """The items that views are told to show anew."""
    told: set[str] = set()
    session.changed.connect(lambda touched: told.update(touched.items))
    yield told


def writes_a_signature(session: Session) -> None:
    """As a backup does, in a thread of its own, before it copies."""
    session.folder.sign_for_backup()


def writes_the_snapshot(session: Session) -> None:
    with session.ledger.aside() as aside:
        aside.checkpoint()


def writes_something_else(session: Session) -> None:
    database = Database(session.folder.database.path)
    with database.transaction() as connection:
        connection.execute("INSERT INTO meta VALUES ('any', 'thing')")
    database.close()


@pytest.mark.parametrize("write", [writes_a_signature, writes_the_snapshot, writes_something_else])
def test_a_tick_shows_after_others_wrote_what_is_no_change(
    session: Session, write: Callable[[Session], None]
) -> None:
    tick(session, "area-1")
    write(session)
    session.refresh()
    tick(session, "area-2")
    assert entry(session, "area-2").status is Status.DONE
    session.undo()
    assert entry(session, "area-2").status is Status.NOT_STARTED
    assert entry(session, "area-2").differences() == []


def test_what_a_report_reads_anew_is_shown_with_the_next_look(session: Session) -> None:
    with other_process(session) as other:
        tick(other, "area-1")
    session.ledger.state()
    with shown(session) as told:
        session.refresh()
    assert "area-1" in told
    assert entry(session, "area-1").status is Status.DONE


def test_what_a_report_reads_anew_is_shown_with_the_next_action(session: Session) -> None:
    with other_process(session) as other:
        tick(other, "area-1")
    session.ledger.state()
    with shown(session) as told:
        tick(session, "area-2")
    assert {"area-1", "area-2"} <= told
    assert entry(session, "area-1").status is Status.DONE
    assert entry(session, "area-2").status is Status.DONE
