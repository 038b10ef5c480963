"""What taking a secret out comes to, in words, and the word that confirms it."""

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.text import search_key


def consequences() -> tuple[str, ...]:
    """What happens, to be read before it does."""
    return (
        translate(
            "Redaction",
            "It is removed from the data, the history, the drafts, the attached files and the"
            " backups, here and at the second place. It cannot be undone, and no backup brings it"
            " back.",
        ),
        translate(
            "Redaction",
            "The history goes on telling who had entered it, and who removed it when and why."
            " Other values that hold the secret are removed each for itself.",
        ),
        translate(
            "Redaction",
            "Kept PDFs of closed periods that may show it are removed too, and their figures can"
            " no longer be proved.",
        ),
        translate(
            "Redaction",
            "Prints, exported and opened files and memory sticks are not reached: call them in. The"
            " other agency's data lose it at the next exchange.",
        ),
    )


def confirmation_word() -> str:
    """What has to be typed."""
    return translate("Redaction", "REMOVE")


def is_confirmed(typed: str) -> bool:
    """Whether the word was typed, in any case and with any marks or none."""
    return search_key(typed) == search_key(confirmation_word())
