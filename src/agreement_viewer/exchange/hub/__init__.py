"""The hub: a PostgreSQL server through which offices leave each other what they signed.

It is a carrier like the others, and no more trusted. The server refuses what breaks a chain, forges
another agency or alters the past (resources/hub/schema.sql); it cannot check signatures, so nothing
is taken beyond the last change that its writer signed, and what came is written to a bundle of our
own that goes the same road as one from a stick.

What has been seen is told by the chains alone, on both sides: no position is remembered that a
commit out of order, or a server restored from its backup, could make wrong.
"""
