"""Signed heads: only the writer can sign, for one change, and an old key signs before it goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey
from office import NOW, OFFICER_A

from agreement_viewer.agreement import Agreement
from agreement_viewer.errors import UserError
from agreement_viewer.ledger.edit import Edit, Tip
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.signed_heads import (
    SignedHead,
    counted_heads,
    keep_heads,
    sign_chains,
    sign_head,
)
from agreement_viewer.store.verify import verify

KEY = SigningKey(bytes(range(32)))
WRITER = bytes(KEY.verify_key).hex()


def signature(message: bytes) -> bytes:
    return KEY.sign(message).signature


HEAD = sign_head("programme-a", Tip(WRITER, 7, "ab" * 32), signature)


def note(ledger: Ledger, text: str) -> str:
    return ledger.append([Edit.set("area-1", "note", text)], OFFICER_A, NOW).changes[0].id


def heads(folder: DataFolder, agreement: Agreement) -> list[SignedHead]:
    with folder.database.reading() as connection:
        return counted_heads(connection, agreement.id)


def test_a_signature_is_for_one_change_of_one_chain() -> None:
    assert HEAD.is_genuine
    assert not HEAD._replace(agreement="programme-b").is_genuine
    assert not HEAD._replace(seq=8).is_genuine
    assert not HEAD._replace(id="ac" * 32).is_genuine
    other = bytes(SigningKey(bytes(32)).verify_key).hex()
    assert not HEAD._replace(writer=other).is_genuine
    assert not HEAD._replace(writer="00" * 32).is_genuine


@given(st.binary(max_size=100))
def test_no_other_bytes_pass_for_a_signature(data: bytes) -> None:
    assert not HEAD._replace(signature=data).is_genuine


def test_what_the_key_signs_for_another_purpose_is_no_head() -> None:
    bare = signature(b'{"agreement":"programme-a","id":"' + b"ab" * 32 + b'","seq":7}')
    assert not HEAD._replace(signature=bare).is_genuine


def test_the_newest_signature_stands_for_the_chain(
    folder: DataFolder, ledger: Ledger, agreement: Agreement
) -> None:
    for text in ("một", "hai"):
        last = note(ledger, text)
        sign_chains(folder.database, ledger.writer, folder.sign)
    (head,) = heads(folder, agreement)
    assert (head.id, head.seq, head.writer) == (last, 2, ledger.writer)
    assert head.is_genuine


def test_a_signature_for_what_has_not_arrived_leaves_the_older_one(
    folder: DataFolder, ledger: Ledger, agreement: Agreement
) -> None:
    first = note(ledger, "một")
    sign_chains(folder.database, ledger.writer, folder.sign)
    ahead = sign_head(agreement.id, Tip(ledger.writer, 9, "cd" * 32), folder.sign)
    with folder.database.transaction() as connection:
        keep_heads(connection, [ahead])
    assert [head.id for head in heads(folder, agreement)] == [first]


def test_a_writer_that_is_replaced_signs_its_last_change(
    folder: DataFolder, ledger: Ledger, agreement: Agreement
) -> None:
    note(ledger, "một")
    last = note(ledger, "hai")
    old = ledger.writer
    fresh = folder.renew_writer()
    assert fresh != old
    assert [(head.writer, head.id) for head in heads(folder, agreement)] == [(ledger.writer, last)]
    assert heads(folder, agreement)[0].is_genuine
    ledger.go_on_as(fresh)
    note(ledger, "ba")
    sign_chains(folder.database, fresh, folder.sign)
    assert len(heads(folder, agreement)) == 2


def test_verify_finds_a_signature_that_is_not_the_writers(
    folder: DataFolder, ledger: Ledger
) -> None:
    last = note(ledger, "một")
    folder.sign_chains()
    assert verify(folder.database) == []
    with folder.database.transaction() as connection:
        connection.execute("UPDATE signed_head SET signature = zeroblob(64)")
    (fault,) = verify(folder.database)
    assert last[:12] in fault


def test_a_key_that_cannot_be_read_is_said(folder: DataFolder, ledger: Ledger) -> None:
    (key,) = (folder.path.parent / "keys").glob("*.key")
    key.write_text(ledger.writer)
    note(ledger, "một")
    with pytest.raises(UserError, match="key"):
        sign_chains(folder.database, ledger.writer, folder.sign)
