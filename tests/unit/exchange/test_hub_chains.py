"""Chains at the hub that have two branches, no signature, or no end any more."""

import pytest
from unit.exchange.offices import offices
from unit.exchange.servers import AGREEMENT, Place
from unit.exchange.test_hub_refusing import altered, insert, row

from agreement_viewer.ledger.edit import Tip
from agreement_viewer.store.signed_heads import sign_head

HEAD = (
    "INSERT INTO head (agreement, agency, writer, seq, id, signature)"
    " VALUES (%s, 'skhcn', %s, %s, %s, %s)"
)


def test_a_fork_reaches_everybody_and_is_told(place: Place) -> None:
    with offices() as (a, b):
        a.note("một")
        own = a.ledger.writer
        place.leave(a)
        branch = altered(a.note("hai"), body={"value": "khác"})
        insert(place, "may-a", row(branch))
        head = sign_head(AGREEMENT.id, Tip(own, branch.seq, branch.id), a.folder.sign)
        with place.role("may-a") as role:
            role.execute(HEAD, head)
        place.leave(a)
        assert place.receive(a) == 1
        assert a.ledger.writer != own  # goes on under a writer that nobody shares
        a.note("ba", "area-2")
        place.round(a)
        assert (place.receive(b), place.receive(b)) == (4, 0)
        assert b.ids() == a.ids()
        assert b.heads() == a.heads()


def test_what_nobody_signed_holds_nobody_up(place: Place) -> None:
    with offices() as (a, b):
        a.note("một")
        place.leave(a)
        change = a.note("hai")
        insert(place, "may-a", row(change))
        assert place.receive(b) == 1
        with place.role("may-a") as role:
            named = AGREEMENT.id, change.writer, change.seq, change.id
            role.execute(HEAD, (*named, bytes(64)))
        assert place.receive(b) == 0


@pytest.mark.parametrize("kept", [1, 2])
def test_what_a_restored_server_lost_is_left_again(place: Place, kept: int) -> None:
    with offices() as (a, b):
        for text in ("một", "hai", "ba"):
            a.note(text)
        place.leave(a)
        place.receive(b)
        with place.admin() as admin, admin.transaction():
            admin.execute("SET LOCAL session_replication_role = replica")
            admin.execute("SET LOCAL search_path = agreement_viewer")
            admin.execute("DELETE FROM head")
            admin.execute("DELETE FROM change WHERE seq > %s", (kept,))
            admin.execute("UPDATE writer SET seq = %s, changes = %s", (kept, kept))
        a.note("bốn")
        assert place.leave(a) == 4 - kept
        assert place.receive(b) == 1
        assert b.heads() == a.heads()
