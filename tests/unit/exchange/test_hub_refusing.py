"""What the server itself refuses, whoever asks for it in SQL."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from office import NOW
from unit.exchange.offices import Office, offices
from unit.exchange.servers import AGREEMENT, Place

from agreement_viewer.ledger.change import By, Change, canonical, decode, encode
from agreement_viewer.ledger.redaction import left_of

INSERT = (
    "INSERT INTO change (agreement, id, agency, writer, seq, prev, body)"
    " VALUES (%(agreement)s, %(id)s, %(agency)s, %(writer)s, %(seq)s, %(prev)s, %(body)s)"
)

FORBIDDEN = (
    "UPDATE change SET body = body",
    "UPDATE change SET agency = 'cong-an'",
    "DELETE FROM change",
    "TRUNCATE change",
    "DELETE FROM head",
    "UPDATE writer SET agency = 'cong-an'",
    "DELETE FROM writer",
    "INSERT INTO writer VALUES ('a', 'b', 'skhcn', 1, 1)",
    "INSERT INTO redaction VALUES ('a', 'b', 'c', 'd')",
    "DELETE FROM evidence",
    "INSERT INTO party VALUES ('a', 'b', 'c')",
    "SELECT blank('a', '{}')",
    "ALTER TABLE change DISABLE TRIGGER ALL",
    "DROP TABLE change",
    "SET session_replication_role = replica",
    "CREATE TABLE other (a int)",
)
"""What a role has no right to."""
PAST = (
    "UPDATE agreement_viewer.change SET body = replace(body, 'hai', 'ba')",
    "UPDATE agreement_viewer.change SET body = agreement_viewer.left_of(body)",
    "UPDATE agreement_viewer.change SET seq = seq",
    "DELETE FROM agreement_viewer.change",
    "TRUNCATE agreement_viewer.change",
    "DELETE FROM agreement_viewer.head",
)
"""What not even the owner can do."""


@pytest.fixture
def pair() -> Iterator[list[Office]]:
    with offices() as made:
        yield made


@pytest.fixture
def a(pair: list[Office], place: Place) -> Office:
    """An office that left two changes."""
    office = pair[0]
    office.note("một")
    office.note("hai")
    place.leave(office)
    return office


def row(change: Change, **other: Any) -> dict[str, Any]:
    return {
        "agreement": change.agreement,
        "id": change.id,
        "agency": change.by.unit,
        "writer": change.writer,
        "seq": change.seq,
        "prev": change.prev,
        "body": encode(change).decode(),
    } | other


def altered(change: Change, **other: object) -> Change:
    """`change` with another envelope, its id that of its bytes."""
    fields = {name: getattr(change, name) for name in change.__struct_fields__}
    fields |= {"redacted": False, "id": ""} | other
    data = encode(Change(**fields))
    return decode(data)


def insert(place: Place, name: str, *rows: dict[str, Any]) -> None:
    with place.role(name) as role, role.transaction():
        for each in rows:
            role.execute(INSERT, each)


def refused(place: Place, name: str, reason: str, *rows: dict[str, Any]) -> None:
    before = place.rows(), place.rows("writer")
    with pytest.raises(psycopg.Error, match=reason):
        insert(place, name, *rows)
    assert (place.rows(), place.rows("writer")) == before


class TestChains:
    def test_one_that_is_right_is_taken(self, a: Office, place: Place) -> None:
        insert(place, "may-a", row(a.note("ba")))
        assert len(place.rows()) == 3

    def test_an_id_that_is_not_the_hash_of_the_bytes(self, a: Office, place: Place) -> None:
        change = a.note("ba")
        forged = encode(altered(change, body={"value": "khác"})).decode()
        refused(place, "may-a", "not the SHA-256", row(change, body=forged))
        refused(place, "may-a", "not the SHA-256", row(change, id="ab" * 32))

    @pytest.mark.parametrize(
        "other", [{"writer": "ab" * 32}, {"seq": 4}, {"prev": "ab" * 32}, {"agreement": "khác"}]
    )
    def test_columns_that_the_bytes_contradict(
        self, a: Office, place: Place, other: dict[str, Any]
    ) -> None:
        reason = "row-level security" if "agreement" in other else "columns are not"
        refused(place, "may-a", reason, row(a.note("ba"), **other))

    def test_a_predecessor_that_is_not_there(self, a: Office, place: Place) -> None:
        a.note("ba")
        refused(place, "may-a", "predecessor is not here", row(a.note("bốn")))

    def test_a_predecessor_of_another_chain(
        self, a: Office, pair: list[Office], place: Place
    ) -> None:
        other = pair[1].note("của B")
        place.leave(pair[1])
        foreign = altered(a.note("ba"), prev=other.id, seq=2)
        refused(place, "may-a", "predecessor is not here", row(foreign))

    def test_a_number_that_does_not_follow(self, a: Office, place: Place) -> None:
        change = a.note("ba")
        refused(place, "may-a", "predecessor is not here", row(altered(change, seq=5)))

    def test_a_beginning_with_a_predecessor_and_none_without(self, a: Office, place: Place) -> None:
        change = a.note("ba")
        for other in ({"seq": 1}, {"prev": None}):
            fields = {name: getattr(change, name) for name in change.__struct_fields__}
            body = encode(Change(**fields | {"id": ""} | other)).decode()
            id = hashlib.sha256(body.encode()).hexdigest()
            made = row(change, **other, body=body, id=id)
            refused(place, "may-a", "predecessor", made)

    def test_bytes_that_are_no_change(self, a: Office, place: Place) -> None:
        for body in ("", "{}", "[]", "không", '{"a":'):
            id = hashlib.sha256(body.encode()).hexdigest()
            refused(place, "may-a", "json|is refused", row(a.note("ba"), body=body, id=id))

    def test_one_blanked_that_no_redaction_names(self, a: Office, place: Place) -> None:
        refused(place, "may-a", "not the SHA-256", row(left_of(a.note("ba"))))

    def test_a_second_branch_is_taken_and_told(self, a: Office, place: Place) -> None:
        """No word is lost where a key was copied: readers keep both, and `verify` tells."""
        insert(place, "may-a", row(altered(list(a.ledger.changes())[1], body={"value": "khác"})))
        ((*_, seq, changes),) = place.rows("writer")
        assert (seq, changes) == (2, 3)


class TestAgencies:
    def test_another_agencys_writer(self, a: Office, place: Place) -> None:
        change = altered(a.note("ba"), by=By("Cán bộ B", "cong-an"))
        refused(place, "may-b", "belongs to another agency", row(change))

    def test_another_agencys_name(self, a: Office, place: Place) -> None:
        refused(place, "may-b", "another agency", row(a.note("ba"), agency="cong-an"))

    def test_an_agency_that_is_not_the_roles_own(self, a: Office, place: Place) -> None:
        refused(place, "may-b", "row-level security", row(a.note("ba")))

    def test_a_head_of_another_agencys_chain(self, a: Office, place: Place) -> None:
        insert_head = (
            "INSERT INTO head (agreement, agency, writer, seq, id, signature)"
            " VALUES (%s, %s, %s, %s, %s, %s)"
        )
        change = next(iter(a.ledger.changes()))
        named = (AGREEMENT.id, "cong-an", change.writer, change.seq, change.id, bytes(64))
        with place.role("may-b") as role, pytest.raises(psycopg.Error, match="no change of its"):
            role.execute(insert_head, named)

    def test_what_a_role_outside_sees(self, a: Office, place: Place) -> None:
        with place.admin() as admin:
            admin.execute("DROP ROLE IF EXISTS stranger")
            admin.execute("CREATE ROLE stranger LOGIN")
            admin.execute("GRANT USAGE ON SCHEMA agreement_viewer TO stranger")
            admin.execute("GRANT SELECT ON ALL TABLES IN SCHEMA agreement_viewer TO stranger")
            admin.execute("REVOKE SELECT ON agreement_viewer.party FROM stranger")
        assert len(place.rows()) == len(list(a.ledger.changes()))
        with place.role("stranger") as role:
            for table in ("change", "writer", "head", "agreement_file", "evidence"):
                assert role.execute(f"SELECT * FROM {table}").fetchall() == []
        with place.admin() as admin:
            admin.execute("DROP OWNED BY stranger; DROP ROLE stranger")

    def test_a_name_of_no_agency_is_told_so(self, a: Office, place: Place) -> None:
        with place.admin() as admin:
            admin.execute("UPDATE agreement_viewer.party SET role = 'postgres'")
        with pytest.raises(Exception, match="does not belong to one agency"):
            place.leave(a)


class TestThePast:
    def test_a_role_has_no_right_to_it(self, a: Office, place: Place) -> None:
        before = place.rows()
        with place.role("may-a") as role:
            for statement in FORBIDDEN:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    role.execute(statement)
        assert len(before) == len(list(a.ledger.changes()))
        assert place.rows() == before

    def test_nor_has_the_owner(self, a: Office, place: Place) -> None:
        before = place.rows()
        with place.admin() as admin:
            for statement in PAST:
                with pytest.raises(psycopg.Error, match="append-only"):
                    admin.execute(statement)
        assert len(before) == len(list(a.ledger.changes()))
        assert place.rows() == before

    def test_a_row_number_cannot_be_chosen(self, a: Office, place: Place) -> None:
        numbered = INSERT.replace("(agreement,", "(row, agreement,").replace(
            "VALUES (", "OVERRIDING SYSTEM VALUE VALUES (1, "
        )
        with (
            place.role("may-a") as role,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            role.execute(numbered, row(a.note("ba")))

    def test_another_isolation_could_overlook_a_redaction(self, a: Office, place: Place) -> None:
        with place.role("may-a") as role, role.transaction():
            role.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            with pytest.raises(psycopg.Error, match="read committed"):
                role.execute(INSERT, row(a.note("ba")))

    def test_a_redaction_that_names_something_else_blanks_nothing(
        self, a: Office, place: Place
    ) -> None:
        first = next(iter(a.ledger.changes()))
        a.ledger.redact([first], "Nhập nhầm", a.by, NOW)
        redaction = list(a.ledger.changes())[-1]
        false = altered(redaction, body=redaction.body | {"left": "0" * 64})
        insert(place, "may-a", row(false))
        assert "một" in str(place.rows())


def test_what_is_left_is_told_alike_here_and_there(a: Office, place: Place) -> None:
    """The server makes the same bytes as `redaction.left_of`, whatever a change says."""
    sample = next(iter(a.ledger.changes()))
    tricky = 'x","by":{"name":"y","unit":"z"},"replaces":[],"seq":1,\\ "body":{'
    bodies: list[dict[str, Any]] = [
        {"value": tricky},
        {"value": {"by": {"name": tricky, "unit": ""}, "replaces": ["ab" * 32]}, "body": {}},
        {"value": None, "restores": "ab" * 32, "saw": ["cd" * 32, tricky, "ef" * 32]},
        {"restores": "no id", "saw": [], "left": "ab" * 32},
    ]
    changes = [altered(sample, body=body, by=By(tricky, "skhcn")) for body in bodies]
    changes.append(altered(changes[-1], kind="redact"))
    with place.admin() as admin:
        for change in changes:
            query = "SELECT agreement_viewer.left_of(%s)"
            ((told,),) = admin.execute(query, (encode(change).decode(),)).fetchall()
            assert told.encode() == encode(left_of(change))
            assert re.search(rb'"redacted":true', told.encode())
    assert canonical(bodies[0]) in encode(changes[0])
