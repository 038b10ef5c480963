"""What officers recorded: an append-only set of changes, and the fold that makes a checklist of it.

Pure: no Qt, no SQL, no files, no clock. The rules are stated where they are kept.
"""
