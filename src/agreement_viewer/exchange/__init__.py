"""Carrying changes to another ledger, so that two lists become one without losing a word.

Every road has the same two ends. `outgoing.Outgoing` is what one ledger gives, given what the
other has seen (a cut): changes, the signed heads that stand for them, files of evidence.
`incoming.Offer` is what arrives, read as often as is needed; `checking` tells whether it may be
believed, `taking` takes all of it or nothing. A carrier only brings an `Outgoing` to where an
`Offer` is read from: here the bundle, one file; a shared folder is bundles that find their own
way, a server's table holds the same rows. None of them is trusted.
"""
