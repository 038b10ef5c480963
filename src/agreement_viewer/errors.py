"""Faults of the user's machine or files: each is one sentence in the user's language.

Whatever is not one of these is a fault of ours and is never caught to be hidden.
"""


class UserError(Exception):
    """One clear sentence for the user, already translated, with a way out where there is one."""
