"""Fingerprints, by which the ledger notices that what was signed now reads otherwise."""

import hashlib

from agreement_viewer.agreement.model import Item


def item_digest(item: Item) -> str:
    """SHA-256, in hex, of the item's published wording in UTF-8: better proofreading keeps it."""
    return hashlib.sha256(item.text.as_published.encode()).hexdigest()


def agreement_digest(data: bytes) -> str:
    """SHA-256, in hex, of the programme's file, byte for byte."""
    return hashlib.sha256(data).hexdigest()
