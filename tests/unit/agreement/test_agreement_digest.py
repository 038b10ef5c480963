"""What the ledger records of the wording: published text counts, proofreading does not."""

import hashlib

from agreement_viewer.agreement import Item, Wording, agreement_digest, item_digest


def item(text: Wording, title: str = "A") -> Item:
    return Item(id="area-1", number=1, title=title, text=text)


def test_the_digest_is_of_the_published_wording() -> None:
    digest = item_digest(item(Wording(text="Phối hợp", published="Phối hơp")))

    assert digest == hashlib.sha256("Phối hơp".encode()).hexdigest()


def test_proofreading_and_titles_keep_the_digest() -> None:
    plain = item_digest(item(Wording("Phối hơp")))

    assert item_digest(item(Wording(text="Phối hợp", published="Phối hơp"), "B")) == plain


def test_other_published_wording_has_another_digest() -> None:
    assert item_digest(item(Wording("Phối hơp"))) != item_digest(item(Wording("Phối hợp")))


def test_the_agreements_digest_is_of_its_bytes(smallest: str) -> None:
    data = smallest.encode()

    assert agreement_digest(data) == hashlib.sha256(data).hexdigest()
    assert agreement_digest(data + b"# note") != agreement_digest(data)
